"""The lines below the last article: 制定日 and 改定日, 以上, and the desk for questions (translations.md section 14).

They stand in no text of the policy: the words are those of locale.yaml, the days and the desk are facts. What the
policy does not state leaves no line.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.dated import date_node
from hoshin.document.nodes import Address, Block, Break, Inline, Inlines, Paragraph, Section, Text, Value
from hoshin.document.texts import Printer
from hoshin.policy.closing import Milestone, desks, milestones
from hoshin.schema.party import Contact
from hoshin.translations.locale import Locale

CLOSING = "_closing"
CONTACT = f"{CLOSING}-contact"
"""The ids of the lines and of the desk. No section of a policy can have either."""


def closing(printer: Printer) -> tuple[Section, ...]:
    """The lines that the language asks for, in its order; those beside each other in one part without a heading."""
    locale = printer.facts.locale
    found: list[Section] = []
    for name in locale.closing.lines:
        if name == "contact":
            found += _contact(printer)
            continue
        block = _dates(printer) if name == "dates" else _end(locale)
        if block is not None and found and not found[-1].heading:
            found[-1] = Section(CLOSING, (), (*found[-1].blocks, block))
        elif block is not None:
            found.append(Section(CLOSING, (), (block,)))
    return tuple(found)


def _dates(printer: Printer) -> Block | None:
    locale = printer.facts.locale
    lines = [_milestone(locale, each) for each in milestones(printer.facts.loaded, locale.closing.dates)]
    return Paragraph(_lines(lines), f"{CLOSING}-dates") if lines else None


def _milestone(locale: Locale, each: Milestone) -> Inlines:
    pattern = locale.notices.established if each.established else locale.notices.amended
    before, _, after = pattern.partition("{date}")
    parts = (Text(before), Value(each.fact, (date_node(locale, each.day),)), Text(after))
    return tuple(part for part in parts if part != Text(""))


def _end(locale: Locale) -> Block | None:
    words = locale.notices.end
    return Paragraph((Text(words),), f"{CLOSING}-end", at_end=True) if words else None


def _contact(printer: Printer) -> Iterator[Section]:
    blocks = tuple(
        Address(tuple(_desk(printer, path, contact, first=position == 0)), f"{CLOSING}-{contact.id}")
        for position, (path, contact) in enumerate(desks(printer.facts.loaded))
    )
    if blocks:
        yield Section(CONTACT, (Text(printer.facts.locale.notices.contact),), blocks)


def _desk(printer: Printer, path: str, contact: Contact, *, first: bool) -> Iterator[Inlines]:
    """Name, address and channels, a line each, as far as they are stated.

    The `first` desk also has the name of the company, and its address where it has none of its own.
    """
    name = path.replace("/", ":", 1)
    controller = printer.facts.loaded.policy.controller
    if controller is not None and first:
        yield printer.inlines("{controller:legal-name}")
    if contact.title:
        yield printer.inlines(f"{{{name}/title}}")
    if contact.address or (first and controller is not None and controller.address is not None):
        yield printer.inlines(f"{{{name}/address}}")
    for field in ("email", "phone", "url"):
        if getattr(contact, field):
            hours = printer.inlines(f"{{{name}/hours}}") if field == "phone" and contact.hours else ()
            yield (*printer.inlines(f"{{{name}/{field}}}"), *_in_brackets(printer, hours))


def _in_brackets(printer: Printer, words: Inlines) -> Inlines:
    opening, closing_ = ("（", "）") if printer.facts.locale.sentence_joiner == "" else (" (", ")")
    return (Text(opening), *words, Text(closing_)) if words else ()


def _lines(lines: list[Inlines]) -> Inlines:
    found: list[Inline] = []
    for line in lines:
        found += [Break(), *line] if found else line
    return tuple(found)
