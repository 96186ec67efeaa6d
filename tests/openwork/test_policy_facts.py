"""What OpenWork's policy states as facts, exactly; and that it states nothing that the text does not say."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar

import pytest
from openwork_english import ROOT, english, openwork

from hoshin.policy.project import read_snapshot
from hoshin.policy.stated import stated_by
from hoshin.policy.terms import project_terms
from hoshin.schema.data import DataCategory, DataItem, Definition
from hoshin.schema.keeping import Retention, Right
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy
from hoshin.schema.purpose import Commitment, LegalBasis, Purpose
from hoshin.schema.recipient import Recipient
from hoshin.schema.section import AddressBlock, Block, ListBlock, Paragraph, Subheading

PURPOSE_SECTION = (
    "service", "inquiries", "newsletter", "advertising", "rule-violations", "rule-changes", "incidental",
)  # fmt: skip
DATA_SECTION = ("website-safety", "website-improvement", "usage-learning", "service-improvement")
SHARING_SECTION = ("business-operation", "business-security", "business-analysis", "legal-compliance")

IDS = {
    "date": (),
    "section": (
        "statement", "data", "purposes", "sharing", "retention", "rights", "security", "links", "children",
        "amendments", "contact",
    ),
    "term": ("company", "service", "gdpr", "personal-data", "log-data", "rules"),
    "party": (),
    "officer": (),
    "contact": ("desk",),
    "jurisdiction": ("gdpr", "appi"),
    "site": ("main",),
    "subject": ("visitors", "users", "children", "guardians"),
    "context": (),
    "product": (),
    "data": (
        "provided", "name", "company-name", "division-name", "phone", "email", "postal-address",
        "other-form-information",
        "collected",
        "log-data", "ip-address", "browser-version", "pages-visited", "visit-time", "time-spent", "other-statistics",
        "cookies", "cookie-id",
    ),
    "collection-method": ("provided-by-you", "communication", "website-access"),
    "collection-point": ("inquiry",),
    "technology": ("cookies",),
    "purpose": (*PURPOSE_SECTION, *DATA_SECTION, *SHARING_SECTION),
    "legal-basis": ("website-data", "purposes-of-use", "sharing-with-suppliers", "disclosure-to-authorities"),
    "interest": ("safe-operation", "website-improvement", "user-interaction", "business"),
    "recipient": ("suppliers", "authorities"),
    "transfer": (),
    "joint-use": (),
    "retention": ("default",),
    "right": ("access", "rectification", "erasure", "restriction", "objection", "portability", "complaint"),
    "commitment": (
        "no-third-party-marketing", "no-third-party-ads", "limited-sharing", "written-contracts", "necessary-sharing",
        "necessary-retention", "secure-destruction",
    ),
    "choice": ("refuse-cookies",),
    "automated-decision": (),
    "security-measure": ("acceptable-means", "no-absolute-security"),
    "derived-data": (),
    "reference": ("gdpr", "records-retention-policy", "other-sites-policies"),
    "precedence": (),
}  # fmt: skip


_Fact = TypeVar("_Fact")


def _policy() -> Policy:
    return openwork().policy


def _facts(kind: str, model: type[_Fact]) -> dict[str, _Fact]:
    return {entry.id: entry.value for entry in openwork().index.of_kind(kind) if isinstance(entry.value, model)}


@pytest.mark.parametrize("kind", IDS)
def test_ids(kind: str) -> None:
    assert openwork().index.ids(kind) == IDS[kind]


def test_one_of_a_kind() -> None:
    single = [entry.path for entry in openwork().index.entries.values() if not entry.kind.many]
    assert single == ["document", "controller", "requests", "children", "amendments"]
    assert openwork().index.duplicates == ()


def test_silence_is_unknown_and_never_no() -> None:
    """Dates, officers, transfers and automated decisions: the text does not mention them."""
    unknown = {name for name, _ in _policy() if isinstance(getattr(_policy(), name), Absence)}
    assert unknown == {"dates", "officers", "transfers", "automated_decisions"}
    for name in unknown:
        assert getattr(_policy(), name) == Absence(status="unknown")
    absent = {name for name, value in _policy() if value is None}
    assert absent == {
        "parties", "contexts", "products", "joint_uses", "derived_data", "precedence",
    }  # fmt: skip
    assert _policy().retired_ids == ()


def test_every_fact_is_told_by_the_text() -> None:
    told = stated_by(openwork())
    silent = [entry.path for entry in openwork().index.entries.values() if entry.path not in told]
    assert silent == [f"section/{name}" for name in IDS["section"]] + ["jurisdiction/appi", "collection-point/inquiry"]


def test_statements_name_facts_and_fields_that_exist() -> None:
    fields = {
        reference
        for entry in openwork().index.of_kind("section")
        for reference in _references(entry.value)
        if openwork().index.get(reference) is None
    }
    assert {reference for reference in fields if openwork().index.owner(reference) is None} == set()
    for reference in fields:
        owner = openwork().index.owner(reference)
        assert owner is not None
        name = reference.removeprefix(f"{owner.path}/").partition("/")[0].replace("-", "_")
        assert owner.path.startswith("section/") or name in owner.value.model_fields_set, reference


def _references(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [reference for part in value for reference in _references(part)]
    found = [*getattr(value, "states", ())]
    found += [reference for name in ("of", "antecedent") if "/" in str(reference := getattr(value, name, None) or "")]
    for name in ("blocks", "units", "lead", "items"):
        found += _references(getattr(value, name, ()))
    return found


def test_controller() -> None:
    controller = _policy().controller
    assert controller is not None
    assert controller.model_dump(exclude_unset=True, exclude={"source_ref"}) == {
        "brand": "OpenWork",
        "legal_name": "OpenWork Inc.",
        "kind": "legal_person",
        "address": {
            "floor": "39F",
            "building": "Shibuya Scramble Square",
            "street": "Shibuya 2-24-12",
            "city": "Shibuya-ku",
            "region": "Tokyo",
            "postal_code": "150-6139",
            "country": "JP",
        },
    }


def test_definitions() -> None:
    terms = {name: (term.term, term.aliases, term.inline) for name, term in _facts("term", Definition).items()}
    assert terms == {
        "company": ("Company", ("we", "us", "our"), True),
        "service": ("Service", ("Services",), True),
        "gdpr": ("GDPR", ("General Data Protection Regulation",), True),
        "personal-data": ("Personal Data", (), False),
        "log-data": ("Log Data", (), True),
        "rules": ("Rules", (), True),
    }


def test_data() -> None:
    categories = _facts("data", DataCategory)
    assert {name: category.source.kind if category.source else None for name, category in categories.items()} == {
        "provided": "person",
        "collected": None,
        "log-data": "automatic",
        "cookies": "automatic",
    }
    items = _facts("data", DataItem)
    assert len(items) == 14
    everything = {**categories, **items}
    assert {name for name, data in everything.items() if data.open_ended} == {
        "other-form-information", "collected", "other-statistics", "cookies",
    }  # fmt: skip
    assert [name for name, data in everything.items() if data.special or data.criminal or data.high_risk] == []
    assert [name for name, item in items.items() if item.provision or item.if_refused] == []
    assert [name for name, data in everything.items() if not data.dpv] == []
    assert [name for name, item in items.items() if not item.fides] == []


def test_purposes_and_their_data() -> None:
    """The text connects data with the purposes of its data section only."""
    purposes = _facts("purpose", Purpose)
    uses = {name: tuple(use.data for use in purpose.uses) for name, purpose in purposes.items() if purpose.uses}
    assert uses == {
        "website-safety": ("log-data", "cookies"),
        "website-improvement": ("log-data", "cookies"),
        "usage-learning": ("log-data", "cookies"),
        "service-improvement": ("cookies",),
    }
    assert [name for name, purpose in purposes.items() if purpose.catch_all] == ["incidental"]
    assert [name for name, purpose in purposes.items() if purpose.text] == list(PURPOSE_SECTION)
    assert {name: [item.id for item in purpose.items] for name, purpose in purposes.items() if purpose.items} == {
        "service": [
            "provision", "maintenance", "protection", "improvement",
            "registration", "identification", "customer-information", "use-fees",
        ],
        "newsletter": ["direct-mail", "email-newsletter"],
        "advertising": ["distribution", "display", "measurement"],
    }  # fmt: skip
    examples = [item.id for item in purposes["service"].items if item.example]
    assert examples == ["registration", "identification", "customer-information", "use-fees"]


def test_legal_bases_have_three_points_of_attachment() -> None:
    bases = _facts("legal-basis", LegalBasis)
    assert {name: (b.basis, b.data, b.purposes, b.recipients, b.interests) for name, b in bases.items()} == {
        "website-data": (
            "eu-gdpr:A6-1-f", ("log-data", "cookies"), (), (),
            ("safe-operation", "website-improvement", "user-interaction"),
        ),
        "purposes-of-use": ("eu-gdpr:A6-1-f", (), PURPOSE_SECTION, (), ("business",)),
        "sharing-with-suppliers": ("eu-gdpr:A6-1-f", (), (), ("suppliers",), ()),
        "disclosure-to-authorities": ("eu-gdpr:A6-1-c", (), (), ("authorities",), ()),
    }  # fmt: skip
    assert [name for name, basis in bases.items() if basis.law or basis.contract or basis.art9_condition] == []


def test_recipients() -> None:
    recipients = _facts("recipient", Recipient)
    suppliers, authorities = recipients["suppliers"], recipients["authorities"]
    assert (suppliers.role, suppliers.appi_role, authorities.role, authorities.appi_role) == (
        None, None, "authority", None,
    )  # fmt: skip
    assert suppliers.purposes + authorities.purposes == SHARING_SECTION
    assert (suppliers.data, suppliers.data_scope) == ((), "minimal")
    assert (authorities.data, authorities.data_scope, authorities.modality) == ((), None, "may_be_obliged")
    assert authorities.triggers == ("law", "order", "request", "code_of_practice", "guideline")
    for recipient in recipients.values():
        assert recipient.country is None
        assert [safeguard.kind for safeguard in recipient.safeguards] == ["contract", "minimisation"]


def test_retention() -> None:
    rule = _facts("retention", Retention)["default"]
    assert rule.default
    assert (str(rule.period), rule.modality, rule.starts_from) == ("P10Y", "usually", None)
    assert (rule.then, rule.governed_by) == ("destroy", "records-retention-policy")
    assert rule.review is not None
    assert (rule.review.every, rule.review.regularly, rule.review.then) == (None, True, "delete")
    assert rule.criteria == (
        "purpose_fulfilled", "legal_requirements", "regulatory_requirements", "accounting_requirements",
        "reporting_requirements",
    )  # fmt: skip


def test_rights_and_requests() -> None:
    rights = _facts("right", Right)
    assert {name: (right.right, right.limbs, right.channel) for name, right in rights.items()} == {
        "access": ("eu-gdpr:A15", ("access", "information"), "desk"),
        "rectification": ("eu-gdpr:A16", (), "desk"),
        "erasure": ("eu-gdpr:A17", (), "desk"),
        "restriction": ("eu-gdpr:A18", (), "desk"),
        "objection": ("eu-gdpr:A21", (), "desk"),
        "portability": ("eu-gdpr:A20", ("transmit",), "desk"),
        "complaint": ("eu-gdpr:A77", (), None),
    }
    requests = _policy().requests
    assert requests is not None
    assert requests.fee is not None
    assert requests.refusal is not None
    assert (requests.channel, requests.deadline, requests.identity, requests.agent, requests.appeal) == (
        "desk", None, None, None, None,
    )  # fmt: skip
    assert (requests.fee.default, requests.fee.modality) == ("none", "usually")
    assert [(e.when, e.fee, e.rights, e.modality) for e in requests.fee.exceptions] == [
        (("manifestly_unfounded", "excessive"), "reasonable", ("access",), "may"),
    ]
    assert (requests.refusal.when, requests.refusal.rights) == (("manifestly_unfounded", "excessive"), ("access",))


def test_commitments() -> None:
    promises = _facts("commitment", Commitment)
    assert {name: (promise.polarity, promise.acts) for name, promise in promises.items()} == {
        "no-third-party-marketing": ("never", ("give", "sell", "rent")),
        "no-third-party-ads": ("never", ("accept_advertising",)),
        "limited-sharing": ("only", ("share",)),
        "written-contracts": ("always", ("contract",)),
        "necessary-sharing": ("only", ("share",)),
        "necessary-retention": ("only", ("retain",)),
        "secure-destruction": ("always", ("destroy",)),
    }


def test_children_and_amendments() -> None:
    children, amendments = _policy().children, _policy().amendments
    assert children is not None
    assert amendments is not None
    assert children.model_dump(exclude_unset=True, exclude={"source_ref"}) == {
        "min_age": 13,
        "knowingly_collected": False,
        "on_discovery": "delete",
        "on_discovery_when": "immediately",
        "channel": "desk",
    }
    assert amendments.model_dump(mode="json", exclude_unset=True, exclude={"source_ref"}) == {
        "modality": "may",
        "frequency": "from_time_to_time",
        "methods": ["post_on_page"],
        "notice": {"period": "P0D", "before": "effective"},
        "effective": "on_posting",
        "reader_duty": "check_back",
    }


def test_every_term_is_in_the_vocabulary() -> None:
    terms = project_terms(read_snapshot(ROOT))
    assert terms.findings == ()
    used = _curies(_policy().model_dump(mode="json", exclude_unset=True))
    assert {"pd:Name", "ow:division", "eu-gdpr:A6-1-f", "eu-gdpr:A77", "legal-jp:law-APPI"} < used
    assert [term for term in sorted(used) if term not in terms.vocabulary] == []


def _curies(value: object, key: str = "") -> set[str]:
    if isinstance(value, dict):
        return {term for name, part in value.items() for term in _curies(part, str(name))}
    if isinstance(value, list):
        return {term for part in value for term in _curies(part, key)}
    return {value} if isinstance(value, str) and key in {"dpv", "law", "basis", "right", "art9_condition"} else set()


def test_every_entity_has_a_short_name() -> None:
    named = [entry for entry in openwork().index.entries.values() if entry.kind.many]
    assert [entry.path for entry in named if not getattr(entry.value, "title", None)] == []
    long = [entry.path for entry in named if len(getattr(entry.value, "title", "") or "") > 70]
    assert long == []


def test_the_units_are_those_that_were_counted_in_the_original() -> None:
    """85 by the count of the design; the one address block is printed, and kept, as four lines: 88 units."""
    count: Counter[str] = Counter({"title": 1})
    for section in _policy().sections:
        count["headings"] += 1
        _count(section.blocks, count)
    assert count == {
        "title": 1, "headings": 11, "sub-headings": 2, "lead-ins": 4, "list items": 24, "sentences": 42, "addresses": 1,
    }  # fmt: skip
    assert count.total() == 85
    assert sum(len(line.units) for line in english()) == 85 + 3


def _count(blocks: tuple[Block, ...], count: Counter[str]) -> None:
    for block in blocks:
        match block:
            case Paragraph():
                count["sentences"] += len(block.units)
            case Subheading():
                count["sub-headings"] += 1
            case AddressBlock():
                count["addresses"] += 1
                assert len(block.units) == 4
            case ListBlock():
                _count_list(block, count)


def _count_list(block: ListBlock, count: Counter[str]) -> None:
    """The last unit before a list leads in to it; the first unit of an item is the item, what follows are sentences."""
    if block.lead:
        count["lead-ins"] += 1
        count["sentences"] += len(block.lead) - 1
    category = openwork().index.get(f"data/{block.within}")
    if category is not None and isinstance(category.value, DataCategory):
        count["list items"] += len(category.value.items)
    count["list items"] += len(block.order) + len(block.items)
    for item in block.items:
        count["sentences"] += len(item.units) - 1
        _count(item.blocks, count)
