"""Open a document: the one way from a revision's files to a policy."""

from __future__ import annotations

from msgspec import Struct

from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import Reader, parse
from hoshin.publish.settings import default_document


class PolicyError(HoshinError):
    """The files cannot be read as a policy; `findings` says what is wrong and where."""

    def __init__(self, message: str, findings: tuple[Finding, ...], **args: object) -> None:
        first = next((item for item in findings if item.severity is Severity.ERROR), None)
        super().__init__(message, first=f"{first.place or first.path} {first.rule}" if first else "", **args)
        self.findings = findings


class Opened(Struct, frozen=True):
    """A document of a snapshot that could be read, with what its files' reader found."""

    snapshot: Snapshot
    loaded: Loaded
    findings: tuple[Finding, ...]


def choose_document(snapshot: Snapshot, wanted: str | None) -> str:
    """The document that is meant: the one named, the only one, or the project's default.

    Raises NotThereError when that is none, or not clear; PolicyError when there is none that could be read.
    """
    names = snapshot.documents()
    if not names:
        if snapshot.findings:
            raise PolicyError("has-errors", snapshot.findings)
        raise NotThereError("no-documents")
    if wanted is not None:
        if wanted not in names:
            raise NotThereError("no-document", document=wanted, documents=names)
        return wanted
    if len(names) == 1:
        return names[0]
    default = default_document(snapshot)
    if default in names:
        return str(default)
    raise NotThereError("which-document", documents=names)


def open_document(snapshot: Snapshot, wanted: str | None, read: Reader = parse, like: Opened | None = None) -> Opened:
    """Read the document that is meant, its files by `read`; facts that `like` has in the same words are its own.

    Raises NotThereError as `choose_document`, PolicyError when its files are no policy.
    """
    other = (like.snapshot, like.loaded) if like else None
    reading = load_document(snapshot, choose_document(snapshot, wanted), read, other)
    findings = snapshot.findings + reading.findings
    if reading.loaded is None:
        raise PolicyError("has-errors", findings)
    return Opened(snapshot, reading.loaded, findings)
