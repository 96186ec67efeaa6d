"""The purposes of use are told, as concretely as possible.

Why:
    A purpose must be specified so far that people can foresee what happens with their data (APPI Art. 17(1), PPC
    guideline 3-1-1). “Other incidental purposes” and the like specify nothing.

Bad (none)::

    without: [purposes]
    purposes: {status: unknown}
    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], safeguards: [{id: supervision, kind: supervision}], text: 商品の発送を配送会社に委託し、委託先に対して必要かつ適切な監督を行います。}
    collection_points:
      - {id: sign-up, title: 会員登録フォーム, url: "https://aoba.example/signup", action: "https://aoba.example/signup", notice: shown, fields: [{data: account}]}

Bad (one that catches all)::

    purposes:
      - {id: rest, title: その他, kind: other, catch_all: true, text: その他上記に付随する目的}

Good::

    purposes:
      - {id: shop, title: 商品の販売, kind: service, text: 商品の販売、発送および代金の請求, uses: [{data: account}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Purposes that are printed, and none that catches all."""
    if not case.facts(Purpose):
        yield Breach("missing", "purposes", ("purposes",))
    for fact in case.facts(Purpose):
        if fact.value.catch_all:
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id}, "vague")
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI201",
    slug="purpose-specified",
    judge=judge,
    grounds=(
        Ground("APPI", "17(1)"),
        Ground("APPI", "32(1)(ii)"),
        Ground("PPC guideline", "3-1-1", "guidance"),
    ),
    severity=Severity.ERROR,
    variants=("vague",),
)
