"""`policy/project.yaml`: what holds for the whole project."""

from __future__ import annotations

from pydantic import ValidationError

from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.faults import schema_findings
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.schema.base import Frozen
from hoshin.schema.names import Id

FILE = "policy/project.yaml"


class Settings(Frozen):
    """The document that is meant where none is named."""

    default_document: Id | None = None


def read_settings(snapshot: Snapshot) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings, or their defaults with the faults of the file."""
    data = snapshot.files.get(FILE)
    if data is None:
        return Settings(), ()
    parsed = parse(data, FILE)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return Settings(), parsed.findings
    try:
        return Settings.model_validate(parsed.value), parsed.findings
    except ValidationError as error:
        return Settings(), parsed.findings + schema_findings(error, parsed.value, parsed.places, Settings)


def default_document(snapshot: Snapshot) -> str | None:
    """The document that is meant where none is named."""
    return read_settings(snapshot)[0].default_document
