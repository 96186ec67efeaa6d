"""The age from which children decide alone fits the Member States that are served.

Why:
    Art. 8(1) GDPR sets 16 and lets Member States go down to 13; one lower age for all of them is wrong where a
    state has kept 16, among them Germany, Ireland and the Netherlands.

Bad::

    children: {status: declared, alone_from: 13, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can decide alone from the age of {children:alone-from}."}]}

Bad (an age below 13)::

    children: {status: declared, alone_from: 11, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can decide alone from the age of {children:alone-from}."}]}

Good::

    children: {status: declared, alone_from: 16, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "If you are under {children:alone-from}, a parent must agree by letter."}]}

Good (only one state is served)::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: establishment, scope: {region: [PT]}}
    children: {status: declared, alone_from: 13, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can decide alone from the age of {children:alone-from}."}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.ages import LOWEST, stated_age
from hoshin.check.laws.case import Case, applies_to
from hoshin.check.laws.judging import CONSENT, on_basis
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.territory import claims
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Children
from hoshin.schema.walk import hyphened

HIGHEST: Final = 16


def judge(case: Case) -> Iterator[Outcome]:
    """The age that the policy states, against the states that have kept 16 and have no age of their own there."""
    children = case.the(Children)
    age = stated_age(case, children.value) if children else None
    if children is None or age is None:
        yield Exempt()
        return
    field = "min_age" if children.value.alone_from is None else "alone_from"
    path, raw = f"children/{hyphened(field)}", (*children.raw, field)
    told_already = on_basis(CONSENT)(case) and getattr(children.value.addressed, "status", None) == "declared"
    if age < LOWEST and not told_already:
        yield Breach("unclear", path, raw, {"age": age}, "young")
    elif LOWEST <= age < HIGHEST and _at_16(case, children.value):
        yield Breach("unclear", path, raw, {"age": age})
    else:
        yield Held("children", case.told("children"))


def _at_16(case: Case, children: Children) -> bool:
    regions = tuple(region for claim in claims(case) if claim.value.scope for region in claim.value.scope.region)
    own = tuple(region for rule in children.ages if rule.alone_from and rule.scope for region in rule.scope.region)
    return any(
        applies_to(regions, (state,)) and not (own and applies_to(own, (state,)))
        for state in case.lists.get("consent-at-16", ())
    )


RULE = LawRule(
    id="GDPR222",
    slug="child-age-statement",
    judge=judge,
    grounds=(
        Ground("GDPR", "8(1)"),
        Ground("GDPR", "12(1)"),
    ),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    variants=("young",),
)
