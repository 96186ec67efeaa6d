"""The shipped vocabulary and the questions it answers."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from openwork_terms import OPENWORK_IDS

from hoshin.kernel.overlay import SHIPPED
from hoshin.schema.vocabulary import Vocabulary, shipped
from hoshin.schema.vocabulary_term import Ground, Term, split_id

FOLDER = SHIPPED / "schema" / "vocabularies"
CURIE = re.compile(r"[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9_-]*")
OUTSIDE = {"risk", "justifications"}
BASES = [f"eu-gdpr:A6-1-{letter}" for letter in "abcdef"] + [f"eu-gdpr:A9-2-{letter}" for letter in "abcdefghij"]
RIGHTS = [f"eu-gdpr:A{number}" for number in (*range(13, 23), 77)]
TRANSFERS = ["eu-gdpr:A45-3", *(f"eu-gdpr:A46-2-{letter}" for letter in "abcdef"), "eu-gdpr:A46-3-a", "eu-gdpr:A46-3-b"]
APPI_RIGHTS = {
    "x-jp:NoticeOfPurpose": "32(2)",
    "x-jp:Disclosure": "33(1), 33(2)",
    "x-jp:ProvisionRecordDisclosure": "33(5)",
    "x-jp:Correction": "34",
    "x-jp:CeaseOfUse": "35(1), 35(5)",
    "x-jp:CeaseOfProvision": "35(3), 35(5)",
}


def small(**broader: str) -> Vocabulary:
    """A vocabulary in which each term `x:name` lies under the named ones."""
    terms = {
        f"x:{name}": Term(f"x:{name}", name, broader=tuple(f"x:{above}" for above in line.split()))
        for name, line in broader.items()
    }
    return Vocabulary(terms, {}, {}, {})


def test_holds_every_term_of_the_lists() -> None:
    count = Counter(split_id(term.id)[0] for term in shipped())
    assert count == {
        "dpv": 1116, "pd": 231, "eu-gdpr": 234, "legal-eu": 21, "legal-jp": 1, "tech": 182, "x-jp": 11, "x-uk": 6,
        "x-us": 19,
    }  # fmt: skip
    assert sum(term.source == "dpv" for term in shipped()) == 1785


def test_dpv_file_has_one_sorted_line_a_term() -> None:
    text = (FOLDER / "dpv-2.3.json").read_text(encoding="utf-8")
    lines = [line.rstrip(",") for line in text.splitlines() if line.startswith("[")]
    rows = json.loads(text)["terms"]
    assert [json.loads(line) for line in lines] == rows
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert json.loads(text)["vocabulary"] == "https://w3id.org/dpv/2.3"


def test_every_term_is_well_formed_and_lies_under_known_terms() -> None:
    vocabulary = shipped()
    for term in vocabulary:
        assert CURIE.fullmatch(term.id)
        assert term.label == term.label.strip() != ""
        assert term.kind in {"class", "property"}
        assert len(term.broader) == len(set(term.broader))
        assert all(above in vocabulary or split_id(above)[0] in OUTSIDE for above in term.broader), term
        assert term.id not in vocabulary.ancestors(term.id)


def test_every_id_of_the_openwork_mapping_is_there() -> None:
    assert len(OPENWORK_IDS) == 74
    assert [term_id for term_id in OPENWORK_IDS if term_id not in shipped()] == []


def test_bases_rights_and_transfer_terms_are_what_their_places_ask_for() -> None:
    vocabulary = shipped()
    assert all(vocabulary.is_a(term_id, "dpv:LegalBasis") for term_id in BASES + TRANSFERS)
    assert all(vocabulary.is_a(term_id, "dpv:DataTransferLegalBasis") for term_id in TRANSFERS)
    assert all(vocabulary.is_a(term_id, "dpv:Right") for term_id in [*RIGHTS, *APPI_RIGHTS])
    assert vocabulary.is_a("legal-eu:Adequacy-EU-JP", "eu-gdpr:A45-3")
    assert not vocabulary.is_a("eu-gdpr:A15", "dpv:LegalBasis")


def test_a_term_is_read_whole() -> None:
    assert shipped().get("pd:EmailAddress") == Term("pd:EmailAddress", "Email Address", "class", ("pd:Contact",))
    assert shipped().get("pd:emailAddress") is None


def test_japanese_terms_cite_the_act_as_not_yet_confirmed() -> None:
    own = {term.id: term for term in shipped() if term.source == "hoshin"}
    assert {term_id for term_id in own if term_id.startswith("x-jp:")} == {
        *APPI_RIGHTS, "x-jp:ConsentToForeignProvision", "x-jp:EquivalentCountry", "x-jp:EquivalentMeasures", "x-jp:PPC",
        "x-jp:TelecommunicationsBusinessAct",
    }  # fmt: skip
    assert not any(term.ground.confirmed for term in own.values() if term.ground is not None)
    for term_id, article in APPI_RIGHTS.items():
        assert own[term_id].ground == Ground("legal-jp:law-APPI", article, confirmed=False)
    assert own["x-jp:PPC"].ground is None
    assert shipped().is_a("x-jp:PPC", "dpv:DataProtectionAuthority")
    assert own["x-jp:Disclosure"].label == "disclosure"
    assert own["x-jp:Disclosure"].label_in("ja") == "開示"
    assert own["x-jp:Disclosure"].label_in("fr") is None
    assert all(term.label_in("ja") for term in own.values())


def test_read_once() -> None:
    assert shipped() is shipped()


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("pd:BrowsingBehavior", "pd:BrowsingBehaviour"),
        ("pd:FavoriteColor", "pd:FavouriteColour"),
        ("dpv:ContractFulfiled", "dpv:ContractFulfilled"),
        ("dpv:hasFulfillmentsStatus", "dpv:hasFulfilmentStatus"),
        ("tech:SaaS", "tech:ProvidedAsSaaS"),
        ("dpv:Licence", None),
        ("pd:EmailAddress", None),
        ("pd:Nothing", None),
    ],
)
def test_alias_follows_a_rename(old: str, now: str | None) -> None:
    assert shipped().alias(old) == now


def test_every_old_id_is_gone_and_leads_to_a_known_one() -> None:
    vocabulary = shipped()
    assert (len(vocabulary.renamed), len(vocabulary.replaced)) == (36, 7)
    assert not set(vocabulary.renamed) & set(vocabulary.replaced)
    for old, now in [*vocabulary.renamed.items(), *vocabulary.replaced.items()]:
        assert old not in vocabulary
        assert now in vocabulary
        assert vocabulary.nearest(old) == now


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("pd:EmailAdress", "pd:EmailAddress"),
        ("dpv:DirectMarketting", "dpv:DirectMarketing"),
        ("pd:DirectMarketing", "dpv:DirectMarketing"),
        ("dpv:Cookie", "tech:Cookie"),
        ("eu-gdpr:a15", "eu-gdpr:A15"),
        ("gdpr:A15", "eu-gdpr:A15"),
        ("eu-gdpr:A6(1)(f)", "eu-gdpr:A6-1-f"),
        ("A15", "eu-gdpr:A15"),
        ("dpv:ProhibitionFulfilled", "dpv:ProhibitionUnviolated"),
        ("pd:CountryOfBirth", "pd:BirthCountry"),
        ("dpv:qqqqqqqq", None),
        ("", None),
        ("pd:EmailAddress" + "s" * 120, None),
    ],
)
def test_nearest_suggests(typo: str, meant: str | None) -> None:
    assert shipped().nearest(typo) == meant


def test_ancestors_come_closest_first_and_once() -> None:
    assert shipped().ancestors("pd:CurrentEmployment") == (
        "pd:EmploymentHistory", "pd:Professional", "pd:Social", "dpv:PersonalData", "dpv:Data",
    )  # fmt: skip
    assert small(a="b c", b="d", c="d", d="").ancestors("x:a") == ("x:b", "x:c", "x:d")
    assert shipped().ancestors("dpv:Nothing") == ()


def test_a_cycle_ends() -> None:
    assert small(a="b", b="c", c="a b").ancestors("x:a") == ("x:b", "x:c")
    assert small(a="a").ancestors("x:a") == ()


def test_is_a_holds_for_the_term_itself_and_upwards_only() -> None:
    vocabulary = shipped()
    assert vocabulary.is_a("dpv:DirectMarketing", "dpv:Marketing")
    assert vocabulary.is_a("dpv:Marketing", "dpv:Marketing")
    assert not vocabulary.is_a("dpv:Marketing", "dpv:DirectMarketing")


def test_iri_expands_published_namespaces_only() -> None:
    assert shipped().iri("dpv:Marketing") == "https://w3id.org/dpv#Marketing"
    assert shipped().iri("eu-gdpr:A6-1-f") == "https://w3id.org/dpv/legal/eu/gdpr#A6-1-f"
    assert shipped().iri("x-jp:PPC") is None
    assert shipped().iri("nothing") is None


def test_merging_adds_terms_and_never_replaces_one() -> None:
    own = Term("ow:division", "division", broader=("pd:Professional",), source="project")
    false = Term("dpv:Marketing", "something else", source="project")
    merged = shipped().merged([own, false, Term("ow:division", "second", source="project")])
    assert merged.get("ow:division") is own
    assert merged.get("dpv:Marketing") is shipped().get("dpv:Marketing")
    assert merged.is_a("ow:division", "dpv:PersonalData")
    assert merged.alias("pd:Behavioral") == "pd:Behavioural"
    assert (len(merged), len(shipped())) == (1822, 1821)
    assert "ow:division" not in shipped()


def test_licence_stands_beside_the_list() -> None:
    text = (FOLDER / "LICENSE-W3C.txt").read_text(encoding="utf-8")
    for words in (
        "W3C Software and Document License",
        "https://www.w3.org/copyright/software-license-2023/",
        "Permission to copy, modify, and distribute this work",
        'THIS WORK IS PROVIDED "AS IS,"',
        "https://w3id.org/dpv/2.3",
    ):
        assert words in text
    assert json.loads((FOLDER / "dpv-2.3.json").read_text(encoding="utf-8"))["commit"] in text
    assert {path.name for path in Path(FOLDER).iterdir()} == {
        "LICENSE-W3C.txt", "dpv-2.3.json", "dpv-aliases.json", "x-jp.json", "x-uk.json", "x-us.json",
    }  # fmt: skip
