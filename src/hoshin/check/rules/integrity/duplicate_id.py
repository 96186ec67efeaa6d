"""An id names one fact of its kind, and one block or text of its section.

Why:
    Ids are permanent names: translations, links and the comparison of versions hold on to them. Of two facts with one
    id only the first would count. Categories and items of data share one set of ids; `title` is the name of a
    section's heading.

Bad (two facts)::

    contacts:
      - id: desk
        title: Privacy desk
        text: Write to the privacy desk.
      - id: desk
        title: Sales desk
        text: Write to the sales desk.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Bad (two texts of a section)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: writing
            units:
              - {id: writing, text: Write to us.}

Bad (the name of the heading)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: title
            units:
              - {id: writing, text: Write to us.}

Good::

    contacts:
      - id: privacy-desk
        title: Privacy desk
        text: Write to the privacy desk.
      - id: sales-desk
        title: Sales desk
        text: Write to the sales desk.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.nodes import Node
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.data import Identified
from hoshin.schema.recipient import Safeguard


def find(subject: Subject) -> Iterator[Fault]:
    """Facts whose path is taken, then parts of a section or of a fact."""
    index = subject.loaded.index
    for entry in index.duplicates:
        first = index.entries[entry.path]
        args = {"id": entry.id, "first": str(subject.loaded.place(first.raw) or first.path)}
        yield Fault(entry.path, (*entry.raw, "id"), args, "kind")
    seen: dict[str, Node] = {}
    for node in subject.nodes:
        if node.fact.startswith("section/"):
            yield from _in_section(subject, node, seen)
        elif isinstance(node.value, Identified | Safeguard):
            yield from _taken(subject, node, node.value.id, "part", seen)


def _in_section(subject: Subject, node: Node, seen: dict[str, Node]) -> Iterator[Fault]:
    name = getattr(node.value, "id", None)
    if node.path == node.fact or not isinstance(name, str):
        return
    if name == "title":
        yield Fault(node.path, (*node.raw, "id"), {"id": name}, "heading")
    else:
        yield from _taken(subject, node, name, "section", seen)


def _taken(subject: Subject, node: Node, name: str, variant: str, seen: dict[str, Node]) -> Iterator[Fault]:
    first = seen.setdefault(node.path, node)
    if first is not node and first.raw != node.raw:
        args = {"id": name, "first": str(subject.loaded.place((*first.raw, "id")) or first.path)}
        yield Fault(node.path, (*node.raw, "id"), args, variant)


RULE = Rule("DOC125", "duplicate-id", Severity.ERROR, find, ("kind", "section", "part", "heading"))
