"""A length of time has a unit.

Why:
    “Within 30 of receipt” may mean days or months. Neither the reader nor the program can tell, and a typed number hides
    a value that should stand as a fact.

Bad::

    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - {id: answer, text: We answer within 30 of receipt of your request.}

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: keeping
        title: 保存
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - {id: keep, text: 個人情報は退会後30間保存します。}

Good::

    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - {id: answer, text: "We answer within 30 days of receipt. We keep your data for 2 purposes, in 3 countries, after 4 reminders."}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.running import running
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.amounts import Amount, amounts, half_width

_BEFORE: Final[Mapping[str, re.Pattern[str]]] = {
    "en": regex(
        r"\b(?:within|period of|retain(?:ed)? for|ke(?:ep|pt) (?:it |them |your data )?for|stored? for)(?: about| up to| at least| at most)? $"
    ),
    "ja": regex(r"(?:後|から|より|以降|最長|最大|保存期間は|保管期間は)(?:、|約)?$"),
}
_AFTER: Final[Mapping[str, re.Pattern[str]]] = {
    "en": regex(
        r" ?(?:[.,;)]|$)| (?:of (?:the )?(?:receipt|your|our|that|this)|after|from|following|since|before|upon|by)\b"
    ),
    "ja": regex(r"(?:間)?(?:保存|保管|保持|以内に|経過|を経過|で(?:削除|消去))"),
}


def find(subject: Subject) -> Iterator[Fault]:
    """Bare numbers that stand where a length of time is expected."""
    language = subject.language.partition("-")[0]
    before, after = _BEFORE.get(language), _AFTER.get(language)
    if subject.words is None or before is None or after is None:
        return
    for unit in running(subject):
        text = half_width(unit.text)
        for amount in amounts(unit.text, subject.words):
            if amount.unit == "" and _stands_for_time(amount, text, before, after):
                typed = unit.text[max(0, amount.start - 12) : amount.end + 12].strip()
                yield Fault(unit.id, unit.raw, {"number": amount.value, "typed": typed})


def _stands_for_time(amount: Amount, text: str, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    ahead = before.search(text[max(0, amount.start - 40) : amount.start])
    return ahead is not None and after.match(text[amount.end : amount.end + 40]) is not None


RULE = Rule("DOC118", "unitless-period", Severity.WARNING, find)
