"""The two sides of a comparison, read."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from hoshin.kernel.errors import NotThereError
from hoshin.policy.yaml_events import parse
from hoshin.publish.opening import Opened, PolicyError, open_document
from hoshin.publish.revision import Revision

Sides: TypeAlias = tuple[Opened, Opened]
"""The old side and the new one."""
ABSENT: Final = "no-document-there"
"""The fault of a side that has other documents, but not this one."""


def open_sides(revisions: tuple[Revision, Revision], document: str | None) -> Sides:
    """Both sides read, facts that they say in the same words once.

    Raises NotThereError for one that cannot be read, or for both, when both were tried; ABSENT for one that does
    not have the document.
    """
    read = cache(parse)  # most files are the same on both sides
    found: list[Opened] = []
    faults: list[tuple[str, str]] = []
    for revision in revisions:
        there = revision.snapshot.documents()
        if document is not None and there and document not in there:
            raise NotThereError(ABSENT, revision=revision.name, document=document, documents=there)
        try:
            found.append(open_document(revision.snapshot, document, read, found[-1] if found else None))
        except PolicyError as error:
            faults.append((revision.name, str(error.args_["first"])))
    if len(faults) > 1:
        raise NotThereError("unreadable-sides", faults=tuple(f"{name}: {first}" for name, first in faults))
    for name, first in faults:
        other = next((revision.name for revision in revisions if revision.name != name), name)
        raise NotThereError("unreadable-side", revision=name, first=first, other=other)
    before, after = found
    return before, after


def read_side(revision: Revision, document: str | None) -> Opened:
    """One side of a comparison. Raises NotThereError when it cannot be read."""
    try:
        return open_document(revision.snapshot, document)
    except PolicyError as error:
        raise NotThereError("unreadable-revision", revision=revision.name, first=error.args_["first"]) from error
