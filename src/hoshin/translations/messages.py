"""The sentences of a finding in one language: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from hoshin.kernel.finding import Arg, Finding
from hoshin.kernel.regex import regex
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence, words
from hoshin.translations.grounds import all_cited
from hoshin.translations.named_keys import named_key

FAMILIES: Final = ("integrity", "document", "schema", "yaml", "project", "translations", "rules", "changes")
"""Catalogues below `findings/` that hold sentences."""
_LIKELY: Final = MappingProxyType(
    {
        "DOC119": "schema",
        "DOC120": "yaml",
        "DOC121": "yaml",
        "DOC122": "yaml",
        "DOC123": "yaml",
        "DOC124": "schema",
        "DOC142": "rules",
        "DOC143": "rules",
        "DOC144": "rules",
        "DOC145": "rules",
        "DOC146": "rules",
    }
)
GENERAL: Final = "laws/general"
"""Catalogue of what all laws have in common."""
_PACK: Final = regex(r"([A-Z]{2,8})[0-9]{3}")
OWN: Final = "project.rule"
"""A rule of the project, whose sentences travel with the finding."""
KEYS: Final = "keys"
"""The argument with keys that people must write; `named` are those that they only read about."""
_NAMED: Final = frozenset({KEYS, "named"})
_JOINERS: Final = MappingProxyType({"ja": "、"})
_NOTHING: Final = "–"


class Explained(Struct, frozen=True):
    """Both sentences of a finding, filled in. `help` is empty where there is nothing to advise.

    `ground` cites what the rule is built on, and says what a reader must know of it; empty for what is no law's.
    """

    message: str
    help: str
    ground: str = ""


def explain(item: Finding, language: str) -> Explained:
    """The sentences of a finding. One that no catalogue knows keeps its id, so that it is never lost."""
    entry = _entry(item, language)
    joiner = _JOINERS.get(language.partition("-")[0], ", ")
    args = {name: value if value != "" else _NOTHING for name, value in item.args}
    if item.message == OWN:
        return Explained(entry["message"], entry["help"])
    if item.law is not None:
        args["title"] = rule_title(item.rule, language)
        args = {name: _named(value, language, name) for name, value in args.items()}
    return Explained(
        _filled(entry.get("message", item.message_id), args, joiner),
        _filled(entry.get("help", ""), args, joiner),
        _ground(item, language),
    )


def _named(value: Arg, language: str, name: str) -> Arg:
    if name not in _NAMED or not isinstance(value, tuple):
        return value
    return tuple(named_key(key, language, typed=name == KEYS) for key in value)


def pack_catalogue(rule: str) -> str:
    """Name of the catalogue that holds the sentences of a law's rule."""
    match = _PACK.fullmatch(rule)
    return f"laws/{match[1].lower()}" if match else GENERAL


def rule_title(rule: str, language: str) -> str:
    """What the rule asks for, as a noun; its id where no catalogue knows it."""
    return group(words(language, pack_catalogue(rule)), rule).get("title", rule)


def _ground(item: Finding, language: str) -> str:
    if item.law is None:
        return ""
    own = group(words(language, GENERAL), "words")
    said = [sentence(own["ground"], {"grounds": all_cited(item.law.grounds, language)})] if item.law.grounds else []
    said += [] if item.law.certain else [own["heuristic"]]
    said += [] if item.law.confirmed else [own["unconfirmed"]]
    return (" " if language == "en" else "　").join(said)


def _entry(item: Finding, language: str) -> Mapping[str, str]:
    if item.message == OWN:
        return _own(item, language)
    if item.law is not None:
        family = GENERAL if item.message_id.startswith("law.") else pack_catalogue(item.rule)
        return group(words(language, family), item.message_id)
    for family in _families(item.rule):
        catalogue: Mapping[str, Words] = words(language, f"findings/{family}")
        if item.message_id in catalogue:
            return group(catalogue, item.message_id)
    return {}


def _own(item: Finding, language: str) -> Mapping[str, str]:
    """The project's own sentences in the language, else in English, else in the first one that there is."""
    args = {name: str(value) for name, value in item.args}

    def said(part: str) -> str:
        there = [name for name in args if name.startswith(f"{part}_")]
        name = next((f"{part}_{one}" for one in (language, "en") if f"{part}_{one}" in args), there[0])
        return args[name]

    return {"message": said("message"), "help": said("help")}


def _families(rule: str) -> Iterator[str]:
    """All catalogues, the likely one first: each is a file that need not be read for nothing."""
    first = _LIKELY.get(rule) or ("integrity" if rule.startswith("DOC") else "translations")
    yield first
    yield from (family for family in FAMILIES if family != first)


def _filled(template: str, args: Mapping[str, object], joiner: str) -> str:
    """The template with its arguments; without them where one is missing, which a test forbids."""
    try:
        return sentence(template, args, joiner)
    except KeyError:
        return template
