"""Where the law limits a right, the policy says so up front.

Why:
    People who rely on a right that a statute restricts must not learn it only from the refusal (WP260 para 68).

Bad::

    rights:
      - {id: erasure, title: Erasure, right: "eu-gdpr:A17", limits: {status: declared}, text: have data erased where Art. 17 GDPR applies}

Good::

    rights:
      - {id: erasure, title: Erasure, right: "eu-gdpr:A17", limits: {status: declared, text: Invoices stay as long as tax law demands.}, text: have data erased where Art. 17 GDPR applies}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Right


def judge(case: Case) -> Iterator[Outcome]:
    """Each right that is declared to be limited, with the text that says how."""
    for fact in case.facts(Right):
        limits = fact.value.limits
        if limits is None or limits.status != "declared":
            yield Exempt()
        elif limits.text is None:
            name = fact.value.title or fact.id
            yield Breach("missing", f"{fact.path}/limits", (*fact.raw, "limits"), {"name": name})
        else:
            yield from case.held(fact, "limits")


RULE = LawRule(
    id="GDPR522",
    slug="rights-restriction-caveat",
    judge=judge,
    grounds=(Ground("WP260", "para 68", "guidance"),),
    severity=Severity.INFO,
)
