"""Names of revisions, the same everywhere: `draft`, `1.2.0`, `@2024-05-01`, `git:REV`, a path (DESIGN.md section 7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.regex import regex
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.archive import Archive, Release, policy_files, read_archive
from hoshin.publish.git import git_snapshot
from hoshin.publish.opening import choose_document

_RELEASE = regex(r"v?[0-9]+\.[0-9]+\.[0-9]+(\+[a-z-]+\.[0-9]+)?")
_DAY = regex(r"@([0-9]{4}-[0-9]{2}-[0-9]{2})")


class Revision(Struct, frozen=True):
    """A project at one moment under the name that was asked for; `release` is its folder, if it is one."""

    name: str
    snapshot: Snapshot
    release: Release | None = None


def resolve(name: str, root: Path, document: str | None = None) -> Revision:
    """The files that `name` means, seen from the project at `root`.

    A path is a project folder, or a folder `policy/<document>` of one. A release and a day are those of one document.
    Raises NotThereError when nothing is there.
    """
    if name == "draft":
        return Revision(name, read_snapshot(root))
    if name.startswith("git:"):
        return Revision(name, git_snapshot(root, name.removeprefix("git:")))
    if _RELEASE.fullmatch(name):
        return of_release(name, archive_of(root, document).named(name))
    if match := _DAY.fullmatch(name):
        return of_release(name, archive_of(root, document).in_force(_day(name, match[1])))
    return Revision(name, read_snapshot(project_of(Path(name))))


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotThereError("no-revision", revision=name) from error


def of_release(name: str, release: Release) -> Revision:
    """A release as a revision."""
    return Revision(name, Snapshot(policy_files(release)), release)


def archive_of(root: Path, document: str | None) -> Archive:
    """The archive of the document that is meant. Raises NotThereError when that is not clear."""
    return read_archive(root, choose_document(read_snapshot(root), document))


def base_of(wanted: str | None, root: Path, document: str | None) -> Revision:
    """The revision that a draft is compared with: the one asked for, the last release, or the last commit."""
    if wanted is not None:
        return resolve(wanted, root, document)
    versions = archive_of(root, document).versions
    if versions:
        return resolve(versions[-1].name, root, document)
    return resolve("git:HEAD", root, document)


def project_of(path: Path) -> Path:
    """The project root that a path given on the command line stands for.

    Raises NotThereError when it is no project.
    """
    if (path / "policy").is_dir():
        return path
    if path.is_dir() and path.resolve().parent.name == "policy":
        return path.resolve().parent.parent
    raise NotThereError("no-revision", revision=str(path))
