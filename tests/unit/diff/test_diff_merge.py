"""Contradictions between two versions of one policy that a merge of lines does not see."""

from __future__ import annotations

from typing import Any

from diff_sample import BASE, Edit, add, edited, first, loaded
from hypothesis import given, settings
from policy_variants import policies

from hoshin.diff.merge import Conflict, conflicts


def nothing(data: dict[str, Any]) -> None:
    del data


def told(ours: Edit, theirs: Edit) -> list[tuple[str, str, str | None, str]]:
    found = conflicts(loaded(BASE), loaded(edited(ours)), loaded(edited(theirs)))
    return [(item.kind, "/".join(item.path), item.remover, "/".join(item.detail)) for item in found]


def removed(key: str, at: int = 0) -> Edit:
    return lambda data: data[key].pop(at)


def test_edits_of_different_things_agree() -> None:
    assert told(first("retention", period="P5Y"), first("retention", modality="will")) == []
    assert told(nothing, removed("recipients")) == []
    assert told(first("retention", period="P5Y"), first("retention", period="P5Y")) == []
    assert told(add("subjects", id="guests", title="Guests"), add("subjects", id="guests", title="Guests")) == []
    assert told(removed("recipients"), removed("recipients")) == []


def test_one_thing_set_to_two_values() -> None:
    assert told(first("retention", period="P5Y"), first("retention", period="P6Y")) == [
        ("both", "retention/default/period", None, "")
    ]
    found = conflicts(
        loaded(BASE),
        loaded(edited(add("subjects", id="guests", title="Guests"))),
        loaded(edited(add("subjects", id="guests", title="Visitors"))),
    )
    assert found == (Conflict("both", ("subject", "guests", "title"), "Guests", "Visitors"),)


def test_one_side_removes_what_the_other_edits() -> None:
    edit = first("recipients", role="controller")
    assert told(removed("recipients"), edit) == [("removed", "recipient/printer", "ours", "recipient/printer/role")]
    assert told(edit, removed("recipients")) == [("removed", "recipient/printer", "theirs", "recipient/printer/role")]


def test_one_side_removes_what_the_other_begins_to_name() -> None:
    basis = add("legal_bases", id="more", basis="eu-gdpr:A6-1-b", recipients=["printer"])
    assert told(removed("recipients"), basis) == [("named", "recipient/printer", "ours", "legal-basis/more")]

    def uses_logs(data: dict[str, Any]) -> None:
        data["purposes"][1]["uses"] = [{"data": "logs"}]

    assert told(removed("data", 1), uses_logs) == [("named", "data/logs", "ours", "purpose/news/uses")]

    def tells_term(data: dict[str, Any]) -> None:
        data["sections"][1]["blocks"][0]["units"][1]["text"] = "We care about each {term:member}."

    assert ("named", "term/member", "theirs", "section/keeping/courtesy/text") in told(
        tells_term, removed("definitions")
    )


def test_a_rename_and_a_new_use_of_the_old_name() -> None:
    def rename(name: str) -> Edit:
        return lambda data: data["recipients"][0].update(id=name, formerly=["printer"])

    basis = add("legal_bases", id="more", basis="eu-gdpr:A6-1-b", recipients=["printer"])
    assert told(rename("press"), basis) == [("named", "recipient/printer", "ours", "legal-basis/more")]
    assert told(rename("press"), first("recipients", role="controller")) == []
    assert told(rename("press"), rename("shop")) == [("both", "recipient/printer/id", None, "")]


@settings(max_examples=40)
@given(policies(), policies())
def test_sides_do_not_contradict_themselves_or_the_base(one: dict[str, Any], other: dict[str, Any]) -> None:
    base, side = loaded(one), loaded(other)
    assert conflicts(base, side, side) == ()
    assert conflicts(base, side, base) == conflicts(base, base, side) == ()


@settings(max_examples=25)
@given(policies(), policies(), policies())
def test_both_sides_can_change_places(one: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    base, mine, other = loaded(one), loaded(ours), loaded(theirs)
    there = [(item.kind, item.path, item.detail) for item in conflicts(base, mine, other)]
    back = [(item.kind, item.path, item.detail) for item in conflicts(base, other, mine)]
    assert sorted(there) == sorted(back)
