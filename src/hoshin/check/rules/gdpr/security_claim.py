"""A claim of security names measures, and promises nothing absolute.

Why:
    “Your data are safe with us” without a measure is a claim that nobody can check; “fully secure” is one that
    nobody can keep (GDPR Arts 5(1)(f), 32).

Bad::

    without: [security_measures]
    security_measures:
      - {id: locks, title: Safety, kind: general, claim: true, text: We protect your data.}

Bad (absolute)::

    without: [security_measures]
    security_measures:
      - {id: locks, title: Locks, kind: physical, text: Our locked rooms make your data completely secure.}

Good::

    without: [security_measures]
    security_measures:
      - {id: locks, title: Locks, kind: physical, text: We keep papers in locked rooms.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import SecurityMeasure


def judge(case: Case) -> Iterator[Outcome]:
    """Where security is claimed: a measure that is no claim; and no absolute word in the sentences on security."""
    measures = case.facts(SecurityMeasure)
    claims = [fact for fact in measures if fact.value.claim]
    real = [
        fact for fact in measures if not fact.value.claim and not fact.value.disclaimer and fact.value.kind != "general"
    ]
    if claims and not real:
        yield Breach("missing", claims[0].path, claims[0].raw, {"name": claims[0].value.title or claims[0].id})
    absolute = case.phrases("absolute-security")
    for fact in measures:
        if not fact.value.disclaimer and (word := absolute.first(fact.value.text or "")):
            yield Breach("unclear", f"{fact.path}/text", (*fact.raw, "text"), {"word": word}, "absolute")
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR803",
    slug="security-claim",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(1)(f)"),
        Ground("GDPR", "32"),
    ),
    severity=Severity.WARNING,
    certain=False,
    variants=("absolute",),
)
