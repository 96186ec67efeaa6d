"""Requests speak of retained personal data.

Why:
    個人情報, 個人データ and 保有個人データ are three things in the law (APPI Arts 2(1), 16(3), 16(4)), and requests reach the third
    (Arts 32 to 39). A Japanese text that mixes them promises more or less than it means. Texts in other languages
    are not judged.

Bad::

    rights:
      - {id: correction, title: 訂正等, right: "x-jp:Correction", text: 個人情報の内容の訂正、追加または削除}

Good::

    rights:
      - {id: correction, title: 訂正等, right: "x-jp:Correction", text: 保有個人データの内容の訂正、追加または削除}

Not applicable (a word of its own)::

    definitions:
      - {id: information, term: 個人情報等, means: 個人情報、個人データおよび保有個人データ}
    rights:
      - {id: correction, title: 訂正等, right: "x-jp:Correction", text: "{term:information}の訂正、追加または削除"}
    sections:
      - id: definitions
        title: 定義
        blocks:
          - {kind: paragraph, id: meaning, units: [{id: defined, text: "「{term:information}」とは、個人情報、個人データおよび保有個人データをいいます。"}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Definition
from hoshin.schema.keeping import Right

WORDS: Final = ("個人データ", "個人情報")
RETAINED: Final = "保有個人データ"
RECORDS: Final = "x-jp:ProvisionRecordDisclosure"


def judge(case: Case) -> Iterator[Outcome]:
    """The texts of the requests of the APPI, where the source is Japanese and the policy does not define its own word."""
    defined = any(RETAINED in f"{fact.value.means or ''}{fact.value.text or ''}" for fact in case.facts(Definition))
    rights = [
        fact for fact in case.facts(Right) if fact.value.right.startswith("x-jp:") and fact.value.right != RECORDS
    ]
    if defined or not rights or case.subject.language.partition("-")[0] != "ja":
        yield Exempt()
        return
    for fact in rights:
        text = fact.value.text or ""
        word = next((one for one in WORDS if one in text.replace(RETAINED, "")), "")
        if word:
            yield Breach("unclear", fact.path, (*fact.raw, "text"), {"name": fact.value.title or fact.id, "word": word})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="APPI803",
    slug="terms-consistent",
    judge=judge,
    grounds=(
        Ground("APPI", "2(1)"),
        Ground("APPI", "16(3)"),
        Ground("APPI", "16(4)"),
    ),
    severity=Severity.WARNING,
    certain=False,
)
