"""The page of a rule, and the catalogue of all rules, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.pack import Pack
from hoshin.check.page import Page
from hoshin.diff.rules.rule import ChangeRule
from hoshin.document.coverage import labels
from hoshin.document.nodes import (
    Block,
    Document,
    Foreign,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Meta,
    Paragraph,
    Preformatted,
    Section,
    Text,
)
from hoshin.kernel.ground import Ground
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence, words
from hoshin.translations.grounds import cited
from hoshin.translations.messages import FAMILIES, pack_catalogue


class Record(Struct, frozen=True):
    """What is known about one rule. `severities` are pairs of trigger and level, `messages` names in the catalogues.

    `change` and `kinds` belong to rules about versions: the rule, and the kinds of change that it judges.
    """

    id: str
    family: str
    slug: str = ""
    severities: tuple[tuple[str, str], ...] = ()
    messages: tuple[str, ...] = ()
    law: LawRule | None = None
    pack: Pack | None = None
    page: Page | None = None
    change: ChangeRule | None = None
    kinds: tuple[str, ...] = ()


def explain_document(
    records: Sequence[Record], lang: str, frame: Mapping[str, Words], day: date, name: str = "rules"
) -> Document:
    """Rules in one language, a section a pack, a heading a rule with its id as anchor; grounds as of `day`."""
    own = words(lang, "explain")
    sections = tuple(
        Section(
            f"pack-{family}",
            _text(group(own, "packs")[family]),
            tuple(block for one in members for block in _rule(one, lang, day)),
        )
        for family, members in groupby(records, key=lambda one: one.family)
    )
    alone = records[0].id if len(records) == 1 else ""
    title = sentence(str(own["title-one"]), {"rule": alone}) if alone else str(own["title"])
    return Document("rules", lang, _text(title), Meta(document=name, labels=labels(frame)), sections)


def _rule(one: Record, lang: str, day: date) -> Iterator[Block]:
    own = words(lang, "explain")
    title = _title(one, lang)
    yield Heading(_text(sentence(str(own["rule"]), {"rule": one.id, "title": title}).strip()), id=one.id.lower())
    if one.page is not None and not own["english"]:
        yield Paragraph(_text(one.page.duty))
    yield from (Paragraph(_text(line)) for line in _standing(one, lang, day))
    yield from _sentences(one, lang)
    if one.page is not None:
        if own["english"]:
            yield Paragraph(_text(str(own["english"])))
            yield Paragraph(_english(one.page.duty, lang))
        yield Heading(_text(str(own["why"])), level=4)
        yield Paragraph(_english(" ".join(one.page.why.split()), lang))
        for example in one.page.examples:
            heading = group(own, "headings")[example.heading]
            told = {"heading": heading, "shows": example.shows}
            yield Heading(_text(sentence(str(own["example"]), told) if example.shows else heading), level=4)
            yield Preformatted(example.yaml.rstrip("\n"))


def _title(one: Record, lang: str) -> str:
    if one.change:
        return group(words(lang, "change-rules"), one.id).get("title", one.slug)
    known = group(words(lang, pack_catalogue(one.id)), one.id) if one.law else {}
    return known.get("title", one.slug)


def _standing(one: Record, lang: str, day: date) -> Iterator[str]:
    own = words(lang, "explain")
    joiner = str(own["joiner"])
    if one.severities:
        levels, triggers = group(own, "levels"), group(own, "triggers")
        told = [
            sentence(str(own["level"]), {"level": levels[level], "trigger": triggers[name]}) if name else levels[level]
            for name, level in one.severities
        ]
        yield sentence(str(own["severity"]), {"list": joiner.join(told)})
    if one.change:
        class_ = group(own, "classes")[one.change.class_]
        actions = group(words(lang, "change-rules"), "actions")
        asked = joiner.join(actions[action] for action in one.change.actions)
        yield sentence(str(own["class"]), {"class": class_, "actions": asked, "kinds": joiner.join(one.kinds) or "–"})
        grounds = (*one.change.grounds, *one.change.japan)
        if grounds:
            yield _grounds(grounds, own, lang, day)
        if not one.change.confirmed:
            yield str(own["unconfirmed"])
        if consequence := group(words(lang, "change-rules"), one.id).get("japan"):
            yield consequence
        yield from _limits(one.change, own)
    if one.law is None or one.pack is None:
        return
    as_of = one.pack.as_of.isoformat()
    yield sentence(str(own["pack"]), {"pack": one.pack.id, "version": one.pack.version, "day": as_of})
    yield str(own["certain" if one.law.certain else "heuristic"])
    yield _grounds(one.law.grounds, own, lang, day)
    if not one.law.confirmed:
        yield str(own["unconfirmed"])
    elif one.pack.confirmed_by:
        yield sentence(str(own["confirmed"]), {"name": one.pack.confirmed_by})
    else:
        yield str(own["unsigned"])
    yield from _limits(one.law, own)


def _limits(rule: LawRule | ChangeRule, own: Mapping[str, Words]) -> Iterator[str]:
    """From when to when the duty exists."""
    for key, limit in (("from", rule.in_force_from), ("until", rule.in_force_until)):
        if limit is not None:
            yield sentence(str(own[key]), {"day": limit.isoformat()})


def _grounds(grounds: Sequence[Ground], own: Mapping[str, Words], lang: str, day: date) -> str:
    told = dict.fromkeys(_ground(ground, own, lang, day) for ground in grounds)
    return sentence(str(own["ground"]), {"grounds": str(own["joiner"]).join(told)})


def _ground(ground: Ground, own: Mapping[str, Words], lang: str, day: date) -> str:
    told = cited(ground, lang)
    if ground.in_force_from is not None and day < ground.in_force_from:
        return sentence(str(own["later"]), {"ground": told, "day": ground.in_force_from.isoformat()})
    if ground.in_force_until is not None and ground.in_force_until < day:
        return sentence(str(own["past"]), {"ground": told, "day": ground.in_force_until.isoformat()})
    return told


def _sentences(one: Record, lang: str) -> Iterator[Block]:
    """What the rule says, with the names of what is filled in standing in braces."""
    found = [entry for name in one.messages or (one.id,) for entry in _entries(name, lang)]
    if not found:
        return
    yield Heading(_text(str(words(lang, "explain")["says"])), level=4)
    told = [[entry[key] for key in ("message", "help") if entry.get(key)] for entry in found]
    yield ListBlock(tuple(Item(tuple(Paragraph(_text(" ".join(text.split()))) for text in texts)) for texts in told))


def _entries(name: str, lang: str) -> Iterator[Mapping[str, str]]:
    """The entry of that name, or those of a rule that has variants only."""
    catalogues = [f"findings/{family}" for family in FAMILIES]
    rule = name.partition(".")[0]
    if rule[:2].isupper() and not rule.startswith(("DOC", "CHG", "REL")):
        catalogues = [pack_catalogue(rule)]
    for catalogue in catalogues:
        known = words(lang, catalogue)
        if name in known:
            yield group(known, name)
            return
        variants = [key for key in known if key.startswith(f"{name}.")]
        if variants:
            yield from (group(known, key) for key in variants)
            return


def _english(text: str, lang: str) -> Inlines:
    """Words of the rule's file, which are English."""
    return _text(text) if lang.partition("-")[0] == "en" else (Foreign("en", _text(text)),)


def _text(text: str) -> Inlines:
    return (Text(text),)
