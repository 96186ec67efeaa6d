"""A text that states a value holds its placeholder.

Why:
    A period, an age or an address stands once, among the facts. A sentence that tells it in words of its own keeps the
    old value when the fact changes (DESIGN.md 4.5).

Bad::

    retention:
      - id: default
        title: Storage
        period: P10Y
    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: period
            units:
              - id: default
                text: We keep your data for a long time.
                states: [retention/default]

Good (the value)::

    retention:
      - id: default
        title: Storage
        period: P10Y
    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: period
            units:
              - id: default
                text: |-
                  We keep your data for {retention:default}.
                states: [retention/default]

Good (another field of the fact)::

    retention:
      - id: default
        title: Storage
        text: |-
          We keep your data for {retention:default}.
        period: P10Y
        then: delete
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
          - kind: paragraph
            id: end
            units:
              - id: deletion
                text: Then we delete them.
                states: [retention/default/then]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.index import Entry
from hoshin.policy.placeholders import find as placeholders
from hoshin.policy.printable import default_fields
from hoshin.schema.section import Unit
from hoshin.schema.walk import hyphened


def find(subject: Subject) -> Iterator[Fault]:
    """Units under whose `states:` a value stands that their text does not print."""
    for node in subject.nodes:
        if not isinstance(node.value, Unit) or not node.value.states:
            continue
        text = _text(subject, node.value)
        printed = frozenset(f"{each.fact}/{each.field}" if each.field else each.fact for each in placeholders(text))
        for position, stated in enumerate(node.value.states):
            entry = subject.loaded.index.owner(stated)
            if entry is None or not entry.kind.values:
                continue
            wanted = _wanted(entry, stated.removeprefix(entry.path).strip("/"))
            if wanted and not any(_covers(path, entry, printed) for path in wanted):
                hints = tuple(_written(entry, path) for path in wanted)
                yield Fault(node.path, (*node.raw, "states", position), {"fact": stated, "placeholders": hints})


def _text(subject: Subject, unit: Unit) -> str:
    if unit.of is None:
        return unit.text or ""
    name = unit.of if unit.of.count("/") > 1 else f"{unit.of}/text"
    return subject.texts[name].text if name in subject.texts else ""


def _wanted(entry: Entry, field: str) -> tuple[str, ...]:
    """Fields one of which must be printed: the one that is named, or any value that the fact has."""
    given = tuple(hyphened(name) for name in entry.kind.values if getattr(entry.value, name))
    if not field:
        return given
    return tuple(name for name in given if name == field)


def _covers(field: str, entry: Entry, printed: frozenset[str]) -> bool:
    whole = f"{entry.path}/{field}"
    if any(path == whole or path.startswith(f"{whole}/") for path in printed):
        return True
    return entry.path in printed and field.replace("-", "_") in default_fields(entry.value)


def _written(entry: Entry, field: str) -> str:
    if not entry.kind.many:
        return f"{{{entry.path}:{field}}}"
    if field.replace("-", "_") in default_fields(entry.value):
        return f"{{{entry.path.replace('/', ':', 1)}}}"
    return f"{{{entry.path.replace('/', ':', 1)}/{field}}}"


RULE = Rule("DOC134", "value-not-printed", Severity.WARNING, find)
