"""People are told actively of changes of substance.

Why:
    Posting a new text tells only those who look for it; a change that matters needs a message of its own (GDPR Art.
    12(1), WP260 para 29).

Bad::

    amendments: {methods: [post_on_page]}

Bad (not stated)::

    without: [amendments/methods]

Good::

    amendments: {methods: [post_on_page, email]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Amendments

ACTIVE: Final = frozenset({"email", "in_product", "banner", "popup", "post"})


def judge(case: Case) -> Iterator[Outcome]:
    """One method that reaches people."""
    amendments = case.the(Amendments)
    if amendments is None or not amendments.value.methods:
        yield Breach("unknown", "amendments/methods", amendments.raw if amendments else ("amendments",))
    elif not ACTIVE & set(amendments.value.methods):
        yield Breach("unclear", "amendments/methods", (*amendments.raw, "methods"))
    else:
        yield from case.held(amendments, "methods")


RULE = LawRule(
    id="GDPR707",
    slug="passive-change-notice",
    judge=judge,
    grounds=(
        Ground("GDPR", "12(1)"),
        Ground("WP260", "para 29", "guidance"),
    ),
    severity=Severity.WARNING,
    variants=("unknown",),
)
