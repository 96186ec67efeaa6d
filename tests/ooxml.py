"""Tracked changes of a Word file accepted or rejected by a walk over its XML, independent of what wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Which = Literal["accept", "reject"]


def part(docx: bytes, name: str = "word/document.xml") -> str:
    """A part of the file as text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(name).decode()


def xml(docx: bytes, name: str = "word/document.xml") -> ET.Element:
    """A part as XML."""
    return ET.fromstring(part(docx, name))  # noqa: S314 - made by the test itself


def names(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.namelist()


def settled(docx: bytes, which: Which) -> list[str]:
    """The paragraphs with all changes accepted or rejected; a tab and a line end are a space each.

    A paragraph whose mark goes joins the next one; a row that goes takes its cells along.
    """
    gone = "del" if which == "accept" else "ins"
    body = xml(docx).find(f"{W}body")
    assert body is not None
    found: list[str] = []
    _blocks(body, gone, found)
    return found


def _blocks(parent: ET.Element, gone: str, found: list[str]) -> None:
    waiting = ""
    for child in parent:
        if child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                if row.find(f"{W}trPr/{W}{gone}") is None:
                    for cell in row.iter(f"{W}tc"):
                        _blocks(cell, gone, found)
        elif child.tag == f"{W}p":
            waiting += _text(child, gone)
            if child.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
                found.append(waiting)
                waiting = ""
    if waiting:
        found.append(waiting)


def _text(node: ET.Element, gone: str) -> str:
    parts: list[str] = []
    for child in node:
        if child.tag in (f"{W}{gone}", f"{W}pPr"):
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            parts.append(child.text or "")
        elif child.tag in (f"{W}tab", f"{W}br"):
            parts.append(" ")
        else:
            parts.append(_text(child, gone))
    return "".join(parts)


def revision_ids(docx: bytes) -> list[str]:
    return re.findall(r'<w:(?:ins|del) w:id="(\d+)"', part(docx))
