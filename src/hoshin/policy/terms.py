"""The words that one project may use: the shipped vocabulary and its own `schema/vocabulary.yaml`."""

from __future__ import annotations

from msgspec import Struct
from pydantic import ValidationError

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import nearest_place
from hoshin.policy.faults import schema_findings
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.schema.vocabulary import Vocabulary, shipped
from hoshin.schema.vocabulary_file import VocabularyFile, faults

FILE = "schema/vocabulary.yaml"


class Terms(Struct, frozen=True):
    """The vocabulary, the ids of the project's own terms, and the faults of its file."""

    vocabulary: Vocabulary
    own: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def project_terms(snapshot: Snapshot) -> Terms:
    """Shipped terms and the project's; a file that cannot be used leaves the shipped ones and says why."""
    data = snapshot.files.get(FILE)
    if data is None:
        return Terms(shipped())
    parsed = parse(data, FILE)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return Terms(shipped(), (), parsed.findings)
    try:
        own = tuple(entry.term() for entry in VocabularyFile.model_validate(parsed.value).terms)
    except ValidationError as error:
        found = schema_findings(error, parsed.value, parsed.places, VocabularyFile)
        return Terms(shipped(), (), parsed.findings + found)
    told = tuple(
        finding(
            "DOC132",
            Severity.ERROR,
            "/".join(str(part) for part in fault.path),
            nearest_place(parsed.places, fault.path),
            message=f"DOC132.{fault.message}",
            **dict(fault.args),
        )
        for fault in faults(own, shipped())
    )
    return Terms(shipped().merged(own), tuple(term.id for term in own), parsed.findings + told)
