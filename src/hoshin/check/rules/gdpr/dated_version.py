"""The document carries its version and the day from which it holds.

Why:
    No law asks for a number; but the controller must be able to show the exact text that was given at the time
    (GDPR Arts 5(2), 7(1); EDPB 05/2020 para 108), and people should see which text they read.

Bad::

    without: [document/version]

Good::

    document: {version: "1.0.0"}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import KindOfDate


def judge(case: Case) -> Iterator[Outcome]:
    """A version, and an effective date that a text prints."""
    document = case.subject.loaded.policy.document
    day = next((fact for fact in case.facts(KindOfDate) if fact.id == "effective"), None)
    lacking = tuple(name for name, there in (("version", document.version), ("dates", day)) if not there)
    if lacking:
        yield Breach(
            "missing", "document/version" if document.version is None else "dates", ("document",), {"keys": lacking}
        )
    elif day is not None:
        yield from case.held(day)


RULE = LawRule(
    id="GDPR705",
    slug="dated-version",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(2)"),
        Ground("GDPR", "7(1)"),
        Ground("EDPB", "05/2020 para 108", "guidance"),
        Ground("practice", kind="practice"),
    ),
    severity=Severity.WARNING,
)
