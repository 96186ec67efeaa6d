"""The glossary for other programs: TBX-Basic, CSV, and rules for textlint's prh.

TBX is written in the form of ISO 30042:2008 (`martif`), since translators' tools read that one; the form of 2019
(`tbx`, `conceptEntry`) is refused by most of them, and says nothing more of a glossary like ours.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from hoshin.kernel.regex import regex
from hoshin.translations.glossary import Glossary, Term

_FORMULA: Final = regex(r"^[=+@\t\r-]")


def tbx(glossary: Glossary, document: str) -> bytes:
    """A TBX file in the dialect TBX-Basic; forbidden words are terms with the status deprecated.

    It names no DTD: a reader would fetch it.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<martif type="TBX-Basic" xml:lang={quoteattr(glossary.source)}>',
        "  <martifHeader>",
        "    <fileDesc>",
        f"      <sourceDesc><p>{escape(document)}</p></sourceDesc>",
        "    </fileDesc>",
        "  </martifHeader>",
        "  <text>",
        "    <body>",
    ]
    for term in glossary.terms:
        lines += _entry(glossary, term)
    return "\n".join([*lines, "    </body>", "  </text>", "</martif>", ""]).encode()


def _entry(glossary: Glossary, term: Term) -> Iterator[str]:
    yield f"      <termEntry id={quoteattr(term.id)}>"
    if term.note:
        yield f"        <note>{escape(term.note)}</note>"
    yield f"        <langSet xml:lang={quoteattr(glossary.source)}>"
    yield from (_term(form, "preferredTerm-admn-sts" if form == term.forms[0] else "") for form in term.forms)
    yield "        </langSet>"
    yield f"        <langSet xml:lang={quoteattr(glossary.target)}>"
    yield _term(term.word, "preferredTerm-admn-sts")
    yield from (_term(word, "admittedTerm-admn-sts") for word in term.allowed)
    yield from (_term(word, "deprecatedTerm-admn-sts") for word in term.forbidden)
    yield "        </langSet>"
    yield "      </termEntry>"


def _term(word: str, status: str) -> str:
    said = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    return f"          <tig><term>{escape(word)}</term>{said}</tig>"


def as_csv(glossary: Glossary, _: str) -> bytes:
    """One line an entry, lists joined by `|`. What a spreadsheet program would run begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", glossary.source, glossary.target, "allowed", "forbidden", "note", "source", "since"])
    for term in glossary.terms:
        lists = ("|".join(term.forms), term.word, "|".join(term.allowed), "|".join(term.forbidden))
        row = (term.id, *lists, term.note, term.source, term.since)
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
    return out.getvalue().encode()


def prh(glossary: Glossary, _: str) -> bytes:
    """Rules for prh: each forbidden word with the word to use. Words that are right for another term are left out."""
    right = {word for term in glossary.terms for word in term.right}
    lines = ["version: 1", "rules:"]
    for term in glossary.terms:
        wrong = [word for word in term.forbidden if word not in right]
        if wrong:
            lines += [f"  - expected: {json.dumps(term.word, ensure_ascii=False)}", "    patterns:"]
            lines += [f"      - {json.dumps(word, ensure_ascii=False)}" for word in wrong]
    return ("\n".join(lines) + "\n").encode() if len(lines) > 2 else b"version: 1\nrules: []\n"  # noqa: PLR2004 - the two lines of the head
