"""Whether the archive is what was released: every file by its digest, each manifest by its successor's (REL106)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.publish.archive import Release, read_archive, read_bounded

_MANIFEST: Final = "manifest.json"
_MOST: Final = 256_000_000
"""Bytes of one file of a release."""


def archive_findings(root: Path, document: str) -> Iterator[Finding]:
    """A finding for each file of a release that differs from its manifest, is gone, or was added; a broken chain too.

    A release that cannot be read at all is one finding.
    """
    try:
        archive = read_archive(root, document)
    except NotThereError as error:
        args = {"release": str(error.args_.get("release", "")), "reason": str(error.args_.get("reason", ""))}
        yield _finding(document, args["release"], "unreadable", **args)
        return
    digests = {release.name: _digest(release.folder / _MANIFEST) for release in archive.releases}
    for release in archive.releases:
        yield from _files(document, release)
        yield from _chain(document, release, digests)


def _files(document: str, release: Release) -> Iterator[Finding]:
    listed = _manifest(release).get("files")
    if not isinstance(listed, dict):
        return
    for name, wanted in sorted(listed.items()):
        path = release.folder / name
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            yield _finding(document, release.name, "strange", release=release.name, file=name)
        elif path.is_symlink() or not path.is_file():
            yield _finding(document, release.name, "gone", release=release.name, file=name)
        elif _digest(path) != wanted:
            yield _finding(document, release.name, "changed", release=release.name, file=name)
    there = {path.relative_to(release.folder).as_posix() for path in release.folder.rglob("*") if path.is_file()}
    for name in sorted(there - listed.keys() - {_MANIFEST}):
        yield _finding(document, release.name, "strange", release=release.name, file=name)


def _chain(document: str, release: Release, digests: Mapping[str, str]) -> Iterator[Finding]:
    wanted = _manifest(release).get("previous_manifest_sha256")
    before = release.manifest.previous
    if isinstance(wanted, str) and before is not None and digests.get(before) != wanted:
        yield _finding(document, release.name, "chain", release=release.name, file=before)


def _manifest(release: Release) -> Mapping[str, object]:
    found = json.loads(read_bounded(release.folder / _MANIFEST, _MOST))
    return found if isinstance(found, dict) else {}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _finding(document: str, folder: str, variant: str, **args: str) -> Finding:
    place = Place(f"policy/{document}/releases/{folder}/{_MANIFEST}", 1, 1)
    path = f"releases/{folder}"
    return finding("REL106", Severity.ERROR, path, place, message=f"REL106.{variant}", **args)
