"""Data that come from others are said to be acquired properly.

Why:
    Personal information must not be acquired by deceit or other wrongful means (APPI Art. 20(1)). No policy has to
    say so; where data come from third parties or public sources, people wonder, and a sentence answers.

Bad::

    purposes:
      - {id: news, title: 催しの紹介, kind: communication, text: 催しの紹介, uses: [{data: photos}]}
    data:
      - {id: photos, title: 催しの写真, text: 催しの写真, source: {kind: third_party, name: 催しの主催者, publicly_accessible: false}}

Good::

    purposes:
      - {id: news, title: 催しの紹介, kind: communication, text: 催しの紹介, uses: [{data: photos}]}
    data:
      - {id: photos, title: 催しの写真, text: 催しの写真（主催者から適正な手段により取得します）, source: {kind: third_party, name: 催しの主催者, publicly_accessible: false}}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import promised
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import indirect
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where data come from others: a promise, or a text in the usual words."""
    if not indirect(case):
        yield Exempt()
        return
    words = case.phrases("proper-acquisition")
    promises = promised(case, "proper_acquisition")
    said = tuple(unit.id for unit in case.texts() if words.first(unit.text))
    if promises:
        yield from case.held(promises[0])
    elif said:
        yield Held("data", said)
    else:
        yield Breach("missing", "data", ("data",))


RULE = LawRule(
    id="APPI301",
    slug="proper-acquisition",
    judge=judge,
    grounds=(Ground("APPI", "20(1)"),),
    severity=Severity.INFO,
    certain=False,
    confirmed=False,
)
