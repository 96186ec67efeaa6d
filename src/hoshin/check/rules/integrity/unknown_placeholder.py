"""Every placeholder names a fact that is there and a value that it has.

Why:
    A placeholder that nothing fills would print its own brackets. A near miss, such as one without a colon, is no
    placeholder at all and would be printed as typed.

Bad (no such kind)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: writing
            units:
              - id: where
                text: |-
                  Write to {contacts:desk}.

Bad (no such fact)::

    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.com
        text: |-
          Write to {contact:desk/email}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
          - kind: paragraph
            id: writing
            units:
              - id: where
                text: |-
                  Write to {contact:dsk/email}.

Bad (no such value)::

    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.com
        text: |-
          Write to {contact:desk/email} or call {contact:desk/phone}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Bad (a near miss)::

    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.com
        text: |-
          Write to {{contact:desk/email}}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Good::

    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.com
        text: |-
          Write to {contact:desk/email}; {braces} without a colon are ordinary signs.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from hoshin.check.advice import Advice
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.placeholders import ARTICLE, PATTERN, Placeholder
from hoshin.policy.placeholders import find as placeholders
from hoshin.policy.printable import default_field, printable_fields, printed_value
from hoshin.policy.units import TextUnit
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.party import Contact

_DOUBLE: Final = regex(r"\{\{[^{}\n]{0,120}\}\}")
_INSIDE: Final = r"([A-Za-z][A-Za-z_-]{1,30})\s{0,3}[:：.]\s{0,3}([A-Za-z0-9][A-Za-z0-9_/.-]{0,80})\s{0,3}"
_NEAR_MISS: Final = regex(
    rf"[{{\uff5b]\s{{0,3}}{_INSIDE}[}}\uff5d>\])]?|(?:[<\[(] ?|(?<![A-Za-z_-])){_INSIDE}[}}\uff5d]"
)
"""A word, a colon or point, and a word, with a curly bracket on one side at least; bounded, so that time is linear."""


def find(subject: Subject) -> Iterator[Fault]:
    """Placeholders, then what looks like one, in every text."""
    advice = Advice()
    for unit in subject.loaded.units:
        if "{" not in unit.text and "}" not in unit.text and "\uff5b" not in unit.text:
            continue
        for placeholder in dict.fromkeys(placeholders(unit.text)):
            yield from _placeholder(subject, unit, placeholder, advice)
        yield from _near_misses(unit)


def _placeholder(subject: Subject, unit: TextUnit, placeholder: Placeholder, advice: Advice) -> Iterator[Fault]:
    written = placeholder.written
    if placeholder.kind == ARTICLE:
        return  # DOC106 looks at references to sections
    kind = BY_NAME.get(placeholder.kind)
    if kind is None:
        near = advice.near(placeholder.kind, [*BY_NAME, ARTICLE])
        yield _fault(unit, "kind-near" if near else "kind", written=written, near=near or "", kind=placeholder.kind)
        return
    entry = subject.loaded.index.get(placeholder.fact)
    if entry is None:
        known = tuple(subject.ids.get(placeholder.kind, ())) if kind.many else ()
        near = advice.near(placeholder.fact.partition("/")[2], known)
        yield _fault(unit, "id-near" if near else "id", written=written, near=near or "", fact=placeholder.fact)
        return
    if not _has_value(entry.value, placeholder.field):
        yield _no_value(unit, placeholder, entry.value, many=kind.many)


def _has_value(value: BaseModel, field: str) -> bool:
    if not field:
        return default_field(value) is not None
    return printed_value(value, field) is not None or (field == "address" and isinstance(value, Contact))


def _no_value(unit: TextUnit, placeholder: Placeholder, value: BaseModel, *, many: bool) -> Fault:
    head = f"{{{placeholder.fact.replace('/', ':', 1)}{'/' if many else ':'}"
    has = tuple(f"{head}{field}}}" for field in printable_fields(value))
    return _fault(unit, "field", written=placeholder.written, has=has or ("–",), fact=placeholder.fact)


def _near_misses(unit: TextUnit) -> Iterator[Fault]:
    rest = unit.text
    for match in _DOUBLE.finditer(rest):
        yield _fault(unit, "braces", written=match.group(0), meant=match.group(0)[1:-1])
    rest = PATTERN.sub("", _DOUBLE.sub("", rest))
    for match in _NEAR_MISS.finditer(rest):
        head = (match.group(1) or match.group(3)).lower().replace("_", "-")
        tail = (match.group(2) or match.group(4)).lower().replace("_", "-").replace(".", "/").strip("/-")
        if head in BY_NAME or head == ARTICLE:
            yield _fault(unit, "braces", written=match.group(0).strip(), meant=f"{{{head}:{tail}}}")


def _fault(unit: TextUnit, variant: str, **args: str | tuple[str, ...]) -> Fault:
    return Fault(unit.id, unit.raw, args, variant)


RULE = Rule(
    "DOC127", "unknown-placeholder", Severity.ERROR, find, ("kind-near", "kind", "id-near", "id", "field", "braces")
)
