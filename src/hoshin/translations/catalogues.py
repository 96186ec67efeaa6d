"""The tool's own sentences: `translations/<language>/<family>.yaml` of the package, the same keys in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from hoshin.kernel.compiled import compiled
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.regex import regex
from hoshin.policy.yaml_events import parse
from hoshin.translations.catalogue_entry import Words, read_entry
from hoshin.translations.pseudo import PSEUDO, base, pseudo

_FOLDER: Final = Path(__file__).resolve().parent
_LANGUAGE: Final = regex(r"[a-z]{2,3}")
_FAMILY: Final = regex(r"[a-z][a-z-]*(/[a-z][a-z-]*)?")
_ARGUMENT: Final = regex(r"\{([a-z][a-z0-9_]*)\}")


def languages() -> tuple[str, ...]:
    """Languages that the tool speaks, sorted."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir() if (folder / "document.yaml").is_file()))


@cache
def words(lang: str, family: str) -> Mapping[str, Words]:
    """All entries of a catalogue (`document`, `labels`, `findings/schema`); each file is read once.

    A region is left out (`en-GB` reads `en`). Raises NotThereError `no-catalogue` for a language that the tool does
    not speak, ValueError for a file of the package that is broken.
    """
    if lang in PSEUDO:
        return MappingProxyType({key: _pseudo(entry, lang) for key, entry in words(base(lang), family).items()})
    language = lang.partition("-")[0]
    if not has_words(lang, family):
        raise NotThereError("no-catalogue", lang=lang, family=family)
    file = _FOLDER / language / f"{family}.yaml"
    name = f"translations/{language}/{family}.yaml"
    return MappingProxyType({key: read_entry(entry, name) for key, entry in compiled(file).items()})


def has_words(lang: str, family: str) -> bool:
    """Whether the tool has that catalogue in that language; a region stands on its language."""
    language = base(lang).partition("-")[0]
    known = _LANGUAGE.fullmatch(language) and _FAMILY.fullmatch(family)
    return bool(known) and (_FOLDER / language / f"{family}.yaml").is_file()


def _pseudo(entry: Words, lang: str) -> Words:
    if isinstance(entry, str):
        return pseudo(entry, lang)
    return MappingProxyType({key: pseudo(text, lang) for key, text in entry.items()})


def read_words(data: bytes, file: str) -> tuple[Mapping[str, Words], tuple[Finding, ...]]:
    """A project's own catalogue, and its faults; entries that are neither a sentence nor a group are left out."""
    parsed = parse(data, file)
    value = parsed.value if isinstance(parsed.value, dict) else {}
    found: dict[str, Words] = {}
    faults = list(parsed.findings)
    for key, entry in value.items():
        try:
            found[str(key)] = read_entry(entry, file)
        except ValueError:
            place = parsed.places.get((key,))
            faults.append(finding("DOC124", Severity.ERROR, key, place, message="DOC124.expects-text", key=key))
    return MappingProxyType(found), tuple(faults)


def group(catalogue: Mapping[str, Words], key: str) -> Mapping[str, str]:
    """An entry that is a group; empty when there is none. Raises TypeError when it is a sentence."""
    entry = catalogue.get(key, MappingProxyType({}))
    if isinstance(entry, str):
        raise TypeError(key)
    return entry


@cache
def labels(lang: str) -> Mapping[str, str]:
    """Short names of vocabulary terms, such as the legal bases."""
    return group(words(lang, "labels"), "terms")


def plural(entry: Words, count: int) -> str:
    """The form for that many: `one` or `other`; a language without the difference writes one sentence."""
    if isinstance(entry, str):
        return entry
    return entry["one"] if count == 1 and "one" in entry else entry["other"]


def sentence(template: str, args: Mapping[str, object], joiner: str = ", ") -> str:
    """`template` with each `{name}` replaced by that argument; a tuple is joined. Any other brace stays.

    Arguments are never read as templates. Raises KeyError for an argument that is missing: a fault of the program.
    """

    def value(match: re.Match[str]) -> str:
        found = args[match.group(1)]
        return joiner.join(str(part) for part in found) if isinstance(found, tuple) else str(found)

    return _ARGUMENT.sub(value, template)
