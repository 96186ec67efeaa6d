"""The right to object stands out from the other information.

Why:
    It must be brought to people's attention explicitly, clearly and apart from any other information (GDPR Art.
    21(4)): a block of its own, not one entry of a list.

Bad::

    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", text: "You can object, on grounds relating to your particular situation."}

Good::

    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, text: "You can object, on grounds relating to your particular situation."}

Not applicable::

    without: [interests]
    legal_bases:
      - {id: interest, title: Contract with you, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to take steps at your request before a contract}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", text: "You can object, on grounds relating to your particular situation."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS, PUBLIC_TASK, markets_directly, on_basis, rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

_must = on_basis(LEGITIMATE_INTERESTS, PUBLIC_TASK)


def judge(case: Case) -> Iterator[Outcome]:
    """Where a right to object is asked for and there: it is marked as standing in a block of its own."""
    rights = rights_of(case, "eu-gdpr:A21")
    if not rights or not (_must(case) or markets_directly(case)):
        yield Exempt()
        return
    shown = [fact for fact in rights if fact.value.prominent]
    if shown:
        yield Held(shown[0].path, case.told(shown[0].path))
    else:
        yield Breach("missing", f"{rights[0].path}/prominent", rights[0].raw)


RULE = LawRule(
    id="GDPR509",
    slug="object-prominent",
    judge=judge,
    grounds=(Ground("GDPR", "21(4)"),),
    severity=Severity.WARNING,
    confirmed=False,
)
