"""A project's own terms: the shape of the file and what can be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from ruamel.yaml import YAML

from hoshin.schema.vocabulary import shipped
from hoshin.schema.vocabulary_file import OwnTerm, TermFault, VocabularyFile, faults
from hoshin.schema.vocabulary_term import Term

OWN_FILE = Path(__file__).parents[3] / "schema" / "vocabulary.yaml"
DIVISION = {"id": "ow:division", "label": {"en": "division", "ja": "部署"}, "broader": ["pd:Professional"]}


def term(term_id: str, *broader: str) -> Term:
    return Term(term_id, term_id, broader=broader or ("pd:Professional",), source="project")


def test_an_entry_becomes_a_term() -> None:
    own = OwnTerm.model_validate(DIVISION)
    assert own.term() == Term(
        "ow:division",
        "division",
        "class",
        ("pd:Professional",),
        (("en", "division"), ("ja", "部署")),
        "project",
    )


def test_without_an_english_label_the_first_one_stands_in() -> None:
    assert OwnTerm.model_validate({**DIVISION, "label": {"ja": "部署", "de": "Abteilung"}}).term().label == "Abteilung"


@pytest.mark.parametrize(
    "wrong",
    [
        {**DIVISION, "broder": ["pd:Professional"]},
        {**DIVISION, "broader": []},
        {**DIVISION, "label": {}},
        {**DIVISION, "label": {"en": "  "}},
        {**DIVISION, "label": {"english": "division"}},
        {**DIVISION, "id": "division"},
        {**DIVISION, "broader": ["Professional"]},
        {"id": "ow:division", "label": {"en": "division"}},
    ],
)
def test_a_malformed_entry_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OwnTerm.model_validate(wrong)


def test_an_empty_file_and_an_unknown_key() -> None:
    assert VocabularyFile.model_validate({}).terms == ()
    with pytest.raises(ValidationError):
        VocabularyFile.model_validate({"words": []})


def test_sound_terms_have_no_faults() -> None:
    own = [term("ow:team", "ow:division"), term("ow:division"), term("ow:chat", "tech:Cookie", "x-jp:Disclosure")]
    assert faults(own, shipped()) == ()


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (
            [term("ow:a"), term("dpv:Marketing")],
            [TermFault(("terms", 1, "id"), "shipped-id", (("id", "dpv:Marketing"),))],
        ),
        (
            [term("x-jp:Own")],
            [TermFault(("terms", 0, "id"), "reserved-prefix", (("id", "x-jp:Own"), ("prefix", "x-jp")))],
        ),
        (
            [term("risk:Own")],
            [TermFault(("terms", 0, "id"), "reserved-prefix", (("id", "risk:Own"), ("prefix", "risk")))],
        ),
        (
            [term("ow:a"), term("ow:b"), term("ow:a")],
            [TermFault(("terms", 2, "id"), "duplicate-id", (("first", 1), ("id", "ow:a")))],
        ),
        (
            [term("ow:a", "pd:Professional", "pd:BrowsingBehavior")],
            [
                TermFault(
                    ("terms", 0, "broader", 1),
                    "broader-renamed",
                    (("broader", "pd:BrowsingBehavior"), ("id", "ow:a"), ("now", "pd:BrowsingBehaviour")),
                )
            ],
        ),
        (
            [term("ow:a", "pd:Profesional"), term("ow:b", "pd:qqqqqqqq")],
            [
                TermFault(
                    ("terms", 0, "broader", 0),
                    "broader-unknown",
                    (("broader", "pd:Profesional"), ("id", "ow:a"), ("nearest", "pd:Professional")),
                ),
                TermFault(
                    ("terms", 1, "broader", 0),
                    "broader-unknown",
                    (("broader", "pd:qqqqqqqq"), ("id", "ow:b"), ("nearest", "")),
                ),
            ],
        ),
        (
            [term("ow:a", "ow:b"), term("ow:b", "pd:Professional", "ow:a"), term("ow:c", "ow:a"), term("ow:d", "ow:d")],
            [
                TermFault(("terms", 0, "broader", 0), "broader-cycle", (("broader", "ow:b"), ("id", "ow:a"))),
                TermFault(("terms", 1, "broader", 1), "broader-cycle", (("broader", "ow:a"), ("id", "ow:b"))),
                TermFault(("terms", 3, "broader", 0), "broader-cycle", (("broader", "ow:d"), ("id", "ow:d"))),
            ],
        ),
    ],
    ids=["shipped-id", "reserved-prefix", "reserved-outside", "duplicate", "renamed", "unknown", "cycle"],
)
def test_each_fault_is_told_with_its_place(own: list[Term], expected: list[TermFault]) -> None:
    assert list(faults(own, shipped())) == expected


def test_the_projects_own_file_is_sound_and_has_the_division_only() -> None:
    read = VocabularyFile.model_validate(YAML(typ="safe").load(OWN_FILE))
    terms = [own.term() for own in read.terms]
    assert [own.id for own in terms] == ["ow:division"]
    assert terms[0].broader == ("pd:Professional",)
    assert terms[0].labels == (("en", "division"), ("ja", "部署"))
    assert faults(terms, shipped()) == ()
