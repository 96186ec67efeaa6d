"""XLIFF 2.1 (OASIS): one unit a text, placeholders protected as `<ph>`, notes on the unit.

A unit's id is an NMTOKEN, in which `/` may not stand: it is the text's id with `.` for `/`, and `name` is the id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from hoshin.kernel.regex import regex
from hoshin.policy.placeholders import PATTERN
from hoshin.translations.exchange.incoming import Incoming, UnreadableError
from hoshin.translations.exchange.rows import Row

_SPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
_STATES: Final = {"missing": "initial", "reviewed": "reviewed", "approved": "final"}
_STALE: Final = "hoshin:stale"
_BROKEN: Final = "hoshin:broken"
_DECLARATION: Final = regex(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ILLEGAL: Final = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(rows: Sequence[Row], document: str, source: str, target: str) -> bytes:
    """The file. `state` follows the text's; a stale or broken one is `translated` with a sub-state of ours."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{_SPACE}" version="2.1" srcLang={quoteattr(source)} trgLang={quoteattr(target)}>',
        f"  <file id={quoteattr(document)}>",
    ]
    for row in rows:
        lines += _unit(row)
    return "\n".join([*lines, "  </file>", "</xliff>", ""]).encode()


def _unit(row: Row) -> Iterator[str]:
    yield f"    <unit id={quoteattr(row.id.replace('/', '.'))} name={quoteattr(row.id)}>"
    notes = [*row.notes, *((f"translated from: {row.before}",) if row.is_stale else ())]
    if notes:
        yield "      <notes>"
        yield from (f"        <note>{_text(note)}</note>" for note in notes)
        yield "      </notes>"
    data = dict.fromkeys(match[0] for match in PATTERN.finditer(f"{row.source}\n{row.target}"))
    ids = {written: f"d{number}" for number, written in enumerate(data, start=1)}
    if ids:
        yield "      <originalData>"
        yield from (f'        <data id="{name}">{_text(written)}</data>' for written, name in ids.items())
        yield "      </originalData>"
    sub = _STALE if row.state == "stale" else _BROKEN if row.state == "broken" else ""
    sub_state = f' subState="{sub}"' if sub else ""
    yield f'      <segment state="{_STATES.get(row.state, "translated")}"{sub_state}>'
    yield f'        <source xml:space="preserve">{_inline(row.source, ids, row.values)}</source>'
    if row.target:
        yield f'        <target xml:space="preserve">{_inline(row.target, ids, row.values)}</target>'
    yield "      </segment>"
    yield "    </unit>"


def _inline(text: str, ids: Mapping[str, str], values: Mapping[str, str]) -> str:
    """The text with each placeholder as an element; equal ones of source and target bear the same id.

    What a translator's tool shows for it is what the source prints there.
    """
    seen: dict[str, int] = {}
    parts: list[str] = []
    position = 0
    for match in PATTERN.finditer(text):
        parts.append(_text(text[position : match.start()]))
        count = seen[match[0]] = seen.get(match[0], 0) + 1
        written, shown = quoteattr(match[0]), quoteattr(_ILLEGAL.sub("\ufffd", values.get(match[0], match[0])))
        name = f"{ids[match[0]].replace('d', 'p')}-{count}"
        parts.append(f'<ph id="{name}" dataRef="{ids[match[0]]}" equiv={written} disp={shown}/>')
        position = match.end()
    return "".join([*parts, _text(text[position:])])


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def read(text: str) -> Iterator[Incoming]:
    """The units of a file. Raises UnreadableError for what is no XLIFF 2, or declares entities."""
    if _DECLARATION.search(text):
        raise UnreadableError(1, "<!DOCTYPE")
    try:
        root = ET.fromstring(text)  # noqa: S314 - nothing is declared in it, see above
    except ET.ParseError as error:
        raise UnreadableError(error.position[0], str(error)) from error
    if root.tag != f"{{{_SPACE}}}xliff":
        raise UnreadableError(1, root.tag[:60])
    lines = _lines(text)
    for unit in root.iter(f"{{{_SPACE}}}unit"):
        name = unit.get("name") or unit.get("id", "").replace(".", "/")
        segments = unit.findall(f"{{{_SPACE}}}segment")
        data = {each.get("id", ""): "".join(each.itertext()) for each in unit.iter(f"{{{_SPACE}}}data")}
        source, target = (_joined(segments, tag, data) for tag in ("source", "target"))
        stale = any(each.get("subState") == _STALE for each in segments)
        yield Incoming(name, source, target, stale, lines.get(name, 1))


def _joined(segments: Sequence[ET.Element], tag: str, data: dict[str, str]) -> str:
    found = (segment.find(f"{{{_SPACE}}}{tag}") for segment in segments)
    return "".join(_plain(each, data) for each in found if each is not None)


def _plain(element: ET.Element, data: dict[str, str]) -> str:
    """The characters of a source or target; a placeholder as a policy writes it, whatever a tool made around it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{{{_SPACE}}}ph":
            parts.append(data.get(child.get("dataRef", ""), child.get("equiv", "")))
        else:
            parts.append(_plain(child, data))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(text: str) -> dict[str, int]:
    found = enumerate(text.split("\n"), start=1)
    return {match[1]: number for number, line in found if (match := re.search(r'<unit [^>]*name="([^"]*)"', line))}
