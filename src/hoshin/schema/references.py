"""Which field of the model names facts of which kind (model.md 2.1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from hoshin.schema.data import (
    Choice,
    CollectionPoint,
    DataDescription,
    DataItem,
    DataSource,
    DerivedData,
    FormField,
    Precedence,
    Technology,
)
from hoshin.schema.jurisdiction import Membership
from hoshin.schema.keeping import FeeException, Refusal, Requests, Retention, RetentionException, Right
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.modifiers import Scope
from hoshin.schema.party import Context, Officer, Party, Product
from hoshin.schema.people import AudienceDate, Children
from hoshin.schema.purpose import AutomatedDecision, Commitment, Interest, LegalBasis, Purpose, Use
from hoshin.schema.recipient import CopyOfSafeguard, JointUse, OptOutProvision, Recipient, Transfer

Kinds = tuple[str, ...]

_DATA: Final[Kinds] = ("data",)
_PURPOSE: Final[Kinds] = ("purpose",)
_RECIPIENT: Final[Kinds] = ("recipient",)
_ORGANISATION: Final[Kinds] = ("party", "recipient")

BARE: Final[Mapping[tuple[type[BaseModel], str], Kinds]] = MappingProxyType(
    {
        (Scope, "product"): ("product",),
        (Scope, "tier"): ("product",),
        (Scope, "platform"): ("product",),
        (Scope, "subjects"): ("subject",),
        (Scope, "context"): ("context",),
        (DataSource, "party"): _ORGANISATION,
        (DataDescription, "collection_methods"): ("collection-method",),
        (DataItem, "technology"): ("technology",),
        (FormField, "data"): _DATA,
        (CollectionPoint, "purposes"): _PURPOSE,
        (CollectionPoint, "collection_methods"): ("collection-method",),
        (Technology, "data"): _DATA,
        (Technology, "purposes"): _PURPOSE,
        (Technology, "provider"): _ORGANISATION,
        (DerivedData, "of"): _DATA,
        (DerivedData, "purposes"): _PURPOSE,
        (DerivedData, "recipients"): _RECIPIENT,
        (DerivedData, "promises"): ("commitment",),
        (Choice, "channel"): ("contact",),
        (Precedence, "other"): ("reference", "section"),
        (Retention, "governed_by"): ("reference",),
        (Right, "channel"): ("contact",),
        (Right, "authorities"): ("party",),
        (Requests, "channel"): ("contact",),
        (Requests, "further_channels"): ("contact",),
        (Requests, "appeal"): ("contact", "officer", "party"),
        (FeeException, "rights"): ("right",),
        (Refusal, "rights"): ("right",),
        (Children, "channel"): ("contact",),
        (Officer, "party"): ("party",),
        (Membership, "party"): ("party",),
        (Interest, "party"): _ORGANISATION,
        (Party, "with_parties"): ("party", "controller"),
        (Party, "members"): ("party", "controller"),
        (Context, "adds_to"): ("context",),
        (Context, "controller"): ("party", "controller"),
        (Context, "purposes"): _PURPOSE,
        (Context, "data"): _DATA,
        (Context, "recipients"): _RECIPIENT,
        (Product, "includes"): ("product",),
        (Product, "data"): _DATA,
        (Product, "purposes"): _PURPOSE,
        (Product, "recipients"): _RECIPIENT,
        (Use, "data"): _DATA,
        (Purpose, "subjects"): ("subject",),
        (Purpose, "controller"): ("party", "controller"),
        (LegalBasis, "purposes"): _PURPOSE,
        (LegalBasis, "data"): _DATA,
        (LegalBasis, "recipients"): _RECIPIENT,
        (LegalBasis, "except_purposes"): _PURPOSE,
        (LegalBasis, "interests"): ("interest",),
        (Commitment, "data"): _DATA,
        (Commitment, "purposes"): _PURPOSE,
        (Commitment, "recipients"): _RECIPIENT,
        (AutomatedDecision, "purposes"): _PURPOSE,
        (AutomatedDecision, "data"): _DATA,
        (Recipient, "listed_at"): ("reference",),
        (Recipient, "party"): ("party",),
        (Recipient, "purposes"): _PURPOSE,
        (Recipient, "data"): _DATA,
        (Recipient, "engaged_by"): _RECIPIENT,
        (CopyOfSafeguard, "channel"): ("contact",),
        (Transfer, "recipients"): _RECIPIENT,
        (Transfer, "data"): _DATA,
        (Transfer, "interests"): ("interest",),
        (OptOutProvision, "channel"): ("contact",),
        (JointUse, "data"): _DATA,
        (JointUse, "parties"): (*_ORGANISATION, "controller"),
        (JointUse, "purposes"): _PURPOSE,
        (JointUse, "responsible"): (*_ORGANISATION, "controller"),
        (AudienceDate, "subjects"): ("subject",),
    }
)
"""Fields that hold bare ids, since the key fixes the kind (model.md 2.1)."""

FULL: Final[Mapping[tuple[type[BaseModel], str], Kinds]] = MappingProxyType(
    {
        (Retention, "of"): ("data", "purpose", "recipient", "context", "product", "subject", "derived-data"),
        (RetentionException, "of"): ("data", "purpose", "recipient", "context", "product", "subject", "derived-data"),
        (Choice, "of"): ("purpose", "recipient", "technology", "data"),
        (Children, "explained_in"): ("section", "reference"),
    }
)
"""Fields that hold `kind/id`, and the kinds that may stand there."""

ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Entity.id": "the fact's own name",
        "Entity.formerly": "a name that is gone; DOC137 looks at it",
        "Identified.id": "the part's own name",
        "Safeguard.id": "the part's own name",
        "AgeRule.id": "the part's own name",
        "Unplaced.id": "the fact's own name",
        "TableBlock.id": "the block's own name",
        "Column.id": "the part's own name",
        "Row.id": "the part's own name",
        "Cell.id": "the part's own name",
        "Cell.of": "names a text; DOC126 looks it up among the texts",
        "Cell.states": "DOC129 looks it up",
        "TableBlock.within": "names a category of data; DOC126 looks it up beside `of:`",
        "TableBlock.order": "names facts of the kind that `of:` prints; DOC126 looks them up",
        "Reference.document": "names another document of the project; DOC139 looks it up",
        "Reference.section": "names a section of another document; DOC139 looks it up",
        "Paragraph.id": "the block's own name",
        "Subheading.id": "the block's own name",
        "AddressBlock.id": "the block's own name",
        "ListBlock.id": "the block's own name",
        "Item.id": "the item's own name",
        "Unit.id": "the unit's own name",
        "Unit.of": "names a text; DOC126 looks it up among the texts",
        "Subheading.of": "names a text; DOC126 looks it up among the texts",
        "Unit.antecedent": "names a text, a block or a fact; DOC126 looks it up",
        "ListBlock.within": "names a category of data; DOC126 looks it up beside `of:`",
        "ListBlock.order": "names facts of the kind that `of:` prints; DOC126 looks them up",
        "Unit.states": "DOC129 looks it up",
        "Subheading.states": "DOC129 looks it up",
        "Use.states": "DOC129 looks it up",
        "Policy.retired_ids": "names that are gone; DOC137 looks at them",
    }
)
"""Fields with ids that are no mention of a fact by its kind, and who looks at them."""


def one_or_many(kind: str, name: str) -> str:
    """The path of a fact by kind and id; a kind of which there is one is named by itself (`controller`)."""
    return name if kind == name and not BY_NAME[kind].many else f"{kind}/{name}"


@cache
def reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Kinds, bool], ...]:
    """Field, YAML key, kinds and form of each field of `model` that names facts."""
    return tuple(
        (name, field.alias or name, table[owner, name], table is FULL)
        for name, field in model.model_fields.items()
        for table in (BARE, FULL)
        for owner in model.__mro__
        if (owner, name) in table
    )
