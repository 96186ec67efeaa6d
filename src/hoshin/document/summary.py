"""The layered summary (WP260 rev.01 para 35): short answers from facts that the text states, each with its sections.

Nothing is said here that neither a sentence of the policy nor a line below it says, and no hedge is lost: modality,
bound, condition, scope and openness of a fact come with it. What is not stated prints nothing, and a card without an
answer is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hoshin.document.closing import CONTACT
from hoshin.document.nodes import Card, Section, Unit
from hoshin.document.summary_answers import Answer, bases, contact, data, purposes, recipients, rights, who
from hoshin.document.summary_facts import Told
from hoshin.document.summary_retention import retention
from hoshin.document.texts import Printer
from hoshin.document.walk import deep, lines_of
from hoshin.policy.closing import told_by
from hoshin.policy.stated import printed, tellers

CARDS: Mapping[str, Callable[[Told], Answer]] = MappingProxyType(
    {
        "who": who,
        "data": data,
        "why": purposes,
        "basis": bases,
        "recipients": recipients,
        "retention": retention,
        "rights": rights,
        "contact": contact,
    }
)
"""Questions in the order of print, and who answers them."""


def summary(printer: Printer, sections: tuple[Section, ...]) -> tuple[Card, ...]:
    """The cards that have an answer; each names the sections where its facts are stated, in the document's order."""
    loaded = printer.facts.loaded
    page = tuple(printed(loaded))
    units = tellers(loaded.index, page)
    references = frozenset(reference for _, told in page for reference in told)
    below = _told_below(printer)
    told = Told(printer, frozenset(units) | below, references | below)
    places = _places(sections)
    cards: list[Card] = []
    for name, answer in CARDS.items():
        facts, blocks = answer(told)
        if blocks:
            found = {place for fact in facts for unit in units.get(fact, ()) for place in places.get(unit, ())}
            ordered = tuple(section.id for section in sections if section.id in found)
            ordered = (*ordered, CONTACT) if name == "contact" and below.intersection(facts) else ordered
            cards.append(Card(f"summary-{name}", told.word(f"card-{name}"), blocks, ordered))
    return tuple(cards)


def _told_below(printer: Printer) -> frozenset[str]:
    """What the desk below the last article tells: paths of contacts and of their fields."""
    facts = printer.facts
    lines = tuple(line for line in facts.locale.closing.lines if line == "contact")
    told = told_by(facts.loaded, lines, facts.locale.closing.dates)
    return frozenset(path for path in told if path.startswith("contact/"))


def _places(sections: tuple[Section, ...]) -> Mapping[str, frozenset[str]]:
    """In which sections each unit is printed."""
    found: dict[str, set[str]] = {}
    for section in sections:
        for line in lines_of(section.blocks):
            for node in deep(line):
                if isinstance(node, Unit):
                    found.setdefault(node.id, set()).add(section.id)
    return {unit: frozenset(names) for unit, names in found.items()}
