"""A form shows the purposes of use before it is sent.

Why:
    Where data are acquired from people in writing, the purpose must be indicated to them before (APPI Art. 21(2)):
    on the form, or one link away (PPC guideline 2-14).

Bad::

    collection_points:
      - {id: sign-up, title: 会員登録フォーム, url: "https://aoba.example/signup", action: "https://aoba.example/signup", purposes: [shop], fields: [{data: account}]}

Good::

    collection_points:
      - {id: sign-up, title: 会員登録フォーム, url: "https://aoba.example/signup", action: "https://aoba.example/signup", notice: linked, purposes: [shop], fields: [{data: account}]}

Not applicable::

    without: [collection_points]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import CollectionPoint


def judge(case: Case) -> Iterator[Outcome]:
    """Each form says whether the purposes are shown or linked."""
    points = case.facts(CollectionPoint)
    if not points:
        yield Exempt()
    for fact in points:
        if fact.value.notice:
            yield Held(f"{fact.path}/notice")
        else:
            yield Breach("missing", f"{fact.path}/notice", fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI203",
    slug="purpose-shown-at-form",
    judge=judge,
    grounds=(
        Ground("APPI", "21(2)"),
        Ground("PPC guideline", "2-14", "guidance"),
    ),
    severity=Severity.WARNING,
)
