"""A contact and the date of the last update are told.

Why:
    Unlike the GDPR the regulations ask for the date on which the policy was last updated, and for a contact for
    questions.

Bad::

    without: [date/last-updated, section/dates]

Good::

    dates:
      - {id: last-updated, title: Last updated, value: "2026-07-02"}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Contact, Controller
from hoshin.schema.people import KindOfDate


def judge(case: Case) -> Iterator[Outcome]:
    """A channel, and the printed date."""
    updated = next((fact for fact in case.facts(KindOfDate) if fact.id == "last-updated"), None)
    controller = case.the(Controller)
    reach = case.facts(Contact) or (controller and (controller.value.email or controller.value.phone))
    lacking = tuple(name for name, there in (("contacts", reach), ("dates", updated)) if not there)
    if lacking:
        yield Breach("missing", "dates" if updated is None else "contacts", ("dates",), {"keys": lacking})
    elif updated is not None:
        yield from case.held(updated)


RULE = LawRule(
    id="CCPA111",
    slug="contact-and-date",
    judge=judge,
    grounds=(
        Ground("CCR", "7011(e)(3)"),
        Ground("CCR", "7011(e)(4)"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
