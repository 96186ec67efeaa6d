"""No text waits to be written.

Why:
    “TODO”, “[...]” or “○○” in a published policy is a mistake that every reader sees.

Bad::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: who, text: "We are [insert company name], TBD."}

Good::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: who, text: "We are Example Inc., see [our site](https://www.example.com/)."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import half_width


def find(subject: Subject) -> Iterator[Fault]:
    """Every text that holds a mark of a closed list, with the first such mark."""
    if subject.words is None:
        return
    for unit in subject.loaded.units:
        if match := subject.words.blanks.search(half_width(unit.text)):
            yield Fault(unit.id, unit.raw, {"left": unit.text[match.start() : match.end()]})


RULE = Rule("DOC112", "placeholder", Severity.ERROR, find)
