"""The information that each tag sends is told.

Why:
    On services in scope, people must know of each transmission that their device is told to make: what is sent, to
    whom, and for which purposes (Telecommunications Business Act Art. 27-12). A loose “and so on” tells nobody what
    is sent. Whether a site is in scope (messaging, networks, boards, markets, search, news, maps and the like) is
    for each site to say; a company’s own pages are not.

Bad (tags not stated)::

    without: [technologies]
    technologies: {status: unknown}
    sections:
      - id: tags
        title: 送信される情報
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}

Bad (no data)::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Bad (and so on)::

    data:
      - {id: page, title: 閲覧したページのURL等, source: {kind: automatic}}

Bad (the scope of the site is not stated)::

    sites:
      - {id: board, title: みんなの広場, url: "https://hiroba.example/", linked_from: [every_page]}

Good::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Not applicable::

    sites:
      - {id: board, title: みんなの広場, url: "https://hiroba.example/", linked_from: [every_page], tba_in_scope: {status: none, reason: 自社の商品を紹介するだけのサイトです}}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.transmission import bound, loose, scope, sending
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataDescription, Technology


def judge(case: Case) -> Iterator[Outcome]:
    """Each tag of a service in scope: the data that it sends, named to the end."""
    service = scope(case)
    if service.state == "unstated" and sending(case):
        yield Breach("unknown", service.path, service.raw, variant="scope")
    elif service.state == "no":
        yield Exempt(service.path, service.reason)
    elif service.state != "unstated" and case.answer("technologies").state == "unstated":
        yield Breach("unknown", "technologies", ("technologies",), variant="tags")
    for fact in bound(case):
        args = {"name": fact.value.title or fact.id}
        path, raw = f"{fact.path}/data", (*fact.raw, "data")
        if not fact.value.data:
            yield Breach("missing", path, fact.raw, args)
        elif word := next((one for title in _titles(case, fact.value) for one in loose(case, title)), ""):
            yield Breach("unclear", path, raw, {**args, "word": word}, "loose")
        else:
            yield from case.held(fact, "data")


def _titles(case: Case, value: Technology) -> Iterator[str]:
    for fact in case.facts(DataDescription):
        if fact.id in value.data:
            yield fact.value.title or fact.value.text or ""


RULE = LawRule(
    id="TBA101",
    slug="info-content",
    judge=judge,
    grounds=(
        Ground("TBA", "27-12"),
        Ground("TBA Rules", "22-2-29"),
    ),
    severity=Severity.ERROR,
    variants=("scope", "tags", "loose"),
)
