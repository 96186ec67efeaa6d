"""A promise not to use data improperly is unconditional and printed.

Why:
    Use that may further or induce unlawful or unjust acts is forbidden (APPI Art. 19). No policy has to say so; one
    that promises it must promise no less than the law demands.

Bad (with a qualifier)::

    commitments:
      - {id: fair, title: 約束, polarity: never, acts: [improper_use], qualifier: 原則として, text: 当社は、原則として、違法または不当な行為を助長する方法で個人情報を利用しません。}
    sections:
      - id: promises
        title: 約束
        blocks:
          - {kind: list, id: promises, of: commitments}

Good::

    commitments:
      - {id: fair, title: 約束, polarity: never, acts: [improper_use], text: 当社は、違法または不当な行為を助長し、または誘発するおそれがある方法により個人情報を利用しません。}
    sections:
      - id: promises
        title: 約束
        blocks:
          - {kind: list, id: promises, of: commitments}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import promised
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """A promise of that kind, where there is one: never, without a qualifier, and told."""
    promises = promised(case, "improper_use")
    if not promises:
        yield Exempt()
    for fact in promises:
        if fact.value.polarity != "never" or fact.value.qualifier:
            yield Breach("unclear", fact.path, fact.raw)
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI207",
    slug="no-improper-use",
    judge=judge,
    grounds=(Ground("APPI", "19"),),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    confirmed=False,
)
