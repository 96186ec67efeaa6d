"""Which region lies in which: countries in the EU and the EEA, states and provinces in their country (ISO 3166)."""

from __future__ import annotations

from typing import Final

EU: Final = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
"""The member states since 1 February 2020 (Treaty on European Union Art. 52; Withdrawal Agreement)."""
EEA: Final = EU | {"IS", "LI", "NO"}
"""The European Economic Area."""
_GROUPS: Final = {"EU": EU, "EEA": EEA | {"EU"}}


def lies_in(inner: str, outer: str) -> bool:
    """Whether `inner` is `outer` or a part of it: DE in EEA, US-CA in US."""
    country = inner.partition("-")[0]
    return outer in {inner, country} or country in _GROUPS.get(outer, frozenset())
