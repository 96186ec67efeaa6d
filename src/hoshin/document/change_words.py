"""The sentence of one event, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from pydantic import JsonValue

from hoshin.diff.change import Change
from hoshin.diff.kinds import KINDS
from hoshin.diff.patterns import models_of, pattern
from hoshin.document.change_values import Side
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.walk import hyphened
from hoshin.translations.catalogue_file import Words
from hoshin.translations.catalogues import group, sentence
from hoshin.translations.formats import enumeration, language_name, quote

_BOTH: Final = frozenset({"RETENTION_EXTENDED", "RETENTION_SHORTENED", "RECIPIENT_COUNTRY_CHANGED"})
"""Kinds whose sentence compares two values; where one side states none, the plain form of a change is used."""
_KEYED: Final = {"uses": "data", "fields": "data", "items": "", "safeguards": "", "members": "", "exceptions": ""}
"""Lists whose members are named by something else than a bare reference."""


class Teller(Struct, frozen=True):
    """Tells events. Both sides are in the language of the catalogue."""

    old: Side
    new: Side
    words: Mapping[str, Words]

    def sentence(self, change: Change) -> str:
        """What happened, as people are told."""
        key = KINDS[change.kind].message
        one_sided = change.before is None or change.after is None
        if one_sided and change.kind.endswith("TITLE_CHANGED"):
            key = "ENTITY_TEXT_CHANGED"
        elif one_sided and change.kind in _BOTH:
            key = "ENTITY_CHANGED"
        said = sentence(str(self.words[key]), self._arguments(change))
        return said.removesuffix(".") if said.endswith("..") else said  # a name that ends with its own full stop

    def title(self, change: Change) -> str:
        """The name of what the event is about; what it is, where it has no name."""
        return self.name(_owner(change)) or self.kind_of_fact(change)

    def name(self, path: str) -> str:
        """A fact's name, as new as there is."""
        return self.new.name(path) or self.old.name(path)

    def kind_of_fact(self, change: Change) -> str:
        """What it is that changed: a purpose, a right."""
        return group(self.words, "families")[_family(change)]

    def _arguments(self, change: Change) -> Mapping[str, str]:
        title, name = self.title(change), self._named(change)
        return {
            "title": title,
            "name": name or title,
            "of_name": self._beside(change, name if name != title else ""),
            "entity": self.kind_of_fact(change),
            "field": self._field(change),
            "before": self._value(change, before=True),
            "after": self._value(change, before=False),
            "language": self._language(change),
            "mapping": self._mapping(change),
        }

    def _beside(self, change: Change, name: str) -> str:
        """What stands in brackets beside the name: the country of a new recipient, the member of a list."""
        body = change.after.value if change.after is not None else None
        if change.kind == "RECIPIENT_ADDED":  # its sentence says the name of a member already
            country = body.get("country") if isinstance(body, dict) else None
            name = self.new.shown(country, "country") if country is not None else ""
        return sentence(str(self.words["of-name"]), {"name": name}) if name else ""

    def _named(self, change: Change) -> str:
        """The member of a list that came, went or moved; empty where the event is about no member."""
        way = _inside(change)
        if not way or not pattern(_family(change), way)[0].endswith("*"):
            return ""
        member, holder = way[-1], way[-2] if len(way) > 1 else ""
        if holder == "order":
            return self.name(member)
        if holder == "members":
            return self.new.printed(member)
        for side, content in ((self.new, change.after), (self.old, change.before)):
            if content is not None and isinstance(content.value, dict):
                return side.shown(content.value, _KEYED.get(holder) or holder)
        field = _KEYED.get(holder) or holder
        return self._part(change, holder, member) or self.new.shown(member, field)

    def _part(self, change: Change, holder: str, member: str) -> str:
        """A named part of a fact, such as an item of a purpose."""
        return self.name("/".join((_owner(change), holder, member)))

    def _field(self, change: Change) -> str:
        known = group(self.words, "fields")
        way = pattern(_family(change), _inside(change))[0].split("/")
        return next((known[step] for step in reversed(way) if step in known), str(self.words["unnamed"]))

    def _value(self, change: Change, *, before: bool) -> str:
        side, content = (self.old, change.before) if before else (self.new, change.after)
        if content is None or content.value is None:
            return str(self.words["not-stated-before" if before else "not-stated-now"])
        way = _inside(change)
        if change.kind in {"PURPOSE_SPLIT", "PURPOSES_MERGED", "CLAUSE_SPLIT", "CLAUSES_JOINED"}:
            return self._names(change.entity.type, content.value)
        steps, wording = pattern(_family(change), way)
        field = next((step for step in reversed(steps.split("/")) if step != "*"), "")
        return side.shown(content.value, _KEYED.get(field) or field, wording=wording)

    def _names(self, kind: str, ids: JsonValue) -> str:
        listed = [str(part) for part in ids] if isinstance(ids, list) else [str(ids)]
        named = [quote(self.new.locale, self.name(f"{kind}/{part}") or part) for part in listed]
        return enumeration(self.new.locale, named, "and")

    def _language(self, change: Change) -> str:
        """The language that the event is about: of a translation, the last step of its path that is one."""
        known = self.new.locale.languages
        code = next((step for step in reversed(change.path) if step in known), change.path[-1])
        return language_name(self.new.locale, code)

    def _mapping(self, change: Change) -> str:
        if change.kind != "SECTIONS_RENUMBERED" or change.before is None or change.after is None:
            return ""
        before, after = change.before.value, change.after.value
        if not isinstance(before, dict) or not isinstance(after, dict):
            return ""
        none = str(self.words["unnumbered"])
        steps = [
            sentence(
                str(self.words["renumbered"]),
                {
                    "title": quote(self.new.locale, self.name(f"section/{section}")),
                    "before": before[section] or none,
                    "after": after[section] or none,
                },
            )
            for section in after
        ]
        return enumeration(self.new.locale, steps, "plain")


def _owner(change: Change) -> str:
    return f"{change.entity.type}/{change.entity.id}" if change.entity.id else change.entity.type


def _family(change: Change) -> str:
    """The family of the fact, seen from the path of the event."""
    kind = change.entity.type
    if kind == "section":
        return "clause" if set(change.path[2:3]) - _section_fields() else "section"
    if kind != "data":
        return kind
    return "data-item" if change.kind.startswith("DATA_ITEM") else "data-category"


def _section_fields() -> frozenset[str]:
    return frozenset(hyphened(name) for model in models_of("section") for name in model.model_fields)


def _inside(change: Change) -> tuple[str, ...]:
    """The way into the fact."""
    many = BY_NAME[change.entity.type].many and bool(change.entity.id)
    return change.path[1 + many + (_family(change) == "clause") :]
