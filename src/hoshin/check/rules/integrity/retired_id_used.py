"""An id that was given up is never used again for another thing.

Why:
    Translations, links, notes and old versions still hold on to it, and would quietly mean the new thing.

Bad (retired)::

    contacts:
      - id: desk
        title: Privacy desk
        text: Write to the privacy desk.
    retired_ids: [contact/desk]
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Bad (renamed)::

    contacts:
      - id: desk
        title: Privacy desk
        text: Write to the privacy desk.
      - id: sales
        formerly: [desk]
        title: Sales desk
        text: Write to the sales desk.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Good::

    contacts:
      - id: privacy-desk
        formerly: [desk]
        title: Privacy desk
        text: Write to the privacy desk.
    retired_ids: [contact/fax]
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.modifiers import Entity


def find(subject: Subject) -> Iterator[Fault]:
    """Retired ids that are there, and former names that another fact has now."""
    index = subject.loaded.index
    for position, path in enumerate(subject.loaded.policy.retired_ids):
        if path in index.entries or path in subject.texts:
            yield Fault(path, ("retired_ids", position), {"id": path}, "retired")
    for path, entity in index.typed(Entity):
        for position, name in enumerate(entity.formerly):
            taken = f"{path.partition('/')[0]}/{name}"
            if taken in index.entries:
                raw = (*index.entries[path].raw, "formerly", position)
                yield Fault(path, raw, {"id": name, "taken": taken}, "formerly")


RULE = Rule("DOC137", "retired-id-used", Severity.ERROR, find, ("retired", "formerly"))
