"""The registry of kinds: mirrors, rules, messages, and that no field of the model is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from hoshin.diff.chg import CLASSES
from hoshin.diff.classify import TABLE, judge_of
from hoshin.diff.families import FAMILIES
from hoshin.diff.kinds import KINDS
from hoshin.diff.patterns import fields, models_of, pattern
from hoshin.diff.rules import CHG
from hoshin.schema.kinds import KINDS as FACTS

DESIGNED = re.findall(
    "[A-Z_]+",
    """
PURPOSE_ADDED PURPOSE_REMOVED PURPOSE_ITEM_ADDED PURPOSE_ITEM_REMOVED PURPOSE_OPENED PURPOSE_CLOSED
PURPOSE_TITLE_CHANGED PURPOSE_TEXT_CHANGED PURPOSE_SPLIT PURPOSES_MERGED PURPOSE_KIND_CHANGED
PURPOSE_DATA_CATEGORY_ADDED PURPOSE_DATA_CATEGORY_REMOVED PURPOSE_LEGAL_BASIS_ADDED PURPOSE_LEGAL_BASIS_REMOVED
PURPOSE_LEGAL_BASIS_CHANGED PURPOSE_LEGAL_BASIS_REGROUPED PURPOSE_INTEREST_CHANGED PURPOSE_RECIPIENT_ADDED
PURPOSE_RECIPIENT_REMOVED PURPOSE_PROVISION_REQUIRED PURPOSE_PROVISION_OPTIONAL DATA_CATEGORY_ADDED
DATA_CATEGORY_REMOVED DATA_ITEM_ADDED DATA_ITEM_REMOVED DATA_CATEGORY_SENSITIVITY_RAISED
DATA_CATEGORY_SENSITIVITY_LOWERED DATA_SOURCE_ADDED DATA_SOURCE_REMOVED COLLECTION_METHOD_ADDED
COLLECTION_METHOD_REMOVED TRACKER_ADDED TRACKER_REMOVED RECIPIENT_ADDED RECIPIENT_REMOVED RECIPIENT_ROLE_CHANGED
RECIPIENT_COUNTRY_ADDED RECIPIENT_COUNTRY_REMOVED TRANSFER_ADDED TRANSFER_REMOVED TRANSFER_SAFEGUARD_CHANGED
COMMITMENT_ADDED COMMITMENT_REMOVED COMMITMENT_QUALIFIED JOINT_USE_CHANGED JOINT_CONTROLLER_CHANGED RETENTION_EXTENDED
RETENTION_SHORTENED RETENTION_PERIOD_STATED RETENTION_PERIOD_DROPPED RETENTION_TRIGGER_CHANGED RETENTION_HEDGED
RETENTION_FIRMED RIGHT_ADDED RIGHT_REMOVED RIGHT_CONDITION_TIGHTENED RIGHT_CONDITION_LOOSENED RIGHT_CHANNEL_CHANGED
COMPLAINT_BODY_CHANGED CONTROLLER_CHANGED CONTROLLER_DETAILS_CHANGED CONTACT_CHANGED OFFICER_ADDED OFFICER_REMOVED
SCOPE_WIDENED SCOPE_NARROWED JURISDICTION_ADDED JURISDICTION_REMOVED MIN_AGE_LOWERED MIN_AGE_RAISED
AUTOMATED_DECISION_ADDED AUTOMATED_DECISION_REMOVED AUTOMATED_DECISION_CHANGED SECURITY_MEASURE_ADDED
SECURITY_MEASURE_REMOVED SECURITY_TEXT_CHANGED NOTICE_PERIOD_SHORTENED NOTICE_PERIOD_LENGTHENED NOTICE_METHOD_CHANGED
TERM_ADDED TERM_REMOVED TERM_DEFINITION_CHANGED CLAUSE_ADDED CLAUSE_REMOVED CLAUSE_TEXT_CHANGED CLAUSE_SPLIT
CLAUSES_JOINED SECTION_ADDED SECTION_REMOVED SECTION_TITLE_CHANGED SECTION_MOVED SECTIONS_RENUMBERED ENTITY_MOVED
TEXT_TYPOGRAPHY_CHANGED LINK_CHANGED ENTITY_ID_RENAMED TRANSLATION_ADDED TRANSLATION_REMOVED TRANSLATION_UPDATED
TRANSLATION_CORRECTED TRANSLATION_STALE AUTHORITATIVE_LANGUAGE_CHANGED EFFECTIVE_DATE_POSTPONED
EFFECTIVE_DATE_ADVANCED VERSION_WITHDRAWN METADATA_CHANGED RENDERING_CHANGED FIELD_CHANGED
PURPOSE_SPECIAL_CONDITION_CHANGED OPT_OUT_PROVISION_CHANGED RECIPIENT_TRIGGER_ADDED RECIPIENT_TRIGGER_REMOVED
RECIPIENT_SAFEGUARD_ADDED RECIPIENT_SAFEGUARD_REMOVED APPLICABILITY_STATED APPLICABILITY_UNSTATED
COLLECTION_POINT_ADDED COLLECTION_POINT_REMOVED PRECEDENCE_CHANGED REFERENCE_CHANGED
    """,
)
"""The kinds of both tables of the design."""
KEYS = frozenset({"id"})
"""Names of things: what has another one is another thing, or a declared rename."""
APART = {
    "section": frozenset({"blocks"}),
    "data-category": frozenset({"items"}),
    "clause": frozenset({"kind", "units", "lead", "items", "blocks", "columns", "rows", "cells", "notes", "caption"}),
}
"""Parts that are facts of their own, by family."""
KEY_OF = {"uses": "data", "fields": "data"}
"""Lists whose members are told apart by one of their fields."""


def test_all_kinds_of_the_design_are_there() -> None:
    assert [kind for kind in DESIGNED if kind not in KINDS] == []


def test_every_kind_has_a_mirror_that_points_back_or_a_reason() -> None:
    for kind in KINDS.values():
        if kind.mirror:
            assert KINDS[kind.mirror].mirror == kind.id
            assert not kind.no_mirror
        else:
            assert kind.no_mirror


def test_mirrors_of_two_kinds_have_opposite_directions() -> None:
    opposite = {"widens": "narrows", "narrows": "widens", "neutral": "neutral", "unknown": "unknown"}
    pairs = [(kind, KINDS[kind.mirror]) for kind in KINDS.values() if kind.mirror not in {"", kind.id}]
    assert {one.id for one, other in pairs if other.direction != opposite[one.direction]} == {
        "PURPOSE_LEGAL_BASIS_ADDED",  # whether a further basis is to people's advantage cannot be said
        "PURPOSE_LEGAL_BASIS_REMOVED",
        "APPLICABILITY_STATED",
        "APPLICABILITY_UNSTATED",
    }


def test_what_widens_is_never_milder_than_its_mirror() -> None:
    for kind in KINDS.values():
        if kind.direction == "widens" and kind.mirror:
            assert CLASSES.index(kind.class_) >= CLASSES.index(KINDS[kind.mirror].class_), kind.id


def test_there_are_76_rules_and_each_is_reachable() -> None:
    assert len(CHG) == 76
    assert {rule for kind in KINDS.values() for rule in kind.rules} == set(CHG)


def test_ids_are_their_keys_and_say_what_they_are() -> None:
    for name, kind in KINDS.items():
        assert name == kind.id
        assert name == name.upper()
        assert kind.entity in FAMILIES


def test_every_kind_of_fact_has_a_family() -> None:
    facts = {kind.name for kind in FACTS} - {"data"}
    assert set(FAMILIES) == facts | {"data-category", "data-item", "clause"}


def leaves(family: str, models: tuple[type[BaseModel], ...], steps: tuple[str, ...] = ()) -> Iterator[str]:
    for name, (inner, keyed, _) in fields(models).items():
        if name in KEYS or (not steps and name in APART.get(family, ())) or name == KEY_OF.get("".join(steps[-2:-1])):
            continue
        way = (*steps, name, *(("*",) if keyed else ()))
        if inner:
            yield from leaves(family, inner, way)
        if not inner or keyed:
            yield "/".join(way)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_leaf_of_the_model_has_a_kind_of_its_own(family: str) -> None:
    ways = list(leaves(family, models_of(family)))
    assert len(ways) >= 4
    assert [way for way in ways if judge_of(family, way) is None and judge_of(family, f"{way}/*") is None] == []


@pytest.mark.parametrize("family", TABLE)
def test_every_row_speaks_of_a_field_that_exists(family: str) -> None:
    own = {"clause": {"type", "in", "order-written"}, "data-item": {"category"}, "document": {"retired-ids/*"}}
    ways = set(leaves(family, models_of(family)))
    for row in TABLE[family]:
        stem = row.removesuffix("/**").removesuffix("/*")
        assert row in {"", *own.get(family, ())} or any(way == row or way.startswith(stem) for way in ways), row


def test_a_pattern_has_stars_for_keys() -> None:
    assert pattern("purpose", ("uses", "email", "restriction")) == ("uses/*/restriction", True)
    assert pattern("purpose", ("scope", "region", "JP")) == ("scope/region/*", False)
    assert pattern("recipient", ("safeguards", "scope", "text")) == ("safeguards/*/text", True)
    assert pattern("clause", ("order", "purpose/news")) == ("order/*", False)
    assert pattern("children", ()) == ("", False)
