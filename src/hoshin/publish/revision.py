"""Names of revisions, the same everywhere: `draft`, `git:REV`, a path (DESIGN.md section 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hoshin.kernel.errors import NotThereError
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.git import git_snapshot

_RELEASE = re.compile(r"^(v?[0-9]+\.[0-9]+\.[0-9]+|@[0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Revision:
    """A project at one moment under the name that was asked for."""

    name: str
    snapshot: Snapshot


def resolve(name: str, root: Path) -> Revision:
    """The files that `name` means, seen from the project at `root`.

    A path is a project folder, or a folder `policy/<document>` of one. Raises NotThereError when nothing is there.
    """
    if name == "draft":
        return Revision(name, read_snapshot(root))
    if name.startswith("git:"):
        return Revision(name, git_snapshot(root, name.removeprefix("git:")))
    if _RELEASE.match(name):
        raise NotThereError("no-release", revision=name)
    return Revision(name, read_snapshot(project_of(Path(name))))


def project_of(path: Path) -> Path:
    """The project root that a path given on the command line stands for.

    Raises NotThereError when it is no project.
    """
    if (path / "policy").is_dir():
        return path
    if path.is_dir() and path.resolve().parent.name == "policy":
        return path.resolve().parent.parent
    raise NotThereError("no-revision", revision=str(path))
