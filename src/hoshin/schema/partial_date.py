"""Dates as precisely as they are known: a year, a month or a day (model.md 7.3)."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date
from typing import Final, Literal, Self

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from hoshin.kernel.regex import regex
from hoshin.schema.text_value import TextValueError, text_schema

_FORM: Final = regex(r"([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_SAID: Final = regex(r"([1-9][0-9]{3})(?: *[-/.年] *([0-9]{1,2})(?: *[-/.月] *([0-9]{1,2}))?)? *[年月日]?")

Precision = Literal["year", "month", "day"]


class PartialDateError(TextValueError):
    """A text that is no date. `code` names the fault for the message catalogues, `remedy` is what to write.

    `spelling` has a remedy (2026/7/1 is 2026-07-01); `calendar` (no such day or month) and `form` have none.
    """


class PartialDate(Struct, frozen=True):
    """A Gregorian date of the policy's own time zone; `month` and `day` are None where they are not known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has, and a day without a month."""
        if self.day is not None and self.month is None:
            raise PartialDateError("form")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise PartialDateError("calendar") from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that `2026`, `2026-03` or `2026-07-01` writes. Raises PartialDateError."""
        if match := _FORM.fullmatch(text):
            return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]  # the year always matches
        said = _SAID.fullmatch(unicodedata.normalize("NFKC", text).strip())
        if said is None:
            raise PartialDateError("form")
        year, month, day = (None if part is None else int(part) for part in said.groups())
        raise PartialDateError("spelling", str(cls(year or 0, month, day)))

    @classmethod
    def of(cls, day: date) -> Self:
        """A date that is known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """What is known of it."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The earliest day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def compare(self, other: PartialDate) -> Literal[-1, 0, 1] | None:
        """-1 when surely earlier, 1 when surely later, 0 when the same day, None when it cannot be known.

        Two equal months are None: the days in them may differ.
        """
        if self.last < other.first:
            return -1
        if self.first > other.last:
            return 1
        return 0 if self == other and self.precision == "day" else None

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Text in, the value in Python, the same text out in JSON.

        A fault has the type `date_<code>` with `remedy` in its context.
        """
        return text_schema(cls, cls.parse, "date")

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """For editors: the form; the calendar is checked on reading."""
        return {"type": "string", "pattern": f"^{_FORM.pattern}$", "examples": ["2026-07-01", "2026-03", "2026"]}
