"""The history of one fact over revisions: under every id that it had, broken revisions left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, Edit, edited, first

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
