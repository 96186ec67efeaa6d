"""The page of a collection point: a form that can be used without seeing it, the policy below, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from hoshin.cli.main import main
from hoshin.document.nodes import Document
from hoshin.kernel.errors import NotThereError
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import build, documents
from hoshin.publish.opening import open_document
from hoshin.renderers.look import Look

POLICY = """\
document: {title: Privacy Policy, source_locale: en, locales: [en, ja]}
controller: {legal_name: Aoba Ltd.}
data:
  - {id: name, title: Name, dpv: ["pd:Name"]}
  - id: contact
    title: Contact
    items: [{id: email, title: E-mail address, dpv: ["pd:EmailAddress"], if_refused: We cannot answer.}]
  - {id: age, title: Age}
  - {id: topic, title: Topic}
  - {id: wish, title: Wishes}
collection_points:
  - id: inquiry
    title: Write <to> us
    text: Please fill in the form.
    fields:
      - {data: name, label: Your name, provision: required}
      - {data: email}
      - {data: age, label: Age, input: select, options: [under 18, 18 or older], provision: optional}
      - {data: topic, label: Topic, input: radio, options: [Books, Events], provision: required}
      - {data: wish, label: Wishes, input: textarea}
  - {id: empty, title: Nothing}
sections:
  - {id: one, title: One, blocks: [{kind: paragraph, id: pp, units: [{id: tt, text: Text.}]}]}
"""


def document(text: str = POLICY, point: str = "inquiry") -> Document:
    opened = open_document(Snapshot({"policy/p/p.yaml": text.encode()}), None)
    return next(documents(opened, ("en",), point=point))


def page(text: str = POLICY) -> str:
    (made,) = build((document(text),), ("html",), Look())
    assert made.name == "p-inquiry.en.html"
    return made.data.decode()


def tags(html: str, name: str) -> list[Mapping[str, str]]:
    """The attributes of every element of that name; one without a value has the empty text."""
    found = re.findall(rf"<{name}\b([^>]*)>", html)
    return [{key: value for key, _, value in re.findall(r'([\w-]+)(="([^"]*)")?', inside)} for inside in found]


def test_every_field_has_its_label_and_says_whether_it_is_required() -> None:
    html = page()
    fields = [*tags(html, "input"), *tags(html, "textarea"), *tags(html, "select")]
    assert {field["id"] for field in fields} == {label["for"] for label in tags(html, "label")}
    assert {field["id"]: field["name"] for field in fields if "required" in field} == {
        "inquiry.name": "name",
        "inquiry.topic.1": "topic",
        "inquiry.topic.2": "topic",
    }
    assert html.count("data-front>required</span>") == 2
    assert html.count("data-front>optional</span>") == 1


def test_what_is_not_stated_is_marked_and_not_invented() -> None:
    html = page()
    assert html.count('<span class="taken"') == 1
    assert 'E-mail</span> address</span><span class="taken"' in html.replace("\n", "")
    (form,) = tags(html, "form")
    assert "action" not in form
    assert "form-action 'none'" in html
    assert tags(html, "button")[0].get("disabled") == ""
    assert "cannot be sent from here" in html


def test_a_stated_action_is_the_only_place_that_the_page_may_send_to() -> None:
    html = page(POLICY.replace("    fields:", "    action: https://forms.aoba.example/in?a=1\n    fields:"))
    assert tags(html, "form")[0]["action"] == "https://forms.aoba.example/in?a=1"
    assert 'form-action https://forms.aoba.example"' in html
    assert "disabled" not in tags(html, "button")[0]
    assert "cannot be sent from here" not in html


def test_kinds_of_fields_follow_the_facts() -> None:
    html = page()
    assert [(field["type"], field.get("autocomplete", "")) for field in tags(html, "input")] == [
        ("text", "name"),
        ("email", "email"),
        ("radio", ""),
        ("radio", ""),
    ]
    assert "<legend>Topic" in html.replace('<span data-unit="collection-point/inquiry/fields/3/label">', "")
    assert tags(html, "input")[1]["aria-describedby"] == "inquiry.email.note"
    assert '<option value="">Please choose</option>\n<option value="1">under 18</option>' in html


def test_the_policy_stands_below_with_its_headings_one_level_deeper() -> None:
    html = page()
    assert re.findall(r"<h([1-6])", html) == ["1", "2", "3"]
    assert html.index("<form") < html.index("data-body")
    assert 'href="p-inquiry.ja.html"' in html


@pytest.mark.parametrize("point", ["inquiri", "empty"])
def test_a_point_without_a_form_is_said(point: str) -> None:
    with pytest.raises(NotThereError):
        document(point=point)


def test_a_form_is_a_page_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--messages", "en", "render", "--form", "inquiry", "--to", "pdf"]) == 2
    assert "HTML only" in capsys.readouterr().err
