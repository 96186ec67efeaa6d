"""Who receives what a tag sends is told by name.

Why:
    On services in scope, people must know of each transmission that their device is told to make: what is sent, to
    whom, and for which purposes (Telecommunications Business Act Art. 27-12). The name of the company that handles
    the information counts; the name of the service beside it helps.

Bad::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Good::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Not applicable::

    sites:
      - {id: board, title: みんなの広場, url: "https://hiroba.example/", linked_from: [every_page], tba_in_scope: {status: none, reason: 自社の商品を紹介するだけのサイトです}}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.transmission import bound
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each tag of a service in scope: the provider, by its name."""
    tags = bound(case)
    if not tags:
        yield Exempt()
    for fact in tags:
        if fact.value.provider:
            yield from case.held(fact, "provider")
        else:
            yield Breach("missing", f"{fact.path}/provider", fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="TBA102",
    slug="recipient",
    judge=judge,
    grounds=(
        Ground("TBA", "27-12"),
        Ground("TBA Rules", "22-2-29"),
    ),
    severity=Severity.ERROR,
)
