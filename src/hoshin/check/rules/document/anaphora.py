"""Words that point back say in the data what they point to.

Why:
    “In each case” or “in such circumstances” changes its meaning when a sentence before it is moved, added or deleted,
    without a change of its own text. `antecedent:` records what is meant, so that the comparison of versions can tell.

Bad::

    sections:
      - id: sharing
        title: Sharing
        blocks:
          - kind: paragraph
            id: sharing
            units:
              - {id: who, text: We share data with suppliers and authorities.}
              - {id: how, text: "In each case, we share only what is necessary."}

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: sharing
        title: 提供
        blocks:
          - kind: paragraph
            id: sharing
            units:
              - {id: who, text: 委託先と官公庁に提供します。}
              - {id: how, text: いずれの場合も、必要な範囲に限ります。}

Good::

    sections:
      - id: sharing
        title: Sharing
        blocks:
          - kind: paragraph
            id: sharing
            units:
              - {id: who, text: We share data with suppliers and authorities.}
              - id: how
                text: In each case, we share only what is necessary.
                antecedent: section/sharing/who
              - {id: more, text: "If a court orders it, we tell you in this case as well."}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.phrases import Phrases, phrases
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.stated import text_id
from hoshin.schema.section import Unit

_SENTENCE: Final = regex(r"[.!?。！？](?:\s|$|(?<=[。！？]))")


def find(subject: Subject) -> Iterator[Fault]:
    """Units whose first sentence points back to another text, and whose `antecedent:` is empty."""
    back = phrases("back-references", subject.language)
    conditions = phrases("conditions", subject.language)
    seen: set[str] = set()
    for node in subject.nodes:
        if not isinstance(node.value, Unit) or node.value.antecedent is not None:
            continue
        unit = subject.texts.get(text_id(node.value.of) if node.value.of else node.path)
        if unit is None or unit.id in seen:
            continue
        seen.add(unit.id)
        if word := _points_back(unit.text, back, conditions):
            yield Fault(node.path if node.value.of is None else unit.id, node.raw, {"typed": word})


def _points_back(text: str, back: Phrases, conditions: Phrases) -> str:
    """The first back-reference, unless the same text says before it what is meant."""
    word = back.first(text)
    before = text.partition(word)[0] if word else ""
    if _SENTENCE.search(before) or conditions.first(before):
        return ""
    return word


RULE = Rule("DOC116", "anaphora", Severity.INFO, find)
