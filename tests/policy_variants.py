"""Policies for the property tests: a small base in which any part may be missing, other, or in another order."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from diff_sample import BASE, Data
from hypothesis import strategies as st
from pydantic import ValidationError

from hoshin.schema.policy import Policy

TEXTS = (
    "We keep data.",
    "We may keep data.",
    "We will not sell data.",
    "Kept for {retention:default}.",
    "\uff11\uff10 days",
)
LENGTHS = {"period", "max", "min", "range", "business_days", "stages", "longest_of"}
OPTIONS: dict[str, dict[str, list[Any]]] = {
    "purposes": {
        "title": ["Service", "Newsletter", "Ads"],
        "text": list(TEXTS),
        "kind": ["service", "advertising", "profiling"],
        "items": [[{"id": "one", "title": "One"}], [{"id": "one", "title": "Uno"}, {"id": "two"}]],
        "catch_all": [True],
        "channels": [["email"], ["email", "post"]],
        "uses": [[{"data": "account"}], [{"data": "name", "restriction": "only once"}, {"data": "logs"}]],
        "relation": ["compatible", "incompatible"],
        "condition": [{"text": "if you agree"}, {"kind": "opt_in", "text": "if you agree"}],
        "scope": [{"region": ["JP"]}, {"region": ["JP", "US"], "language": ["ja"]}],
        "modality": ["may", "will", "usually"],
        "completeness": ["exhaustive", "non_exhaustive"],
        "status": ["none", "unknown", "declared"],
        "dpv": [["dpv:Marketing"]],
    },
    "retention": {
        "period": ["P10Y", "P120M", "P7Y", "P1M", "P30D", "indefinite", "not_stored"],
        "max": ["P1Y", "P2Y"],
        "min": ["P6M", "P1Y"],
        "range": [["P2D", "P5D"]],
        "business_days": [10],
        "stages": [[{"state": "hidden", "period": "P10D"}, {"state": "backup", "period": "P45D"}]],
        "longest_of": [[{"period": "P3Y"}, {"until": "claims_settled"}]],
        "until": ["withdrawal", {"end_of": "fiscal_year", "plus": "P7Y"}],
        "bound": ["about", "max", "min", "exact"],
        "modality": ["will", "usually", "may"],
        "criteria": [["purpose_fulfilled"], ["purpose_fulfilled", "tax_law"]],
        "starts_from": ["account_closed"],
        "then": ["delete", "archive"],
        "review": [{"every": "P1Y"}, {"regularly": True}],
        "except": [[{"of": ["data/logs"], "period": "P1Y"}], [{"of": ["data/logs"], "ground": "tax_law"}]],
        "of": [["data/account"], ["data/account", "data/logs"]],
        "default": [True],
    },
    "recipients": {
        "role": ["processor", "controller", "joint_controller"],
        "appi_role": ["entrustee", "third_party"],
        "country": ["JP", "US"],
        "members": [["Printers"], ["Printers", "Couriers"], ["Couriers", "Printers"]],
        "purposes": [["service"], ["service", "news"]],
        "data": ["any", ["name"], ["name", "email"]],
        "data_scope": ["minimal", "all"],
        "triggers": [["law"], ["law", "request"]],
        "safeguards": [[{"id": "contract", "kind": "contract"}], [{"id": "audit", "kind": "audit", "text": "Yearly."}]],
        "condition": [{"kind": "opt_out", "text": "unless you object"}],
    },
    "rights": {
        "title": ["Access", "Erasure"],
        "text": list(TEXTS),
        "limbs": [["access"], ["access", "information"]],
        "channel": ["desk"],
        "authority": ["supervisory_authority"],
        "condition": [{"text": "once a year"}],
    },
    "commitments": {
        "acts": [["sell"], ["sell", "rent"]],
        "data": ["any", ["name"]],
        "qualifier": ["for money", "for marketing"],
        "text": list(TEXTS),
    },
    "transfers": {
        "country": ["IN", "US"],
        "safeguards": [["eu-gdpr:StandardContractualClauses"], ["eu-gdpr:AdequacyDecision", "x-jp:EquivalentMeasures"]],
        "derogation": ["eu-gdpr:A49-1-a"],
        "storage_only": [True, False],
        "copy_of": [{"on": "request", "channel": "desk"}, {"on": "page"}],
    },
    "technologies": {
        "third_party": [True, False],
        "essential": [True, False],
        "lifetime": ["P1Y", "P20D"],
        "purposes": [["service"]],
    },
    "legal_bases": {
        "basis": ["eu-gdpr:A6-1-a", "eu-gdpr:A6-1-b", "eu-gdpr:A6-1-c", "eu-gdpr:A6-1-f"],
        "purposes": ["any", ["service"], ["service", "news"]],
        "data": [["account"]],
        "interests": [["safety"]],
        "art9_condition": ["eu-gdpr:A9-2-a"],
    },
    "officers": {"status": ["not_required", "unknown"], "reason": ["None is needed."], "name": ["A. Person"]},
    "definitions": {"term": ["Member", "User"], "means": ["one who registered"], "aliases": [["you"]]},
}
REQUIRED: dict[str, Data] = {
    "rights": {"right": "eu-gdpr:A15"},
    "commitments": {"polarity": "never"},
    "technologies": {"kind": "cookie"},
    "legal_bases": {"basis": "eu-gdpr:A6-1-a"},
    "officers": {"role": "dpo"},
    "definitions": {"term": "Member"},
}
IDS = ("alpha", "beta", "gamma")
SINGLE: dict[str, list[Any]] = {
    "children": [{"min_age": 13}, {"min_age": 16, "knowingly_collected": False}, {"knowingly_collected": True}],
    "amendments": [
        {"methods": ["email", "post_on_page"], "notice": {"period": "P30D"}},
        {"methods": ["post_on_page"], "notice": {"period": "P0D"}, "reader_duty": "check_back"},
        {"effective": "on_posting"},
    ],
    "requests": [
        {"deadline": {"period": "P1M"}, "fee": {"default": "none"}},
        {"deadline": {"period": "P2M"}, "fee": {"default": "reasonable"}, "identity": "A copy of your passport."},
        {"refusal": {"when": ["excessive"], "rights": ["access"]}},
    ],
    "retired_ids": [["purpose/old"], ["purpose/old", "right/older"]],
}
UNITS = ("one", "two", "three")


@st.composite
def entities(draw: st.DrawFn, key: str) -> Any:
    """A list of entities of one kind, or the statement that there is none."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from([{"status": "none", "reason": "There is none."}, {"status": "unknown"}]))
    found = []
    for name in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=3)):
        body: Data = {"id": name, **REQUIRED.get(key, {})}
        for field in draw(st.lists(st.sampled_from(sorted(OPTIONS[key])), unique=True, max_size=4)):
            body[field] = draw(st.sampled_from(OPTIONS[key][field]))
        found.append(one_length(body))
    return found


def one_length(body: Data) -> Data:
    """A rule of storage has one form of length: the first that was drawn, a least and a greatest length together."""
    drawn = [name for name in body if name in LENGTHS]
    kept = {"min", "max"} if drawn and drawn[0] in {"min", "max"} else set(drawn[:1])
    return {name: value for name, value in body.items() if name not in LENGTHS or name in kept}


@st.composite
def sections(draw: st.DrawFn) -> list[Data]:
    """Sections with paragraphs of own texts, and lists of purposes."""
    found: list[Data] = []
    for name in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=3)):
        names = draw(st.lists(st.sampled_from(UNITS), unique=True, min_size=1, max_size=3))
        units = [{"id": unit, "text": draw(st.sampled_from(TEXTS))} for unit in names]
        blocks: list[Data] = [{"kind": "paragraph", "id": "words", "units": units}]
        if draw(st.booleans()):
            blocks.append({"kind": "list", "id": "list", "of": "purposes"})
        found.append({"id": name, "title": draw(st.sampled_from(["Title", "Heading"])), "blocks": blocks})
        if draw(st.booleans()):
            found[-1]["numbered"] = False
    return found


@st.composite
def policies(draw: st.DrawFn) -> Data:
    """A valid policy: the base with some of its parts replaced or left out."""
    data = copy.deepcopy(BASE)
    for key in draw(st.lists(st.sampled_from(sorted(OPTIONS)), unique=True, max_size=3)):
        data[key] = draw(entities(key))
    if draw(st.booleans()):
        data["sections"] = draw(sections())
    for key in draw(st.lists(st.sampled_from(sorted(SINGLE)), unique=True, max_size=2)):
        data[key] = draw(st.sampled_from(SINGLE[key]))
    Policy.model_validate(data)
    return data


@st.composite
def shuffled(draw: st.DrawFn, value: Any) -> Any:
    """The same data with the keys of every mapping, and every list of references, in another order."""
    if isinstance(value, dict):
        keys = draw(st.permutations(sorted(value)))
        return {key: draw(shuffled(value[key])) for key in keys}
    if isinstance(value, list):
        parts = [draw(shuffled(part)) for part in value]
        return draw(st.permutations(parts)) if parts and all(isinstance(part, str) for part in parts) else parts
    return value


Place = tuple[str | int, ...]


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """The places of all values that hold no others, and of lists of them."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*place, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from leaves(part, (*place, at))
    else:
        yield place


def put(data: Data, place: Place, value: Any) -> Data:
    """A copy with another value at a place."""
    copied = copy.deepcopy(data)
    here: Any = copied
    for step in place[:-1]:
        here = here[step]
    here[place[-1]] = value
    return copied


def without(data: Data, place: Place) -> Data:
    """A copy without what stands at a place."""
    copied = copy.deepcopy(data)
    here: Any = copied
    for step in place[:-1]:
        here = here[step]
    del here[place[-1]]
    return copied


_WORDS = (
    "P99Y", "2031-01-02", "unknown", "none", "may", "will", "other", "exhaustive", "non_exhaustive", "about",
    "closest", "required", "third_party", "archive", "promptly", "fr", "ja", "eu-gdpr:A6-1-e",
    "contact/nowhere", "prevails_over_this", "only", "on_date", "email", "exact", "list", "opt_in", "legal",
    "device", "server", "authority", "processor", "minimal", "all", "minimisation", "log", "never", "public",
    "person", "decimal", "semicolon_and", "block", "law", "DE", "questions", "platform",
    "https://other.example/", "other@other.example", "nothing-else", "1.2.3",
)  # fmt: skip


def mutants(data: Data, place: Place) -> Iterator[Data]:
    """Valid policies that differ from `data` in one leaf: another value, and no value."""
    here: Any = data
    for step in place:
        here = here[step]
    candidates: tuple[Any, ...] = _WORDS
    if isinstance(here, bool):
        candidates = (not here,)
    elif isinstance(here, int):
        candidates = (here + 1,)
    elif isinstance(here, str):
        candidates = (f"{here} other", f"{here}-other", f"{here}Z", *_WORDS)
    for candidate in candidates:
        changed = put(data, place, candidate)
        if candidate != here and is_valid(changed):
            yield changed
            break
    if is_valid(gone := without(data, place)):
        yield gone


def is_valid(data: Data) -> bool:
    """Whether it is a policy."""
    try:
        Policy.model_validate(data)
    except ValidationError:
        return False
    return True
