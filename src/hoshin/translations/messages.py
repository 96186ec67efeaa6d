"""The sentences of a finding in one language: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from hoshin.kernel.finding import Finding
from hoshin.translations.catalogues import Words, group, sentence, words

FAMILIES: Final = ("integrity", "document", "schema", "yaml", "project", "translations")
"""Catalogues below `findings/` that hold sentences."""
_LIKELY: Final = MappingProxyType(
    {
        "DOC119": "schema",
        "DOC120": "yaml",
        "DOC121": "yaml",
        "DOC122": "yaml",
        "DOC123": "yaml",
        "DOC124": "schema",
    }
)
_JOINERS: Final = MappingProxyType({"ja": "、"})
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Explained:
    """Both sentences of a finding, filled in. `help` is empty where there is nothing to advise."""

    message: str
    help: str


def explain(item: Finding, language: str) -> Explained:
    """The sentences of a finding. One that no catalogue knows keeps its id, so that it is never lost."""
    entry = _entry(item, language)
    joiner = _JOINERS.get(language.partition("-")[0], ", ")
    args = {name: value if value != "" else _NOTHING for name, value in item.args}
    return Explained(
        _filled(entry.get("message", item.message_id), args, joiner), _filled(entry.get("help", ""), args, joiner)
    )


def _entry(item: Finding, language: str) -> Mapping[str, str]:
    for family in _families(item.rule):
        catalogue: Mapping[str, Words] = words(language, f"findings/{family}")
        if item.message_id in catalogue:
            return group(catalogue, item.message_id)
    return {}


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
