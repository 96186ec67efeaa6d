"""The history of one fact over revisions: under every id that it had, broken revisions left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, Edit, add, edited, first

from hoshin.diff.change import Change
from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.publish.history import MOST, between, default_revisions, history, steps
from hoshin.publish.revision import resolve


def stage(*edits: Edit) -> dict[str, Any]:
    data = BASE
    for edit in edits:
        data = edited(edit, data)
    return data


LONGER = first("retention", period="P12Y")
RENAMED = first("retention", id="storage", formerly=["default"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_release(tmp_path, "2.0.0", stage(LONGER), effective="2024-02-01")
    put_release(tmp_path, "2.0.1", stage(LONGER), effective="2024-03-01")
    units = lambda data: data["sections"][1]["blocks"][0]["units"][0].update(  # noqa: E731 - one edit
        text="We usually keep data of a {term:member} for {retention:storage}.", states=["retention/storage"]
    )
    put_release(tmp_path, "2.1.0", stage(LONGER, RENAMED, units), effective="2024-04-01")
    put_draft(tmp_path, stage(LONGER, RENAMED, units, first("retention", period="P3Y")))
    return tmp_path


def told(root: Path, entity: str) -> list[tuple[str, str, str]]:
    found = history(entity, default_revisions(root, None), None, ("en",))
    return [(item.revision, item.name, item.event.kind) for item in found]


def test_a_fact_is_followed_back_under_its_former_id(root: Path) -> None:
    assert told(root, "retention/storage") == [
        ("draft", "retention/storage", "RETENTION_SHORTENED"),
        ("2.1.0", "retention/storage", "ENTITY_ID_RENAMED"),
        ("2.0.0", "retention/default", "RETENTION_EXTENDED"),
    ]


def test_one_field_of_a_fact(root: Path) -> None:
    assert [kind for _, _, kind in told(root, "retention/storage/period")] == [
        "RETENTION_SHORTENED",
        "RETENTION_EXTENDED",
    ]
    assert told(root, "commitment/no-sale") == []


def test_a_fact_that_never_was_is_told_with_the_nearest(root: Path) -> None:
    with pytest.raises(NotThereError) as caught:
        told(root, "retention/storag")
    assert (caught.value.message, caught.value.args_["near"]) == ("no-such-path", "retention/storage")


def test_a_revision_that_cannot_be_read_is_left_out(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    broken = tmp_path_factory.mktemp("broken")
    (broken / "policy" / "privacy").mkdir(parents=True)
    (broken / "policy" / "privacy" / "policy.yaml").write_text("document: [", encoding="utf-8")
    revisions = [resolve("1.0.0", root), resolve(str(broken), root), resolve("2.0.0", root)]
    found = history("retention/default", revisions, None, ("en",))
    assert [(item.revision, item.event.kind) for item in found] == [("2.0.0", "RETENTION_EXTENDED")]


def test_steps_leave_out_equal_neighbours(root: Path) -> None:
    walked = list(steps(default_revisions(root, None), None))
    assert [(step.before, step.after) for step in walked] == [
        ("1.0.0", "2.0.0"),
        ("2.0.1", "2.1.0"),
        ("2.1.0", "draft"),
    ]


def test_releases_between_two_sides(root: Path) -> None:
    def names(old: str, new: str) -> list[str]:
        return [item.name for item in between(resolve(old, root), resolve(new, root), root, None)]

    assert names("1.0.0", "2.1.0") == ["2.0.0", "2.0.1"]
    assert names("2.0.0", "draft") == ["2.0.1", "2.1.0"]
    assert names("draft", "2.0.0") == []


def test_too_many_revisions_are_refused(root: Path) -> None:
    with pytest.raises(HoshinError, match="too-many-revisions"):
        list(steps([resolve("1.0.0", root)] * (MOST + 1), None))


def statement(at: int, **fields: Any) -> Edit:
    return lambda data: data["legal_bases"][at].update(fields)


BASIS_CHANGED = "PURPOSE_LEGAL_BASIS_CHANGED legal-basis/consent/basis"
INTEREST_NAMED = "PURPOSE_INTEREST_CHANGED legal-basis/consent/interests/safety"
ANY_BASIS = "PURPOSE_LEGAL_BASIS_ADDED legal-basis/law"
NAMES = ("data/name", "data/account")
LETTERS = ("RETENTION_ADDED retention/letters",)


def each(event: str, *facts: str) -> dict[str, set[str]]:
    return {fact: {event} for fact in facts}


@pytest.mark.parametrize(
    ("edit", "told_of"),
    [
        pytest.param(
            statement(1, basis="eu-gdpr:A6-1-f", interests=["safety"]),
            {"purpose/news": {BASIS_CHANGED, INTEREST_NAMED}, "interest/safety": {INTEREST_NAMED}},
            id="another basis, and what it says of itself",
        ),
        pytest.param(
            statement(0, purposes=["service", "news"]),
            {"purpose/news": {"PURPOSE_LEGAL_BASIS_ADDED legal-basis/contract/purposes/news"}},
            id="a basis that begins to name it",
        ),
        pytest.param(
            add("legal_bases", id="law", basis="eu-gdpr:A6-1-c", purposes="any"),
            each(ANY_BASIS, "purpose/news", "purpose/service", *NAMES, "recipient/printer"),
            id="a basis for any purpose",
        ),
        pytest.param(statement(1, text="With your consent."), {}, id="the wording of a basis"),
        pytest.param(
            add("retention", id="letters", title="Letters", of=["purpose/news"], period="P1Y"),
            {"purpose/news": {*LETTERS}, "retention/letters": {*LETTERS}},
            id="a rule on keeping that names it",
        ),
        pytest.param(
            first("retention", period="P1Y"),
            {"retention/default": {"RETENTION_SHORTENED retention/default/period"}},
            id="the length of the default, which names nothing",
        ),
        pytest.param(
            lambda data: data["recipients"][0].update(purposes=["service", "news"], country="US"),
            {
                "purpose/news": {"PURPOSE_RECIPIENT_ADDED recipient/printer/purposes/news"},
                "recipient/printer": {
                    "PURPOSE_RECIPIENT_ADDED recipient/printer/purposes/news",
                    "RECIPIENT_COUNTRY_CHANGED recipient/printer/country",
                },
            },
            id="a recipient that begins to name it, and moves",
        ),
        pytest.param(
            lambda data: data["purposes"][1].update(uses=[{"data": "account"}]),
            each("PURPOSE_DATA_CATEGORY_ADDED purpose/news/uses/account", "purpose/news", *NAMES),
            id="a category that it begins to use",
        ),
        pytest.param(
            add("purposes", id="prizes", title="Prizes", text="Sending prizes", uses=[{"data": "account"}]),
            each("PURPOSE_ADDED purpose/prizes", "purpose/prizes", *NAMES),
            id="a purpose that uses a category",
        ),
        pytest.param(
            lambda data: data.pop("recipients"),
            each("RECIPIENT_REMOVED recipient/printer", "purpose/service", *NAMES, "recipient/printer"),
            id="a recipient that is gone",
        ),
    ],
)
def test_what_makes_ends_or_changes_a_link_belongs_to_the_history(
    tmp_path: Path, edit: Edit, told_of: dict[str, set[str]]
) -> None:
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_draft(tmp_path, edited(edit))
    facts = {"purpose/news", "purpose/service", "data/name", "data/account", "data/logs", "interest/safety"}
    found = {}
    for entity in sorted(facts | {"recipient/printer", "retention/default", *told_of}):
        if said := {f"{event.kind} {'/'.join(event.path)}" for event in events_of(tmp_path, entity)}:
            found[entity] = said
    assert found == told_of


def events_of(root: Path, entity: str) -> list[Change]:
    return [item.event for item in history(entity, default_revisions(root, None), None, ("en",))]


def test_a_link_is_followed_under_the_former_id_and_a_field_has_its_own_events_alone(tmp_path: Path) -> None:
    renamed: list[Edit] = [
        lambda data: data["purposes"][1].update(id="letters", formerly=["news"]),
        lambda data: data["sections"][0]["blocks"][0].update(order=["service", "letters"]),
        statement(1, purposes=["letters"], basis="eu-gdpr:A6-1-b"),
    ]
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_release(tmp_path, "2.0.0", stage(statement(1, basis="eu-gdpr:A6-1-f")), effective="2024-02-01")
    put_draft(tmp_path, stage(*renamed))
    assert told(tmp_path, "purpose/letters") == [
        ("draft", "purpose/letters", "PURPOSE_LEGAL_BASIS_CHANGED"),
        ("draft", "purpose/letters", "ENTITY_ID_RENAMED"),
        ("2.0.0", "purpose/news", "PURPOSE_LEGAL_BASIS_CHANGED"),
    ]
    assert told(tmp_path, "purpose/letters/title") == []


def test_what_is_new_itself_is_told_with_what_names_it(tmp_path: Path) -> None:
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_draft(
        tmp_path,
        stage(
            add("purposes", id="prizes", title="Prizes", text="Sending prizes", uses=[{"data": "account"}]),
            add("legal_bases", id="law", basis="eu-gdpr:A6-1-c", data=["account"]),
            statement(1, purposes=["news", "prizes"]),
        ),
    )
    assert {event.kind for event in events_of(tmp_path, "purpose/prizes")} == {
        "PURPOSE_ADDED",
        "PURPOSE_LEGAL_BASIS_ADDED",
    }
