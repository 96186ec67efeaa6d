"""The controller can be reached in several ways.

Why:
    Not everybody has e-mail, and a letter takes days: WP260 recommends different forms of contact (Annex, on GDPR
    Art. 13(1)(a)).

Bad::

    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "We are {controller:legal-name}. Write to {controller:email}."}, {of: contact/desk}, {id: since, text: "This policy is in force from {date:effective}."}]}

Good::

    controller: {phone: +351 000 000 000}
    without: [controller/address]
    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "We are {controller:legal-name}. Write to {controller:email} or call {controller:phone}."}, {of: contact/desk}, {id: since, text: "This policy is in force from {date:effective}."}]}

Not applicable (GDPR101 speaks)::

    without: [controller]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.reach import ways
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Contact, Controller


def judge(case: Case) -> Iterator[Outcome]:
    """Two different kinds of channel are told; where there is none at all, GDPR102 speaks."""
    controller = case.the(Controller)
    if controller is None:
        yield Exempt()
        return
    told = [way for way in ways(case, controller, *case.facts(Contact)) if way.units]
    if len({way.kind for way in told}) > 1:
        yield Held(told[0].path, tuple(dict.fromkeys(unit for way in told for unit in way.units)))
    elif told:
        yield Breach("missing", "controller", controller.raw)
    else:
        yield Exempt()


RULE = LawRule(
    id="GDPR103",
    slug="controller-contact-forms",
    judge=judge,
    grounds=(Ground("WP260", "Annex", "guidance"),),
    severity=Severity.INFO,
    confirmed=False,
)
