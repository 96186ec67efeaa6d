"""How bad the state of a translation is: on a pull request, in a preview, at a release (translations.md 8)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from hoshin.kernel.finding import Severity

Gate = Literal["check", "preview", "release"]
"""Where a translation is judged: a pull request, a page that only its makers see, what goes out to the public."""
Level = Severity | None

_GATES: Final[tuple[Gate, ...]] = ("check", "preview", "release")
_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
TABLE: Final[Mapping[str, tuple[Level, Level, Level]]] = MappingProxyType(
    {
        "missing": (_W, _W, _E),
        "stale.critical": (_W, _W, _E),
        "stale.substantive": (_W, _W, _E),
        "stale.cosmetic": (_W, None, _W),
        "orphan": (_W, _W, _E),
        "unconfirmed": (_I, _I, _E),
        "confirmed": (_I, _I, _I),
        "renamed": (_I, None, _W),
        "approval": (_W, None, _W),
        "governing": (_W, None, _W),
    }
)
"""What is found -> how bad that is at each gate; None says nothing.

`unconfirmed` are texts that lack the confirmation which `require` asks for, `confirmed` those that need none. What is
an error everywhere (faults of a file, lints of that level, a forbidden word) is not in the table.
"""


def level(what: str, gate: Gate) -> Level:
    """How bad that is there."""
    return TABLE[what][_GATES.index(gate)]
