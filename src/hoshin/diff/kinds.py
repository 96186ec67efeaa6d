"""The registry of all kinds of change. An id never leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from hoshin.diff.families import Family
from hoshin.diff.kind import Kind, families, generated, kind, pair

_W: Final = "widens"
_N: Final = "narrows"
_E: Final = "neutral"
_U: Final = "unknown"

_PURPOSE: Final = (
    *pair("purpose", kind("PURPOSE_ADDED", _W, "101", "102"), kind("PURPOSE_REMOVED", _N, "103")),
    *pair("purpose", kind("PURPOSE_ITEM_ADDED", _W, "104"), kind("PURPOSE_ITEM_REMOVED", _N, "105")),
    *pair("purpose", kind("PURPOSE_OPENED", _W, "104"), kind("PURPOSE_CLOSED", _N, "105")),
    *pair("purpose", kind("PURPOSE_SPLIT", _U, "107"), kind("PURPOSES_MERGED", _U, "107")),
    kind("PURPOSE_TITLE_CHANGED", _E, "106", entity="purpose"),
    kind("PURPOSE_TEXT_CHANGED", _E, "106", "902", entity="purpose"),
    kind("PURPOSE_KIND_CHANGED", _U, "108", entity="purpose"),
    *pair("purpose", kind("PURPOSE_DATA_CATEGORY_ADDED", _W, "202"), kind("PURPOSE_DATA_CATEGORY_REMOVED", _N, "205")),
    kind("PURPOSE_DATA_REGROUPED", _E, "308", entity="purpose"),
    *pair(
        "legal-basis",
        kind("PURPOSE_LEGAL_BASIS_ADDED", _U, "301", "302", "303", "304", "305", "306"),
        kind("PURPOSE_LEGAL_BASIS_REMOVED", _W, "310"),
    ),
    kind("PURPOSE_LEGAL_BASIS_CHANGED", _U, "301", "302", "303", "304", "305", entity="legal-basis"),
    kind("PURPOSE_LEGAL_BASIS_REGROUPED", _E, "308", entity="legal-basis"),
    kind("PURPOSE_SPECIAL_CONDITION_CHANGED", _U, "309", entity="legal-basis"),
    kind("PURPOSE_INTEREST_CHANGED", _U, "307", entity="interest"),
    *pair("recipient", kind("PURPOSE_RECIPIENT_ADDED", _W, "401", "402"), kind("PURPOSE_RECIPIENT_REMOVED", _N, "403")),
    *pair(
        "data-item",
        kind("PURPOSE_PROVISION_REQUIRED", _W, "209"),
        kind("PURPOSE_PROVISION_OPTIONAL", _N, "209", class_="notable"),
    ),
)
_DATA: Final = (
    *pair(
        "data-category",
        kind("DATA_CATEGORY_ADDED", _W, "201", "204", "206", "207"),
        kind("DATA_CATEGORY_REMOVED", _N, "205"),
    ),
    *pair(
        "data-item",
        kind("DATA_ITEM_ADDED", _W, "203", "204", "206", "207", class_="notable"),
        kind("DATA_ITEM_REMOVED", _N, "205"),
    ),
    *pair(
        "data-category",
        kind("DATA_CATEGORY_SENSITIVITY_RAISED", _W, "204", "206"),
        kind("DATA_CATEGORY_SENSITIVITY_LOWERED", _N, "206", class_="notable"),
    ),
    *pair(
        "data-category",
        kind("DATA_CATEGORY_OPENED", _W, "207"),
        kind("DATA_CATEGORY_CLOSED", _N, "207", class_="notable"),
    ),
    *pair("data-item", kind("DATA_ITEM_OPENED", _W, "207"), kind("DATA_ITEM_CLOSED", _N, "207", class_="notable")),
    kind("DATA_ITEM_CHANGED", _U, "202", "204", class_="notable", entity="data-item"),
    kind("DATA_CATEGORY_CHANGED", _U, "204", class_="notable", entity="data-category"),
    *pair("data-item", kind("DATA_SOURCE_ADDED", _W, "208"), kind("DATA_SOURCE_REMOVED", _N, "208", class_="notable")),
    kind("DATA_SOURCE_CHANGED", _U, "208", entity="data-item"),
    kind("TRACKER_CHANGED", _U, "210", class_="notable", entity="technology"),
    *pair(
        "technology",
        kind("TRACKER_ADDED", _W, "210", "211", class_="notable"),
        kind("TRACKER_REMOVED", _N, class_="notable"),
    ),
)
_SHARING: Final = (
    *pair("recipient", kind("RECIPIENT_ADDED", _W, "401", "402", "501"), kind("RECIPIENT_REMOVED", _N, "403")),
    kind("RECIPIENT_ROLE_CHANGED", _U, "404", entity="recipient"),
    *pair("recipient", kind("RECIPIENT_COUNTRY_ADDED", _W, "501"), kind("RECIPIENT_COUNTRY_REMOVED", _N, "502")),
    kind("RECIPIENT_COUNTRY_CHANGED", _U, "501", entity="recipient"),
    *pair(
        "recipient",
        kind("RECIPIENT_TRIGGER_ADDED", _W, "411"),
        kind("RECIPIENT_TRIGGER_REMOVED", _N, "411", class_="notable"),
    ),
    *pair("recipient", kind("RECIPIENT_SAFEGUARD_ADDED", _N, "412"), kind("RECIPIENT_SAFEGUARD_REMOVED", _W, "412")),
    *pair("transfer", kind("TRANSFER_ADDED", _W, "501"), kind("TRANSFER_REMOVED", _N, "502")),
    kind("TRANSFER_SAFEGUARD_CHANGED", _U, "503", "504", "506", entity="transfer"),
    kind("TRANSFER_CHANGED", _U, "505", "507", entity="transfer"),
    kind("OPT_OUT_PROVISION_CHANGED", _U, "410", entity="recipient"),
    *pair("commitment", kind("COMMITMENT_ADDED", _N, "406"), kind("COMMITMENT_REMOVED", _W, "405")),
    *pair("commitment", kind("COMMITMENT_QUALIFIED", _W, "405"), kind("COMMITMENT_UNQUALIFIED", _N, "406")),
    kind("COMMITMENT_CHANGED", _U, "405", entity="commitment"),
    *pair("joint-use", kind("JOINT_USE_ADDED", _W, "408"), kind("JOINT_USE_REMOVED", _N, "408", class_="notable")),
    kind("JOINT_USE_CHANGED", _U, "408", "409", entity="joint-use"),
    kind("JOINT_CONTROLLER_CHANGED", _U, "407", entity="party"),
    *pair("document", kind("APPLICABILITY_STATED", _E, "508"), kind("APPLICABILITY_UNSTATED", _U, "508")),
)
_KEEPING: Final = (
    *pair("retention", kind("RETENTION_EXTENDED", _W, "601"), kind("RETENTION_SHORTENED", _N, "602")),
    *pair("retention", kind("RETENTION_PERIOD_STATED", _N, "604"), kind("RETENTION_PERIOD_DROPPED", _W, "603")),
    kind("RETENTION_PERIOD_CHANGED", _U, "601", entity="retention"),
    kind("RETENTION_TRIGGER_CHANGED", _U, "605", entity="retention"),
    *pair("retention", kind("RETENTION_HEDGED", _W, "606"), kind("RETENTION_FIRMED", _N, "606")),
    *pair("retention", kind("RETENTION_SCOPE_WIDENED", _U, "601"), kind("RETENTION_SCOPE_NARROWED", _U, "601")),
    *pair(
        "retention",
        kind("RETENTION_ADDED", _U, "601", "602", "604"),
        kind("RETENTION_REMOVED", _U, "601", "602", "603"),
    ),
    kind("RETENTION_CHANGED", _U, "601", "606", entity="retention"),
)
_PEOPLE: Final = (
    *pair("right", kind("RIGHT_ADDED", _N, "702"), kind("RIGHT_REMOVED", _W, "701")),
    *pair("right", kind("RIGHT_CONDITION_TIGHTENED", _W, "703"), kind("RIGHT_CONDITION_LOOSENED", _N, "704")),
    kind("RIGHT_CONDITION_CHANGED", _U, "703", entity="right"),
    kind("RIGHT_CHANGED", _U, "701", entity="right"),
    kind("RIGHT_CHANNEL_CHANGED", _U, "705", entity="right"),
    kind("COMPLAINT_BODY_CHANGED", _U, "706", entity="right"),
    kind("CONTROLLER_CHANGED", _U, "801", entity="controller"),
    kind("CONTROLLER_DETAILS_CHANGED", _E, "802", entity="controller"),
    kind("CONTACT_CHANGED", _E, "705", "802", class_="notable", entity="contact"),
    *pair("officer", kind("OFFICER_ADDED", _N, "802"), kind("OFFICER_REMOVED", _W, "803")),
    kind("OFFICER_CHANGED", _E, "802", entity="officer"),
    *pair("document", kind("SCOPE_WIDENED", _W, "804"), kind("SCOPE_NARROWED", _N, "804", class_="notable")),
    *pair(
        "jurisdiction",
        kind("JURISDICTION_ADDED", _N, "805", class_="notable"),
        kind("JURISDICTION_REMOVED", _W, "805"),
    ),
    *pair("children", kind("MIN_AGE_LOWERED", _W, "806"), kind("MIN_AGE_RAISED", _N, "806", class_="notable")),
    kind("CHILDREN_CHANGED", _U, "806", entity="children"),
    *pair(
        "automated-decision",
        kind("AUTOMATED_DECISION_ADDED", _W, "807"),
        kind("AUTOMATED_DECISION_REMOVED", _N, "807", class_="notable"),
    ),
    kind("AUTOMATED_DECISION_CHANGED", _U, "807", entity="automated-decision"),
    *pair(
        "security-measure",
        kind("SECURITY_MEASURE_ADDED", _N, "808", "809"),
        kind("SECURITY_MEASURE_REMOVED", _W, "808", "809", class_="material"),
    ),
    kind("SECURITY_MEASURE_CHANGED", _U, "808", "809", entity="security-measure"),
    kind("SECURITY_TEXT_CHANGED", _E, "808", "902", entity="security-measure"),
    *pair(
        "amendments",
        kind("NOTICE_PERIOD_SHORTENED", _W, "810"),
        kind("NOTICE_PERIOD_LENGTHENED", _N, "810", class_="notable"),
    ),
    kind("NOTICE_PERIOD_CHANGED", _U, "810", entity="amendments"),
    kind("NOTICE_METHOD_CHANGED", _U, "810", entity="amendments"),
)
_DOCUMENT: Final = (
    *pair("term", kind("TERM_ADDED", _E, class_="notable"), kind("TERM_REMOVED", _E, class_="notable")),
    kind("TERM_DEFINITION_CHANGED", _U, "901", entity="term"),
    *pair("clause", kind("CLAUSE_ADDED", _E, "902"), kind("CLAUSE_REMOVED", _E, "902")),
    kind("CLAUSE_CHANGED", _U, "902", entity="clause"),
    kind("CLAUSE_TEXT_CHANGED", _E, "902", entity="clause"),
    *pair("section", kind("CLAUSE_SPLIT", _E, "902"), kind("CLAUSES_JOINED", _E, "902")),
    kind("CLAUSE_LAYOUT_CHANGED", _E, "903", entity="clause"),
    *pair("section", kind("SECTION_ADDED", _E, "902"), kind("SECTION_REMOVED", _E, "902")),
    kind("SECTION_TITLE_CHANGED", _E, "903", entity="section"),
    kind("SECTION_MOVED", _E, "903", entity="section"),
    kind("SECTIONS_RENUMBERED", _E, "903", entity="section"),
    kind("ENTITY_MOVED", _E, "903", entity="document"),
    kind("TEXT_TYPOGRAPHY_CHANGED", _E, "903", entity="document"),
    kind("LINK_CHANGED", _E, "903", entity="document"),
    kind("ENTITY_ID_RENAMED", _E, class_="editorial", entity="document"),
    *pair(
        "document",
        kind("TRANSLATION_ADDED", _E, "904", class_="editorial"),
        kind("TRANSLATION_REMOVED", _E, "904"),
    ),
    kind("TRANSLATION_UPDATED", _E, "904", entity="document"),
    kind("TRANSLATION_CORRECTED", _E, "904", entity="document"),
    kind("TRANSLATION_STALE", _E, "904", class_="editorial", entity="document"),
    kind("AUTHORITATIVE_LANGUAGE_CHANGED", _U, "904", entity="document"),
    *pair("date", kind("EFFECTIVE_DATE_POSTPONED", _E), kind("EFFECTIVE_DATE_ADVANCED", _E)),
    replace(
        kind("VERSION_WITHDRAWN", _E, entity="document"),
        mirror="",
        no_mirror="a withdrawal is a record of its own and is never undone",
    ),
    kind("METADATA_CHANGED", _E, class_="editorial", entity="document"),
    kind("RENDERING_CHANGED", _E, class_="editorial", entity="document"),
    kind("PRECEDENCE_CHANGED", _U, "902", entity="precedence"),
    kind("REFERENCE_CHANGED", _U, "902", entity="reference"),
    kind("FIELD_CHANGED", _U, class_="notable", entity="document"),
)
_NAMED: Final = (*_PURPOSE, *_DATA, *_SHARING, *_KEEPING, *_PEOPLE, *_DOCUMENT)

_SCOPE_FAMILIES: Final = ("site", "subject", "context", "product")
_INSTEAD: Final[Mapping[tuple[str, str], str]] = {
    ("legal-basis", "ADDED"): "PURPOSE_LEGAL_BASIS_ADDED",
    ("legal-basis", "REMOVED"): "PURPOSE_LEGAL_BASIS_REMOVED",
    ("retention", "MODALITY_SOFTENED"): "RETENTION_HEDGED",
    ("retention", "MODALITY_FIRMED"): "RETENTION_FIRMED",
    ("security-measure", "TEXT_CHANGED"): "SECURITY_TEXT_CHANGED",
    ("controller", "ADDED"): "CONTROLLER_CHANGED",
    ("controller", "REMOVED"): "CONTROLLER_CHANGED",
    **{(name, "ADDED"): "SCOPE_WIDENED" for name in _SCOPE_FAMILIES},
    **{(name, "REMOVED"): "SCOPE_NARROWED" for name in _SCOPE_FAMILIES},
    **{("interest", aspect): "PURPOSE_INTEREST_CHANGED" for aspect in ("ADDED", "REMOVED", "CHANGED", "TEXT_CHANGED")},
    **{("reference", aspect): "REFERENCE_CHANGED" for aspect in ("ADDED", "REMOVED", "TEXT_CHANGED")},
    **{("precedence", aspect): "PRECEDENCE_CHANGED" for aspect in ("ADDED", "REMOVED", "TEXT_CHANGED")},
    ("automated-decision", "TEXT_CHANGED"): "AUTOMATED_DECISION_CHANGED",
}
"""Where the first table of changes.md 3 has a special name for what every family can have, that name wins."""


def _all() -> Mapping[str, Kind]:
    found = {item.id: item for item in _NAMED}
    for family in families():
        for aspect, item in generated(family):
            if (family.name, aspect) not in _INSTEAD:
                found.setdefault(item.id, item)
    return MappingProxyType(found)


KINDS: Final[Mapping[str, Kind]] = _all()


def kind_of(family: Family, aspect: str) -> str:
    """The kind by which a family tells one of the aspects that every family has."""
    return _INSTEAD.get((family.name, aspect), f"{family.prefix}_{aspect}")
