"""One event, its two ids, and the report that holds all of them (changes.md 4)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import field, to_builtins
from msgspec.json import encode
from msgspec.json import format as format_json
from pydantic import JsonValue

from hoshin.diff.chg import Class
from hoshin.diff.decisions.entry import LegalDecision, Meaning, Override
from hoshin.diff.kind import Direction
from hoshin.diff.rules.rule import ACTIONS, Action
from hoshin.kernel.ground import GroundKind
from hoshin.policy.segment import Op
from hoshin.schema.model_of import Record, written

Bump = Literal["major", "minor", "patch", "none"]
LocaleState = Literal["changed", "unchanged", "stale", "missing"]
Prose = tuple[tuple[Op, str], ...]


class Subject(Record, frozen=True, omit_defaults=True, kw_only=True):
    """A fact as a report names it; its titles by language, none where it has none."""

    type: str
    id: str
    title: Mapping[str, str] = written({})


class Side(Record, frozen=True, omit_defaults=True, kw_only=True):
    """What stood or stands there: a value, or a place in an order counted from 1."""

    value: JsonValue = None
    position: int | None = None


class Origin(Record, frozen=True, omit_defaults=True, kw_only=True):
    """Where it stands in the files of a revision; a removed thing has no line on the new side."""

    rev: str
    file: str | None = None
    line: int | None = None
    column: int | None = None


class Source(Record, frozen=True, omit_defaults=True, kw_only=True):
    """Both sides of an event in the files."""

    before: Origin
    after: Origin


class Citation(Record, frozen=True, omit_defaults=True, kw_only=True):
    """A provision as it is numbered on the day that counts."""

    law: str
    ref: str
    kind: GroundKind = written("statute")


class Applied(Record, frozen=True, omit_defaults=True, kw_only=True):
    """A rule that judges an event: its class and what must be done (rules.md 8).

    `japan` are the grounds of what follows in Japan, told in the catalogue `change-rules`. `confirmed` is false until
    counsel has compared the rule's provisions with the official text.
    """

    id: str
    class_: Class = field(name="class")
    actions: tuple[Action, ...]
    citations: tuple[Citation, ...] = written(())
    japan: tuple[Citation, ...] = written(())
    confirmed: bool = written(value=True)


class Note(Record, frozen=True, omit_defaults=True, kw_only=True):
    """What people said about an event in `policy/<document>/changes.yaml`, as far as it holds for this event."""

    meaning: Meaning | None = None
    texts: Mapping[str, str] = written({})
    override: Override | None = None
    decision: LegalDecision | None = None
    approved: str | None = None
    by: str | None = None
    attested_by: str | None = None


class Change(Record, frozen=True, omit_defaults=True, kw_only=True):
    """One event: what changed, for whom, how it is classed. Sentences are made elsewhere (catalogue `changes`).

    `path` is the fact's path split at the slashes and the way into it. `prose` holds the redline of changed texts by
    language, placeholders as they stand in the source; `units` the ids of the texts that read differently now,
    through other words or through another value. `claims` are raw events that this one explains. `likeness` tells how
    alike a reworded text is to what it was, from 0 to 1. `note` is what people decided, and `computed` the class
    before they did, where it was another.
    """

    schema_: Literal["hoshin-change/1"] = field(default_factory=lambda: "hoshin-change/1", name="schema")
    event_id: str
    fingerprint: str
    kind: str
    entity: Subject
    path: tuple[str, ...]
    before: Side | None = None
    after: Side | None = None
    direction: Direction
    rules: tuple[Applied, ...] = written(())
    class_: Class = field(name="class")
    affects: tuple[Subject, ...] = written(())
    locales: Mapping[str, LocaleState] = written({})
    prose: Mapping[str, Prose] = written({})
    flags: tuple[str, ...] = written(())
    units: tuple[str, ...] = written(())
    claims: tuple[str, ...] = written(())
    likeness: float | None = None
    note: Note | None = None
    computed: Class | None = None
    source: Source

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """Ids of the rules that judge it."""
        return tuple(rule.id for rule in self.rules)

    @property
    def actions(self) -> tuple[Action, ...]:
        """All that its rules ask for, the mildest first."""
        asked = {action for rule in self.rules for action in rule.actions}
        return tuple(action for action in ACTIONS if action in asked)


class Claimed(Record, frozen=True, omit_defaults=True, kw_only=True):
    """A raw event that another one explains: kept so that nothing is lost, not listed a second time."""

    event_id: str
    kind: str
    path: tuple[str, ...]
    before: Side | None = None
    after: Side | None = None


class Revision(Record, frozen=True, omit_defaults=True, kw_only=True):
    """One side of a comparison: the revision as it was named, and the version that the document states.

    `document` is its name where the other side has another one: then two documents are compared, not two versions.
    """

    revision: str
    document: str | None = None
    version: str | None = None


class SuspectedRename(Record, frozen=True, omit_defaults=True, kw_only=True):
    """Two facts of one type, one gone and one new, that are alike: `formerly` was perhaps forgotten."""

    type: str
    before: str
    after: str
    ratio: float


class Row(Record, frozen=True, omit_defaults=True, kw_only=True):
    """A row of the matrix by ids; an empty one means that the policy links nothing there. `basis` is a term."""

    purpose: str = written("")
    data: str = written("")
    recipient: str = written("")
    basis: str = written("")
    retention: str = written("")


class MatrixDelta(Record, frozen=True, omit_defaults=True, kw_only=True):
    """Rows of the matrix that one side alone has."""

    appeared: tuple[Row, ...] = written(())
    vanished: tuple[Row, ...] = written(())


class Report(Record, frozen=True, omit_defaults=True, kw_only=True):
    """All events between two revisions, the most serious first, each class in the order of the document.

    `matrix` stands in what engineers get: `matrix_delta` makes it.
    """

    schema_: Literal["hoshin-changes/1"] = field(default_factory=lambda: "hoshin-changes/1", name="schema")
    document: str
    from_: Revision = field(name="from")
    to: Revision
    counts: Mapping[Class, int]
    bump: Bump
    declared_bump: Bump | None = None
    tool: str
    events: tuple[Change, ...] = written(())
    claimed: tuple[Claimed, ...] = written(())
    suspected_renames: tuple[SuspectedRename, ...] = written(())
    matrix: MatrixDelta | None = None

    def json_text(self) -> str:
        """The report as JSON, the same bytes for the same report; what is empty is left out."""
        return format_json(encode(self), indent=2).decode() + "\n"


def event_id(kind: str, entity: tuple[str, str], path: tuple[str, ...]) -> str:
    """`chg_` and 64 bits of SHA-256: stays while the wording is polished."""
    return "chg_" + _digest([kind, *entity, list(path)])


def fingerprint(
    kind: str, entity: tuple[str, str], path: tuple[str, ...], before: Side | None, after: Side | None
) -> str:
    """`f1:` and 64 bits of SHA-256: an approval is bound to it and falls off when the content moves."""
    sides = [to_builtins(side) if side else None for side in (before, after)]
    return "f1:" + _digest([kind, *entity, list(path), *sides])


_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(data: object) -> str:
    return hashlib.sha256(_CANONICAL.encode(data).encode()).hexdigest()[:16]
