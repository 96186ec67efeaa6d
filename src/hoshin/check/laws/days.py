"""The days on which a check depends: the day of the check and the day whose law is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct, field

from hoshin.policy.index import Index
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate


class Days(Struct, frozen=True):
    """The day of the check, and the day whose law is asked for where that is not the policy's effective date.

    `untranslated` is given where the policy is about to be published: texts that are missing or behind, by language.
    """

    today: date
    as_of: date | None = None
    untranslated: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def law(self, index: Index) -> date:
        """The day of the law: the one asked for, else the effective date, else today (rules.md 2.2)."""
        return self.as_of or effective(index) or self.today


def effective(index: Index) -> date | None:
    """The day on which the policy takes effect, where it names one to the day."""
    for path, one in index.typed(KindOfDate):
        if path == "date/effective" and isinstance(one.value, PartialDate) and one.value.day:
            return date(one.value.year, one.value.month or 1, one.value.day)
    return None
