"""Links lead to https:, mailto:, tel: or a place in the document.

Why:
    Other addresses can run code in the reader's browser, send data unencrypted, or lead nowhere. They are printed as
    plain text, so a reader would not be able to follow them anyway.

Bad::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: site, text: "See [our site](http://www.example.com/)."}

Good::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: site, text: "See [our site](https://www.example.com/)."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.markup import unsafe_links


def find(subject: Subject) -> Iterator[Fault]:
    """Every text with a link whose target is never printed as a link."""
    for unit in subject.loaded.units:
        if "](" in unit.text or "]:" in unit.text:
            for target in dict.fromkeys(unsafe_links(unit.text)):
                yield Fault(unit.id, unit.raw, {"target": target})


RULE = Rule("DOC135", "unsafe-link", Severity.ERROR, find)
