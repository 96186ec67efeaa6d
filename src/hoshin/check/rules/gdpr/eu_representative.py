"""The representative in the Union is named and can be reached.

Why:
    Who offers goods or services to people in the EEA, or watches them, from outside must have a representative
    there (GDPR Art. 27, Art. 3(2)) and name it (Art. 13(1)(a)). Art. 27(2) knows exceptions; then the reason is
    stated.

Bad::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}

Bad (no way to reach it)::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: dpo, role: dpo, status: not_required, reason: no large-scale monitoring}
      - {id: rep-eu, role: representative, name: Minato Europe GmbH}
    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "We are {controller:legal-name}, {controller:address}. Write to {controller:email}."}, {of: contact/desk}, {id: since, text: "This policy is in force from {date:effective}."}, {id: representative, text: "Our representative in the EU is Minato Europe GmbH.", states: [officer/rep-eu]}]}

Bad (nowhere printed)::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: dpo, role: dpo, status: not_required, reason: no large-scale monitoring}
      - {id: rep-eu, role: representative, name: Minato Europe GmbH, email: eu@minato.example}

Bad (not known whether one is needed)::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR"}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}

Good::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: rep-eu, role: representative, name: Minato Europe GmbH, email: eu@minato.example}
    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "We are {controller:legal-name}, {controller:address}. Write to {controller:email}."}, {of: contact/desk}, {id: since, text: "This policy is in force from {date:effective}."}, {id: representative, text: "Our representative in the EU under Art. 27 GDPR is Minato Europe GmbH, {officer:rep-eu/email}."}]}

Good::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: rep-eu, role: representative, scope: {region: [EEA]}, status: not_required, reason: "occasional processing without risks, Art. 27(2)(a)"}

Not applicable::

    controller:
      address: {street: Musterweg 1, city: Bonn, postal_code: "00000", country: DE}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.reach import about_officer, officers, party_of, told_way, ways_to
from hoshin.check.laws.territory import applies_from_afar
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller


def judge(case: Case) -> Iterator[Outcome]:
    """Where the law applies from afar: a representative with a name and a way to reach it."""
    afar = applies_from_afar(case)
    said = about_officer(case, "representative")
    if afar is False or case.the(Controller) is None:
        yield Exempt()
    elif said.state == "unstated" and afar:
        yield Breach("missing", said.path, said.raw)
    else:
        yield from said.outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    for fact in officers(case, "representative"):
        found = ways_to(case, fact)
        if found and (fact.value.name or party_of(case, fact)):
            yield from told_way(found, fact.path, fact.raw)
        else:
            yield Breach("missing", fact.path, fact.raw, variant="incomplete")


RULE = LawRule(
    id="GDPR104",
    slug="eu-representative",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(a)"),
        Ground("GDPR", "14(1)(a)"),
        Ground("GDPR", "27"),
    ),
    severity=Severity.ERROR,
    variants=("incomplete",),
)
