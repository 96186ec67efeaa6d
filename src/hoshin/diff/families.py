"""Families of facts: how the kinds of change of each begin, and what a change in either direction means for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from hoshin.diff.bodies import Body
from hoshin.diff.canonical import Canonical

Stance = Literal["use", "promise", "text"]


class Family(Struct, frozen=True):
    """`prefix` begins its kinds of change.

    `stance` tells what more of it means: more is done with people's data (`use`), more is promised to them (`promise`),
    or neither (`text`). `worse` and `better` are the CHG rules of a change to people's disadvantage and advantage.
    """

    name: str
    prefix: str
    stance: Stance
    worse: str = ""
    better: str = ""


_FAMILIES: Final = (
    Family("document", "DOCUMENT", "text"),
    Family("date", "DATE", "text"),
    Family("section", "SECTION", "text", "CHG902", "CHG902"),
    Family("clause", "CLAUSE", "text", "CHG902", "CHG902"),
    Family("term", "TERM", "text", "CHG901", "CHG901"),
    Family("controller", "CONTROLLER", "text", "CHG802", "CHG802"),
    Family("party", "PARTY", "text", "CHG802", "CHG802"),
    Family("officer", "OFFICER", "promise", "CHG803", "CHG802"),
    Family("contact", "CONTACT", "promise", "CHG802", "CHG802"),
    Family("jurisdiction", "JURISDICTION", "promise", "CHG805", "CHG805"),
    Family("site", "SITE", "use", "CHG804", "CHG804"),
    Family("subject", "SUBJECT", "use", "CHG804", "CHG804"),
    Family("context", "CONTEXT", "use", "CHG804", "CHG804"),
    Family("product", "PRODUCT", "use", "CHG804", "CHG804"),
    Family("data-category", "DATA_CATEGORY", "use", "CHG201", "CHG205"),
    Family("data-item", "DATA_ITEM", "use", "CHG203", "CHG205"),
    Family("collection-method", "COLLECTION_METHOD", "use", "CHG212", "CHG212"),
    Family("collection-point", "COLLECTION_POINT", "use", "CHG212", "CHG212"),
    Family("technology", "TRACKER", "use", "CHG210", "CHG211"),
    Family("purpose", "PURPOSE", "use", "CHG104", "CHG105"),
    Family("legal-basis", "LEGAL_BASIS", "use", "CHG305", "CHG305"),
    Family("interest", "INTEREST", "use", "CHG307", "CHG307"),
    Family("recipient", "RECIPIENT", "use", "CHG401", "CHG403"),
    Family("transfer", "TRANSFER", "use", "CHG501", "CHG502"),
    Family("joint-use", "JOINT_USE", "use", "CHG408", "CHG408"),
    Family("retention", "RETENTION", "promise", "CHG601", "CHG602"),
    Family("right", "RIGHT", "promise", "CHG703", "CHG704"),
    Family("requests", "REQUESTS", "promise", "CHG703", "CHG704"),
    Family("commitment", "COMMITMENT", "promise", "CHG405", "CHG406"),
    Family("choice", "CHOICE", "promise"),
    Family("children", "CHILDREN", "promise", "CHG806", "CHG806"),
    Family("automated-decision", "AUTOMATED_DECISION", "use", "CHG807", "CHG807"),
    Family("security-measure", "SECURITY_MEASURE", "promise", "CHG808", "CHG809"),
    Family("derived-data", "DERIVED_DATA", "use"),
    Family("amendments", "NOTICE", "promise", "CHG810", "CHG810"),
    Family("reference", "REFERENCE", "text", "CHG902", "CHG902"),
    Family("precedence", "PRECEDENCE", "text", "CHG902", "CHG902"),
    Family("unplaced", "UNPLACED", "text"),
)
FAMILIES: Final[Mapping[str, Family]] = {family.name: family for family in _FAMILIES}


def family_of(fact: str, old: Canonical, new: Canonical) -> Family:
    """The family of a fact: its kind, data and sections in their two forms."""
    kind, *rest = fact.split("/")
    if kind == "section" and len(rest) > 1:
        return FAMILIES["clause"]
    if kind == "data":
        return FAMILIES["data-item" if "category" in body_of(fact, old, new) else "data-category"]
    return FAMILIES[kind]


def body_of(fact: str, old: Canonical, new: Canonical) -> Body:
    """The fact's body, as new as there is."""
    return new.facts.get(fact) or old.facts.get(fact) or {}
