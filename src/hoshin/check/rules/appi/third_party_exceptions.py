"""Disclosure to authorities stays within the exceptions of the law.

Why:
    Without consent, data go to authorities only in the cases of APPI Art. 27(1), above all where laws and
    regulations are the basis. A code of practice, a guideline or a mere request is none of them; an inquiry that a
    law provides for is.

Bad::

    recipients:
      - {id: police, title: 捜査機関, kind: class, role: authority, appi_role: third_party, text: 法令に基づく場合に、捜査機関に提供することがあります。}

Bad (a guideline)::

    recipients:
      - {id: police, title: 捜査機関, kind: class, role: authority, appi_role: third_party, triggers: [law, guideline], text: 法令に基づく場合に、捜査機関に提供することがあります。}

Good::

    recipients:
      - {id: police, title: 捜査機関, kind: class, role: authority, appi_role: third_party, appi_grounds: [law], triggers: [law], text: 法令に基づく場合に、捜査機関に提供することがあります。}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import name_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient

SOFT: Final = ("request", "code_of_practice", "guideline")


def judge(case: Case) -> Iterator[Outcome]:
    """Each authority with a ground or a trigger, and no trigger that is none."""
    authorities = [fact for fact in case.facts(Recipient) if fact.value.role == "authority"]
    if not authorities:
        yield Exempt()
    for fact in authorities:
        if soft := tuple(one for one in SOFT if one in fact.value.triggers):
            yield Breach("unclear", f"{fact.path}/triggers", fact.raw, {"name": name_of(fact), "named": soft}, "soft")
        elif fact.value.appi_grounds or fact.value.triggers:
            yield from case.held(fact)
        else:
            yield Breach("missing", f"{fact.path}/triggers", fact.raw, {"name": name_of(fact)})


RULE = LawRule(
    id="APPI502",
    slug="third-party-exceptions",
    judge=judge,
    grounds=(Ground("APPI", "27(1)"),),
    severity=Severity.WARNING,
    variants=("soft",),
    confirmed=False,
)
