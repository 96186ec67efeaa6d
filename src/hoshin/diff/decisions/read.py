"""Read `policy/<document>/changes.yaml`: every fault is a finding with its place, nothing is raised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, convert, field
from msgspec.structs import replace
from pydantic import ValidationError

from hoshin.diff.decisions.entry import Entry
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place, Places, nearest_place
from hoshin.policy.faults import schema_findings
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml, below
from hoshin.schema.model_of import model_of

_EMPTY: Final = "DOC121.empty-value"
"""An empty place is one that somebody has yet to fill: no fault of the file."""
_FORMS: Final = {"event": "DOC124.event-id", "approved": "DOC124.fingerprint"}


class Decisions(Struct, frozen=True):
    """The entries of a document by event, where each stands, and the faults of the file.

    `readable` is false where the file is broken: then nothing can be called missing.
    """

    file: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    readable: bool = True

    def place(self, event: str) -> Place:
        """Where the entry stands; the head of the file for one that is not there."""
        return self.places.get(event) or Place(self.file, 1, 1)


def file_of(document: str) -> str:
    """The name of the file, which is no part of the document itself."""
    return f"policy/{document}/changes.yaml"


def read_decisions(snapshot: Snapshot, document: str) -> Decisions:
    """What people said about changes of a document; nothing where there is no file."""
    file = file_of(document)
    data = snapshot.files.get(file)
    if data is None:
        return Decisions(file)
    parsed = parse(data, file)
    found = [item for item in parsed.findings if item.message_id != _EMPTY]
    if any(item.severity is Severity.ERROR for item in found):
        return Decisions(file, findings=tuple(found), readable=False)
    if parsed.value is None:
        return Decisions(file, findings=tuple(found))
    if not isinstance(parsed.value, list):
        place = nearest_place(parsed.places, ()) or Place(file, 1, 1)
        root = finding("DOC121", Severity.ERROR, "", place, message="DOC121.root-list")
        return Decisions(file, findings=(*found, root), readable=False)
    entries: dict[str, Entry] = {}
    places: dict[str, Place] = {}
    for number, body in enumerate(parsed.value):
        place = nearest_place(parsed.places, (number,)) or Place(file, 1, 1)
        try:
            entry = convert(model_of(Entry).model_validate(body).model_dump(mode="json"), Entry)
        except ValidationError as error:
            found += _faults(error, body, parsed.places, number)
            continue
        if entry.event in entries:
            first = str(places[entry.event].line)
            found.append(finding("DOC167", Severity.ERROR, entry.event, place, event=entry.event, line=first))
            continue
        entries[entry.event], places[entry.event] = entry, place
    return Decisions(file, entries, places, tuple(found), readable=not found)


def _faults(error: ValidationError, body: Yaml, places: Places, number: int) -> list[Finding]:
    inside = {rest: places[(number, *rest)] for rest in below(body)}
    event = str(body.get("event", number)) if isinstance(body, dict) else str(number)
    found = schema_findings(error, body, inside, model_of(Entry))
    return [
        replace(
            item,
            path="/".join(part for part in (event, item.path) if part),
            message=_FORMS.get(item.path, item.message) if item.message_id == "DOC124.pattern" else item.message,
        )
        for item in found
    ]
