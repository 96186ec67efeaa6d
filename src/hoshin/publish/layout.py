"""What a project's files say by their names alone: documents, files that nothing reads, the default document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.kernel.regex import regex
from hoshin.policy.project import file_fault
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.settings import FILE as SETTINGS
from hoshin.publish.settings import default_document

_NAME: Final = regex(r"[a-z][a-z0-9-]{1,63}")
"""The form of an id: a document's name stands in links, in names of files and in `document:` of references."""
_BESIDE: Final = frozenset({"locale", "glossary", "approvals", "attic", "document", "labels", "changes"})
"""Files of a language's folder that belong to no single document."""
_DEPTH: Final = 2


def check_layout(snapshot: Snapshot) -> Iterator[Finding]:
    """Faults of the tree of files, in no particular order."""
    documents = snapshot.documents()
    for name in documents:
        if not _NAME.fullmatch(name):
            first = next((file for file, _ in snapshot.of_document(name)), f"policy/{name}")
            place, message = Place(first, 1, 1), "DOC124.document-name"
            yield finding("DOC124", Severity.ERROR, f"policy/{name}", place, message=message, value=name)
    for path in snapshot.files:
        folder, *inner = path.split("/")
        if folder == "policy" and len(inner) != _DEPTH and path != SETTINGS:
            yield file_fault("misplaced", path)
        elif folder == "translations" and (fault := _orphan(path, inner, documents)):
            yield fault
    default = default_document(snapshot)
    if default is not None and default not in documents:
        place = Place(SETTINGS, 1, 1)
        known = documents or ("–",)
        message = "DOC139.default"
        yield finding(
            "DOC139", Severity.ERROR, "default_document", place, message=message, document=default, documents=known
        )


def _orphan(path: str, inner: list[str], documents: tuple[str, ...]) -> Finding | None:
    """A finding on a file of translations that belongs to no document."""
    name = inner[-1].rpartition(".")[0]
    if not documents or (len(inner) == _DEPTH and (name in documents or name in _BESIDE)):
        return None
    place, message = Place(path, 1, 1), "tr-orphan.file"
    return finding(
        "tr-orphan", Severity.WARNING, path, place, message=message, file=path, document=name, documents=documents
    )
