"""One vocabulary: each kind of entity has one name in YAML, unit ids, placeholders, queries, events and messages."""

from __future__ import annotations

from msgspec import Struct


class Kind(Struct, frozen=True):
    """A row of model.md 2.1.

    `name` begins unit ids and fact paths, `key` is the top-level YAML key, `noun` the word of `hoshin query`.
    `many` tells a list from a single mapping. `stated` tells that a fact of this kind must be told by some text of
    the document; the other kinds serve rules and queries. `values` names the fields whose placeholder a text must
    hold when it states them.
    """

    name: str
    key: str
    noun: str
    many: bool = True
    stated: bool = True
    values: tuple[str, ...] = ()


LENGTHS = ("period", "business_days", "min", "max", "range", "longest_of", "earliest_of", "stages", "until")
"""Fields of a limit of time that say how long."""

KINDS: tuple[Kind, ...] = (
    Kind("document", "document", "document", many=False, stated=False),
    Kind("date", "dates", "dates", values=("value", "earlier_of", "by_audience")),
    Kind("section", "sections", "sections", stated=False),
    Kind("term", "definitions", "definitions"),
    Kind("controller", "controller", "controller", many=False, values=("legal_name", "brand", "address", "email")),
    Kind("party", "parties", "parties"),
    Kind("officer", "officers", "officers"),
    Kind("contact", "contacts", "contacts", values=("email", "phone", "url")),
    Kind("jurisdiction", "jurisdictions", "jurisdictions", stated=False),
    Kind("site", "sites", "sites", stated=False, values=("url",)),
    Kind("subject", "subjects", "subjects", stated=False),
    Kind("context", "contexts", "contexts", stated=False),
    Kind("product", "products", "products", stated=False),
    Kind("data", "data", "data"),
    Kind("collection-method", "collection_methods", "collection-methods"),
    Kind("collection-point", "collection_points", "collection-points", stated=False),
    Kind("technology", "technologies", "technologies"),
    Kind("purpose", "purposes", "purposes"),
    Kind("legal-basis", "legal_bases", "legal-bases"),
    Kind("interest", "interests", "interests"),
    Kind("recipient", "recipients", "recipients"),
    Kind("transfer", "transfers", "transfers"),
    Kind("joint-use", "joint_uses", "joint-uses"),
    Kind("retention", "retention", "retention", values=LENGTHS),
    Kind("right", "rights", "rights"),
    Kind("requests", "requests", "requests", many=False, values=("deadline",)),
    Kind("commitment", "commitments", "commitments"),
    Kind("choice", "choices", "choices"),
    Kind("children", "children", "children", many=False, values=("min_age", "alone_from")),
    Kind("automated-decision", "automated_decisions", "automated-decisions"),
    Kind("security-measure", "security_measures", "security-measures"),
    Kind("derived-data", "derived_data", "derived-data"),
    Kind("amendments", "amendments", "amendments", many=False),
    Kind("reference", "references", "references"),
    Kind("precedence", "precedence", "precedence"),
    Kind("unplaced", "unplaced", "unplaced", stated=False),
)

BY_NAME = {kind.name: kind for kind in KINDS}
BY_KEY = {kind.key: kind for kind in KINDS}
BY_NOUN = {kind.noun: kind for kind in KINDS}
