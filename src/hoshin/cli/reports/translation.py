"""The state of translations as text, JSON and Markdown; what `sync` did; the word diff of changed sources."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import to_builtins

from hoshin.cli.reports import prose
from hoshin.cli.reports.findings import harmless
from hoshin.cli.reports.grid import grid
from hoshin.cli.words import translate_words
from hoshin.kernel.finding import Severity
from hoshin.kernel.text import norm, unit_digest
from hoshin.translations.coverage import Amount, Coverage, coverage
from hoshin.translations.messages import explain
from hoshin.translations.staleness import marked
from hoshin.translations.states import STATES, Translation, UnitState
from hoshin.translations.status import looks_renamed
from hoshin.translations.syncing import Synced, similar

_LEAST: Final = 40
_WAYS: Final = ("present", "fresh", "reviewed", "approved")


def as_text(made: Sequence[Translation], language: str) -> str:
    """For each language: coverage as a table, then every text that needs work, then what may help."""
    return "\n".join("\n".join([*_language_text(each, translate_words(language), language), ""]) for each in made)


def _language_text(made: Translation, words: dict[str, str], language: str) -> Iterator[str]:
    done = coverage(made)
    yield words["head"].format(file=made.catalog.file, units=f"{done.all.units:,}", words=f"{done.all.words:,}")
    yield ""
    rows = [[words[way], *_share(getattr(done, way), done)] for way in _WAYS]
    yield grid([words["coverage"], words["texts"], "%", words["words"], "%"], rows)
    work = [each for each in made.units if each.needs_work]
    for each in work:
        yield from _work(made, each, words, language)
    hints = [*_hints(made, words)]
    if hints:
        yield ""
        yield from hints
    if not work:
        yield words["no-work"]


def _share(amount: Amount, done: Coverage) -> list[str]:
    return [
        f"{amount.units:,}",
        _percent(amount.units, done.all.units),
        f"{amount.words:,}",
        _percent(amount.words, done.all.words),
    ]


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 means all of it."""
    return str(100 * part // whole if whole else 100)


def _work(made: Translation, each: UnitState, words: dict[str, str], language: str) -> Iterator[str]:
    state = words[each.state]
    if each.state == "stale":
        state = words["stale-class"].format(state=state, change=words[each.staleness or "substantive"])
    yield harmless(f"{state}  {each.id}")
    if each.staleness:
        yield from _wrapped(_change(made, each), "    ")
    for item in each.findings:
        if item.severity is Severity.ERROR:
            yield from _wrapped(f"{item.rule}: {explain(item, language).message}", "    ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """The text on lines that fit the terminal."""
    room = max(shutil.get_terminal_size((80, 24)).columns, _LEAST) - len(indent)
    yield from (indent + line for line in prose.lines(harmless(text), room))


def _hints(made: Translation, words: dict[str, str]) -> Iterator[str]:
    for old, new in made.moved.items():
        yield words["hint-moved"].format(old=old, new=new)
    for old, new in looks_renamed(made).items():
        yield words["hint-renamed"].format(old=old, new=new)
    for name, other, ratio in similar(made):
        yield words["hint-similar"].format(unit=name, other=other, percent=int(100 * ratio))


def _change(made: Translation, each: UnitState) -> str:
    """The word diff of the source since the translation was made."""
    before = norm(each.entry.source, made.source) if each.entry else ""
    now = norm(each.unit.text, made.source) if each.unit else ""
    return marked(before, now, made.source)


def as_json(made: Sequence[Translation], _: str) -> str:
    """Everything that is known, by language."""
    return json.dumps({"languages": [_object(each) for each in made]}, ensure_ascii=False, indent=2) + "\n"


def _object(made: Translation) -> dict[str, object]:
    return {
        "language": made.locale,
        "source": made.source,
        "document": made.loaded.name,
        "file": made.catalog.file,
        "coverage": to_builtins(coverage(made)),
        "states": {state: len(made.in_state(state)) for state in STATES},
        "units": [_unit(made, each) for each in made.units],
        "moved": [{"from": old, "to": new} for old, new in made.moved.items()],
        "looks_renamed": [{"from": old, "to": new} for old, new in looks_renamed(made).items()],
        "similar": [{"unit": a, "to": b, "ratio": round(ratio, 3)} for a, b, ratio in similar(made)],
    }


def _unit(made: Translation, each: UnitState) -> dict[str, object]:
    return {
        "id": each.id,
        "state": each.state,
        "class": each.staleness or None,
        "source_digest": unit_digest(each.unit.text, made.source) if each.unit else None,
        "made_from_digest": unit_digest(each.entry.source, made.source) if each.entry else None,
        "change": _change(made, each) if each.staleness else None,
        "lints": sorted({item.rule for item in each.findings}),
    }


def as_markdown(made: Sequence[Translation], language: str) -> str:
    """One line a language, for the top of a README or the summary of a pull request."""
    words = translate_words(language)
    return "".join(_badge(each, words) for each in made)


def _badge(made: Translation, words: dict[str, str]) -> str:
    done = coverage(made)
    parts = [f"{words[way]} {_percent(getattr(done, way).units, done.all.units)}%" for way in _WAYS]
    return f"**{made.loaded.name} · {made.locale}**: {' · '.join(parts)}\n"


def diffs_text(made: Sequence[Translation], wanted: Sequence[str], language: str) -> tuple[str, bool]:
    """The change of each source text since it was translated, beside the translation; whether there is any."""
    words = translate_words(language)
    found = [
        (one, each)
        for one in made
        for each in one.units
        if (each.id in wanted if wanted else bool(each.staleness)) and each.unit is not None
    ]
    blocks = ["\n".join(_diff(one, each, words)) for one, each in found]
    return ("\n\n".join(blocks) or words["no-diff"]) + "\n", any(each.staleness for _, each in found)


def _diff(made: Translation, each: UnitState, words: dict[str, str]) -> Iterator[str]:
    change = words[each.staleness] if each.staleness else words["unchanged"]
    yield harmless(f"{each.id}  ({change})")
    source = _change(made, each) if each.entry else norm(each.unit.text if each.unit else "", made.source)
    yield from _wrapped(f"{made.source}: {source}", "  ")
    yield from _wrapped(f"{made.locale}: {norm(each.entry.text, made.locale) if each.entry else '–'}", "  ")
    if each.entry is not None and each.entry.note:
        yield from _wrapped(f"{words['note']}: {norm(each.entry.note, made.source)}", "  ")


def changes_text(done: Synced, made: Translation, language: str, *, would: bool) -> str:
    """What `sync` did, id by id."""
    words = translate_words(language)
    lines = [
        *(words["did-moved"].format(old=old, new=new) for old, new in done.moved),
        *(words[f"did-{key}"].format(unit=name) for key in _DONE for name in getattr(done, key)),
    ]
    files = ", ".join(done.files)
    if not files:
        return words["in-step"].format(file=made.catalog.file) + "\n"
    head = words["would-change" if would else "changed"].format(files=files)
    empty = {*done.added, *done.refreshed}
    hints = [
        words["hint-similar"].format(unit=name, other=other, percent=int(100 * ratio))
        for name, other, ratio in similar(made)
        if name in empty
    ]
    return "\n".join([head, *(f"  {line}" for line in (*lines, *hints))]) + "\n"


_DONE: Final = ("added", "restored", "stored", "confirmed", "refreshed", "lapsed")
