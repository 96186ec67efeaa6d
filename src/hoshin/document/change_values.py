"""Names and values of changed facts as people read them: never an id, a field name or null."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct
from pydantic import BaseModel, JsonValue

from hoshin.diff.references import targets
from hoshin.document.nodes import plain
from hoshin.document.texts import Printer
from hoshin.document.values import Facts
from hoshin.kernel.regex import regex
from hoshin.policy.limit_notation import read_day, read_end, read_length
from hoshin.policy.load import Loaded
from hoshin.schema.money import Amount
from hoshin.schema.names import COUNTRY_FIELDS
from hoshin.schema.period import Duration
from hoshin.schema.section import Section
from hoshin.schema.vocabulary import shipped
from hoshin.translations.addresses import AddressParts, address
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence
from hoshin.translations.dates import kind_of_date
from hoshin.translations.formats import age, enumeration, language_name, number, region_name
from hoshin.translations.limits import event, full_time_limit, until
from hoshin.translations.locale import Locale
from hoshin.translations.money import money

_NAMES: Final = ("title", "name", "term", "legal-name")
_WORD: Final = regex(r"[a-z][a-z0-9_-]*")
_PERIOD: Final = regex(r"\bP[0-9YMWDTHS]+\b")
_DATE: Final = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TERM: Final = regex(r"[a-z][a-z0-9-]{0,20}:[A-Za-z0-9][A-Za-z0-9_-]*")
_AGES: Final = frozenset({"min-age", "alone-from"})
_LANGUAGES: Final = frozenset({"source-locale", "locales", "languages", "language"})
_LENGTHS: Final = frozenset({"period", "min", "max", "lifetime", "extension", "illustration", "every"})
_NAMES_AS_TYPED: Final = frozenset({"name", "domain", "domains"})
"""Fields with names that machines read, such as that of a cookie: no word of ours, so each character stays."""
_TELLING: Final = (
    "title", "text", "name", "kind", "period", "until", "every", "default", "url", "fee", "min-age", "data", "when",
)  # fmt: skip
"""Fields of a body that say best what it is, the first that it has."""
WORDED: Final = frozenset({"title", "text", "name"})
"""Of these, the ones that are texts."""
_MOST: Final = 120
"""Characters of a text that stands in for a name."""


class Side(Struct, frozen=True, dict=True):
    """One side of a comparison in one language."""

    loaded: Loaded
    locale: Locale
    frame: Mapping[str, Words]
    changes: Mapping[str, Words]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Texts by unit id."""
        return {unit.id: unit.text for unit in self.loaded.units}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each text stands, counted from the first."""
        return {name: at for at, name in enumerate(self.texts)}

    @cached_property
    def printer(self) -> Printer:
        """Fills placeholders with the values of this side."""
        sections = [entry for entry in self.loaded.index.of_kind("section") if isinstance(entry.value, Section)]
        numbered = [entry.path for entry in sections if isinstance(entry.value, Section) and entry.value.numbered]
        numbers = {path: count for count, path in enumerate(numbered, start=1)}
        return Printer(Facts(self.loaded, self.locale, numbers, self.frame), frozenset())

    def printed(self, text: str) -> str:
        """A text as the document prints it, without markup."""
        return plain(self.printer.inlines(text))

    def unit(self, unit_id: str) -> str:
        """The printed text of a unit; empty where this side has none."""
        text = self.texts.get(unit_id)
        return self.printed(text) if text is not None else ""

    def name(self, path: str) -> str:
        """The name of a fact: its title, else its words if they are short; empty where it has neither."""
        return self.unit(self.naming(path))

    def naming(self, path: str) -> str:
        """The id of the text that names a fact; empty where none does."""
        for field in _NAMES:
            if self.texts.get(f"{path}/{field}"):
                return f"{path}/{field}"
        words = self.unit(f"{path}/text")
        return f"{path}/text" if words and len(words) <= _MOST else ""

    def shown(self, value: JsonValue, field: str, *, wording: bool = False) -> str:
        """A value of a field as people read it."""
        match value:
            case bool():
                return str(self.changes["yes" if value else "no"])
            case int():
                return age(self.locale, value, full=True) if field in _AGES else number(self.locale, value)
            case str():
                return self.printed(value) if wording else self._word(value, field)
            case list():
                members = [self.shown(part, field, wording=wording) for part in value]
                return enumeration(self.locale, members, "plain")
            case dict():
                return self._body(value, field)
            case _:
                return str(self.changes["unnamed"])

    def _body(self, value: Mapping[str, JsonValue], field: str) -> str:
        if field == "address":
            known = {name.replace("-", "_"): str(part) for name, part in value.items()}
            return address(self.locale, AddressParts(**known))
        if field == "amount":
            return money(self.locale, Amount.model_validate(value))
        if field == "scope":
            return enumeration(self.locale, [self.shown(part, name) for name, part in value.items()], "plain")
        told = telling(value)
        if told is None:
            return str(self.changes["unnamed"])
        said = self.shown(value[told], told, wording=told in WORDED)
        return self._of(value, self._where(value, said))

    def _of(self, value: Mapping[str, JsonValue], said: str) -> str:
        """A period with the data that it is for."""
        if not isinstance(value.get("of"), list):
            return said
        return sentence(str(self.changes["of-value"]), {"name": self.shown(value["of"], "of"), "value": said})

    def _where(self, value: Mapping[str, JsonValue], said: str) -> str:
        """A value with the regions for which alone it holds."""
        scope = value.get("scope")
        regions = scope.get("region") if isinstance(scope, dict) else None
        if not isinstance(regions, list):
            return said
        return said + sentence(str(self.changes["of-name"]), {"name": self.shown(regions, "region")})

    def _word(self, value: str, field: str) -> str:
        for path in targets(field, value):
            owner = self.loaded.index.owner(path)
            if owner is not None and (named := self.name(owner.path)):
                return named
        return self._formatted(value, field) or self._closed(value, field)

    def _formatted(self, value: str, field: str) -> str:
        region = region_name(self.locale, value)
        if field.replace("-", "_") in {*COUNTRY_FIELDS, "region", "law_of"} and region != value:
            return region
        if field in _LANGUAGES:
            return language_name(self.locale, value)
        if field in _LENGTHS or (_PERIOD.fullmatch(value) and field not in _NAMES_AS_TYPED):
            return self._length(value)
        if field == "value" or (_DATE.fullmatch(value) and field not in _NAMES_AS_TYPED):
            return self._day(value)
        if field in {"until", "starts-from"}:
            return self._event(value, field)
        return self._term(value) if _TERM.fullmatch(value) else ""

    def _as_typed(self, period: re.Match[str]) -> str:
        return self._typed.get(period.group(), period.group())

    @cached_property
    def _typed(self) -> Mapping[str, str]:
        """Periods as this side types them, by the form in which they are compared; none that it types in two ways."""
        found: dict[str, set[str]] = {}
        for entry in self.loaded.index.entries.values():
            for period in _periods(entry.value):
                found.setdefault(period.canonical, set()).add(period.text)
        return {canonical: next(iter(typed)) for canonical, typed in found.items() if len(typed) == 1}

    def _length(self, value: str) -> str:
        try:
            return full_time_limit(self.locale, read_length(_PERIOD.sub(self._as_typed, value)))
        except ValueError:
            return ""

    def _event(self, value: str, field: str) -> str:
        return until(self.locale, read_end(value)) if field == "until" else event(self.locale, value)

    def _day(self, value: str) -> str:
        try:
            return kind_of_date(self.locale, read_day(value), self._groups)
        except ValueError:
            return ""

    def _groups(self, groups: tuple[str, ...]) -> str:
        names = [self.name(f"subject/{group}") or group for group in groups]
        return enumeration(self.locale, names, "and")

    def _term(self, value: str) -> str:
        """The label of a vocabulary term; a project's own term without one is read by its local name."""
        known = shipped().get(value)
        label = self.locale.labels().get(value)
        if label is None and known is not None:
            label = known.label_in(self.locale.language) or known.label
        return label or value.partition(":")[2].replace("-", " ")

    def _closed(self, value: str, field: str) -> str:
        """A word of a closed list; an open list's own word is the policy's, without its underscores."""
        if field in _NAMES_AS_TYPED:
            return value
        known = group(self.changes, "values")
        found = known.get(f"{field}.{value}") or known.get(value)
        return found or (value.replace("_", " ") if _WORD.fullmatch(value) else value)


def telling(value: Mapping[str, JsonValue]) -> str | None:
    """The field of a body that says best what it is."""
    return next((name for name in _TELLING if name in value), None)


def _periods(value: object) -> Iterator[Duration]:
    """The periods inside a value; nesting is bounded by the model."""
    if isinstance(value, Duration):
        yield value
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            part = getattr(value, name)
            if not isinstance(part, str):  # as most are
                yield from _periods(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _periods(part)
