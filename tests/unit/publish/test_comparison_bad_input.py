"""What a comparison must stand: other documents, other schemas, empty sides, huge texts, thousands of rewordings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archive_sample import put_draft
from diff_sample import BASE, edited, loaded

from hoshin.diff.run import diff
from hoshin.kernel.errors import NotThereError
from hoshin.publish.comparison import compare
from hoshin.publish.decided import with_decisions
from hoshin.publish.revision import resolve

EMPTY: dict[str, Any] = {"document": {"title": "T", "source_locale": "en"}}


def sides(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> tuple[Path, Path]:
    for name, data in (("old", old), ("new", new)):
        put_draft(tmp_path / name, data)
    return tmp_path / "old", tmp_path / "new"


def compared(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> Any:
    before, after = sides(tmp_path, old, new)
    return compare(resolve(str(before), after), resolve("draft", after), None)


def test_unrelated_documents_are_compared_and_called_unlike(tmp_path: Path) -> None:
    other = {
        **EMPTY,
        "purposes": [{"id": f"other{number}", "title": f"Other {number}"} for number in range(20)],
    }
    found = with_decisions(compared(tmp_path, BASE, other), "en").findings
    assert [item.rule for item in found if item.rule == "DOC170"] == ["DOC170"]
    same = with_decisions(compared(tmp_path / "same", BASE, BASE), "en").findings
    assert same == ()


def test_an_empty_side_gives_additions_only_and_back_removals_only() -> None:
    there = diff(loaded(EMPTY), loaded(BASE))
    assert {event.before for event in there.events if event.kind.endswith("ADDED")} == {None}
    assert there.bump == "major"
    back = diff(loaded(BASE), loaded(EMPTY))
    assert len(back.events) + len(back.claimed) == len(there.events) + len(there.claimed)


def test_one_side_given_twice_is_told_as_both(tmp_path: Path) -> None:
    broken, _ = sides(tmp_path, {"document": {"title": 1}}, BASE)
    with pytest.raises(NotThereError) as caught:
        compare(resolve(str(broken), broken), resolve(str(broken), broken), None)
    assert caught.value.message == "unreadable-sides"
    assert [fault.partition(":")[0] for fault in caught.value.args_["faults"]] == [str(broken), str(broken)]


def test_a_side_of_another_schema_is_told_with_its_place(tmp_path: Path) -> None:
    newer = {**BASE, "document": {**BASE["document"], "mood": "sunny"}}
    before, after = sides(tmp_path, newer, BASE)
    with pytest.raises(NotThereError) as caught:
        compare(resolve(str(before), after), resolve("draft", after), None)
    assert (caught.value.message, caught.value.exit_code) == ("unreadable-side", 3)
    assert "DOC119" in str(caught.value.args_["first"])


def clause(text: str) -> dict[str, Any]:
    def edit(data: dict[str, Any]) -> None:
        data["sections"][1]["blocks"][0]["units"][1]["text"] = text

    return edited(edit)


def test_the_longest_clause_that_a_file_may_hold_is_compared() -> None:
    """A text has 20,000 characters at most; a longer one is refused by the types with a finding."""
    long = ("word " * 4_000)[:19_990]
    (event,) = diff(loaded(clause(long)), loaded(clause(long[::-1]))).events
    assert event.kind == "CLAUSE_TEXT_CHANGED"
    assert event.likeness is not None


def test_a_clause_of_a_megabyte_is_refused_with_a_finding(tmp_path: Path) -> None:
    data = json.loads(json.dumps(BASE))
    data["sections"][1]["blocks"][0]["units"][1]["text"] = "x" * 1_000_000
    before, after = sides(tmp_path, BASE, data)
    with pytest.raises(NotThereError, match="unreadable-side"):
        compare(resolve(str(before), after), resolve("draft", after), None)


def test_ten_thousand_reworded_texts_are_ten_thousand_events() -> None:
    def many(word: str) -> dict[str, Any]:
        units = [{"id": f"u{number}", "text": f"Sentence {number} about {word} data."} for number in range(10_000)]
        block = {"kind": "paragraph", "id": "all", "units": units}
        return {**EMPTY, "sections": [{"id": "long", "title": "Long", "blocks": [block]}]}

    report = diff(loaded(many("your")), loaded(many("these")))
    assert len(report.events) == 10_000
    assert {event.kind for event in report.events} == {"CLAUSE_TEXT_CHANGED"}
