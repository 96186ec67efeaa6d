"""The legitimate interest is specific to its purpose.

Why:
    “Our business interests” fits every company and every use; nobody can weigh it against their own interests (GDPR
    Art. 13(1)(d), WP260 Annex).

Bad::

    interests:
      - {id: clear-answers, title: our business interests, holder: controller}

Bad (with an example only)::

    interests:
      - {id: clear-answers, title: carrying out our business, holder: controller, items: [{id: letters, title: to answer letters, example: true}]}

Good::

    interests:
      - {id: clear-answers, title: answering people who write to us within a day, holder: controller}

Not applicable::

    without: [interests]
    legal_bases:
      - {id: interest, title: Contract with you, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to perform the contract with you about your request}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import interests_relied_on
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.vague import vague
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """The wording of each interest that a basis names, unless its parts, and not mere examples, say more."""
    phrases = case.phrases("generic-interests")
    found = interests_relied_on(case)
    for fact in found:
        word = vague(phrases, fact.value.text or fact.value.title or "")
        explained = any(not item.example for item in fact.value.items)
        if word and not explained:
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id, "word": word})
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR209",
    slug="li-interest-generic",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(d)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.WARNING,
    certain=False,
    confirmed=False,
)
