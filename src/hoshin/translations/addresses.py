"""Postal addresses in the order of the language (model.md S05)."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from hoshin.translations.formats import country_name
from hoshin.translations.locale import Locale
from hoshin.translations.locale_words import Layout
from hoshin.translations.patterns import fill, named


class AddressParts(Struct, frozen=True):
    """The parts in the words of the language that prints them; `country` is a code of ISO 3166-1."""

    floor: str = ""
    building: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


def address(locale: Locale, parts: AddressParts) -> str:
    """The address on one line: 39F, … Tokyo 150-6139, Japan; 〒150-6139 東京都渋谷区…."""
    return _layout(locale, parts).between.join(address_lines(locale, parts))


def address_lines(locale: Locale, parts: AddressParts) -> tuple[str, ...]:
    """The groups of the address, for a block with several lines; what is not there leaves no trace."""
    layout = _layout(locale, parts)
    values = {**asdict(parts), "country": country_name(locale, parts.country)}
    groups = (
        layout.within.join(fill(pattern, **values) for pattern in group if all(values[slot] for slot in named(pattern)))
        for group in layout.groups
    )
    return tuple(group for group in groups if group)


def _layout(locale: Locale, parts: AddressParts) -> Layout:
    """The country's own order at home and where no country is named; elsewhere the international one."""
    at_home = locale.addresses.home_country in {"none", parts.country} or not parts.country
    return locale.addresses.home if at_home else locale.addresses.abroad
