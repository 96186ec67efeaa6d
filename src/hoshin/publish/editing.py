"""Edits of the files that people wrote, by command: one fact, one translation, or the layout of a file."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.editing.change import edited, same
from hoshin.policy.editing.layout import laid_out
from hoshin.policy.editing.splice import Edit
from hoshin.policy.editing.target import Target, find_target
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml
from hoshin.publish.opening import Opened, PolicyError
from hoshin.translations.editions import languages

_EMPTY: Final = "DOC121.empty-value"
"""A place that people have yet to fill does not keep its file from being laid out."""
_TRUTHS: Final = {"true": True, "false": False}
_FOLDERS: Final = ("policy/", "translations/", "schema/")


class Change(Struct, frozen=True):
    """A file before and after. Both are equal where the edit changes nothing."""

    file: str
    before: bytes
    after: bytes


def set_value(opened: Opened, path: str, words: str | None) -> Change:
    """Set the value at a path to what the words say, or remove it where `words` is None.

    Raises NotThereError for a path that names nothing, HoshinError for an edit that cannot be made safely, PolicyError
    with the findings when the document could not be read any more.
    """
    loaded = opened.loaded
    target = find_target(loaded, path)
    file = _file_of(loaded, target)
    value = None if words is None else _nested(target, _value(words, target))
    edit = Edit(target.raw, value, words is None, target.order, target.number)
    return _checked(opened, _change(opened.snapshot, file, (edit,)))


def set_translation(opened: Opened, path: str, lang: str, words: str) -> Change:
    """Set the translation of a text, made from the source text as it stands now. Raises as `set_value`."""
    loaded = opened.loaded
    unit = next((unit for unit in loaded.units if unit.id == path), None)
    if unit is None:
        ids = [unit.id for unit in loaded.units]
        raise NotThereError("no-such-path", path=path, near=nearest(path, ids) or ids[0])
    there = languages(opened.snapshot, loaded)[1:]
    if lang not in there:
        raise NotThereError("no-language", lang=lang, languages=there)
    file = f"translations/{lang}/{loaded.name}.yaml"
    source = loaded.policy.document.source_locale
    order = (source, lang, "note")
    texts = {source: unit.text, lang: words}
    root = parse(opened.snapshot.files.get(file, b""), file).value
    entries = root.get("units") if isinstance(root, dict) else None
    if not isinstance(entries, dict) or not entries:
        raise HoshinError("edit-not-here", file=file, path=path)
    if path in entries:
        edits = tuple(Edit(("units", path, key), text, order=order) for key, text in texts.items())
    else:
        edits = (Edit(("units", path), {**texts}, block=True),)
    return _checked(opened, _change(opened.snapshot, file, edits))


def canonical(snapshot: Snapshot, file: str) -> Change:
    """The file in canonical layout. Raises PolicyError with the findings of a file that cannot be read."""
    before = snapshot.files[file]
    parsed = parse(before, file)
    broken = tuple(item for item in parsed.findings if item.message_id != _EMPTY)
    if any(item.severity is Severity.ERROR for item in broken):
        raise PolicyError("has-errors", broken)
    after = laid_out(before.decode("utf-8")).encode("utf-8") if before.strip() else before
    if not same(parsed.value, parse(after, file).value):
        raise HoshinError("edit-unsafe", file=file, path="")
    return Change(file, before, after)


def yaml_files(snapshot: Snapshot) -> tuple[str, ...]:
    """The project's YAML files that people write, sorted."""
    return tuple(
        sorted(file for file in snapshot.files if file.startswith(_FOLDERS) and file.endswith((".yaml", ".yml")))
    )


def _file_of(loaded: Loaded, target: Target) -> str:
    place = loaded.place(target.raw[:1])
    if place is None:
        raise HoshinError("edit-not-here", file="", path="/".join(map(str, target.raw)))
    return place.file


def _value(words: str, target: Target) -> Yaml:
    """What the words say: `[…]`, `{…}` and quoted texts are YAML, all else is the text itself."""
    if words[:1] in ("[", "{", '"', "'"):
        parsed = parse(words.encode("utf-8", "surrogatepass"), "VALUE") if words.isprintable() else None
        if parsed and not any(item.severity is Severity.ERROR for item in parsed.findings):
            return parsed.value
    if target.truth and words in _TRUTHS:
        return _TRUTHS[words]
    return words


def _nested(target: Target, value: Yaml) -> Yaml:
    for key in reversed(target.below):
        value = {key: value}
    return value


def _change(snapshot: Snapshot, file: str, edits: tuple[Edit, ...]) -> Change:
    before = snapshot.files[file]
    return Change(file, before, edited(before, file, edits))


def _checked(opened: Opened, change: Change) -> Change:
    """The change, when the document can still be read with it."""
    snapshot = replace(opened.snapshot, files={**opened.snapshot.files, change.file: change.after})
    reading = load_document(snapshot, opened.loaded.name)
    if reading.loaded is None:
        raise PolicyError("edit-refused", _errors(reading.findings), file=change.file)
    return change


def _errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(item for item in findings if item.severity is Severity.ERROR)
