"""Which message tells an event: that of its kind, or the plain one where that would say what is not there."""

from __future__ import annotations

import pytest
from diff_sample import Edit, changes, first, gone, only

from hoshin.diff.kinds import KINDS
from hoshin.document.change_message import family_name, is_member, is_text, message_of, owner_of, way_inside


@pytest.mark.parametrize(
    ("edit", "kind", "message"),
    [
        (first("retention", period="P12Y"), "RETENTION_EXTENDED", KINDS["RETENTION_EXTENDED"].message),
        (gone("interests", "title"), "INTEREST_TITLE_CHANGED", "ENTITY_TEXT_CHANGED"),
        (gone("recipients", "country"), "RECIPIENT_COUNTRY_REMOVED", KINDS["RECIPIENT_COUNTRY_REMOVED"].message),
        (lambda data: data["document"].update(version="1.0.0"), "METADATA_CHANGED", "ENTITY_CHANGED"),
    ],
)
def test_the_message_of_an_event(edit: Edit, kind: str, message: str) -> None:
    event = only(changes(edit))
    assert (event.kind, message_of(event)) == (kind, message)


@pytest.mark.parametrize(
    ("edit", "owner", "family", "way", "member", "text"),
    [
        (first("recipients", data=["name", "email"]), "recipient/printer", "recipient", ("data", "email"), True, False),
        (lambda data: data["children"].update(min_age=12), "children", "children", ("min-age",), False, False),
        (
            lambda data: data["data"][0]["items"].append({"id": "phone", "title": "Telephone"}),
            "data/phone",
            "data-item",
            (),
            False,
            False,
        ),
        (
            lambda data: data["sections"][1]["blocks"][0]["units"][1].update(text="We care for your data."),
            "section/keeping",
            "clause",
            ("text",),
            False,
            True,
        ),
        (
            lambda data: data["sections"][1].update(title="Storage"),
            "section/keeping",
            "section",
            ("title",),
            False,
            True,
        ),
    ],
)
def test_what_an_event_is_about(
    edit: Edit, owner: str, family: str, way: tuple[str, ...], *, member: bool, text: bool
) -> None:
    event = only(changes(edit))
    assert (owner_of(event), family_name(event), way_inside(event)) == (owner, family, way)
    assert (is_member(event), is_text(event)) == (member, text)
