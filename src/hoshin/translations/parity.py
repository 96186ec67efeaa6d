"""A text beside its translation: what every lint looks at (translations.md section 17)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct, field

from hoshin.kernel.finding import Arg, Severity
from hoshin.policy.amounts import Amount, amounts, half_width, without_addresses
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.policy.wording import Wording, wording
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration, DurationError
from hoshin.schema.time_limit import TimeLimit
from hoshin.translations.glossary import Glossary

_PARTS: Final = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})


class Typed(Struct, frozen=True):
    """A value that the translation types where the source has a placeholder."""

    placeholder: str
    text: str
    amount: Amount | None = None


class Pair(Struct, frozen=True, dict=True):
    """Source text and translation, each on one line, their languages, and what the source's placeholders stand for.

    `glossary` has the words of the two languages, `terms` are labels that the policy defines. `tables` are words of
    languages that the tool has no table for, made from the project's own files.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    values: Mapping[str, object] = field(default_factory=dict)
    glossary: Glossary | None = None
    terms: tuple[str, ...] = ()
    tables: Mapping[str, Wording] = field(default_factory=dict)

    @cached_property
    def source_words(self) -> Wording | None:
        """The table of words of the source's language."""
        return self.tables.get(self.source_language) or wording(self.source_language)

    @cached_property
    def target_words(self) -> Wording | None:
        """The table of words of the translation's language."""
        return self.tables.get(self.target_language) or wording(self.target_language)

    @property
    def is_japanese(self) -> bool:
        """Whether the translation is Japanese."""
        return self.target_language.partition("-")[0] == "ja"

    @property
    def is_unspaced(self) -> bool:
        """Whether the translation's language writes no spaces between words."""
        return self.target_language.partition("-")[0] in {"ja", "zh"}

    @cached_property
    def source_amounts(self) -> tuple[Amount, ...]:
        """Numbers and dates of the source."""
        return amounts(self.source, self.source_words) if self.source_words else ()

    @cached_property
    def target_amounts(self) -> tuple[Amount, ...]:
        """Numbers and dates of the translation."""
        return amounts(self.target, self.target_words) if self.target_words else ()

    @cached_property
    def source_placeholders(self) -> Counter[str]:
        """Placeholders of the source and how often each stands there."""
        return Counter(each.written.replace(" ", "") for each in find(self.source))

    @cached_property
    def target_placeholders(self) -> Counter[str]:
        """Placeholders of the translation and how often each stands there."""
        return Counter(each.written.replace(" ", "") for each in find(self.target))

    @cached_property
    def typed(self) -> tuple[Typed, ...]:
        """Values of missing placeholders that the translation types instead."""
        missing = [each for each in self.source_placeholders if each not in self.target_placeholders]
        return tuple(found for each in missing if (found := self._typed(each)) is not None)

    def _typed(self, placeholder: str) -> Typed | None:
        if placeholder.startswith(f"{{{ARTICLE}:"):
            return self._typed_article(placeholder)
        value = self.values.get(placeholder)
        if isinstance(value, str):
            return Typed(placeholder, value) if value and value in self.target else None
        for amount in self.target_amounts:
            if _is_value(amount, value):
                return Typed(placeholder, self.target[amount.start : amount.end].strip(), amount)
        return None

    def _typed_article(self, placeholder: str) -> Typed | None:
        words = self.target_words
        match = words.article.search(half_width(without_addresses(self.target))) if words else None
        if match is None:
            return None
        inside = (each for each in self.target_amounts if match.start() <= each.start < match.end())
        return Typed(placeholder, self.target[match.start() : match.end()].strip(), next(inside, None))


def _is_duration(amount: Amount, value: Duration) -> bool:
    if amount.unit not in _PARTS or not amount.value.isdecimal():
        return False
    try:
        return Duration.of(**{f"{amount.unit}s": int(amount.value)}).canonical == value.canonical
    except DurationError:
        return False


def _is_value(amount: Amount, value: object) -> bool:
    match value:
        case Duration():
            return _is_duration(amount, value)
        case TimeLimit(period=Duration() as period):
            return _is_value(amount, period)
        case PartialDate():
            return amount.unit == "date" and amount.value == str(value)
        case int():
            return amount.unit in {"", "age"} and amount.value == str(value)
        case _:
            return False


class Trouble(Struct, frozen=True):
    """What a lint found in one pair; `variant` chooses the sentence, `severity` is the lint's own where left out."""

    args: Mapping[str, Arg] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None


class _Named(Struct, frozen=True):
    """What a lint is called and says. `variants` are its sentences in the catalogue; none means one of its id."""

    id: str
    severity: Severity

    def name_in(self, locale: str) -> str:
        """The lint's name in a language: `ja-number`, `de-number`."""
        return f"{locale.partition('-')[0]}-{self.id.partition('-')[2]}"


class Lint(_Named, frozen=True):
    """A lint of one text beside its translation."""

    find: Callable[[Pair], Iterator[Trouble]]
    variants: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """Names of its entries in the catalogues."""
        return tuple(f"{self.id}.{variant}" for variant in self.variants) or (self.id,)


Texts = Sequence[tuple[str, Pair]]
"""Ids of texts with their translations, in the order of the policy."""


class WholeLint(_Named, frozen=True):
    """A lint of a whole translation; it names the text that each trouble is in."""

    find: Callable[[Texts], Iterator[tuple[str, Trouble]]]
    variants: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """Names of its entries in the catalogues."""
        return tuple(f"{self.id}.{variant}" for variant in self.variants) or (self.id,)
