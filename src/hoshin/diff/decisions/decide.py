"""A report and what people said about it: classes as they hold, notes, what is missing, faults of the entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.bump import bump_of, counts_of
from hoshin.diff.change import Applied, Change, Note, Report
from hoshin.diff.chg import CLASSES, Class
from hoshin.diff.decisions.entry import Entry
from hoshin.diff.decisions.needs import ATTESTABLE, NEEDS, Need, needs
from hoshin.diff.decisions.read import Decisions
from hoshin.diff.rules.rule import DEFAULT
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.nearest import nearest

_ERROR: Final = Severity.ERROR
_STAY: Final = frozenset({"BLOCK", "FILE"})
"""What no class takes away: a decision that is owed, a filing with an authority."""


class Missing(Struct, frozen=True):
    """An event and what nobody has said about it yet; `entry` tells whether there is an entry for it."""

    event: Change
    needs: tuple[Need, ...]
    entry: bool


class Decided(Struct, frozen=True):
    """The report with the decisions in it, what is still missing, and the faults of the entries."""

    report: Report
    missing: tuple[Missing, ...]
    findings: tuple[Finding, ...]


def decide(report: Report, decisions: Decisions, languages: Sequence[str]) -> Decided:
    """Join a report with the entries of its new side. `languages` are those in which a note must stand.

    No class falls below the computed one but by an entry that is complete and bound to this very event.
    """
    found: list[Finding] = [*decisions.findings, *_dead(report, decisions)]
    events: list[Change] = []
    missing: list[Missing] = []
    for event in report.events:
        entry = decisions.entries.get(event.event_id)
        asked = needs(event, report.events)
        made = _decided(event, entry, asked) if entry else event
        found += _faults(event, entry, decisions.place(event.event_id)) if entry else ()
        events.append(made)
        left = _left(made, entry, asked, languages)
        if left and decisions.readable:
            missing.append(Missing(made, left, entry is not None))
    ordered = tuple(sorted(events, key=lambda event: -CLASSES.index(event.class_)))
    made_report = replace(report, events=ordered, counts=counts_of(ordered), bump=bump_of(ordered))
    return Decided(made_report, tuple(missing), tuple(found))


def _dead(report: Report, decisions: Decisions) -> Iterator[Finding]:
    """Entries for changes that the comparison does not have."""
    known = {event.event_id for event in report.events}
    for name in decisions.entries:
        if name not in known:
            near = nearest(name, known)
            message = "DOC161.near" if near else "DOC161.gone"
            yield finding("DOC161", _ERROR, name, decisions.place(name), message=message, event=name, near=near or "")


def _decided(event: Change, entry: Entry, asked: Sequence[Need]) -> Change:
    bound = entry.approved == event.fingerprint
    class_ = "editorial" if bound and _attests(event, entry, asked) else event.class_
    lowers = _lowers(entry, class_)
    overridden = entry.override is not None and (not lowers or (bound and _is_complete(entry)))
    if overridden and entry.override is not None:
        class_ = entry.override.to
    settled = bound and entry.decision is not None and bool(entry.decision.text and entry.decision.by)
    note = Note(
        meaning=entry.meaning,
        texts={language: text for language, text in (entry.note or {}).items() if text and text.strip()},
        override=entry.override if overridden else None,
        decision=entry.decision if settled else None,
        approved=entry.approved if bound else None,
        by=entry.by,
        attested_by=entry.attested_by,
    )
    rules = tuple(_as_decided(rule, event.class_, class_, settled=settled) for rule in event.rules)
    computed = event.class_ if class_ != event.class_ else None
    return replace(event, class_=class_, rules=rules, note=note, computed=computed)


def _attests(event: Change, entry: Entry, asked: Sequence[Need]) -> bool:
    """Somebody attests that only the words changed; where they say something else, a second person as well."""
    if entry.meaning != "editorial" or not set(event.rule_ids) <= ATTESTABLE:
        return False
    if "CHG307" in event.rule_ids and event.likeness is None:
        return False  # another interest, not another wording of it
    second = bool(entry.attested_by) and entry.attested_by != entry.by
    return second or "second" not in asked


def _must_be_bound(event: Change, entry: Entry) -> bool:
    """Whether the entry counts for the change alone that was read: every material one is approved (rules.md 8.2)."""
    decides = entry.meaning == "editorial" or _speaks(entry) or _lowers(entry, event.class_)
    return decides or event.class_ == "material"


def _speaks(entry: Entry) -> bool:
    """Whether a legal decision is written down."""
    return entry.decision is not None and entry.decision.text is not None


def _lowers(entry: Entry, class_: Class) -> bool:
    return entry.override is not None and CLASSES.index(entry.override.to) < CLASSES.index(class_)


def _is_complete(entry: Entry) -> bool:
    return entry.override is not None and bool(entry.override.reason and entry.override.approved_by)


def _as_decided(rule: Applied, before: Class, after: Class, *, settled: bool) -> Applied:
    """A rule after the decision: another class asks for what that class asks for; only a decision ends a block."""
    kept = tuple(action for action in rule.actions if not (settled and action == "BLOCK"))
    if before != after:
        kept = (*DEFAULT[after], *(action for action in kept if action in _STAY))
    return replace(rule, class_=after if before != after else rule.class_, actions=kept or ("PRIOR",))


def _faults(event: Change, entry: Entry, place: Place) -> Iterator[Finding]:
    """What keeps an entry from counting."""
    if entry.approved is not None and entry.approved != event.fingerprint:
        args = {"event": event.event_id, "before": entry.approved, "after": event.fingerprint}
        yield finding("DOC162", _ERROR, event.event_id, place, **args)
    elif entry.approved is None and _must_be_bound(event, entry):
        yield finding("DOC163", _ERROR, event.event_id, place, event=event.event_id, fingerprint=event.fingerprint)
    if _lowers(entry, event.class_) and not _is_complete(entry) and entry.override is not None:
        args = {"event": event.event_id, "computed": event.class_, "to": entry.override.to}
        yield finding("REL107", _ERROR, event.event_id, place, **args)


def _left(event: Change, entry: Entry | None, asked: Sequence[Need], languages: Sequence[str]) -> tuple[Need, ...]:
    """What is asked for and not said yet. A class that people raised asks for a note as well."""
    wanted = {*asked, *(("note",) if event.class_ == "material" else ())}
    texts = event.note.texts if event.note else {}
    said: set[Need] = set()
    if event.class_ != "material" or all(language in texts for language in languages):
        said.add("note")
    if event.note and event.note.decision:
        said.add("decision")
    if entry and entry.meaning:
        said.add("meaning")
    if entry and entry.attested_by and entry.attested_by != entry.by:
        said.add("second")
    return tuple(need for need in NEEDS if need in wanted - said)
