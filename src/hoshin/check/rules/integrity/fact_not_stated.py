"""Every fact that concerns people is told by some text of the document.

Why:
    What stands only in the data of the policy has not been disclosed to anybody (GDPR Arts 13 and 14; APPI Art. 21).
    A text tells a fact when it is the fact's own wording, when it names it under `states:`, or when it prints one of
    its values.

Bad::

    purposes:
      - id: newsletter
        title: Newsletter

Good::

    purposes:
      - id: newsletter
        title: Newsletter
    sections:
      - id: purposes
        title: Purposes
        blocks:
          - kind: paragraph
            id: newsletter
            units:
              - id: sending
                text: We send a newsletter to our customers.
                states: [purpose/newsletter]

Not applicable (there is none)::

    officers:
      - id: dpo
        role: dpo
        status: not_required
        reason: We do not monitor people.

Not applicable (not decided yet)::

    officers:
      - id: dpo
        role: dpo
        status: unknown
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.usage import IDLE_KINDS
from hoshin.kernel.finding import Severity
from hoshin.policy.index import Entry
from hoshin.schema.data import DataCategory
from hoshin.schema.people import KindOfDate

_NOT_THERE = frozenset({"unknown", "none", "not_required"})


def find(subject: Subject) -> Iterator[Fault]:
    """Facts of the kinds that must be told and that nothing tells; what nothing uses either is left to DOC131."""
    told = subject.told
    for entry in subject.loaded.index.entries.values():
        if not entry.kind.stated or entry.path in told or not _asks_for_words(entry):
            continue
        if isinstance(entry.value, DataCategory) and any(f"data/{item.id}" in told for item in entry.value.items):
            continue
        if entry.kind.name in IDLE_KINDS and entry.path not in subject.used:
            continue
        yield Fault(entry.path, entry.raw, {"fact": entry.path})


def _asks_for_words(entry: Entry) -> bool:
    if getattr(entry.value, "status", None) in _NOT_THERE:
        return False
    return not (isinstance(entry.value, KindOfDate) and isinstance(entry.value.value, str))


RULE = Rule("DOC128", "fact-not-stated", Severity.WARNING, find)
