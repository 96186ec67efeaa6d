"""Fields that hold terms of a vocabulary, and under which term each must lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from pydantic import BaseModel

from hoshin.check.nodes import Node
from hoshin.kernel.place import RawPath
from hoshin.schema.data import DataDescription, Identified, Reference, Technology
from hoshin.schema.jurisdiction import Jurisdiction
from hoshin.schema.keeping import Right
from hoshin.schema.party import Subject as People
from hoshin.schema.purpose import AutomatedDecision, Interest, LegalBasis, Purpose
from hoshin.schema.recipient import Recipient, Transfer

CLASSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "": (),
        "basis": ("dpv:LegalBasis",),
        "right": ("dpv:Right",),
        "transfer": ("dpv:DataTransferLegalBasis", "eu-gdpr:DataTransferTool", "dpv:TechnicalOrganisationalMeasure"),
        "law": ("dpv:Law",),
        "statutory": ("dpv:PersonalData",),
    }
)
"""What a field asks for: terms at or under one of these. Data, purposes and people may have any."""

FIELDS: Final[Mapping[tuple[type[BaseModel], str], str]] = MappingProxyType(
    {
        (DataDescription, "dpv"): "",
        (DataDescription, "statutory"): "statutory",
        (Technology, "dpv"): "",
        (Purpose, "dpv"): "",
        (Interest, "dpv"): "",
        (Recipient, "dpv"): "",
        (People, "dpv"): "",
        (Identified, "dpv"): "",
        (LegalBasis, "basis"): "basis",
        (AutomatedDecision, "basis"): "basis",
        (LegalBasis, "art9_condition"): "basis",
        (Right, "right"): "right",
        (Transfer, "safeguards"): "transfer",
        (Transfer, "derogation"): "basis",
        (Reference, "law"): "law",
        (Jurisdiction, "law"): "law",
    }
)
"""Every field that holds terms."""


class Curie(Struct, frozen=True):
    """A term in a policy: where, in which field, what the field asks for."""

    path: str
    raw: RawPath
    field: str
    term: str
    asks: str

    @property
    def under(self) -> tuple[str, ...]:
        """Terms at or under one of which it must lie; empty where anything may stand."""
        return CLASSES[self.asks]


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, field.alias or name, FIELDS[owner, name])
        for name, field in model.model_fields.items()
        for owner in model.__mro__
        if (owner, name) in FIELDS
    )


def curies(nodes: Iterable[Node]) -> Iterator[Curie]:
    """Every term of a policy in the order of the facts."""
    for node in nodes:
        for name, key, asks in _fields(type(node.value)):
            value = getattr(node.value, name)
            raw = (*node.raw, key)
            if isinstance(value, tuple):
                for position, term in enumerate(value):
                    yield Curie(node.path, (*raw, position), key, term, asks)
            elif value is not None:
                yield Curie(node.path, raw, key, value, asks)
