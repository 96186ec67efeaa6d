"""The policy is a document of its own, apart from terms of service.

Why:
    Information on data must be easy to tell from contract terms (WP260 paras 8 and 33).

Bad::

    document: {standalone: false}

Bad (not stated)::

    without: [document/standalone]

Good::

    document: {standalone: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome, Trigger
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """`standalone` says so."""
    standalone = case.subject.loaded.policy.document.standalone
    if standalone:
        yield Held("document")
    else:
        trigger: Trigger = "unknown" if standalone is None else "missing"
        yield Breach(trigger, "document/standalone", ("document",))


RULE = LawRule(
    id="GDPR704",
    slug="separate-from-terms",
    judge=judge,
    grounds=(Ground("WP260", "paras 8, 33", "guidance"),),
    severity=Severity.INFO,
    unknown=Severity.INFO,
)
