"""Releases by version and by day: what held when, what was moved or taken back, what cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, edited, first

from hoshin.kernel.errors import NotThereError
from hoshin.publish.archive import key_of, read_archive
from hoshin.publish.comparison import compare
from hoshin.publish.revision import base_of, resolve

LONGER = edited(first("retention", period="P12Y"))
SHORTER = edited(first("retention", period="P5Y"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_draft(tmp_path, SHORTER)
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_release(tmp_path, "1.10.0", LONGER, effective="2024-05-01")
    put_release(tmp_path, "2.0.0", SHORTER, effective="2024-09-01")
    return tmp_path


def period(root: Path, name: str) -> str:
    comparison = compare(resolve(name, root), resolve(name, root), None)
    rules = comparison.new.loaded.policy.retention
    assert isinstance(rules, tuple)
    return str(rules[0].period)


def test_a_release_and_a_day_are_read_like_any_revision(root: Path) -> None:
    assert [period(root, name) for name in ("1.0.0", "v1.10.0", "2.0.0")] == ["P10Y", "P12Y", "P5Y"]
    days = ("@2024-01-01", "@2024-04-30", "@2024-05-01", "@2024-08-31", "@2030-01-01")
    assert [period(root, day) for day in days] == ["P10Y", "P10Y", "P12Y", "P12Y", "P5Y"]


def test_versions_are_numbers_not_words() -> None:
    assert sorted(["1.10.0", "1.9.0", "1.10.0+ja.2", "1.10.0+ja.10"], key=key_of) == [
        "1.9.0",
        "1.10.0",
        "1.10.0+ja.2",
        "1.10.0+ja.10",
    ]


def test_nothing_is_recorded_before_the_first(root: Path) -> None:
    with pytest.raises(NotThereError) as caught:
        resolve("@2023-12-31", root)
    assert (caught.value.message, caught.value.args_["first"]) == ("no-policy-then", "2024-01-01")


def test_a_postponed_release_holds_later_and_a_withdrawn_one_never(root: Path) -> None:
    put_release(root, "1.10.0+postponed.1", kind="postponement", of="1.10.0", effective="2024-06-01")
    assert [period(root, day) for day in ("@2024-05-15", "@2024-06-01")] == ["P10Y", "P12Y"]
    put_release(root, "2.0.0+withdrawn.1", kind="withdrawal", of="2.0.0")
    assert period(root, "@2025-01-01") == "P12Y"
    archive = read_archive(root, "privacy")
    states = [archive.state(release, date(2024, 6, 1)) for release in archive.versions]
    assert states == ["superseded", "in-force", "withdrawn"]
    assert archive.state(archive.versions[1], date(2024, 5, 31)) == "scheduled"


def test_a_corrected_translation_is_the_newest_text_of_its_version(root: Path) -> None:
    units = {"retention/default/title": {"en": "Storage", "ja": "保存"}}
    put_release(root, "1.0.0+ja.2", BASE, kind="translation", of="1.0.0", translations={"ja": {"units": units}})
    report = compare(resolve("1.0.0", root), resolve("1.0.0+ja.2", root), None).report
    assert [event.kind for event in report.events] == []
    assert resolve("1.0.0", root).release is not None
    assert str(resolve("1.0.0", root).release) == str(resolve("1.0.0+ja.2", root).release)
    texts = resolve("@2024-02-01", root).snapshot.files["translations/ja/privacy.yaml"].decode()
    assert "保存" in texts


def test_the_base_of_a_draft_is_the_last_release(root: Path) -> None:
    assert base_of(None, root, None).name == "2.0.0"
    assert base_of("1.0.0", root, None).name == "1.0.0"
    report = compare(base_of(None, root, None), resolve("draft", root), None).report
    assert report.events == ()


def test_a_basis_that_was_taken_away_and_replaced_later_is_a_swap(tmp_path: Path) -> None:
    without = edited(lambda data: data["legal_bases"].pop())
    interests = edited(lambda data: data["legal_bases"][1].update(id="weighed", basis="eu-gdpr:A6-1-f"))
    put_draft(tmp_path, interests)
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_release(tmp_path, "2.0.0", without, effective="2024-05-01")
    (event,) = compare(resolve("2.0.0", tmp_path), resolve("draft", tmp_path), None, root=tmp_path).report.events
    assert (event.rule_ids, "BLOCK" in event.actions) == (("CHG301",), True)
    (alone,) = compare(resolve("2.0.0", tmp_path), resolve("draft", tmp_path), None).report.events
    assert alone.rule_ids == ("CHG306",)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("manifest.json", "{"),
        ("manifest.json", "{}"),
        ("manifest.json", '{"document": "privacy", "version": "9.9.9", "published_at": "2024-01-01T00:00:00Z"}'),
        ("policy.json", "["),
        ("policy.json", "[" * 100_000),
        ("policy.json", '{"schema": "other/1", "policy": {}}'),
        ("policy.json", '{"schema": "hoshin-release/1", "policy": []}'),
    ],
)
def test_a_broken_release_is_told_and_never_read_as_empty(root: Path, file: str, content: str) -> None:
    (root / "policy/privacy/releases/1.0.0" / file).write_text(content, encoding="utf-8")
    with pytest.raises(NotThereError) as caught:
        resolve("1.0.0", root)
    assert (caught.value.message, caught.value.args_["release"]) == ("release-broken", "1.0.0")


def test_links_are_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    folder = root / "policy/privacy/releases/1.0.0"
    (folder / "policy.json").rename(elsewhere / "policy.json")
    (folder / "policy.json").symlink_to(elsewhere / "policy.json")
    with pytest.raises(NotThereError, match="release-broken"):
        resolve("1.0.0", root)
    (root / "policy/privacy/releases/3.0.0").symlink_to(elsewhere)
    assert [release.name for release in read_archive(root, "privacy").versions] == ["1.0.0", "1.10.0", "2.0.0"]


@pytest.mark.parametrize("name", ["1.2.3", "../1.0.0", "1.0.0+../x.1", "@2024-13-01"])
def test_what_is_not_there_is_told(root: Path, name: str) -> None:
    with pytest.raises(NotThereError) as caught:
        resolve(name, root)
    assert caught.value.message in {"no-release", "no-revision"}
