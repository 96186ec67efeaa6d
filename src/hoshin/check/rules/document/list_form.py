"""Marks and ends of list items are made by the program, and items of one list end alike.

Why:
    A typed bullet or number stands beside the printed one, a typed “;” beside the one that `terminators:` adds. Items
    of which some end with a full stop and some do not look unfinished. The last item may close the sentence that the
    lead opens. Texts of facts are left alone there: they may stand in other places as well.

Bad (a typed mark)::

    sections:
      - id: data
        title: Data
        blocks:
          - kind: list
            id: data
            items:
              - {id: name, units: [{id: name-text, text: your name}]}
              - {id: mail, units: [{id: mail-text, text: ・your e-mail address}]}

Bad (a typed end)::

    sections:
      - id: data
        title: Data
        blocks:
          - kind: list
            id: data
            terminators: semicolon_and
            items:
              - {id: name, units: [{id: name-text, text: your name; and}]}
              - {id: mail, units: [{id: mail-text, text: your e-mail address}]}

Bad (different ends)::

    sections:
      - id: data
        title: Data
        blocks:
          - kind: list
            id: data
            items:
              - {id: name, units: [{id: name-text, text: Your name.}]}
              - {id: mail, units: [{id: mail-text, text: Your e-mail address}]}
              - {id: post, units: [{id: post-text, text: Your postal address.}]}

Good::

    sections:
      - id: data
        title: Data
        blocks:
          - kind: list
            id: data
            lead: [{id: lead, text: "We collect:"}]
            items:
              - {id: name, units: [{id: name-text, text: your name}]}
              - {id: mail, units: [{id: mail-text, text: your e-mail address}]}
              - {id: post, units: [{id: post-text, text: your postal address.}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.stated import entities_of, text_id
from hoshin.policy.units import TextUnit
from hoshin.schema.section import ListBlock

_MARK: Final = regex(
    r"^\s*(?:[•‣◦・●○■□▪*–—-] ?(?=\S)|[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[ア-ン])[)）] ?|\d{1,2}[.．] (?=\S)|[①-⑳])",
    re.IGNORECASE,
)
_END: Final = regex(r"(?:[;；]|[;；,，] (?:and|or)|、|[，,])$")
_STOPS: Final = tuple(".。．!?！？")
_CLOSING: Final = '”’"」』)） '


def find(subject: Subject) -> Iterator[Fault]:
    """Items with a mark or an end that is typed, then the first item of each list that ends otherwise than the rest."""
    for node in subject.nodes:
        if isinstance(node.value, ListBlock):
            items = list(_items(subject, node.fact, node.value))
            for unit, _ in items:
                if match := _MARK.search(unit.text):
                    yield Fault(unit.id, unit.raw, {"typed": match.group(0).strip()}, "mark")
            for _, unit in items:
                if match := _END.search(unit.text):
                    yield Fault(unit.id, unit.raw, {"typed": match.group(0).strip()}, "end")
            if node.value.terminators == "none" and node.value.of is None:
                yield from _uneven(items)


def _items(subject: Subject, section: str, block: ListBlock) -> Iterator[tuple[TextUnit, TextUnit]]:
    """First and last text of each item; items that hold further blocks end with those."""
    ids = [[f"{path}/text", f"{path}/title"] for path in entities_of(block, subject.loaded.index)]
    for item in block.items:
        texts = [text_id(unit.of) if unit.of else f"{section}/{unit.id}" for unit in item.units]
        known = [subject.texts[name] for name in texts if name in subject.texts]
        if known and not item.blocks:
            yield known[0], known[-1]
    for names in ids:
        unit = next((subject.texts[name] for name in names if name in subject.texts), None)
        if unit is not None:
            yield unit, unit


def _uneven(items: list[tuple[TextUnit, TextUnit]]) -> Iterator[Fault]:
    """The first of those that are fewer. Where only the last item has a full stop it closes the sentence."""
    stopped = [last for _, last in items if _stops(last.text)]
    others = [last for _, last in items if not _stops(last.text)]
    if not stopped or not others or stopped == [items[-1][1]]:
        return
    odd = min((stopped, others), key=len)[0]
    yield Fault(odd.id, odd.raw, {}, "uneven")


def _stops(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_STOPS)


RULE = Rule("DOC110", "list-form", Severity.INFO, find, ("mark", "end", "uneven"))
