"""One fact has one value, wherever it is told.

Why:
    Two ages, addresses or periods for one thing make the whole policy unreliable, and the reader may hold on to the one
    that is better for him. Values that belong to different regions, products or exceptions are no divergence.

Bad (an age)::

    children:
      min_age: 13
    sections:
      - id: children
        title: Children
        blocks:
          - kind: paragraph
            id: age
            units:
              - id: whom
                text: |-
                  We address nobody under {children:min-age} and delete what people under the age of 16 send us.
                states: [children]

Bad (an organisation)::

    controller:
      legal_name: Example Inc.
      phone: "+351 210 000 001"
    parties:
      - {id: us, title: Example Inc., name: Example Inc., phone: "+351 210 000 002"}
    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: how
            units:
              - id: writing
                text: |-
                  {controller:legal-name}, {controller:phone}, or {party:us}, {party:us/phone}.

Bad (a period)::

    retention:
      - id: first
        title: Storage
        default: true
        period: P10Y
        text: |-
          We keep your data for {retention:first}.
      - id: second
        title: Storage
        default: true
        period: P5Y
        text: |-
          Your data is kept for {retention:second}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}

Good::

    children:
      min_age: 13
    controller:
      legal_name: Example Inc.
      phone: "+351 210 000 001"
    retention:
      - id: first
        title: Storage
        default: true
        period: P10Y
        text: |-
          We keep your data for {retention:first}.
      - id: second
        title: Storage in Japan
        default: true
        scope: {region: [JP]}
        period: P5Y
        text: |-
          Your data is kept for {retention:second}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
          - kind: paragraph
            id: age
            units:
              - id: whom
                text: |-
                  {controller:legal-name}, {controller:phone}, addresses nobody under {children:min-age}. A guardian is 18 years old or older.
                states: [children]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import half_width, limits
from hoshin.policy.index import Entry
from hoshin.schema.keeping import Retention
from hoshin.schema.party import Controller, Party
from hoshin.schema.people import Children
from hoshin.schema.period import Duration

_FIELDS: Final = ("address", "email", "phone", "url", "register_number")
_UPPER: Final = frozenset({"below"})
"""What an age for which the service is not meant has before it: “under 13”. “Or older” is told of guardians too."""


def find(subject: Subject) -> Iterator[Fault]:
    """Organisations told twice, periods told twice, and ages that a text types beside those of the fact."""
    yield from _organisations(subject)
    yield from _periods(subject)
    yield from _ages(subject)


def _organisations(subject: Subject) -> Iterator[Fault]:
    first: dict[tuple[str, str, object], tuple[str, object]] = {}
    for entry in subject.loaded.index.entries.values():
        if not isinstance(entry.value, Controller | Party):
            continue
        value = entry.value
        name = value.legal_name if isinstance(value, Controller) else value.name
        for field in _FIELDS:
            given = getattr(value, field, None)
            if given is None:
                continue
            path, other = first.setdefault((name, field, getattr(value, "scope", None)), (entry.path, given))
            if other != given:
                yield _fault(entry, (*entry.raw, field), path, name, subject)


def _periods(subject: Subject) -> Iterator[Fault]:
    """Rules of storage that differ in their length alone."""
    groups: dict[object, tuple[str, str]] = {}
    for path, rule in subject.loaded.index.typed(Retention):
        if rule.period is None or not (rule.of or rule.default):
            continue
        length = rule.period.canonical if isinstance(rule.period, Duration) else rule.period
        same = (tuple(sorted(rule.of)), rule.scope, rule.condition, rule.starts_from, rule.until, rule.then)
        first, known = groups.setdefault(same, (path, length))
        if length != known:
            entry = subject.loaded.index.entries[path]
            yield _fault(entry, (*entry.raw, "period"), first, rule.title or rule.id, subject)


def _ages(subject: Subject) -> Iterator[Fault]:
    children = subject.loaded.policy.children
    if subject.words is None or not isinstance(children, Children) or children.min_age is None:
        return
    known = {str(age) for age in (children.min_age, children.alone_from)}
    known |= {str(age) for rule in children.ages for age in (rule.min_age, rule.alone_from)}
    for unit in subject.prose:
        if unit.id not in subject.told.get("children", ()) or not subject.words.hint.search(half_width(unit.text)):
            continue
        for value, limit in limits(unit.text, subject.words):
            if limit in _UPPER and value.isdecimal() and value not in known:
                args = {
                    "typed": value,
                    "fact": "children",
                    "other": str(children.min_age),
                    "placeholder": "{children:min-age}",
                }
                yield Fault(unit.id, unit.raw, args, "age")


def _fault(entry: Entry, raw: tuple[str | int, ...], first: str, name: str, subject: Subject) -> Fault:
    place = subject.loaded.place(subject.loaded.index.entries[first].raw)
    return Fault(entry.path, raw, {"name": name, "first": str(place or first)}, "facts")


RULE = Rule("DOC108", "duplicate-fact-divergence", Severity.ERROR, find, ("facts", "age"))
