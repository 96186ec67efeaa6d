"""A hedged period says when it is longer.

Why:
    “Usually ten years” leaves open what happens otherwise (GDPR Art. 12(1), WP260 para 12); the cases shall be
    listed.

Bad::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, modality: usually, starts_from: last_contact, text: "We usually keep questions for {retention:questions} after the last contact."}

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, modality: usually, starts_from: last_contact, except: [{of: [data/email], period: P1Y, ground: legal_claim}], text: "We usually keep questions for {retention:questions} after the last contact; longer only during a dispute."}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Retention


def judge(case: Case) -> Iterator[Outcome]:
    """Each rule that is softened lists its exceptions."""
    for fact in case.facts(Retention):
        if fact.value.modality not in {"usually", "normally"} and fact.value.bound != "about":
            yield Exempt()
        elif not fact.value.exceptions:
            raw = (*fact.raw, "modality" if fact.value.modality else "bound")
            yield Breach("unclear", fact.path, raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR405",
    slug="retention-hedged",
    judge=judge,
    grounds=(
        Ground("GDPR", "12(1)"),
        Ground("WP260", "para 12", "guidance"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
