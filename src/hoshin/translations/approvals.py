"""`translations/<locale>/approvals.yaml`: which translations a person has confirmed (translations.md section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import StringConstraints, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Places, RawPath, nearest_place
from hoshin.kernel.text import pair_digest
from hoshin.policy.faults import schema_findings
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml, below
from hoshin.schema.base import Frozen
from hoshin.schema.names import PlainText
from hoshin.schema.partial_date import PartialDate
from hoshin.translations.catalog import Entry

FILE: Final = "translations/{locale}/approvals.yaml"
Role = Literal["counsel", "reviewer"]
Digest = Annotated[str, StringConstraints(pattern=r"^p1:[0-9a-f]{64}$")]


class Approval(Frozen):
    """Who confirmed a pair of texts, in which role, on which day. Another pair is another matter."""

    pair: Digest
    by: PlainText
    date: PartialDate
    role: Role

    @field_validator("by")
    @classmethod
    def _a_name(cls, name: str) -> str:
        if "@" in name:
            raise PydanticCustomError("approval_by", "a name, no e-mail address")
        return name


class Approvals(Struct, frozen=True):
    """The approvals of one document in one language, and the faults of their file."""

    locale: str
    units: Mapping[str, Approval] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    places: Places = field(default_factory=dict)

    def covers(self, unit_id: str, entry: Entry, source: str) -> bool:
        """Whether a person has confirmed exactly this text as the translation of that one."""
        return self.role(unit_id, entry, source) is not None

    def role(self, unit_id: str, entry: Entry, source: str) -> Role | None:
        """In which role a person has confirmed exactly this pair of texts; None where nobody has."""
        approval = self.units.get(unit_id)
        if approval is None or approval.pair != pair_digest(entry.source, source, entry.text, self.locale):
            return None
        return approval.role


def read_approvals(snapshot: Snapshot, document: str, locale: str) -> Approvals:
    """The approvals of one document; a file that cannot be used approves nothing and says why."""
    file = FILE.format(locale=locale)
    data = snapshot.files.get(file)
    if data is None:
        return Approvals(locale)
    parsed = parse(data, file)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return Approvals(locale, {}, parsed.findings)
    if not isinstance(parsed.value, dict):
        broken = finding("DOC121", Severity.ERROR, "", parsed.places[()], message="DOC121.root")
        return Approvals(locale, {}, (*parsed.findings, broken))
    given = parsed.value.get(document, {})
    if not isinstance(given, dict):
        place, message = nearest_place(parsed.places, (document,)), "DOC124.expects-mapping"
        broken = finding("DOC124", Severity.ERROR, document, place, message=message, key=document)
        return Approvals(locale, {}, (*parsed.findings, broken))
    units: dict[str, Approval] = {}
    found: list[Finding] = list(parsed.findings)
    for unit_id, body in given.items():
        try:
            units[unit_id] = Approval.model_validate(body)
        except ValidationError as error:
            found += _faults(error, body, parsed.places, (document, unit_id))
    return Approvals(locale, units, tuple(found), parsed.places)


def _faults(error: ValidationError, body: Yaml, places: Places, entry: RawPath) -> list[Finding]:
    """The faults of one approval, at their places in the file."""
    inside = {rest: places[(*entry, *rest)] for rest in below(body)}
    found = schema_findings(error, body, inside, Approval)
    named = [replace(item, path=f"{entry[-1]}/{item.path}") for item in found]
    return [replace(item, message="DOC124.pair") if item.message_id == "DOC124.pattern" else item for item in named]
