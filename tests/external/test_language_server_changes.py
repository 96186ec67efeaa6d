"""The YAML language server in `changes.yaml`: empty places are no fault, faults are exact, words are explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, edited, first
from external.language_server import Diagnostic, LanguageServer, Suggestion, started
from external.missing import ROOT

from hoshin.cli.main import main

CHANGES = "policy/new/changes.yaml"
HEAD = "# yaml-language-server: $schema=../../schema/hoshin.changes.schema.json\n"
EVENT = "- event: chg_7f3a1c09b2de44a1\n  "
DECIDED = EVENT + (
    "meaning: substantive\n  note:\n    en: We delete enquiries sooner.\n    ja: お問い合わせ情報を早く削除します。\n"
    '  by: legal\n  attested_by: A. Aoki\n  approved: "f1:5b0e4d2c91aa7f36"\n'
    "  override: {to: editorial, reason: same duty, approved_by: head of legal}\n  decision: {text: yes, by: legal}\n"
)


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    yield from started(ROOT)


def offers(server: LanguageServer, text: str) -> dict[str, Suggestion]:
    offered = server.completion(CHANGES, HEAD + text)
    assert len({item.label for item in offered}) == len(offered), "an offer stands twice in the list"
    return {item.label: item for item in offered}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", DECIDED])
def test_good_decisions_have_no_mark(server: LanguageServer, text: str) -> None:
    assert server.diagnostics(CHANGES, HEAD + text) == ()


BAD = (
    "- event: chg_1\n  meaning: other\n  note: We delete sooner.\n  aproved: x\n"
    "- by: legal\n  override: {reason: x}\n  approved: 5b0e4d2c91aa7f36\n  decision: {text: 3}\n  note: {english: x}\n"
)
NO_MEANING = (
    "Not one of the words for this. Write one of: editorial, clarifying, substantive. / "
    "選択肢にない語です。次のいずれかを書きます：editorial, clarifying, substantive"
)
NO_NOTE = 'Incorrect type. Expected "object(what it means for people / 本人にとっての意味)".'


def test_faults_of_decisions_are_marked_exactly(server: LanguageServer) -> None:
    assert server.diagnostics(CHANGES, HEAD + BAD) == (
        Diagnostic(
            2,
            10,
            "chg_1",
            "Not the id of a change: copy it as hoshin review shows it (chg_ and 16 digits, 0 to 9 and a to f). / "
            "変更の id ではありません。hoshin review が示す値（chg_ と16桁、0〜9とa〜f）をそのまま写します。",
        ),
        Diagnostic(3, 12, "other", NO_MEANING),
        Diagnostic(4, 9, "We delete sooner.", NO_NOTE),
        Diagnostic(5, 3, "aproved", "Property aproved is not allowed."),
        Diagnostic(6, 3, "b", 'Missing property "event".'),
        Diagnostic(7, 3, "override", 'Missing property "to".'),
        Diagnostic(
            8,
            13,
            "5b0e4d2c91aa7f36",
            "Not the fingerprint of a change: copy it as hoshin review shows it (f1: and 16 digits, 0 to 9 and "
            "a to f). / 変更の照合値ではありません。hoshin review が示す値（f1: と16桁、0〜9とa〜f）をそのまま"
            "写します。",
        ),
        Diagnostic(9, 20, "3", 'Incorrect type. Expected "string".'),
        Diagnostic(10, 10, "english", "Property english is not allowed."),
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_new_file_of_decisions_has_no_mark(
    server: LanguageServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    """As `hoshin changes init` writes it, every place still empty: a note, a legal decision, a meaning."""
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_draft(tmp_path, edited(reworded, edited(consent_to_interest, edited(first("retention", period="P12Y")))))
    assert main(["changes", "init", "-C", str(tmp_path), "--messages", lang]) == 0
    file = tmp_path / "policy/privacy/changes.yaml"
    text = file.read_text(encoding="utf-8")
    empty = {line.partition("#")[0].strip() for line in text.splitlines()}
    assert empty >= {"note:", "en:", "ja:", "decision:", "text:", "meaning:", "attested_by:", "by:"}
    assert server.diagnostics(str(file), text) == ()
    (mark,) = server.diagnostics(str(file), f"{text}  aproved: x\n")
    assert (mark.marked, mark.text) == ("aproved", "Property aproved is not allowed.")


def consent_to_interest(data: dict[str, Any]) -> None:
    data["legal_bases"][1].update(basis="eu-gdpr:A6-1-f")


def reworded(data: dict[str, Any]) -> None:
    data["sections"][1]["blocks"][0]["units"][1]["text"] = "Buy now, pay later!"


def test_places_of_a_decision_are_offered(server: LanguageServer) -> None:
    keys = {"meaning", "note", "override", "decision", "approved", "by", "attested_by"}
    assert set(offers(server, EVENT + "|\n")) == keys | {"new decision / 変更についての判断を追加"}
    assert set(offers(server, EVENT + "note:\n    |\n")) == {"en", "ja", "note in both languages / 両言語での文章"}
    override = offers(server, EVENT + "override:\n    |\n")
    whole = {"another class / 別の区分", "another class with its reason / 別の区分とその理由"}
    assert set(override) == {"to", "reason", "approved_by"} | whole
    assert set(offers(server, EVENT + "decision:\n    |\n")) == {"text", "by", "legal decision / 法務の判断"}
    written = offers(server, EVENT + "|\n")
    assert {name: written[name].inserts for name in sorted(keys)} == {
        "approved": "approved: ",
        "attested_by": "attested_by: ",
        "by": "by: ",
        "decision": "decision:\n  text: $1\n  by: $2",
        "meaning": "meaning: ",
        "note": "note:\n  en: $1\n  ja: $2",
        "override": "override:\n  to: ${1|editorial,notable,material|}\n  reason: $2\n  approved_by: $3",
    }


def test_words_of_a_decision_are_offered_and_no_empty_place(server: LanguageServer) -> None:
    assert {name: item.explained for name, item in offers(server, EVENT + "meaning: |\n").items()} == {
        "editorial": "the same in other words; makes the change editorial / 言い換えのみ。形式的な変更になります",
        "clarifying": "easier to understand / 分かりやすくした",
        "substantive": "something else / 内容が変わった",
    }
    assert set(offers(server, EVENT + "override:\n    to: |\n")) == {"material", "notable", "editorial"}
    for place in ("event: |\n", "by: |\n", "approved: |\n", "note:\n    en: |\n"):
        assert offers(server, ("- " if place.startswith("event") else EVENT) + place) == {}


HOVERS = {
    "event": (
        "- ev|ent: chg_7f3a1c09b2de44a1\n",
        ("#### change / 変更\n\n"
        "Which change: chg\\_ and 16 digits, as hoshin changes init writes it and hoshin review shows it. It stays "
        "while the wording is polished.\n\n"
        "どの変更か。chg\\_ に続く16桁で、hoshin changes init が書き込み、hoshin review が示します。文言を整えても"
        "変わりません。\n\n"),
    ),
    "meaning": (
        EVENT + "meaning: cla|rifying\n",
        ("#### meaning / 変更の性質\n\nWhether other words mean the same. Needed where words changed and no fact did."
        "\n\n言い換えにあたるか。事実は変わらず、文言だけが変わった場合に必要です。\n\nAllowed Values:\n\n"
        "* `clarifying`: easier to understand / 分かりやすくした\n"
        "* `editorial`: the same in other words; makes the change editorial / 言い換えのみ。形式的な変更になります\n"
        "* `substantive`: something else / 内容が変わった\n\n"),
    ),
    "an empty place": (
        EVENT + "decision:\n    b|y:\n",
        "#### decided by / 判断者\n\nWho decided: a name or a department.\n\n判断した人の氏名または部署。\n\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOVERS)
def test_a_place_of_a_decision_explains_itself(server: LanguageServer, name: str) -> None:
    text, shown = HOVERS[name]
    file = "hoshin.changes.schema.json"
    source = f"Source: [{file}]({(ROOT / 'schema' / file).as_uri()})"
    assert server.hover(CHANGES, HEAD + text) == shown + source
