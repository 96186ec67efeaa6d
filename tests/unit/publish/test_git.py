from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hoshin.kernel.errors import NotThereError
from hoshin.publish.git import git_snapshot
from hoshin.publish.revision import resolve


def git(folder: Path, *arguments: str) -> str:
    identity = {f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True, env=os.environ | identity
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "company"
    document = root / "policy" / "shop"
    document.mkdir(parents=True)
    (document / "document.yaml").write_text("document:\n  title: Old\n  source_locale: en\n", encoding="utf-8")
    (root / "translations" / "ja").mkdir(parents=True)
    (root / "translations" / "ja" / "shop.yaml").write_text("units: {}\n", encoding="utf-8")
    (root / "notes.yaml").write_text("x: 1\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", ".")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    git(tmp_path, "tag", "v1")
    (document / "document.yaml").write_text("document:\n  title: 新\n  source_locale: en\n", encoding="utf-8")
    return root


def test_reads_the_files_of_a_revision_not_the_working_tree(repository: Path) -> None:
    files = git_snapshot(repository, "v1").files
    assert set(files) == {"policy/shop/document.yaml", "translations/ja/shop.yaml"}
    assert b"Old" in files["policy/shop/document.yaml"]
    assert "新".encode() in resolve("draft", repository).snapshot.files["policy/shop/document.yaml"]


def test_reads_no_symbolic_link(repository: Path) -> None:
    (repository / "policy" / "shop" / "secret.yaml").symlink_to("/etc/passwd")
    git(repository, "add", "policy")
    git(repository, "commit", "-q", "-m", "link")
    snapshot = git_snapshot(repository, "HEAD")
    assert "policy/shop/secret.yaml" not in snapshot.files
    assert [(found.message, found.place and found.place.file) for found in snapshot.findings] == [
        ("DOC120.outside", "policy/shop/secret.yaml")
    ]


@pytest.mark.parametrize("name", ["-rf", "--upload-pack=x", "a..b", "a b", "$(id)", "x;y", "", "a\nb", "main:policy"])
def test_a_name_that_is_no_revision_never_reaches_git(repository: Path, name: str) -> None:
    with pytest.raises(NotThereError) as caught:
        git_snapshot(repository, name)
    assert caught.value.message == "git-bad-name"


@pytest.mark.parametrize(("name", "message"), [("nowhere", "git-no-revision"), ("0123456789abcdef", "git-no-revision")])
def test_a_missing_revision_is_named(repository: Path, name: str, message: str) -> None:
    with pytest.raises(NotThereError) as caught:
        git_snapshot(repository, name)
    assert caught.value.message == message


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path) -> None:
    git(repository, "commit", "-q", "-a", "-m", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.parent.as_uri(), "shallow")
    with pytest.raises(NotThereError) as caught:
        git_snapshot(tmp_path / "shallow" / "company", "HEAD~1")
    assert caught.value.message == "git-shallow"


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "policy").mkdir()
    with pytest.raises(NotThereError) as caught:
        git_snapshot(tmp_path, "main")
    assert caught.value.message == "git-no-repository"


def test_a_revision_before_the_project(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rfq", "--cached", "..")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing")
    with pytest.raises(NotThereError) as caught:
        git_snapshot(repository, "HEAD")
    assert caught.value.message == "git-no-project"


def test_hooks_and_configured_programs_do_not_run(repository: Path) -> None:
    trace = repository / "trace"
    git(repository, "config", "core.fsmonitor", f"touch {trace}")
    git(repository, "config", "diff.external", f"touch {trace}")
    git_snapshot(repository, "v1")
    assert not trace.exists()


def test_a_path_is_a_project_or_one_of_its_documents(repository: Path) -> None:
    whole = resolve(str(repository), Path("/nowhere")).snapshot.files
    assert resolve(str(repository / "policy" / "shop"), Path("/nowhere")).snapshot.files == whole
    with pytest.raises(NotThereError) as caught:
        resolve(str(repository / "nothing"), repository)
    assert caught.value.message == "no-revision"


@pytest.mark.parametrize("name", ["1.2.0", "@2024-05-01"])
def test_a_release_that_is_not_there(repository: Path, name: str) -> None:
    with pytest.raises(NotThereError) as caught:
        resolve(name, repository)
    assert caught.value.message == "no-release"
