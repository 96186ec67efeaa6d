"""Files that a command will read, read while it still loads its libraries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from hoshin.kernel.errors import HoshinError
from hoshin.policy.project import find_root, read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.publish.git import git_snapshot, merge_base

_GIT: Final = "git:"
_MOST: Final = 400_000
"""Bytes of YAML to read: loading the libraries takes about as long, and nobody should wait for files not needed."""


def read_ahead(project: str, words: Iterable[str]) -> None:
    """Read the project at or above the folder `project`, and the revisions among the words of a call.

    What there is to raise is raised when the command itself reads.
    """
    root = find_root(Path(project))
    revisions = {word.rpartition("=")[2] for word in words if _GIT in word}
    left = _MOST
    for snapshot in _snapshots(root, sorted(word for word in revisions if word.startswith(_GIT))):
        for name, data in snapshot.files.items():
            left -= len(data)
            if left < 0:
                return
            parse(data, name)


def _snapshots(root: Path, revisions: Iterable[str]) -> Iterator[Snapshot]:
    for revision in revisions:
        name = revision.removeprefix(_GIT)
        with suppress(HoshinError):
            yield git_snapshot(root, name)
            merge_base(root, name, "HEAD")
    yield read_snapshot(root)
