"""The whole policy of one document."""

from hoshin.schema.base import Frozen
from hoshin.schema.data import (
    Choice,
    CollectionMethod,
    CollectionPoint,
    DataCategory,
    Definition,
    DerivedData,
    Precedence,
    Reference,
    Technology,
)
from hoshin.schema.document_facts import DocumentFacts
from hoshin.schema.jurisdiction import Jurisdiction, Site
from hoshin.schema.keeping import Requests, Retention, Right
from hoshin.schema.modifiers import Listed
from hoshin.schema.names import FactRef
from hoshin.schema.party import Contact, Context, Controller, Officer, Party, Product, Subject
from hoshin.schema.people import Amendments, Children, KindOfDate
from hoshin.schema.purpose import AutomatedDecision, Commitment, Interest, LegalBasis, Purpose, SecurityMeasure
from hoshin.schema.recipient import JointUse, Recipient, Transfer
from hoshin.schema.section import Section
from hoshin.schema.unplaced import Unplaced


class Policy(Frozen):
    """Facts and text of one document. A key that is absent is not stated, which is never the same as no."""

    document: DocumentFacts
    dates: Listed[KindOfDate] | None = None
    sections: tuple[Section, ...] = ()
    definitions: Listed[Definition] | None = None
    controller: Controller | None = None
    parties: Listed[Party] | None = None
    officers: Listed[Officer] | None = None
    contacts: Listed[Contact] | None = None
    jurisdictions: Listed[Jurisdiction] | None = None
    sites: Listed[Site] | None = None
    subjects: Listed[Subject] | None = None
    contexts: Listed[Context] | None = None
    products: Listed[Product] | None = None
    data: Listed[DataCategory] | None = None
    collection_methods: Listed[CollectionMethod] | None = None
    collection_points: Listed[CollectionPoint] | None = None
    technologies: Listed[Technology] | None = None
    purposes: Listed[Purpose] | None = None
    legal_bases: Listed[LegalBasis] | None = None
    interests: Listed[Interest] | None = None
    recipients: Listed[Recipient] | None = None
    transfers: Listed[Transfer] | None = None
    joint_uses: Listed[JointUse] | None = None
    retention: Listed[Retention] | None = None
    rights: Listed[Right] | None = None
    requests: Requests | None = None
    commitments: Listed[Commitment] | None = None
    choices: Listed[Choice] | None = None
    children: Children | None = None
    automated_decisions: Listed[AutomatedDecision] | None = None
    security_measures: Listed[SecurityMeasure] | None = None
    derived_data: Listed[DerivedData] | None = None
    amendments: Amendments | None = None
    references: Listed[Reference] | None = None
    precedence: Listed[Precedence] | None = None
    unplaced: tuple[Unplaced, ...] = ()
    retired_ids: tuple[FactRef, ...] = ()
