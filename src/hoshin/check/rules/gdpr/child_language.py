"""Children find a text that they understand.

Why:
    Where a service addresses children, the information must be in words that they grasp (GDPR Art. 12(1), WP260
    paras 14 to 16).

Bad::

    children: {status: declared, min_age: 12, alone_from: 16, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can use the shop from the age of {children:min-age}; until {children:alone-from} a parent must agree by letter."}]}

Good::

    children: {status: declared, min_age: 12, alone_from: 16, consent_by: guardian, verification: by a letter of a parent, addressed: {status: declared}, explained_in: section/children}
    sections:
      - id: children
        title: Children
        blocks:
          - {kind: paragraph, id: children, units: [{id: ages, states: [children], text: "You can use the shop from the age of {children:min-age}; until {children:alone-from} a parent must agree by letter."}]}

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
from hoshin.schema.people import Children


def judge(case: Case) -> Iterator[Outcome]:
    """Where children are addressed: the text made for them."""
    children = case.the(Children)
    addressed = children.value.addressed if children else None
    if children is None or addressed is None or addressed.status != "declared":
        yield Exempt("children" if children else "", addressed.reason or "" if addressed else "")
    elif children.value.explained_in is None:
        yield Breach("missing", "children/explained-in", (*children.raw, "addressed"))
    else:
        yield Held("children", case.told("children"))


RULE = LawRule(
    id="GDPR711",
    slug="child-language",
    judge=judge,
    grounds=(
        Ground("GDPR", "12(1)"),
        Ground("WP260", "paras 14-16", "guidance"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
