"""What comes back from a translator, taken over as a whole or refused with a reason for each text (section 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.kernel.text import norm
from hoshin.policy.nearest import nearest
from hoshin.policy.placeholders import find
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_frames import Yaml
from hoshin.translations.overlay_text import Rewrite, block
from hoshin.translations.states import Translation, UnitState


class UnreadableError(ValueError):
    """A file that is no such file; the line where that shows, and what stands there."""

    def __init__(self, line: int, shown: str) -> None:
        super().__init__(line, shown)
        self.line = line
        self.shown = shown


class Incoming(Struct, frozen=True):
    """One text of an exchange file; `stale` tells that nobody has gone over it since its source changed."""

    id: str
    source: str
    target: str
    stale: bool
    line: int


class Taken(Struct, frozen=True):
    """The overlay before and after, the texts that change, and what forbids the import: then nothing changes."""

    file: str
    before: bytes
    after: bytes
    changed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def take(snapshot: Snapshot, made: Translation, incoming: Iterable[Incoming], name: str) -> Taken:
    """Take the texts of the file `name` over, all of them or none. Approvals are never taken from outside."""
    texts = tuple(incoming)
    file = made.catalog.file
    before = snapshot.files.get(file, b"")
    states = {each.id: each for each in made.units if each.unit is not None}
    refused = tuple(_refused(made, states, texts, name))
    if refused:
        return Taken(file, before, before, (), refused)
    changes = [(states[each.id], each) for each in texts if _changes(made, states[each.id], each)]
    if not changes:
        return Taken(file, before, before)
    rewrite = Rewrite(file, before, "units")
    for state, each in changes:
        _put(rewrite, made, state, each)
    return Taken(file, before, rewrite.done(), tuple(state.id for state, _ in changes))


def _changes(made: Translation, state: UnitState, each: Incoming) -> bool:
    """Whether something is new: another translation, or the word that the old one fits the changed source."""
    if not each.target.strip():
        return False
    old = state.entry.text if state.entry else ""
    if norm(each.target, made.locale) != norm(old, made.locale):
        return True
    return bool(state.staleness) and not each.stale


def _refused(
    made: Translation, states: dict[str, UnitState], texts: tuple[Incoming, ...], name: str
) -> Iterator[Finding]:
    seen: set[str] = set()
    for each in texts:
        for variant, args in _reasons(made, states, each, twice=each.id in seen):
            place = Place(name, each.line, 1)
            message = f"tr-import.{variant}"
            yield finding("tr-import", Severity.ERROR, each.id or name, place, message=message, unit=each.id, **args)
        seen.add(each.id)


def _reasons(
    made: Translation, states: dict[str, UnitState], each: Incoming, *, twice: bool
) -> Iterator[tuple[str, dict[str, Arg]]]:
    state = states.get(each.id)
    if state is None or state.unit is None:
        yield "unknown", {"near": nearest(each.id, states) or "–"}
        return
    if twice:
        yield "twice", {}
    if norm(each.source, made.source) != norm(state.unit.text, made.source):
        yield "moved", {"now": norm(state.unit.text, made.source), "then": norm(each.source, made.source)}
    if not _changes(made, state, each):
        return
    if each.stale:
        yield "fuzzy", {}
    source, target = (Counter(found.written.replace(" ", "") for found in find(text)) for text in _texts(state, each))
    if set(source) != set(target):
        different = tuple(sorted(set(source) ^ set(target)))
        yield "placeholder", {"placeholders": different}


def _texts(state: UnitState, each: Incoming) -> tuple[str, str]:
    return (state.unit.text if state.unit else ""), each.target


def _put(rewrite: Rewrite, made: Translation, state: UnitState, each: Incoming) -> None:
    assert state.unit is not None  # noqa: S101 only texts of the source are taken
    entry = state.entry
    target = each.target.strip("\n")
    if entry is not None and rewrite.has_texts(state.id, (made.source, made.locale)):
        rewrite.set_text(state.id, made.locale, target)
        if norm(entry.source, made.source) != norm(state.unit.text, made.source):
            rewrite.set_text(state.id, made.source, state.unit.text)
        return
    body: dict[str, Yaml] = {made.source: state.unit.text, made.locale: target}
    if entry is not None and entry.note:
        body["note"] = entry.note
    after = [name for name in rewrite.names if name == state.id]
    if state.id in rewrite.names:
        rewrite.drop(state.id)
    rewrite.put(state.id, block(state.id, body), after or list(rewrite.names)[-1:])
