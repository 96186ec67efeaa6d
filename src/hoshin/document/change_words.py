"""The sentence of one event, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from pydantic import JsonValue

from hoshin.diff.change import Change
from hoshin.diff.patterns import pattern
from hoshin.diff.references import targets
from hoshin.document.change_message import family_name, is_member, is_text, message_of, owner_of, way_inside
from hoshin.document.change_values import WORDED, Side, telling
from hoshin.schema.keeping import Requests
from hoshin.schema.purpose import LegalBasis
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence
from hoshin.translations.formats import enumeration, language_name, quote

_SAYS_LESS: Final = frozenset({"status", "text", "reason", "period", "default", "value"})
"""Fields that say less than the one that they stand in: the status of an answer, the period of a deadline."""
_KEYED: Final = {"uses": "data", "fields": "data", "items": "", "safeguards": "", "members": "", "exceptions": ""}
"""Lists whose members are named by something else than a bare reference."""


class Teller(Struct, frozen=True):
    """Tells events. Both sides are in the language of the catalogue."""

    old: Side
    new: Side
    words: Mapping[str, Words]

    def sentence(self, change: Change) -> str:
        """What happened, as people are told."""
        said = sentence(str(self.words[message_of(change)]), self._arguments(change))
        return said.removesuffix(".") if said.endswith("..") else said  # a name that ends with its own full stop

    def title(self, change: Change) -> str:
        """The name of what the event is about; what it is, where it has no name."""
        return self.name(owner_of(change)) or self.kind_of_fact(change)

    def name(self, path: str) -> str:
        """A fact's name, as new as there is."""
        return self.new.name(path) or self.old.name(path)

    def place(self, unit_id: str) -> int:
        """Where a text stands among all, so that what came or went together is read in its own order."""
        found = self.new.places.get(unit_id)
        return found if found is not None else self.old.places.get(unit_id, 0)

    def kind_of_fact(self, change: Change) -> str:
        """What it is that changed: a purpose, a right."""
        return group(self.words, "families")[family_name(change)]

    def _arguments(self, change: Change) -> Mapping[str, str]:
        title, name = self._titled(change), self._named(change)
        values = self._values(change)
        step = self._step(change, values)
        return {
            "title": title,
            "name": name or title,
            "of_name": self._beside(change, name if name != title else ""),
            "entity": self.kind_of_fact(change),
            "named": self._kind_and_title(change, title),
            "field": self._field(change),
            "before": values[0],
            "after": values[1],
            "step": step,
            "of_step": self._of_step(change, step, values),
            "of_right": self._with("of-right", title=title) if change.entity.type == "right" else "",
            "of_field": self._of_detail(change, step) if is_member(change) else self._of_field(change),
            "of_detail": self._of_detail(change, step),
            "uses": self._uses(change),
            "language": self._language(change),
            "mapping": self._mapping(change),
        }

    def _kind_and_title(self, change: Change, title: str) -> str:
        """What it is and its name; what there is one of, and what has no name, is said once."""
        entity = self.kind_of_fact(change)
        return entity if title == entity else self._with("named", entity=entity, title=title)

    def _with(self, key: str, **arguments: str) -> str:
        return sentence(str(self.words[key]), arguments)

    def _titled(self, change: Change) -> str:
        """The name of the fact, and in brackets the part of it that the event is about."""
        title, part = self.title(change), self._within(change)
        if not part or part == title:
            return title
        if change.entity.type == "collection-point":  # a field is known by what it asks for
            title, part = part, title
        return title + self._with("of-name", name=part)

    def _within(self, change: Change) -> str:
        """The part of a fact that holds what changed, if it has a name."""
        way = way_inside(change)
        steps = pattern(family_name(change), way)[0].split("/")
        place = next((at for at, step in enumerate(steps[:-1]) if step == "*" and at), 0)
        if not place:
            return ""
        holder, member = way[place - 1], way[place]
        return self._part(change, holder, member) or self._named_by(holder, member)

    def _named_by(self, holder: str, member: str) -> str:
        """The name of the fact that a member of a list stands for."""
        field = {**_KEYED, "exceptions": "data"}.get(holder) or holder
        names = (self.name(path) for path in targets(field, member.removeprefix("data/")))
        return next((name for name in names if name), "")

    def _step(self, change: Change, values: tuple[str, str]) -> str:
        """From what to what; a member of a list came or went, and what stood beside it stayed."""
        before, after = values
        if not is_member(change):
            return self._with("step", before=before, after=after)
        return (
            self._with("step-added", after=after)
            if change.before is None
            else self._with("step-removed", before=before)
        )

    def _of_step(self, change: Change, step: str, values: tuple[str, str]) -> str:
        """By what the reach of a fact, or the meaning of a term, changed; a list that limits appears or vanishes."""
        if change.kind.endswith("SCOPE_NARROWED") and change.before is None:
            step = self._with("step-limited", after=values[1])
        elif change.kind.endswith("SCOPE_WIDENED") and change.after is None:
            step = self._with("step-unlimited", before=values[0])
        elif not is_member(change) and (change.before is None or change.after is None or is_text(change)):
            return ""
        return self._with("of-step", step=step)

    def _of_field(self, change: Change) -> str:
        field = self._field(change) if way_inside(change) else ""
        return "" if field in {"", self.words["unnamed"]} else self._with("of-field", field=field)

    def _of_detail(self, change: Change, step: str) -> str:
        """Which field changed, and from what to what unless a redline shows it."""
        field = self._of_field(change)
        if not field or is_text(change):
            return field
        return self._with("of-detail", field=self._field(change), step=step)

    def _uses(self, change: Change) -> str:
        """The uses of data that a legal basis is for: its purposes, else its data or recipients, else its own name."""
        for side in (self.new, self.old):
            entry = side.loaded.index.entries.get(owner_of(change))
            basis = entry.value if entry is not None else None
            if isinstance(basis, LegalBasis):
                for kind, chosen in (
                    ("purpose", basis.purposes),
                    ("data", basis.data),
                    ("recipient", basis.recipients),
                ):
                    names = [name for one in chosen if (name := self.name(f"{kind}/{one}"))] if chosen != "any" else []
                    if names:
                        return enumeration(self.new.locale, [quote(self.new.locale, name) for name in names], "and")
        return quote(self.new.locale, self.title(change))

    def _beside(self, change: Change, name: str) -> str:
        """What stands in brackets beside the name: the country of a new recipient, the member of a list."""
        body = change.after.value if change.after is not None else None
        if change.kind == "RECIPIENT_ADDED":  # its sentence says the name of a member already
            country = body.get("country") if isinstance(body, dict) else None
            name = self.new.shown(country, "country") if country is not None else ""
        return sentence(str(self.words["of-name"]), {"name": name}) if name else ""

    def _named(self, change: Change) -> str:
        """The member of a list that came, went or moved; empty where the event is about no member."""
        way = way_inside(change)
        if not way or not pattern(family_name(change), way)[0].endswith("*"):
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
        return self.name("/".join((owner_of(change), holder, member)))

    def _field(self, change: Change) -> str:
        """What the field is called: of this kind of fact, or of all."""
        known, kind = group(self.words, "fields"), change.entity.type
        way = pattern(family_name(change), way_inside(change))[0].split("/")
        named = [(step, name) for step in reversed(way) if (name := known.get(f"{kind}.{step}") or known.get(step))]
        if len(named) > 1 and named[0][0] in _SAYS_LESS:
            named = named[1:]
        return named[0][1] if named else str(self.words["unnamed"])

    def _values(self, change: Change) -> tuple[str, str]:
        """Both values in the language of the reader; one that no translation follows yet is told as the source says."""
        before, after = (self._value(change, before=side) for side in (True, False))
        if before == after and change.before != change.after:
            return before, self._value(change, before=False, translated=False)
        return before, after

    def _value(self, change: Change, *, before: bool, translated: bool = True) -> str:
        side, content = (self.old, change.before) if before else (self.new, change.after)
        if content is None or content.value is None:
            return str(self.words["not-stated-before" if before else "not-stated-now"])
        way = way_inside(change)
        if change.kind in {"PURPOSE_SPLIT", "PURPOSES_MERGED", "CLAUSE_SPLIT", "CLAUSES_JOINED"}:
            return self._names(change.entity.type, content.value)
        if way[-2:] == ("amount", "value") and (amount := self._amount(side, way, content.value)):
            return amount
        if translated and (said := self._unit(change, side, content.value)):
            return said
        steps, wording = pattern(family_name(change), way)
        field = next((step for step in reversed(steps.split("/")) if step != "*"), "")
        return side.shown(content.value, _KEYED.get(field) or field, wording=wording)

    def _amount(self, side: Side, way: tuple[str, ...], value: JsonValue) -> str:
        """A fee in its currency."""
        fee = side.loaded.policy.requests.fee if isinstance(side.loaded.policy.requests, Requests) else None
        if fee is None or fee.amount is None or way != ("fee", "amount", "value"):
            return ""
        return side.shown({"value": value, "currency": fee.amount.currency}, "amount")

    def _unit(self, change: Change, side: Side, value: JsonValue) -> str:
        """The words of a value that is a text, or is best told by one."""
        path = "/".join(change.path)
        if isinstance(value, str):
            return side.unit(path)
        if change.path[-1] == "address" and isinstance(value, dict):
            parts = {name: self._line(change, name, side) or part for name, part in value.items()}
            return side.shown(parts, "address")
        told = telling(value) if isinstance(value, dict) else None
        return side.unit(f"{path}/{told}") if told is not None and told in WORDED else ""

    def _line(self, change: Change, name: str, side: Side) -> str:
        """A part of an address in the language of the reader; empty where the translation does not follow yet."""
        path = "/".join((*change.path, name))
        bodies = [content.value if content is not None else None for content in (change.before, change.after)]
        parts = [body.get(name) if isinstance(body, dict) else None for body in bodies]
        is_behind = side is self.new and parts[0] != parts[1] and self.old.unit(path) == self.new.unit(path)
        return "" if is_behind else side.unit(path)

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
