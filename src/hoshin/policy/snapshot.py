"""The YAML files of a project at one moment: the working tree, a git revision, or a made-up one in a test."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from hoshin.kernel.finding import Finding

ENDINGS = (".yaml", ".yml")
RESERVED = frozenset({"changes"})
"""Files of a document's folder that are no part of the merge."""
_DEPTH = 2
"""Slashes in `policy/<document>/<file>.yaml`."""


class Snapshot(Struct, frozen=True):
    """File contents by POSIX path relative to the project root, and what could not be read."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()

    def documents(self) -> tuple[str, ...]:
        """Names of the documents, sorted: the folders of `policy/` that hold YAML."""
        names = {path.split("/")[1] for path in self.files if path.startswith("policy/") and path.count("/") == _DEPTH}
        return tuple(sorted(names))

    def of_document(self, name: str) -> tuple[tuple[str, bytes], ...]:
        """The files that are merged into one document, sorted by name."""
        folder = f"policy/{name}/"
        return tuple(
            (path, data)
            for path, data in sorted(self.files.items())
            if path.startswith(folder)
            and path.count("/") == _DEPTH
            and path.endswith(ENDINGS)
            and path.removeprefix(folder).rpartition(".")[0] not in RESERVED
        )
