from __future__ import annotations

import pytest

from hoshin.kernel.errors import UsageError
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.query.facade import PolicyView
from hoshin.query.rows import nouns, rows_of
from hoshin.query.where import parse, select
from hoshin.schema.kinds import KINDS
from hoshin.schema.vocabulary import shipped

POLICY = b"""
document:
  title: T
  source_locale: en
data:
  - id: contact
    title: Contact data
    items:
      - id: email
        title: E-mail
        dpv: ["pd:EmailAddress"]
      - id: name
        title: Name
purposes:
  - id: newsletter
    title: Newsletter
    kind: direct_marketing
    text: We send news to {data:email}.
    dpv: ["dpv:DirectMarketing"]
    uses:
      - data: email
    condition: {kind: opt_in, text: if you asked for it}
  - id: support
    title: Support
    catch_all: true
legal_bases:
  - id: consent
    basis: eu-gdpr:A6-1-a
    purposes: [newsletter]
transfers:
  status: none
  reason: All servers stand in Japan.
officers:
  status: unknown
sections:
  - id: use
    title: Use
    blocks:
      - kind: paragraph
        id: news
        units:
          - of: purpose/newsletter
          - id: basis
            text: You agree to it.
            states: [legal-basis/consent]
"""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    reading = load_document(Snapshot({"policy/shop/all.yaml": POLICY}), "shop")
    assert reading.findings == ()
    assert reading.loaded is not None
    return reading.loaded


@pytest.fixture(scope="module")
def view(loaded: Loaded) -> PolicyView:
    return PolicyView("shop", "en", loaded, shipped())


def paths(view: PolicyView, noun: str, *where: str) -> list[str]:
    return [row.path for row in view.query(noun, where)]


def test_every_kind_of_the_model_can_be_asked_for(loaded: Loaded) -> None:
    assert nouns() == (*(kind.noun for kind in KINDS), "matrix")
    for noun in nouns():
        rows_of(loaded, noun)


def test_a_cell_whose_data_no_fact_describes_is_still_a_row() -> None:
    files = {"policy/shop/all.yaml": POLICY.replace(b"      - data: email", b"      - data: gone")}
    loaded = load_document(Snapshot(files), "shop").loaded
    assert loaded is not None
    row = next(row for row in rows_of(loaded, "matrix").rows if row.fields["data"] == "gone")
    assert row.fields["conditions"] == [{"fact": "purpose/newsletter", "kind": "opt_in", "text": "if you asked for it"}]


@pytest.mark.parametrize(
    ("noun", "where", "expected"),
    [
        ("purposes", (), ["purpose/newsletter", "purpose/support"]),
        ("purposes", ("kind=direct_marketing",), ["purpose/newsletter"]),
        ("purposes", ("kind!=direct_marketing",), ["purpose/support"]),
        ("purposes", ("uses=email",), ["purpose/newsletter"]),
        ("purposes", ("condition.kind=opt_in",), ["purpose/newsletter"]),
        ("purposes", ("catch_all=true",), ["purpose/support"]),
        ("purposes", ("dpv=dpv:Marketing",), ["purpose/newsletter"]),
        ("purposes", ("dpv=dpv:ServiceProvision",), []),
        ("purposes", ("stated_in=purpose/newsletter/text",), ["purpose/newsletter"]),
        ("purposes", ("id=newsletter", "kind=service"), []),
        ("data", (), ["data/contact", "data/email", "data/name"]),
        ("data", ("category=contact",), ["data/email", "data/name"]),
        ("data", ("items=email",), ["data/contact"]),
        ("legal-bases", ("purposes=newsletter",), ["legal-basis/consent"]),
        (
            "matrix",
            ("purpose=newsletter",),
            ["matrix/newsletter/email/-/consent/-"],
        ),
        ("matrix", ("data=",), ["matrix/support/-/-/-/-"]),
        ("matrix", ("purpose=-",), ["matrix/-/name/-/-/-"]),
        ("matrix", ("origins=legal-basis/consent",), ["matrix/newsletter/email/-/consent/-"]),
    ],
)
def test_conditions_choose_exactly(view: PolicyView, noun: str, where: tuple[str, ...], expected: list[str]) -> None:
    assert paths(view, noun, *where) == expected


def test_not_stated_is_told_apart_from_none(loaded: Loaded) -> None:
    assert rows_of(loaded, "rights").stated is False
    assert rows_of(loaded, "officers").stated is False
    transfers = rows_of(loaded, "transfers")
    assert transfers.stated is True
    assert transfers.absence is not None
    assert transfers.absence.reason == "All servers stand in Japan."


def test_a_row_knows_its_line_and_the_texts_that_tell_it(loaded: Loaded) -> None:
    (row,) = select(rows_of(loaded, "legal-bases"), (), shipped().is_a)
    assert str(row.place) == "policy/shop/all.yaml:27:5"
    assert row.stated_in == ("section/use/basis",)


def test_each_cell_names_the_lines_that_made_it(view: PolicyView) -> None:
    (row,) = view.query("matrix", ["purpose=newsletter"])
    assert row.fields["origins"] == [
        {"fact": "purpose/newsletter", "at": "policy/shop/all.yaml:15:5"},
        {"fact": "data/email", "at": "policy/shop/all.yaml:9:9"},
        {"fact": "legal-basis/consent", "at": "policy/shop/all.yaml:27:5"},
    ]


@pytest.mark.parametrize("given", ["kind", "=x", "!=x", ""])
def test_what_is_no_condition(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse([given])
    assert caught.value.message == "bad-where"


def test_an_unknown_key_is_named_with_the_nearest(view: PolicyView) -> None:
    with pytest.raises(UsageError) as caught:
        view.query("purposes", ["kinds=x"])
    assert caught.value.message == "unknown-key"
    assert caught.value.args_["near"] == "kind"


def test_the_python_questions(view: PolicyView) -> None:
    assert view.legal_bases("newsletter") == ("eu-gdpr:A6-1-a",)
    assert view.legal_bases("support") == ()
    assert [(cell.purpose, cell.data, cell.basis) for cell in view.cells(data="email")] == [
        ("newsletter", "email", "eu-gdpr:A6-1-a")
    ]
    assert view.text("section/use/basis") == "You agree to it."
    assert view.stated_in("purpose/newsletter") == ("purpose/newsletter/text",)
    assert view.fact("purpose/newsletter").model_dump()["id"] == "newsletter"
    with pytest.raises(KeyError):
        view.fact("purpose/nothing")
