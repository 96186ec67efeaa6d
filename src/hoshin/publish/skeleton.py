"""The entries of `changes.yaml` that people have yet to fill, as YAML with comments that say what belongs where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from hoshin.diff.change import Applied
from hoshin.diff.decisions.decide import Missing
from hoshin.diff.decisions.needs import Need
from hoshin.diff.decisions.read import file_of, read_decisions
from hoshin.document.change_words import Teller
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.regex import regex
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.publish.opening import PolicyError
from hoshin.publish.telling import sentences
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence, words

if TYPE_CHECKING:  # a review shows entries and writes no file
    from hoshin.publish.editing import Change

_ITEM: Final = regex(r"^( *)- +(?=\S)", re.MULTILINE)
_MOST: Final = 160
"""Letters of a sentence in a comment; the whole one stands in the report."""


def block(missing: Missing, told: Mapping[str, Teller], langs: Sequence[str], language: str) -> str:
    """One entry with empty places. `langs` are those of notes, `language` that of the comments."""
    said = words(language, "review")
    event = missing.event
    lines = [
        *(f"# {_short(text)}" for text in sentences(event, told).values()),
        *(f"# {line}" for line in _judged(event.rules, language)),
        f"- event: {event.event_id}",
        *(f"  {line}" for need in missing.needs for line in _field(need, langs, group(said, "fields"))),
        f"  by:  # {group(said, 'fields')['by']}",
        f'  # approved: "{event.fingerprint}"  # {group(said, "fields")["approved"]}',
    ]
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"


def _judged(rules: Sequence[Applied], language: str) -> Iterator[str]:
    """Each rule with what it asks for."""
    told = words(language, "change-rules")
    actions = group(told, "actions")
    template = str(words(language, "review")["rule"])
    for rule in rules:
        asked = str(words(language, "review")["joiner"]).join(actions[action] for action in rule.actions)
        yield sentence(template, {"id": rule.id, "title": group(told, rule.id)["title"], "actions": asked})


def _field(need: Need, langs: Sequence[str], said: Mapping[str, str]) -> Iterator[str]:
    if need == "note":
        yield f"note:  # {said['note']}"
        yield from (f"  {lang}:" for lang in langs)
    elif need == "decision":
        yield f"decision:  # {said['decision']}"
        yield from ("  text:", "  by:")
    elif need == "second":
        yield f"attested_by:  # {said['second']}"
    else:
        yield f"meaning:  # {said['meaning']}"


def extended(
    snapshot: Snapshot,
    document: str,
    missing: Sequence[Missing],
    told: Mapping[str, Teller],
    langs: Sequence[str],
    language: str,
) -> Change:
    """The file with an entry for each change that has none yet; what people wrote stays byte for byte.

    Raises PolicyError for a file that cannot be read, HoshinError for one that entries cannot be added to.
    """
    from hoshin.publish.editing import Change  # noqa: PLC0415 - as above

    file = file_of(document)
    before = snapshot.files.get(file, b"")
    known = read_decisions(snapshot, document)
    if not known.readable:
        raise PolicyError("has-errors", known.findings)
    new = [item for item in missing if not item.entry]
    if not new:
        return Change(file, before, before)
    text = before.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    blocks = "\n".join(block(item, told, langs, language) for item in new)
    indent = found.group(1) if (found := _ITEM.search(text)) else ""
    added = "".join(f"{indent}{line}" if line.strip() else line for line in blocks.splitlines(keepends=True))
    head = _head(words(language, "review")) if not text.strip() else ""
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    after = (text + (head + gap + added).replace("\n", newline)).encode("utf-8")
    _prove(snapshot, document, before, after, [item.event.event_id for item in new])
    return Change(file, before, after)


def _head(said: Mapping[str, Words]) -> str:
    """The line from which editors know the schema, and what the file is for."""
    from hoshin.publish.editor.files import BY_NAME  # noqa: PLC0415 - as above

    schema = f"# yaml-language-server: $schema=../../schema/{BY_NAME['changes'].file}\n"
    lines = str(said["file"]).strip().split("\n")
    return schema + "".join(f"# {line}\n".replace("# \n", "#\n") for line in lines) + "\n"


def schema_beside(root: Path) -> tuple[str, bytes] | None:
    """The schema that a new changes.yaml names, by its path in the project; None where the project has it."""
    from hoshin.publish.editor.files import BY_NAME  # noqa: PLC0415 - as above

    name = f"schema/{BY_NAME['changes'].file}"
    if (root / name).exists():
        return None
    from hoshin.publish.editor.schema import schema_text  # noqa: PLC0415 - most projects have it
    from hoshin.publish.starter import LANGUAGES  # noqa: PLC0415 - as above

    return name, schema_text(BY_NAME["changes"], LANGUAGES).encode()


def _prove(snapshot: Snapshot, document: str, before: bytes, after: bytes, added: Sequence[str]) -> None:
    """Raise HoshinError unless the file now says what it said, and has the new entries."""
    file = file_of(document)
    old = parse(before, file).value or []
    new = parse(after, file).value
    read = read_decisions(replace(snapshot, files={**snapshot.files, file: after}), document)
    kept = isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old
    if not kept or not read.readable or not set(added) <= set(read.entries):
        raise HoshinError("edit-unsafe", file=file, path="")
