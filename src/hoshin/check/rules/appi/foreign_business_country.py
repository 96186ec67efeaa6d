"""A business abroad names its country.

Why:
    A business that handles data of people in Japan from abroad (APPI Art. 171) names its country as part of its
    address (PPC guideline 3-8-1, note).

Bad::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: offering, accredited_organisation: {status: none, reason: 加入していません}}
    controller: {address: {street: Rua Inventada 1, city: Lisbon}}

Good::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: offering, accredited_organisation: {status: none, reason: 加入していません}}
    controller: {address: {street: Rua Inventada 1, city: Lisbon, country: PT}}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import JAPAN, declaration
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller
from hoshin.schema.regions import lies_in


def judge(case: Case) -> Iterator[Outcome]:
    """The country of an address abroad; without one, where the law applies through an offer to people in Japan."""
    controller = case.the(Controller)
    address = controller.value.address if controller else None
    if controller is None or address is None:
        yield Exempt()
    elif address.country is not None:
        abroad = not lies_in(address.country, JAPAN)
        yield Held(f"{controller.path}/address", case.told(controller.path, "address")) if abroad else Exempt()
    elif declaration(case).value.ground in {"offering", "monitoring"}:
        yield Breach("missing", f"{controller.path}/address", (*controller.raw, "address"))
    else:
        yield Exempt()


RULE = LawRule(
    id="APPI104",
    slug="foreign-business-country",
    judge=judge,
    grounds=(Ground("PPC guideline", "3-8-1", "guidance"),),
    severity=Severity.INFO,
)
