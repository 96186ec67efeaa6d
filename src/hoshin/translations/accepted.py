"""What the project's `schema/rules.yaml` says of the checks of a translation: severities, and what people accept.

A text whose only fault is accepted is not broken: it can be confirmed and released.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import ValidationError

from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.schema.rules_file import NEVER_WAIVED, RulesFile

FILE: Final = "schema/rules.yaml"


class Accepted(Struct, frozen=True):
    """Severities by rule, and pairs of rule and path that are waived."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    reasoned: frozenset[str] = frozenset()
    waived: frozenset[tuple[str, str]] = frozenset()

    def judged(self, item: Finding) -> Finding:
        """The finding as bad as the project says; milder only where somebody has answered for it."""
        to = self.severities.get(item.rule)
        if to is None or item.rule in NEVER_WAIVED or (to.rank > item.severity.rank and item.rule not in self.reasoned):
            return item
        return replace(item, severity=to)

    def is_error(self, item: Finding) -> bool:
        """Whether it stands against a text: an error that nobody has accepted."""
        waived = (item.rule, item.path) in self.waived and item.rule not in NEVER_WAIVED
        return self.judged(item).severity is Severity.ERROR and not waived


def read_accepted(snapshot: Snapshot, document: str, today: date | None = None) -> Accepted:
    """What holds for a document on a day; without a day the last days of waivers are not looked at.

    A file that cannot be used accepts nothing; it has findings of its own.
    """
    data = snapshot.files.get(FILE)
    if data is None:
        return Accepted()
    parsed = parse(data, FILE)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return Accepted()
    try:
        file = RulesFile.model_validate(parsed.value)
    except ValidationError:
        return Accepted()
    return Accepted(
        {name: Severity(change.to) for name, change in file.severities.items()},
        frozenset(name for name, change in file.severities.items() if change.reason and change.approved_by),
        frozenset(
            (waiver.rule, waiver.at)
            for waiver in file.waivers
            if waiver.document in {None, document}
            and waiver.reason
            and waiver.approved_by
            and waiver.until
            and (today is None or today <= waiver.until)
        ),
    )
