"""What a reference to another document of the project prints: its title, or one of its articles, as a link.

A document that is published somewhere is linked there; else the page beside this one is, which only pages can do.
"""

from __future__ import annotations

from hoshin.document.nodes import PAGE, Inlines, Link, Text
from hoshin.policy.siblings import Sibling, Siblings
from hoshin.schema.data import Reference
from hoshin.translations.locale import Locale
from hoshin.translations.numbering import reference as article
from hoshin.translations.patterns import fill


def sibling_link(to: Reference, siblings: Siblings, locale: Locale, field: str) -> Inlines:
    """The words and the link; empty where the document or section is not there. `field` is empty or `section`."""
    found = siblings.get(to.document or "")
    if found is None:
        return ()
    name = to.title or found.title
    if field != "section":
        return (Link(_target(found, to.section), (Text(name),)),)
    heading = found.sections.get(to.section or "")
    if heading is None:
        return ()
    place = article(locale, heading.number) if heading.number is not None else heading.title
    words = fill(locale.references.other, place=place, document=name)
    return (Link(_target(found, to.section), (Text(words),)),)


def _target(found: Sibling, section: str | None) -> str:
    anchor = f"#{section}" if section in found.sections else ""
    return f"{found.url or PAGE + found.name}{anchor}"
