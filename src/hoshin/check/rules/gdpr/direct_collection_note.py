"""Collection from people abroad is not called a transfer.

Why:
    Who gives data to a company in a third country does not transfer them: no controller or processor discloses
    anything. A disclosure by that company to another one can be a transfer (EDPB 05/2021). Words to the contrary
    let people look for safeguards that there are not.

Bad::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: rep-eu, role: representative, scope: {region: [EEA]}, status: not_required, reason: "occasional processing without risks, Art. 27(2)(a)"}
    sections:
      - {id: place, title: Where, blocks: [{kind: paragraph, id: place, units: [{id: text, text: "By using the shop you transfer your data to us in Japan."}]}]}

Good::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: offering}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: rep-eu, role: representative, scope: {region: [EEA]}, status: not_required, reason: "occasional processing without risks, Art. 27(2)(a)"}
    sections:
      - {id: place, title: Where, blocks: [{kind: paragraph, id: place, units: [{id: text, text: "We are in Japan and collect your data there directly from you."}]}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.territory import applies_from_afar
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where the law applies from afar: no printed text calls it so."""
    if not applies_from_afar(case):
        yield Exempt()
        return
    phrases = case.phrases("collection-as-transfer")
    found = [(unit, word) for unit in case.texts() if (word := phrases.first(unit.text))]
    for unit, word in found:
        yield Breach("unclear", unit.id, unit.raw, {"word": word})
    if not found:
        yield Held("controller")


RULE = LawRule(
    id="GDPR312",
    slug="direct-collection-note",
    judge=judge,
    grounds=(Ground("EDPB", "05/2021", "guidance"),),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    certain=False,
    confirmed=False,
)
