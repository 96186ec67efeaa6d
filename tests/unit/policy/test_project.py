"""Which files of a working tree are read, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoshin.kernel.errors import NotThereError
from hoshin.policy.project import MAX_FILES, find_root, read_snapshot


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def told(root: Path) -> list[tuple[str, str]]:
    return [(item.message, item.path) for item in read_snapshot(root).findings]


def test_the_root_is_found_from_inside_and_never_from_a_folder_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, "policy/shop/all.yaml")
    assert find_root(tmp_path / "policy" / "shop") == tmp_path.resolve()
    for wrong in ("policy/shp", "policy/shop/all.yaml"):
        with pytest.raises(NotThereError) as caught:
            find_root(tmp_path / wrong)
        assert caught.value.message == "no-folder"


def test_hidden_files_the_archive_and_other_endings_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "policy/shop/all.yaml", "policy/shop/b.yml", "policy/.git/c.yaml", "policy/shop/.#all.yaml")
    put(tmp_path, "policy/shop/releases/1.0.0/all.yaml", "policy/shop/notes.txt", "src/d.yaml", "schema/e.yaml")
    (tmp_path / "policy/shop/.#b.yaml").symlink_to("nobody@nowhere.1")
    assert set(read_snapshot(tmp_path).files) == {"policy/shop/all.yaml", "policy/shop/b.yml", "schema/e.yaml"}
    assert told(tmp_path) == []


def test_a_link_to_a_file_inside_is_followed_and_one_to_a_folder_is_told(tmp_path: Path) -> None:
    put(tmp_path, "policy/shop/all.yaml", "schema/vocabulary.yaml")
    (tmp_path / "policy/shop/more.yaml").symlink_to(tmp_path / "schema/vocabulary.yaml")
    (tmp_path / "policy/store").symlink_to(tmp_path / "policy/shop")
    assert "policy/shop/more.yaml" in read_snapshot(tmp_path).files
    assert told(tmp_path) == [("DOC120.folder-link", "policy/store")]


def test_a_policy_folder_that_is_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/shop/all.yaml", "project/schema/vocabulary.yaml")
    (tmp_path / "project/policy").symlink_to(tmp_path / "elsewhere")
    assert told(tmp_path / "project") == [("DOC120.outside", "policy/shop/all.yaml")]


@pytest.mark.parametrize(("more", "found"), [(0, []), (1, ["DOC120.too-many-files"])])
def test_a_project_with_too_many_files_is_not_read_at_all(tmp_path: Path, more: int, found: list[str]) -> None:
    put(tmp_path, *(f"policy/shop/{number:04}.yaml" for number in range(MAX_FILES + more)))
    snapshot = read_snapshot(tmp_path)
    assert [item.message for item in snapshot.findings] == found
    assert len(snapshot.files) == (0 if more else MAX_FILES)
