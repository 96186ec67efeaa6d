"""A fact that no text tells and no other fact uses is left over.

Why:
    Data that no purpose uses, an interest that no legal basis names or a contact that nobody is sent to is either
    forgotten in a sentence or should be deleted. Whoever reads the file takes it for something that holds.

Bad::

    interests:
      - id: safety
        title: Keeping the website safe

Good::

    interests:
      - id: safety
        title: Keeping the website safe
    legal_bases:
      - id: website
        basis: eu-gdpr:A6-1-f
        interests: [safety]
        text: We have a legitimate interest in keeping the website safe.
    sections:
      - id: bases
        title: Legal bases
        blocks:
          - kind: paragraph
            id: website
            units:
              - of: legal-basis/website
                states: [interest/safety]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.usage import IDLE_KINDS
from hoshin.kernel.finding import Severity
from hoshin.schema.data import DataCategory


def find(subject: Subject) -> Iterator[Fault]:
    """Facts of the kinds that live by being used, and are neither used nor told."""
    for entry in subject.loaded.index.entries.values():
        if entry.kind.name not in IDLE_KINDS or entry.path in subject.used or entry.path in subject.told:
            continue
        if getattr(entry.value, "status", None) in {"unknown", "none", "not_required"}:
            continue
        if isinstance(entry.value, DataCategory) and _has_live_item(subject, entry.value):
            continue
        yield Fault(entry.path, entry.raw, {"fact": entry.path})


def _has_live_item(subject: Subject, category: DataCategory) -> bool:
    paths = [f"data/{item.id}" for item in category.items]
    return any(path in subject.used or path in subject.told for path in paths)


RULE = Rule("DOC131", "unused-fact", Severity.INFO, find)
