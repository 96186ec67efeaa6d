"""Where children are addressed and data rest on consent, the age of consent and the part of the parents are told.

Why:
    A service offered to a child may rely on the child's own consent only from 16, or from the lower age of the
    Member State, never below 13; below, a parent must consent, and the company must check it (GDPR Art. 8(1) and
    (2)).

Bad::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}
    children: {status: declared, alone_from: 16, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can use the shop from the age of {children:alone-from}."}]}

Bad (not stated)::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests, children]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

Bad (nowhere printed)::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}
    children: {status: declared, alone_from: 16, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}, explained_in: section/rights}

Bad (an age below 13)::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}
    children: {status: declared, alone_from: 12, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "If you are under {children:alone-from}, a parent must agree by letter."}]}

Good::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}
    children: {status: declared, alone_from: 16, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "If you are under {children:alone-from}, a parent must agree by letter."}]}

Not applicable::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.ages import LOWEST, decisive_ages
from hoshin.check.laws.case import Case, Fact, answer_of
from hoshin.check.laws.judging import CONSENT, on_basis
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Children

FIELDS: Final = ("consent_by", "verification")


def judge(case: Case) -> Iterator[Outcome]:
    """Where anything rests on consent: whether children are addressed, and then age, parents and proof."""
    if not on_basis(CONSENT)(case):
        yield Exempt()
        return
    children = next(iter(case.every(Children)), None)
    said = answer_of(children.value if children else None, "children", ("children",))
    if children is None or said.state != "given":
        yield from said.outcomes(iter(()))
        return
    addressed = answer_of(children.value.addressed, "children/addressed", children.raw)
    if addressed.state == "declared":
        yield from _of(case, children)
    else:
        yield from addressed.outcomes(_of(case, children))


def _of(case: Case, children: Fact[Children]) -> Iterator[Outcome]:
    ages = decisive_ages(children.value)
    lacking = (
        *(() if ages else ("alone_from",)),
        *(name for name in FIELDS if getattr(children.value, name) is None),
    )
    if ages and min(ages) < LOWEST:
        yield Breach("unclear", "children/alone-from", children.raw, {"age": min(ages)}, "young", Severity.ERROR)
    elif lacking:
        yield Breach("missing", "children", children.raw, {"keys": lacking})
    else:
        yield from case.held(children)


RULE = LawRule(
    id="GDPR221",
    slug="child-consent",
    judge=judge,
    grounds=(
        Ground("GDPR", "8(1)"),
        Ground("GDPR", "8(2)"),
    ),
    severity=Severity.ERROR,
    variants=("young",),
)
