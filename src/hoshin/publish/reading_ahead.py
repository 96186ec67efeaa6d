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
    """Read the project at or above the folder `project`, and the revisions and folders among the words of a call.

    What there is to raise is raised when the command itself reads.
    """
    root = find_root(Path(project))
    left = _MOST
    for snapshot in _snapshots(root, sorted({word.rpartition("=")[2] for word in words})):
        for name, data in snapshot.files.items():
            left -= len(data)
            if left < 0:
                return
            parse(data, name)


def _snapshots(root: Path, words: Iterable[str]) -> Iterator[Snapshot]:
    roots = {root}
    for word in words:
        with suppress(HoshinError):
            if word.startswith(_GIT):
                name = word.removeprefix(_GIT)
                yield git_snapshot(root, name)
                merge_base(root, name, "HEAD")
            elif word and Path(word).is_dir():
                roots.add(find_root(Path(word)))
    yield from (read_snapshot(each) for each in sorted(roots))
