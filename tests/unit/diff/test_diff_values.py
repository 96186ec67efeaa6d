"""Steps from one value to another: the protection orders of rules.md 8.6, forwards and backwards."""

from __future__ import annotations

from typing import Any

import pytest
from diff_sample import BASE, Data, edited, loaded, only, told

from hoshin.diff import run
from hoshin.diff.change import Change
from hoshin.diff.run import CollisionError, diff

Step = tuple[str, Data, Data, str, str, str, str]

REQUIRED: dict[str, Data] = {
    "transfers": {},
    "technologies": {"kind": "cookie"},
    "parties": {"name": "Sister"},
    "contacts": {"title": "Desk"},
    "derived_data": {"form": "aggregated"},
    "security_measures": {},
    "data": {},
    "recipients": {},
    "purposes": {},
    "legal_bases": {"basis": "eu-gdpr:A6-1-f"},
    "retention": {},
    "joint_uses": {},
    "commitments": {"polarity": "never"},
    "collection_points": {},
    "officers": {"role": "dpo"},
    "dates": {},
}
SCC, ADEQUACY, JAPAN = "eu-gdpr:StandardContractualClauses", "eu-gdpr:AdequacyDecision", "x-jp:EquivalentMeasures"
STEPS: list[Step] = [
    # key, before, after, kind and class forwards, kind and class backwards
    ("transfers", {}, {"safeguards": [SCC]}, "TRANSFER_SAFEGUARD_CHANGED", "notable", "TRANSFER_SAFEGUARD_CHANGED",
     "material"),
    ("transfers", {"safeguards": [SCC]}, {"safeguards": [SCC, ADEQUACY]}, "TRANSFER_SAFEGUARD_CHANGED", "notable",
     "TRANSFER_SAFEGUARD_CHANGED", "material"),
    ("transfers", {"safeguards": [SCC]}, {"safeguards": [SCC, JAPAN]}, "TRANSFER_SAFEGUARD_CHANGED", "material",
     "TRANSFER_SAFEGUARD_CHANGED", "material"),
    ("transfers", {}, {"derogation": "eu-gdpr:A49-1-a"}, "TRANSFER_SAFEGUARD_CHANGED", "notable",
     "TRANSFER_SAFEGUARD_CHANGED", "material"),
    ("transfers", {"derogation": "eu-gdpr:A49-1-a"}, {"derogation": "eu-gdpr:A49-1-b"}, "TRANSFER_SAFEGUARD_CHANGED",
     "material", "TRANSFER_SAFEGUARD_CHANGED", "material"),
    ("transfers", {"storage_only": False}, {"storage_only": True}, "TRANSFER_CHANGED", "notable", "TRANSFER_CHANGED",
     "material"),
    ("transfers", {"copy_of": {"on": "page"}}, {"copy_of": {"on": "request"}}, "TRANSFER_CHANGED", "notable",
     "TRANSFER_CHANGED", "notable"),
    ("transfers", {"recipients": ["printer"]}, {"recipients": ["printer", "bank"]}, "TRANSFER_SCOPE_WIDENED",
     "material", "TRANSFER_SCOPE_NARROWED", "notable"),
    ("technologies", {}, {"third_party": True}, "TRACKER_CHANGED", "material", "TRACKER_CHANGED", "material"),
    ("technologies", {"third_party": True}, {"third_party": False}, "TRACKER_CHANGED", "notable", "TRACKER_CHANGED",
     "material"),
    ("technologies", {"essential": False}, {"essential": True}, "TRACKER_CHANGED", "notable", "TRACKER_CHANGED",
     "material"),
    ("technologies", {"lifetime": "P20D"}, {"lifetime": "P2Y"}, "RETENTION_EXTENDED", "material",
     "RETENTION_SHORTENED", "notable"),
    ("technologies", {"domain": "a.example"}, {"domain": "b.example"}, "TRACKER_CHANGED", "notable",
     "TRACKER_CHANGED", "notable"),
    ("data", {"source": {"kind": "person"}}, {"source": {"kind": "public"}}, "DATA_SOURCE_CHANGED", "material",
     "DATA_SOURCE_CHANGED", "notable"),
    ("data", {"source": {"kind": "person"}}, {}, "DATA_SOURCE_REMOVED", "notable", "DATA_SOURCE_ADDED", "notable"),
    ("data", {"high_risk": "location"}, {"high_risk": "financial"}, "DATA_CATEGORY_CHANGED", "material",
     "DATA_CATEGORY_CHANGED", "material"),
    ("data", {}, {"open_ended": True}, "DATA_CATEGORY_OPENED", "material", "DATA_CATEGORY_CLOSED", "notable"),
    ("recipients", {"role": "processor"}, {"role": "joint_controller"}, "RECIPIENT_ROLE_CHANGED", "material",
     "RECIPIENT_ROLE_CHANGED", "notable"),
    ("recipients", {"appi_role": "entrustee"}, {"appi_role": "third_party"}, "RECIPIENT_ROLE_CHANGED", "material",
     "RECIPIENT_ROLE_CHANGED", "notable"),
    ("recipients", {"data_scope": "minimal"}, {"data_scope": "all"}, "RECIPIENT_SCOPE_WIDENED", "material",
     "RECIPIENT_SCOPE_NARROWED", "notable"),
    ("recipients", {"members": ["A"]}, {}, "RECIPIENT_REMOVED", "notable", "RECIPIENT_ADDED", "notable"),
    ("recipients", {"condition": {"kind": "opt_out", "text": "t"}, "data": ["name"]},
     {"condition": {"kind": "opt_out", "text": "t"}, "data": ["name", "email"]}, "OPT_OUT_PROVISION_CHANGED",
     "material", "OPT_OUT_PROVISION_CHANGED", "material"),
    ("purposes", {"relation": "compatible"}, {"relation": "incompatible"}, "PURPOSE_CHANGED", "material",
     "PURPOSE_CHANGED", "notable"),
    ("purposes", {"uses": [{"data": "name"}]}, {"uses": [{"data": "name", "restriction": "once"}]},
     "PURPOSE_CONDITION_TIGHTENED", "notable", "PURPOSE_CONDITION_LOOSENED", "material"),
    ("purposes", {"condition": {"text": "a"}}, {"condition": {"text": "b"}}, "PURPOSE_CONDITION_CHANGED", "material",
     "PURPOSE_CONDITION_CHANGED", "material"),
    ("legal_bases", {"purposes": ["news"]}, {"purposes": ["news"], "except": ["service"]},
     "PURPOSE_LEGAL_BASIS_REMOVED", "material", "PURPOSE_LEGAL_BASIS_ADDED", "material"),
    ("legal_bases", {}, {"purposes": ["news"]}, "PURPOSE_LEGAL_BASIS_ADDED", "material",
     "PURPOSE_LEGAL_BASIS_REMOVED", "material"),
    ("retention", {"min": "P1Y"}, {"min": "P2Y"}, "RETENTION_EXTENDED", "material", "RETENTION_SHORTENED", "notable"),
    ("retention", {"period": "indefinite"}, {}, "RETENTION_PERIOD_CHANGED", "material", "RETENTION_PERIOD_CHANGED",
     "material"),
    ("retention", {}, {"criteria": ["tax_law"]}, "RETENTION_PERIOD_STATED", "notable", "RETENTION_PERIOD_DROPPED",
     "material"),
    ("retention", {"starts_from": "a_visit"}, {"starts_from": "b_visit"}, "RETENTION_TRIGGER_CHANGED", "material",
     "RETENTION_TRIGGER_CHANGED", "material"),
    ("retention", {"then": "archive"}, {"then": "destroy"}, "RETENTION_FIRMED", "notable", "RETENTION_HEDGED",
     "notable"),
    ("retention", {"period": "P1Y", "except": [{"of": ["data/logs"], "ground": "tax_law"}]}, {"period": "P1Y"},
     "RETENTION_SHORTENED", "notable", "RETENTION_EXTENDED", "material"),
    ("retention", {}, {"suspended_by": ["legal_claim"]}, "RETENTION_EXTENDED", "material", "RETENTION_SHORTENED",
     "notable"),
    ("parties", {"role": "group"}, {"role": "joint_controller"}, "JOINT_CONTROLLER_CHANGED", "material",
     "JOINT_CONTROLLER_CHANGED", "material"),
    ("parties", {"role": "group"}, {"role": "provider"}, "PARTY_CHANGED", "notable", "PARTY_CHANGED", "notable"),
    ("contacts", {}, {"handles": ["rights"]}, "RIGHT_CHANNEL_CHANGED", "material", "RIGHT_CHANNEL_CHANGED", "material"),
    ("contacts", {}, {"handles": ["complaints"]}, "COMPLAINT_BODY_CHANGED", "notable", "COMPLAINT_BODY_CHANGED",
     "notable"),
    ("contacts", {"phone": "+81 3 0000 0000"}, {}, "CONTACT_CHANGED", "notable", "CONTACT_CHANGED", "notable"),
    ("contacts", {"handles": ["rights"], "phone": "+81 3 0000 0000"}, {"handles": ["rights"]}, "CONTACT_CHANGED",
     "material", "CONTACT_CHANGED", "material"),
    ("derived_data", {"promises": ["no-reidentification"]}, {}, "DERIVED_DATA_CHANGED", "material",
     "DERIVED_DATA_CHANGED", "notable"),
    ("security_measures", {}, {"disclaimer": True}, "SECURITY_MEASURE_CHANGED", "notable", "SECURITY_MEASURE_CHANGED",
     "notable"),
    ("commitments", {"qualifier": "for money"}, {"qualifier": "for profit"}, "COMMITMENT_TEXT_CHANGED", "material",
     "COMMITMENT_TEXT_CHANGED", "material"),
    ("commitments", {"polarity": "only", "data": ["name"]}, {"polarity": "only", "data": ["name", "email"]},
     "COMMITMENT_SCOPE_WIDENED", "material", "COMMITMENT_SCOPE_NARROWED", "material"),
    ("commitments", {"modality": "will"}, {"modality": "striving"}, "COMMITMENT_MODALITY_SOFTENED", "notable",
     "COMMITMENT_MODALITY_FIRMED", "notable"),
    ("commitments", {"modality": "usually"}, {"modality": "normally"}, "COMMITMENT_MODALITY_CHANGED", "notable",
     "COMMITMENT_MODALITY_CHANGED", "notable"),
    ("commitments", {}, {"scope": {"region": ["JP"]}}, "COMMITMENT_SCOPE_NARROWED", "material",
     "COMMITMENT_SCOPE_WIDENED", "notable"),
    ("joint_uses", {"purposes": ["news"]}, {"purposes": ["news", "service"]}, "JOINT_USE_CHANGED", "notable",
     "JOINT_USE_CHANGED", "notable"),
    ("collection_points", {"fields": [{"data": "name"}]}, {"fields": [{"data": "name", "provision": "required"}]},
     "PURPOSE_PROVISION_REQUIRED", "material", "PURPOSE_PROVISION_OPTIONAL", "notable"),
    ("officers", {"status": "none"}, {"status": "unknown"}, "APPLICABILITY_UNSTATED", "notable",
     "APPLICABILITY_STATED", "notable"),
    ("officers", {"status": "none"}, {"status": "not_required"}, "OFFICER_CHANGED", "notable", "OFFICER_CHANGED",
     "notable"),
    ("officers", {}, {"status": "declared"}, "METADATA_CHANGED", "editorial", "METADATA_CHANGED", "editorial"),
    ("dates", {"value": "2026-07"}, {"value": "2026-08"}, "METADATA_CHANGED", "editorial", "METADATA_CHANGED",
     "editorial"),
]  # fmt: skip


def with_one(key: str, fields: Data) -> Data:
    kept = [one for one in BASE.get(key, []) if one["id"] != "default"]
    return {**BASE, key: [*kept, {"id": "sample", **REQUIRED[key], **fields}]}


def single(old: Data, new: Data) -> Change:
    return only(diff(loaded(old), loaded(new)))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[0]}-{step[3]}")
def test_steps(step: Step) -> None:
    key, before, after, kind, class_, back, back_class = step
    old, new = with_one(key, before), with_one(key, after)
    there, here = single(old, new), single(new, old)
    assert ((there.kind, there.class_), (here.kind, here.class_)) == ((kind, class_), (back, back_class))


def within(**limit: Any) -> Data:
    return {"deadline": limit}


REQUESTS: list[tuple[Data, Data, str, str]] = [
    ({}, {"deadline": {"period": "P1M"}}, "RIGHT_CONDITION_LOOSENED", "RIGHT_CONDITION_TIGHTENED"),
    (within(period="P1M"), within(period="P2M"), "RIGHT_CONDITION_TIGHTENED", "RIGHT_CONDITION_LOOSENED"),
    (within(period="P1M"), within(period="P30D"), "RIGHT_CONDITION_CHANGED", "RIGHT_CONDITION_CHANGED"),
    (within(period="P1M"), within(business_days=60), "RIGHT_CONDITION_TIGHTENED", "RIGHT_CONDITION_LOOSENED"),
    (
        within(period="P1M"),
        within(period="P1M", extension="P2M"),
        "RIGHT_CONDITION_TIGHTENED",
        "RIGHT_CONDITION_LOOSENED",
    ),
    (
        {"fee": {"default": "fixed", "amount": {"value": 500, "currency": "JPY"}}},
        {"fee": {"default": "fixed", "amount": {"value": 1000, "currency": "JPY"}}},
        "RIGHT_CONDITION_TIGHTENED",
        "RIGHT_CONDITION_LOOSENED",
    ),
    ({}, {"fee": {"default": "none"}}, "RIGHT_CONDITION_LOOSENED", "RIGHT_CONDITION_TIGHTENED"),
    ({}, {"fee": {"default": "reasonable"}}, "RIGHT_CONDITION_TIGHTENED", "RIGHT_CONDITION_LOOSENED"),
    (
        {"fee": {"default": "none"}},
        {"fee": {"default": "reasonable"}},
        "RIGHT_CONDITION_TIGHTENED",
        "RIGHT_CONDITION_LOOSENED",
    ),
    (
        {"fee": {"default": "reasonable"}},
        {"fee": {"default": "stamps"}},
        "RIGHT_CONDITION_CHANGED",
        "RIGHT_CONDITION_CHANGED",
    ),
    (
        {"refusal": {"when": ["excessive"]}},
        {"refusal": {"when": ["excessive"], "rights": ["access"]}},
        "RIGHT_CONDITION_LOOSENED",
        "RIGHT_CONDITION_TIGHTENED",
    ),
    (
        {"refusal": {"when": ["excessive"], "rights": ["access"]}},
        {"refusal": {"when": ["excessive"], "rights": ["access", "erasure"]}},
        "RIGHT_CONDITION_TIGHTENED",
        "RIGHT_CONDITION_LOOSENED",
    ),
    ({"identity": "A passport."}, {"identity": "Any paper."}, "RIGHT_CONDITION_CHANGED", "RIGHT_CONDITION_CHANGED"),
    ({}, {"appeal": "dpo"}, "RIGHT_CONDITION_LOOSENED", "RIGHT_CONDITION_TIGHTENED"),
    ({"channel": "desk"}, {"channel": "other"}, "RIGHT_CHANNEL_CHANGED", "RIGHT_CHANNEL_CHANGED"),
]


@pytest.mark.parametrize(("before", "after", "kind", "back"), REQUESTS)
def test_requests(before: Data, after: Data, kind: str, back: str) -> None:
    old, new = {**BASE, "requests": {"agent": "anyone", **before}}, {**BASE, "requests": {"agent": "anyone", **after}}
    assert (single(old, new).kind, single(new, old).kind) == (kind, back)


@pytest.mark.parametrize(
    ("before", "after", "class_", "back"),
    [
        ({}, {"knowingly_collected": False}, "notable", "material"),
        ({"knowingly_collected": False}, {"knowingly_collected": True}, "material", "notable"),
        ({}, {"consent_by": "guardian"}, "notable", "material"),
        ({"on_discovery": "delete"}, {"on_discovery": "archive"}, "material", "material"),
    ],
)
def test_children(before: Data, after: Data, class_: str, back: str) -> None:
    old, new = ({**BASE, "children": {"min_age": 13, **fields}} for fields in (before, after))
    there, here = single(old, new), single(new, old)
    assert (there.kind, here.kind) == ("CHILDREN_CHANGED", "CHILDREN_CHANGED")
    assert (there.class_, here.class_) == (class_, back)


def test_a_date_that_cannot_be_compared_is_notable() -> None:
    def dated(value: str) -> Data:
        return {
            **BASE,
            "document": {**BASE["document"], "version": "1.0.0"},
            "dates": [{"id": "effective", "value": value}],
        }

    assert single(dated("to_be_set"), dated("2026-07-01")).class_ == "notable"
    assert single(dated("2026-08-01"), dated("2026-07-01")).kind == "EFFECTIVE_DATE_ADVANCED"


def test_an_unused_term_moves_nothing() -> None:
    old = {**BASE, "definitions": [*BASE["definitions"], {"id": "guest", "term": "Guest", "means": "a visitor"}]}
    new = edited(lambda d: d["definitions"][1].update(means="anyone"), old)
    assert (single(old, new).kind, single(old, new).class_) == ("TERM_DEFINITION_CHANGED", "editorial")


def test_the_first_legal_basis_of_all_is_the_milder_case() -> None:
    none = {key: value for key, value in BASE.items() if key != "legal_bases"}
    first = {**none, "legal_bases": [{"id": "contract", "basis": "eu-gdpr:A6-1-b", "purposes": ["service"]}]}
    assert single(none, first).rule_ids == ("CHG306",)
    assert single(first, none).rule_ids == ("CHG310",)


def test_a_block_of_sentences_goes_with_the_facts_that_all_of_them_tell() -> None:
    right = {"id": "erasure-words", "text": "You can have it erased.", "states": ["right/erasure"]}
    paragraph = {"kind": "paragraph", "id": "more", "units": [right, {"of": "right/erasure"}]}
    heading = {"kind": "subheading", "id": "head", "of": "right/erasure/title"}
    item = {"id": "point", "units": [{"id": "point-words", "text": "Erasure.", "states": ["right/erasure"]}]}
    listing = {"kind": "list", "id": "points", "items": [{**item, "blocks": [heading]}]}
    old = edited(lambda d: d["sections"][2]["blocks"].extend([paragraph, listing]))

    def edit(data: Data) -> None:
        data["rights"].pop()
        data["sections"][2]["blocks"] = data["sections"][2]["blocks"][:1]
        data["sections"][2]["blocks"][0]["order"] = ["access"]

    report = diff(loaded(old), loaded(edited(edit, old)))
    assert "RIGHT_REMOVED" in told(report)
    assert {event.kind for event in report.events} <= {"RIGHT_REMOVED", "CLAUSE_REMOVED"}
    assert len(report.claimed) >= 4


def test_a_postal_block_is_a_clause_like_any_other() -> None:
    lines = [{"id": "line-one", "text": "Aoba Inc."}, {"id": "line-two", "text": "Tokyo"}]
    block = {"kind": "address", "id": "post", "units": lines}
    old = edited(lambda d: d["sections"][1]["blocks"].append(block))
    new = edited(lambda d: d["sections"][1]["blocks"][1]["units"][1].update(text="Kyoto"), old)
    assert single(old, new).path == ("section", "keeping", "line-two", "text")


def test_two_events_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def one_id(*_: Any) -> Any:
        return iter(["chg_0000000000000000"])

    monkeypatch.setattr(run, "collisions", one_id)
    with pytest.raises(CollisionError, match="chg_0000000000000000"):
        diff(loaded(BASE), loaded(BASE))
