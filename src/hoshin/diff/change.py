"""One event, its two ids, and the report that holds all of them (changes.md 4)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final, Literal

from pydantic import Field, JsonValue

from hoshin.diff.chg import Class
from hoshin.diff.decisions.entry import LegalDecision, Meaning, Override
from hoshin.diff.kind import Direction
from hoshin.diff.rules.rule import ACTIONS, Action
from hoshin.kernel.ground import GroundKind
from hoshin.policy.segment import Op
from hoshin.schema.base import Frozen

Bump = Literal["major", "minor", "patch", "none"]
LocaleState = Literal["changed", "unchanged", "stale", "missing"]
Prose = tuple[tuple[Op, str], ...]


class Subject(Frozen):
    """A fact as a report names it; its titles by language, none where it has none."""

    type: str
    id: str
    title: Mapping[str, str] = {}


class Side(Frozen):
    """What stood or stands there: a value, or a place in an order counted from 1."""

    value: JsonValue = None
    position: int | None = None


class Origin(Frozen):
    """Where it stands in the files of a revision; a removed thing has no line on the new side."""

    rev: str
    file: str | None = None
    line: int | None = None
    column: int | None = None


class Source(Frozen):
    """Both sides of an event in the files."""

    before: Origin
    after: Origin


class Citation(Frozen):
    """A provision as it is numbered on the day that counts."""

    law: str
    ref: str
    kind: GroundKind = "statute"


class Applied(Frozen):
    """A rule that judges an event: its class and what must be done (rules.md 8).

    `japan` are the grounds of what follows in Japan, told in the catalogue `change-rules`. `confirmed` is false until
    counsel has compared the rule's provisions with the official text.
    """

    id: str
    class_: Class = Field(alias="class")
    actions: tuple[Action, ...]
    citations: tuple[Citation, ...] = ()
    japan: tuple[Citation, ...] = ()
    confirmed: bool = True


class Note(Frozen):
    """What people said about an event in `policy/<document>/changes.yaml`, as far as it holds for this event."""

    meaning: Meaning | None = None
    texts: Mapping[str, str] = {}
    override: Override | None = None
    decision: LegalDecision | None = None
    approved: str | None = None
    by: str | None = None
    attested_by: str | None = None


class Change(Frozen):
    """One event: what changed, for whom, how it is classed. Sentences are made elsewhere (catalogue `changes`).

    `path` is the fact's path split at the slashes and the way into it. `prose` holds the redline of changed texts by
    language, placeholders as they stand in the source; `units` the ids of the texts that read differently now,
    through other words or through another value. `claims` are raw events that this one explains. `likeness` tells how
    alike a reworded text is to what it was, from 0 to 1. `note` is what people decided, and `computed` the class
    before they did, where it was another.
    """

    schema_: Literal["hoshin-change/1"] = Field(default="hoshin-change/1", alias="schema")
    event_id: str
    fingerprint: str
    kind: str
    entity: Subject
    path: tuple[str, ...]
    before: Side | None = None
    after: Side | None = None
    direction: Direction
    rules: tuple[Applied, ...] = ()
    class_: Class = Field(alias="class")
    affects: tuple[Subject, ...] = ()
    locales: Mapping[str, LocaleState] = {}
    prose: Mapping[str, Prose] = {}
    flags: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
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


class Claimed(Frozen):
    """A raw event that another one explains: kept so that nothing is lost, not listed a second time."""

    event_id: str
    kind: str
    path: tuple[str, ...]
    before: Side | None = None
    after: Side | None = None


class Revision(Frozen):
    """One side of a comparison: the revision as it was named, and the version that the document states.

    `document` is its name where the other side has another one: then two documents are compared, not two versions.
    """

    revision: str
    document: str | None = None
    version: str | None = None


class SuspectedRename(Frozen):
    """Two facts of one type, one gone and one new, that are alike: `formerly` was perhaps forgotten."""

    type: str
    before: str
    after: str
    ratio: float


class Row(Frozen):
    """A row of the matrix by ids; an empty one means that the policy links nothing there. `basis` is a term."""

    purpose: str = ""
    data: str = ""
    recipient: str = ""
    basis: str = ""
    retention: str = ""


class MatrixDelta(Frozen):
    """Rows of the matrix that one side alone has."""

    appeared: tuple[Row, ...] = ()
    vanished: tuple[Row, ...] = ()


class Report(Frozen):
    """All events between two revisions, the most serious first, each class in the order of the document.

    `matrix` stands in what engineers get: `matrix_delta` makes it.
    """

    schema_: Literal["hoshin-changes/1"] = Field(default="hoshin-changes/1", alias="schema")
    document: str
    from_: Revision = Field(alias="from")
    to: Revision
    counts: Mapping[Class, int]
    bump: Bump
    declared_bump: Bump | None = None
    tool: str
    events: tuple[Change, ...] = ()
    claimed: tuple[Claimed, ...] = ()
    suspected_renames: tuple[SuspectedRename, ...] = ()
    matrix: MatrixDelta | None = None

    def json_text(self) -> str:
        """The report as JSON, the same bytes for the same report; what is empty is left out."""
        return self.model_dump_json(by_alias=True, exclude_none=True, indent=2) + "\n"


def event_id(kind: str, entity: tuple[str, str], path: tuple[str, ...]) -> str:
    """`chg_` and 64 bits of SHA-256: stays while the wording is polished."""
    return "chg_" + _digest([kind, *entity, list(path)])


def fingerprint(
    kind: str, entity: tuple[str, str], path: tuple[str, ...], before: Side | None, after: Side | None
) -> str:
    """`f1:` and 64 bits of SHA-256: an approval is bound to it and falls off when the content moves."""
    sides = [side.model_dump(mode="json", exclude_none=True) if side else None for side in (before, after)]
    return "f1:" + _digest([kind, *entity, list(path), *sides])


_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(data: object) -> str:
    return hashlib.sha256(_CANONICAL.encode(data).encode()).hexdigest()[:16]
