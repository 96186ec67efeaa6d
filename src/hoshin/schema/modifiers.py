"""What every fact carries (model.md section 2): status, scope, condition, modality, completeness, source."""

from typing import Annotated, Literal, TypeVar

from pydantic import Discriminator, Field, Tag

from hoshin.schema.base import Frozen
from hoshin.schema.names import Flag, Id, LocaleCode, PlainText, Prose, Region, Word
from hoshin.schema.once import Once

Status = Literal["declared", "unknown", "none", "not_required"]
"""Tri-state: `declared` or simply the details = yes; `none`, `not_required` with a reason = no; else not stated."""

Modality = Literal["will", "may", "may_be_obliged", "usually", "normally", "striving"]
Bound = Literal["exact", "about", "min", "max"]
Completeness = Literal["exhaustive", "non_exhaustive"]


class Scope(Frozen):
    """For whom and where a fact holds. A list means any of its members; several keys must hold together."""

    region: tuple[Region, ...] = ()
    product: tuple[Id, ...] = ()
    tier: tuple[Id, ...] = ()
    platform: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    context: tuple[Id, ...] = ()
    language: tuple[LocaleCode, ...] = ()


class Condition(Frozen):
    """When a fact holds: `text` is for people, `kind` for queries."""

    kind: Literal["opt_in", "opt_out", "if_provided", "law", "request"] | None = None
    text: Prose


class SourceRef(Frozen):
    """Where an imported statement came from, so that it can be reviewed line by line."""

    document: PlainText
    line: Annotated[int, Field(ge=1)] | None = None


class Interpretation(Frozen):
    """What the text leaves open and how it was read, for the next reader of the YAML."""

    reading: PlainText
    doubt: PlainText | None = None
    decided_by: PlainText | None = None


class Absence(Frozen):
    """Stands where a list of facts would stand: there is none, with a reason, or the policy does not say."""

    status: Literal["unknown", "none", "not_required"]
    reason: Prose | None = None
    source_ref: SourceRef | None = None
    interpretation: Interpretation | None = None


class FieldAbsence(Frozen):
    """A field of a fact of which there is one that is deliberately empty: there is none, with a reason."""

    field: Word
    status: Literal["unknown", "none", "not_required"]
    reason: Prose | None = None


class Answer(Frozen):
    """An answer to a question that rules ask: `declared` = yes, `none` with a reason = no, else not stated.

    `text` is what the document says about it, where it says something.
    """

    status: Status | None = None
    reason: Prose | None = None
    text: Prose | None = None


class Carried(Frozen):
    """The fields that stand on every fact, whatever it is."""

    status: Annotated[Status | None, Once()] = None
    reason: Annotated[Prose | None, Once()] = None
    scope: Scope | None = None
    condition: Condition | None = None
    modality: Annotated[Modality | None, Once()] = None
    bound: Annotated[Bound | None, Once()] = None
    completeness: Annotated[Completeness | None, Once()] = None
    open_ended: Flag = False
    source_ref: SourceRef | None = None
    interpretation: Interpretation | None = None


class Entity(Carried):
    """A fact with a permanent id. `title` is its short name, `text` the wording that the document prints."""

    id: Id
    formerly: Annotated[tuple[Id, ...], Once()] = ()
    title: Annotated[Prose | None, Once()] = None
    text: Annotated[Prose | None, Once()] = None


def _shape(value: object) -> str:
    return "absence" if isinstance(value, (dict, Absence)) else "list"


_E = TypeVar("_E")
Listed = Annotated[Annotated[tuple[_E, ...], Tag("list")] | Annotated[Absence, Tag("absence")], Discriminator(_shape)]
"""A list of entities, or the statement that there is none."""

UNION_TAGS = frozenset({"list", "absence"})
"""Words that the validator adds to the way to a fault; they are no keys of the file."""
