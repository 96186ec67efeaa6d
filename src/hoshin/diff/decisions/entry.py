"""The types of `policy/<document>/changes.yaml`: a list with one entry for each change that people spoke about."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import StringConstraints

from hoshin.diff.chg import Class
from hoshin.schema.model_of import Record
from hoshin.schema.names import LocaleCode, PlainText

EventId = Annotated[str, StringConstraints(pattern=r"^chg_[0-9a-f]{16}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^f1:[0-9a-f]{16}$")]
Meaning = Literal["editorial", "clarifying", "substantive"]
Sentence = Annotated[str, StringConstraints(max_length=20_000)]


class Override(Record, frozen=True, omit_defaults=True):
    """Another class than the computed one. Raising is free; lowering needs a reason and a person (rules.md 8.2)."""

    to: Class
    reason: PlainText | None = None
    approved_by: PlainText | None = None


class LegalDecision(Record, frozen=True, omit_defaults=True):
    """What was decided about a change that blocks the release, and by whom."""

    text: PlainText | None = None
    by: PlainText | None = None


class Entry(Record, frozen=True, omit_defaults=True):
    """One change and what people said about it.

    `approved` is the fingerprint of the change that they read: an attestation, an override and a decision hold for it
    alone. `attested_by` is a second person, needed where the words say something else under the same id.
    """

    event: EventId
    meaning: Meaning | None = None
    note: Mapping[LocaleCode, Sentence | None] | None = None
    override: Override | None = None
    decision: LegalDecision | None = None
    approved: Fingerprint | None = None
    by: PlainText | None = None
    attested_by: PlainText | None = None
