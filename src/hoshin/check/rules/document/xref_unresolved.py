"""A reference to an article or a part of one names what is there, and names it by its id.

Why:
    Numbers of articles are counted, never typed: a typed number is right until somebody inserts an article.

Bad (no such section)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contacts}.

Bad (no such part)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contact/desks}.
          - {kind: list, id: desk, numbering: decimal, items: [{id: mail, units: [{id: mail-text, text: by mail}]}]}

Bad (an item without a number)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contact/mail}.
          - {kind: list, id: desk, items: [{id: mail, units: [{id: mail-text, text: by mail}]}]}

Bad (a typed number)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: How to reach us is said in Article 1.

Good::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contact}. Article 1 of the GDPR says something else.

Good (a part)::

    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: where
            units:
              - id: see
                text: |-
                  See {article:contact/mail}.
          - {kind: list, id: desk, numbering: decimal, items: [{id: mail, units: [{id: mail-text, text: by mail}]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.advice import Advice
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import half_width
from hoshin.policy.placeholders import ARTICLE, Placeholder
from hoshin.policy.placeholders import find as placeholders
from hoshin.policy.places import places_in
from hoshin.policy.units import TextUnit
from hoshin.schema.section import Section


def find(subject: Subject) -> Iterator[Fault]:
    """Placeholders of sections in every text, then numbers of sections that are typed in printed ones."""
    advice = Advice()
    sections = subject.ids.get("section", ())
    for unit in subject.loaded.units:
        for placeholder in dict.fromkeys(placeholders(unit.text)) if "{" in unit.text else ():
            if placeholder.kind == ARTICLE:
                name, _, part = placeholder.fact.partition("/")[2].partition("/")
                if name in sections:
                    yield from _part(subject, unit, placeholder, advice) if part else ()
                else:
                    near = advice.near(name, sections)
                    args = {"written": placeholder.written, "near": near or ""}
                    yield Fault(unit.id, unit.raw, args, "near" if near else "unknown")
    numbered = _numbers(subject)
    for unit in subject.prose:
        yield from _typed(subject, unit, numbered)


def _part(subject: Subject, unit: TextUnit, placeholder: Placeholder, advice: Advice) -> Iterator[Fault]:
    """A part that is not there, or that has no number to be named by."""
    _, name, part = placeholder.fact.split("/", 2)
    path = f"section/{name}"
    known = places_in(path, subject.loaded)
    place = known.get(part)
    section = subject.loaded.index.entries[path].value
    if place is None:
        elsewhere = [f"{each}/{part}" for each in subject.ids.get("section", ()) if _has(subject, each, part)]
        near = elsewhere[0] if elsewhere else advice.near(f"{name}/{part}", [f"{name}/{each}" for each in known])
        yield Fault(
            unit.id,
            unit.raw,
            {"written": placeholder.written, "near": near or "", "section": name},
            "part-near" if near else "part-unknown",
        )
    elif not place.counted or not getattr(section, "numbered", True):
        yield Fault(unit.id, unit.raw, {"written": placeholder.written}, "unnumbered")


def _has(subject: Subject, section: str, part: str) -> bool:
    return part in places_in(f"section/{section}", subject.loaded)


def _numbers(subject: Subject) -> dict[str, str]:
    counted = [name for name, section in subject.loaded.index.typed(Section) if section.numbered]
    return {str(number): path.partition("/")[2] for number, path in enumerate(counted, 1)}


def _typed(subject: Subject, unit: TextUnit, numbered: dict[str, str]) -> Iterator[Fault]:
    if subject.words is None:
        return
    text = half_width(unit.text)
    if not subject.words.hint.search(text):
        return
    for match in subject.words.article.finditer(text):
        parts = match.groupdict()
        number = parts.get("digits") or subject.words.number(parts.get("word") or "") or ""
        section = numbered.get(str(int(number))) if number.isdecimal() else None
        if section is not None:
            typed = unit.text[match.start() : match.end()].strip()
            args = {"typed": typed, "placeholder": f"{{{ARTICLE}:{section}}}"}
            yield Fault(unit.id, unit.raw, args, "typed", Severity.WARNING)


RULE = Rule(
    "DOC106",
    "xref-unresolved",
    Severity.ERROR,
    find,
    ("near", "unknown", "part-near", "part-unknown", "unnumbered", "typed"),
)
