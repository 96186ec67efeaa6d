"""The controller can be reached.

Why:
    A name alone helps nobody: people must know where to write, call or click (GDPR Art. 13(1)(a), Art. 14(1)(a)). A
    desk counts, an address left out at the desk is the controller's.

Bad::

    controller: {legal_name: Acme Lda.}
    without: [controller/address, controller/email, contact/desk/email]

Bad (nowhere printed)::

    contacts:
      - {id: desk, title: Privacy desk, handles: [questions, rights, complaints], text: Write to our privacy desk.}
    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "We are {controller:legal-name}."}, {of: contact/desk}, {id: since, text: "This policy is in force from {date:effective}."}]}

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
from hoshin.check.laws.outcome import Exempt, Outcome
from hoshin.check.laws.reach import told_way, ways
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Contact, Controller


def judge(case: Case) -> Iterator[Outcome]:
    """A channel of the controller or of a contact, told by a text; without a controller GDPR101 speaks."""
    controller = case.the(Controller)
    if controller is None:
        yield Exempt()
        return
    yield from told_way(ways(case, controller, *case.facts(Contact)), "controller", controller.raw)


RULE = LawRule(
    id="GDPR102",
    slug="controller-contact",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(a)"),
        Ground("GDPR", "14(1)(a)"),
    ),
    severity=Severity.ERROR,
)
