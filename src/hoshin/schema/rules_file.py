"""`schema/rules.yaml`: how severe rules are in this project, what is waived until when, and rules of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from hoshin.schema.base import Frozen
from hoshin.schema.names import Id, LocaleCode, PlainText

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]{1,40}$")]
"""The id of a rule without its slug: `GDPR403`, `ja-number`, `OW001`."""
OwnRuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}[0-9]{3}$")]
FactPattern = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z-]{1,30}(/([a-z0-9][a-z0-9-]{0,63}|\*)){0,3}$", max_length=240)
]
"""A fact or a field of one; `*` stands for every fact of the kind: `recipient/*/country`."""
Level = Literal["error", "warning", "info"]
NEVER_WAIVED: Final = frozenset({"DOC119", "DOC120", "DOC121", "DOC122", "DOC123", "DOC124"})
"""What could not be read cannot be accepted: nobody knows what it would have said."""


class SeverityChange(Frozen):
    """A severity of this project. Lowering one needs a reason and the name of the person who approved it."""

    to: Level
    reason: PlainText | None = None
    approved_by: PlainText | None = None


class Waiver(Frozen):
    """One finding that is accepted for a time: the rule, the path that it is told at, why, by whom, until when."""

    rule: RuleId
    at: PlainText
    document: Id | None = None
    reason: PlainText | None = None
    approved_by: PlainText | None = None
    until: date | None = None


class Count(Frozen):
    """How many there must be."""

    min: Annotated[int, Field(ge=0, le=100_000)] | None = None
    max: Annotated[int, Field(ge=0, le=100_000)] | None = None


class OwnRule(Frozen):
    """A rule of the project: what must hold at a path. Exactly one of `exists`, `equals`, `count`, `one_of`."""

    id: OwnRuleId
    path: FactPattern
    severity: Level = "error"
    exists: bool | None = None
    equals: str | int | bool | None = None
    count: Count | None = None
    one_of: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    message: Annotated[Mapping[LocaleCode, PlainText], Field(min_length=1)]
    help: Annotated[Mapping[LocaleCode, PlainText], Field(min_length=1)]


class RulesFile(Frozen):
    """The whole file. `packs` names packs of installed packages that are to be applied; `limits` are numbers of rules.

    `words` adds phrases to the word lists of heuristics, by list and language.
    """

    severities: Mapping[RuleId, SeverityChange] = {}
    waivers: tuple[Waiver, ...] = ()
    limits: Mapping[
        Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,63}$")], Annotated[int, Field(ge=0)]
    ] = {}
    words: Mapping[Id, Mapping[LocaleCode, tuple[PlainText, ...]]] = {}
    packs: tuple[Id, ...] = ()
    rules: Annotated[tuple[OwnRule, ...], Field(max_length=500)] = ()
