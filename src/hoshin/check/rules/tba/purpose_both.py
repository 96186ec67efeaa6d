"""The purposes of both sides are told: ours, and those of who receives the information.

Why:
    On services in scope, people must know of each transmission that their device is told to make: what is sent, to
    whom, and for which purposes (Telecommunications Business Act Art. 27-12). Both count: why we have the tag, and
    what its provider does with the information.

Bad::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Good::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Not applicable::

    sites:
      - {id: board, title: みんなの広場, url: "https://hiroba.example/", linked_from: [every_page], tba_in_scope: {status: none, reason: 自社の商品を紹介するだけのサイトです}}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}
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
    """Each tag of a service in scope: our purposes, and the use of the recipient."""
    tags = bound(case)
    if not tags:
        yield Exempt()
    for fact in tags:
        lacking = tuple(name for name in ("purposes", "recipient_use") if not getattr(fact.value, name))
        if lacking:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id, "keys": lacking})
        else:
            yield from case.held(fact, "recipient_use")


RULE = LawRule(
    id="TBA103",
    slug="purpose-both",
    judge=judge,
    grounds=(
        Ground("TBA", "27-12"),
        Ground("TBA Rules", "22-2-29"),
    ),
    severity=Severity.ERROR,
)
