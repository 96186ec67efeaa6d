"""The text has no slips of spelling, spacing or grammar that a machine can see.

Why:
    A slip makes people doubt the care with which their data are handled. Only phrases of a closed list and spaces that
    are wrong in any sentence are told; whether to mend the wording of a published version is for its owner to decide.

Bad::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: use, text: We recieve these information and do necessary actions.}

Bad (spaces)::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: use, text: "We keep data in Japan , and nowhere else.Write to us."}

Bad (the number of an article)::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: see
                text: |-
                  Everything is said in the {article:about}.

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: about
        title: 総則
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: use, text: 当社は個人情報をを保護します。。}

Good::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: use
                text: |-
                  We receive this information at www.example.com, e.g. by e-mail, and take the necessary steps (see {article:about}).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.laws.phrases import phrases
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.amounts import without_addresses

_SPACES: Final[Mapping[str, re.Pattern[str]]] = {
    "en": regex(
        r"[A-Za-z)”] [,;](?=\s|$)"  # before a comma
        r"|[a-z]{2,}[.?!][A-Z][a-z]+"  # none after a full stop
        r"|[a-z],[A-Za-z]{2,}|\( [A-Za-z]|[A-Za-z]{2,}\(“"
        r"|\S {2,}\S"
    ),
    "ja": regex(
        r"[ぁ-んァ-ヴ一-龥][,，](?=[ぁ-んァ-ヴ一-龥])|[ぁ-ん一-龥]\.(?=[ぁ-んァ-ヴ一-龥]|$)|[ぁ-ん一-龥] (?=[ぁ-ん一-龥])"
    ),
}
_ARTICLE: Final = regex(r"\bthe \{ *article *:[^{}]*\}")


def find(subject: Subject) -> Iterator[Fault]:
    """Printed texts with their first slip of each sort."""
    language = subject.language.partition("-")[0]
    slips = phrases("slips", language)
    spaces = _SPACES.get(language)
    for unit in subject.prose:
        found = tuple(dict.fromkeys(slips.find(unit.text)))
        if language == "en":
            found += tuple(dict.fromkeys(_ARTICLE.findall(unit.text)))
        if found:
            yield Fault(unit.id, unit.raw, {"typed": found}, "words")
        plain = without_addresses(unit.text)
        if spaces is not None and (match := spaces.search(plain)):
            yield Fault(unit.id, unit.raw, {"typed": match.group(0)}, "spaces")


RULE = Rule("DOC115", "language-slips", Severity.INFO, find, ("words", "spaces"))
