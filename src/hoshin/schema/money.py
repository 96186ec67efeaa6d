"""Amounts of money, for fees."""

from typing import Annotated

from pydantic import Field, StringConstraints

from hoshin.schema.base import Frozen

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A code of ISO 4217."""


class Amount(Frozen):
    """A whole number of a currency's units (yen, euros); `value` of 1000 and `currency` of JPY are 1,000 yen."""

    value: Annotated[int, Field(ge=0, le=10**12)]
    currency: Currency
