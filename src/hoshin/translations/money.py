"""Amounts of money in words: 1,000 yen; 1,000円."""

from __future__ import annotations

from hoshin.schema.money import Amount
from hoshin.translations.formats import number
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill


def money(locale: Locale, amount: Amount) -> str:
    """The amount with its currency; a currency without words of its own by its code (ISO 4217)."""
    count = number(locale, amount.value)
    pattern = locale.money.currencies.get(amount.currency)
    if pattern is not None:
        return fill(pattern, amount=count)
    return fill(locale.money.other, amount=count, currency=amount.currency)
