"""The 76 change rules by id and the class that each gives by itself (rules.md 8.3).

Where a row of that table names a second class, the kind of change or the values decide it (`diff.judges`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

Class = Literal["material", "notable", "editorial"]
CLASSES: Final[tuple[Class, ...]] = ("editorial", "notable", "material")
"""From the lowest to the highest."""

_MATERIAL: Final = (
    101, 102, 104, 108, 201, 202, 204, 206, 207, 208, 209, 210, 301, 302, 303, 304, 305, 307, 309, 310, 401, 404, 405,
    407, 408, 410, 411, 501, 504, 506, 601, 603, 605, 701, 703, 705, 801, 803, 804, 805, 806, 807, 810, 901,
)  # fmt: skip
_NOTABLE: Final = (
    103, 105, 106, 107, 203, 205, 211, 212, 306, 402, 403, 406, 409, 412, 502, 503, 505, 507, 508, 602, 604, 606, 702,
    704, 706, 802, 808, 809, 902, 904,
)  # fmt: skip
_EDITORIAL: Final = (308, 903)

CHG: Final[dict[str, Class]] = {
    **{f"CHG{number}": "material" for number in _MATERIAL},
    **{f"CHG{number}": "notable" for number in _NOTABLE},
    **{f"CHG{number}": "editorial" for number in _EDITORIAL},
}


def highest(classes: Iterable[Class], default: Class = "editorial") -> Class:
    """The highest of some classes; a release takes the highest of its changes."""
    return max(classes, key=CLASSES.index, default=default)
