"""What a translator sees beside a text: the section that prints it, and what its placeholders print."""

from __future__ import annotations

from contextlib import suppress

from hoshin.document.nodes import Unit, plain
from hoshin.document.policy import numbers_of
from hoshin.document.texts import Printer
from hoshin.document.values import Facts
from hoshin.document.walk import deep, lines_of
from hoshin.kernel.errors import HoshinError
from hoshin.policy.placeholders import find
from hoshin.publish.build import document_in, locale_of, names_of
from hoshin.publish.opening import Opened
from hoshin.publish.siblings import siblings_in
from hoshin.translations.editions import edition
from hoshin.translations.exchange.rows import Context
from hoshin.translations.states import Translation


def context(opened: Opened, made: Translation) -> Context:
    """As the pages of both languages print it; a language that has no patterns yet prints nothing."""
    sections: dict[str, str] = {}
    with suppress(HoshinError):
        sections = _sections(opened, made.source)
    values = [_values(opened, lang) for lang in (made.source, made.locale)]
    return Context(sections, values[0], values[1])


def _sections(opened: Opened, lang: str) -> dict[str, str]:
    """Heading of the first section that prints a text, by the id of the text."""
    found: dict[str, str] = {}
    for section in document_in(opened, lang, names_of(opened)).sections:
        heading = plain(section.heading)
        for line in (section.heading, *lines_of(section.blocks)):
            for node in deep(line):
                if isinstance(node, Unit):
                    found.setdefault(node.id, heading)
    return found


def _values(opened: Opened, lang: str) -> dict[str, str]:
    """What each placeholder of the texts prints in that language, by the placeholder as written."""
    written = dict.fromkeys(each.written for unit in opened.loaded.units for each in find(unit.text))
    try:
        loaded = edition(opened.snapshot, opened.loaded, lang)[0].loaded
        locale = locale_of(opened.snapshot, lang)
        words = locale.words("document")
    except HoshinError:
        return {}
    facts = Facts(loaded, locale, numbers_of(loaded), words, siblings_in(opened.snapshot, opened.loaded, lang))
    printer = Printer(facts, frozenset())
    printed = {name: plain(printer.inlines(name)) for name in written}
    return {name: text for name, text in printed.items() if text != name}
