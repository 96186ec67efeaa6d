"""Citations as short text: `GDPR 13(3), 5(1)(b); WP260 29`, each with the days between which it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from hoshin.diff.rules.rule import Area
from hoshin.kernel.ground import Ground
from hoshin.kernel.regex import regex

GDPR_APPLIES: Final = date(2018, 5, 25)
APPI_AMENDED: Final = date(2017, 5, 30)
"""First full application of the amendment of 2015."""
RENUMBERED: Final = date(2022, 4, 1)
"""The APPI's articles got other numbers (rules.md 1.1)."""

_INSTRUMENTS: Final[Mapping[str, Ground]] = {
    "GDPR": Ground("GDPR", "", "statute", GDPR_APPLIES),
    "ePrivacy": Ground("ePrivacy", "", "statute", date(2002, 7, 31)),
    "WP260": Ground("WP260", "para {}", "guidance", GDPR_APPLIES),
    "EDPB 05/2020": Ground("EDPB", "05/2020 para {}", "guidance", date(2020, 5, 4)),
    "FTC": Ground("FTC", "", "practice", date(2004, 7, 7)),
    "APPI": Ground("APPI", "", "statute", RENUMBERED),
    "APPI Order": Ground("APPI Order", "", "statute", RENUMBERED),
    "PPC Q&A": Ground("PPC Q&A", "", "guidance", RENUMBERED),
    "TBA": Ground("TBA", "", "statute", date(2023, 6, 16)),
}
_FORMER: Final = {
    "17": "15", "18": "16", "20": "17", "21": "18", "22": "19", "23": "20", "25": "22", "27": "23", "28": "24",
    "30": "26", "32": "27", "33": "28", "34": "29", "35": "30", "38": "33",
}  # fmt: skip
"""Numbers of the APPI's articles before 1 April 2022. Art. 31 is new."""
_ARTICLE: Final = regex(r"[0-9]+")
AREAS: Final[Mapping[str, Area]] = {
    "GDPR": "EU",
    "ePrivacy": "EU",
    "WP260": "EU",
    "EDPB": "EU",
    "FTC": "US",
    "APPI": "JP",
    "APPI Order": "JP",
    "PPC Q&A": "JP",
    "TBA": "JP",
}
"""Where each instrument counts."""


def cite(text: str) -> tuple[Ground, ...]:
    """The grounds that a text names; empty for an empty one. Raises KeyError for an unknown instrument."""
    return tuple(ground for part in text.split(";") if part.strip() for ground in _of_instrument(part.strip()))


def _of_instrument(part: str) -> Iterator[Ground]:
    name = next(name for name in sorted(_INSTRUMENTS, key=len, reverse=True) if part.startswith(name))
    provisions = [item.strip() for item in part.removeprefix(name).split(",")]
    for provision in provisions:
        form = _INSTRUMENTS[name].provision
        known = replace(_INSTRUMENTS[name], provision=form.replace("{}", provision) if form else provision)
        yield known
        if name == "APPI" and (former := _former(provision)):
            yield replace(
                known,
                provision=former,
                in_force_from=APPI_AMENDED,
                in_force_until=RENUMBERED - timedelta(days=1),
            )


def _former(provision: str) -> str:
    """The same rule under its number before 2022; empty where there was none. Art. 24 had one paragraph."""
    numbers = _ARTICLE.match(provision)
    old = _FORMER.get(numbers.group()) if numbers else None
    if old is None:
        return ""
    return old if old == "24" else old + provision.removeprefix(numbers.group() if numbers else "")
