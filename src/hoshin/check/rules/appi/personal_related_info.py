"""Whether a third party links data of a device to people is told, and that they consent.

Why:
    Data such as cookies that are not personal with us may become so with the third party that receives them; it
    must then be confirmed that people consented there (APPI Art. 31). Most tags link nothing, and a reason says so.

Bad (not stated)::

    without: [technologies]
    parties:
      - {id: sokutei, title: そくてい, name: 株式会社そくてい, role: provider}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, data: [views], purposes: [offers], text: "測定タグにより、閲覧履歴を{party:sokutei/name}に送信します。同社は、ご本人の同意を得て会員の情報と結び付けます。"}
    sections:
      - id: tags
        title: 外部送信
        blocks:
          - {kind: list, id: tags, of: technologies}

Bad (linked, and nothing on consent)::

    without: [technologies]
    parties:
      - {id: sokutei, title: そくてい, name: 株式会社そくてい, role: provider}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, data: [views], purposes: [offers], links_person: {status: declared}, text: "測定タグにより、閲覧履歴を{party:sokutei/name}に送信します。同社は、ご本人の同意を得て会員の情報と結び付けます。"}
    sections:
      - id: tags
        title: 外部送信
        blocks:
          - {kind: list, id: tags, of: technologies}

Good::

    without: [technologies]
    parties:
      - {id: sokutei, title: そくてい, name: 株式会社そくてい, role: provider}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, data: [views], purposes: [offers], links_person: {status: declared, text: 同社が本人の同意を得ていることを確認します}, text: "測定タグにより、閲覧履歴を{party:sokutei/name}に送信します。同社は、ご本人の同意を得て会員の情報と結び付けます。"}
    sections:
      - id: tags
        title: 外部送信
        blocks:
          - {kind: list, id: tags, of: technologies}

Not applicable::

    without: [technologies]
    parties:
      - {id: sokutei, title: そくてい, name: 株式会社そくてい, role: provider}
    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, data: [views], purposes: [offers], links_person: {status: none, reason: 契約により結び付けを禁じています}, text: "測定タグにより、閲覧履歴を{party:sokutei/name}に送信します。同社は、ご本人の同意を得て会員の情報と結び付けます。"}
    sections:
      - id: tags
        title: 外部送信
        blocks:
          - {kind: list, id: tags, of: technologies}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, answer_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Technology


def judge(case: Case) -> Iterator[Outcome]:
    """Each technology of a third party says whether data are linked; if they are, a text tells of the consent."""
    tags = [fact for fact in case.facts(Technology) if fact.value.third_party]
    if not tags:
        yield Exempt()
    for fact in tags:
        path, raw = f"{fact.path}/links-person", (*fact.raw, "links_person")
        answer = answer_of(fact.value.links_person, path, raw if fact.value.links_person else fact.raw)
        yield from answer.outcomes(case.held(fact, "links_person"))


RULE = LawRule(
    id="APPI511",
    slug="personal-related-info",
    judge=judge,
    grounds=(Ground("APPI", "31"),),
    severity=Severity.WARNING,
    unknown=Severity.INFO,
    variants=("unknown",),
    confirmed=False,
)
