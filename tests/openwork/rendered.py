"""OpenWork's documents in every format, made once for all tests, and the body of each as plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from hoshin.document.nodes import Document
from hoshin.kernel.overlay import Overlay
from hoshin.policy.project import read_snapshot
from hoshin.publish.build import build, documents, timestamp
from hoshin.publish.opening import Opened, open_document
from hoshin.renderers.look import Look

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ja")
VOID = frozenset({"meta", "link", "br", "hr", "wbr", "img", "input"})


@cache
def opened() -> Opened:
    return open_document(read_snapshot(ROOT), "openwork")


@cache
def trees() -> dict[str, Document]:
    return {made.lang: made for made in documents(opened(), LANGUAGES)}


@cache
def outputs(*formats: str) -> dict[str, bytes]:
    """File name to bytes of these formats in both languages."""
    look = Look(Overlay(ROOT), timestamp(opened().loaded))
    return {made.name: made.data for made in build(tuple(trees().values()), formats, look)}


@cache
def form_pages() -> dict[str, bytes]:
    """The contact page in both languages: the form of the collection point, the policy below it."""
    made = tuple(documents(opened(), LANGUAGES, point="inquiry"))
    look = Look(Overlay(ROOT), timestamp(opened().loaded))
    return {output.name: output.data for output in build(made, ("html",), look)}


@dataclass
class Element:
    """An element of a page with its attributes and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "", attribute: str = "") -> list[Element]:
        """Elements below this one, in order."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                if tag in ("", child.tag) and (not attribute or attribute in child.attributes):
                    found.append(child)
                found += child.all(tag, attribute)
        return found

    def text(self, leave_out: str = "") -> str:
        """Characters below this element; elements with the attribute `leave_out` do not count."""
        parts = [
            child if isinstance(child, str) else child.text(leave_out)
            for child in self.children
            if isinstance(child, str) or not leave_out or leave_out not in child.attributes
        ]
        return "".join(parts)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(made)
        if tag not in VOID:
            self.stack.append(made)

    def handle_endtag(self, tag: str) -> None:
        while self.stack.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def page_of(data: bytes) -> Element:
    """A page as a tree of elements."""
    builder = _Builder()
    builder.feed(data.decode())
    return builder.stack[0]


@cache
def page(lang: str) -> Element:
    """The page of OpenWork's policy."""
    return page_of(outputs("html")[f"openwork.{lang}.html"])


def body(lang: str) -> Element:
    """The policy itself, without what only the page has."""
    (found,) = page(lang).all(attribute="data-body")
    return found


def squeezed(text: str) -> str:
    """The characters without any white space."""
    return re.sub(r"\s+", "", text)
