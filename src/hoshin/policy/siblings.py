"""Other documents of the same project that a policy names: the cookie notice, the notice for applicants."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from hoshin.policy.load import Loaded
from hoshin.schema.data import Reference
from hoshin.schema.section import Section


class Heading(Struct, frozen=True):
    """A section of another document: its title and its number, None for one that has none."""

    title: str
    number: int | None


class Sibling(Struct, frozen=True):
    """What a reference can say of another document, in one language; `url` is empty where it is not published."""

    name: str
    title: str
    url: str
    sections: Mapping[str, Heading]


Siblings = Mapping[str, Sibling]


def named_documents(loaded: Loaded) -> tuple[str, ...]:
    """Names of the documents that the references of a policy name, itself included, each once."""
    names = (reference.document for _, reference in loaded.index.typed(Reference))
    return tuple(dict.fromkeys(name for name in names if name is not None))


def sibling(loaded: Loaded) -> Sibling:
    """A document as the others see it."""
    sections = [entry.value for entry in loaded.index.of_kind("section") if isinstance(entry.value, Section)]
    numbered = (section.id for section in sections if section.numbered)
    numbers = {name: count for count, name in enumerate(numbered, start=1)}
    facts = loaded.policy.document
    headings = {section.id: Heading(section.title, numbers.get(section.id)) for section in sections}
    return Sibling(loaded.name, facts.title, facts.url or "", headings)
