"""`schema/rules.yaml` read: severities, waivers, numbers, packs and rules of the project."""

from __future__ import annotations

from msgspec import Struct, field
from pydantic import ValidationError

from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Places, RawPath, nearest_place
from hoshin.policy.faults import schema_findings
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.schema.rules_file import RulesFile
from hoshin.translations.accepted import FILE


class ProjectRules(Struct, frozen=True):
    """The file, where everything in it stands, and the faults of its shape."""

    file: RulesFile = field(default_factory=RulesFile.model_construct)
    places: Places = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def fault(self, rule: str, raw: RawPath, variant: str, **args: Arg) -> Finding:
        """A finding on an entry of the file."""
        path = "/".join(str(part) for part in raw)
        return finding(rule, Severity.ERROR, path, nearest_place(self.places, raw), message=f"{rule}.{variant}", **args)


def read_rules(snapshot: Snapshot) -> ProjectRules:
    """The file or its defaults; a file that cannot be used changes no severity and waives nothing."""
    data = snapshot.files.get(FILE)
    if data is None:
        return ProjectRules()
    parsed = parse(data, FILE)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return ProjectRules(findings=parsed.findings)
    try:
        file = RulesFile.model_validate(parsed.value)
    except ValidationError as error:
        found = schema_findings(error, parsed.value, parsed.places, RulesFile)
        return ProjectRules(findings=parsed.findings + found)
    return ProjectRules(file, parsed.places, parsed.findings)
