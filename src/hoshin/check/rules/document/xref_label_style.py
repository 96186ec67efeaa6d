"""A reference calls parts of the document what the document calls them.

Why:
    A number that is made, such as “Article 11” or 第11条, carries its word already: “Section {article:contact}” prints
    “Section Article 11”. And in a document of Articles, “this Clause” sends the reader to something that it does not have.

Bad::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See Section {article:contact}.

Bad (another word)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - {id: see, text: Nothing in this Clause limits your rights.}

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: contact
        title: お問い合わせ
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  第{article:contact}条をご覧ください。

Good::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contact}. Nothing in this Article limits your rights, and nothing in this section does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.running import running
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex

_ARTICLE: Final = r"\{ *article *: *[a-z0-9/-]+ *\}"
_DOUBLED: Final[Mapping[str, re.Pattern[str]]] = {
    "en": regex(rf"\b(?:Articles?|Arts?\.|Sections?|Clauses?|Chapters?|Paragraphs?|Nos?\.) ?{_ARTICLE}", re.IGNORECASE),
    "ja": regex(rf"第 ?{_ARTICLE}|{_ARTICLE} ?[条項号節章]"),
}
"""A word for a part beside a number that brings its own."""
_OTHER: Final[Mapping[str, re.Pattern[str]]] = {
    "en": regex(r"\b(?:this|that) (?:Section|Clause|Chapter)\b"),
    "ja": regex(r"本[節章款](?!の会)"),
}
"""Parts that documents of Articles (条) do not have. “This section” in lower case is plain English for any part."""


def find(subject: Subject) -> Iterator[Fault]:
    """Texts with a word for a part of the document that its own numbers do not use."""
    language = subject.language.partition("-")[0]
    for variant, table in (("doubled", _DOUBLED), ("other", _OTHER)):
        pattern = table.get(language)
        for unit in running(subject) if pattern else ():
            if pattern and (match := pattern.search(unit.text)):
                yield Fault(unit.id, unit.raw, {"typed": match.group(0)}, variant)


RULE = Rule("DOC107", "xref-label-style", Severity.WARNING, find, ("doubled", "other"))
