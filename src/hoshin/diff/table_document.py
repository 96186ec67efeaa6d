"""Kinds of the changes of the document side, of parties and of contacts, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.judges import always, answer, aspect, presence
from hoshin.diff.table_data import details
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict
from hoshin.schema.partial_date import PartialDate, PartialDateError

_METADATA: Final = always("METADATA_CHANGED")
_LAYOUT: Final = always("CLAUSE_LAYOUT_CHANGED")
_LINK: Final = always("LINK_CHANGED")
_ENTITY: Final = always("CONTROLLER_CHANGED")
_OWN: Final = always("CONTROLLER_DETAILS_CHANGED")
_STORAGE: Final = always("TRANSFER_CHANGED", "507")
_PRINTED: Final = presence("CLAUSE_ADDED", "CLAUSE_REMOVED", "CLAUSE_CHANGED")
_TERM: Final = "{term:"


def _date(case: Case) -> Verdict:
    """Another effective date of the same version is a postponement; of another version it is a matter of course."""
    versions = [at(side.facts.get("document", {}), ("version",)) for side in (case.old, case.new)]
    if case.raw.fact != "date/effective" or versions[0] is None or versions[0] != versions[1]:
        return verdict("METADATA_CHANGED")
    try:
        order = PartialDate.parse(str(case.raw.after)).compare(PartialDate.parse(str(case.raw.before)))
    except PartialDateError:
        order = None
    if order in (None, 0):
        return verdict("METADATA_CHANGED", class_="notable")
    return verdict("EFFECTIVE_DATE_POSTPONED" if order == 1 else "EFFECTIVE_DATE_ADVANCED")


def _definition(case: Case) -> Verdict:
    """The meaning of a defined term; one that no text uses moves nothing."""
    mark = f"{_TERM}{case.raw.fact.partition('/')[2]}"
    used = any(
        mark in node
        for facts in (case.old.facts, case.new.facts)
        for body in facts.values()
        if isinstance(node := body.get("text", ""), str)
    )
    return verdict("TERM_DEFINITION_CHANGED", class_="material" if used else "editorial")


def _whole_party(case: Case) -> Verdict:
    body = case.after or case.before
    if body.get("role") == "joint_controller":
        return verdict("JOINT_CONTROLLER_CHANGED")
    return verdict("PARTY_ADDED" if case.raw.op == "added" else "PARTY_REMOVED")


def _party_role(case: Case) -> Verdict:
    joint = "joint_controller" in (case.raw.before, case.raw.after)
    return verdict("JOINT_CONTROLLER_CHANGED" if joint else "PARTY_CHANGED")


def _contact(case: Case) -> Verdict:
    """How a desk is reached: by a channel for rights that counts as another channel."""
    return verdict("CONTACT_CHANGED", "705") if _serves_rights(case) else verdict("CONTACT_CHANGED", "802")


def _serves_rights(case: Case) -> bool:
    name = case.raw.fact.partition("/")[2]
    bodies = (case.before, case.after)
    if any(at(body, ("handles", "rights")) for body in bodies):
        return True
    return any(
        body.get("channel") == name
        for facts in (case.old.facts, case.new.facts)
        for fact, body in facts.items()
        if fact == "requests" or fact.startswith("right/")
    )


def _handles(case: Case) -> Verdict:
    """What a desk is for: rights and complaints have rules of their own."""
    if case.raw.path[-1] == "rights":
        return verdict("RIGHT_CHANNEL_CHANGED")
    if case.raw.path[-1] == "complaints":
        return verdict("COMPLAINT_BODY_CHANGED")
    return verdict("CONTACT_CHANGED", "802")


_REFERENCE: Final = always("REFERENCE_CHANGED")
_PRECEDENCE: Final = always("PRECEDENCE_CHANGED")
_LOCALES: Final = presence("TRANSLATION_ADDED", "TRANSLATION_REMOVED", "TRANSLATION_UPDATED")

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "document": {
        "short-title": aspect("TITLE_CHANGED"),
        "source-locale": always("AUTHORITATIVE_LANGUAGE_CHANGED"),
        "locales/*": _LOCALES,
        "timezone": always("METADATA_CHANGED", class_="notable"),
        "version": _METADATA,
        "url": _LINK,
        "standalone": _METADATA,
        "retired-ids/*": _METADATA,
    },
    "date": {
        "": _METADATA,
        "value": _date,
        "earlier-of/*": _date,
        "earlier-of/**": _date,
        "by-audience/*": _date,
        "by-audience/**": _date,
    },
    "section": {"numbered": always("SECTIONS_RENUMBERED")},
    "clause": {
        "type": _LAYOUT,
        "in": always("ENTITY_MOVED"),
        "states/*": _METADATA,
        "antecedent": _METADATA,
        "numbering": _LAYOUT,
        "terminators": _LAYOUT,
        "layout": _LAYOUT,
        "row-heads": _LAYOUT,
        "field": details,
        "of": details,
        "within": details,
        "order/*": _PRINTED,
        "order-written": _LAYOUT,
    },
    "term": {
        "term": _definition,
        "aliases/*": _definition,
        "means": _definition,
        "text": _definition,
        "inline": _LAYOUT,
    },
    "controller": {
        "legal-name": _ENTITY,
        "kind": _OWN,
        "brand": _OWN,
        "address": _OWN,
        "address/**": _OWN,
        "email": _OWN,
        "phone": _OWN,
        "form-url": _OWN,
        "register-number": _OWN,
        "representative-person": _OWN,
        "representative-person/**": _OWN,
        "domains/*": _OWN,
        **answer("storage", _STORAGE),
        "absences/*": _OWN,
        "absences/**": _OWN,
    },
    "party": {
        "": _whole_party,
        "name": details,
        "role": _party_role,
        "address": details,
        "address/**": details,
        "email": details,
        "phone": details,
        "url": details,
        "register-number": details,
        "representative-person": details,
        "representative-person/**": details,
        "members/*": details,
        "responsibilities": always("JOINT_CONTROLLER_CHANGED"),
        "with-parties/*": always("JOINT_CONTROLLER_CHANGED"),
        "essence-of-arrangement": always("JOINT_CONTROLLER_CHANGED"),
    },
    "contact": {
        "email": _contact,
        "phone": _contact,
        "url": _contact,
        "address": _contact,
        "address/**": _contact,
        "same-address-as-controller": _contact,
        "hours": _contact,
        "handles/*": _handles,
    },
    "site": {
        "url": details,
        "languages/*": details,
        "audience-languages/*": details,
        **answer("tba-in-scope", details),
        "link-label": _METADATA,
        "linked-from/*": _METADATA,
        "do-not-track": details,
    },
    "context": {
        "adds-to": details,
        "our-role": details,
        "controller": details,
        "purposes/*": details,
        "data": details,
        "data/*": details,
        "recipients/*": details,
    },
    "product": {
        "kind": details,
        "includes": details,
        "purposes/*": details,
        "data": details,
        "data/*": details,
        "recipients/*": details,
    },
    "unplaced": {"": _METADATA, "text": _METADATA, "note": _METADATA},
    "reference": {
        "role": _REFERENCE,
        "law": _REFERENCE,
        "url": _REFERENCE,
        "document": _REFERENCE,
        "section": _REFERENCE,
        "about/*": _REFERENCE,
        "held-by": _REFERENCE,
        "on-request": _REFERENCE,
    },
    "precedence": {"other": _PRECEDENCE, "relation": _PRECEDENCE},
}
ENTITY: Final[Mapping[str, Judge]] = {
    "title": aspect("TITLE_CHANGED"),
    "text": aspect("TEXT_CHANGED"),
    "formerly/*": _METADATA,
    "dpv/*": details,
    "fides": details,
    "match": details,
}
"""What all families with an id have."""
