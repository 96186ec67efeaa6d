"""Markdown pages as the tests see them: fenced blocks, inline code, headings as anchors, links."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
GENERATED = frozenset(f"docs/{name}{end}.md" for name in ("errors", "commands", "reference") for end in ("", ".ja"))
"""Pages that a test of their own compares with what makes them."""
_IGNORED = frozenset({"node_modules", "build", "dist", "tests"})


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words after its fence, its text, the line of the page on which the fence stands."""

    words: tuple[str, ...]
    text: str
    line: int

    @property
    def language(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def rest(self) -> tuple[str, ...]:
        return self.words[1:]


@cache
def pages() -> tuple[str, ...]:
    """Every Markdown page of the repository outside of the tests."""
    found = []
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in _IGNORED and not name.startswith(".")]
        found += [Path(folder, name).relative_to(ROOT).as_posix() for name in files if name.endswith(".md")]
    return tuple(sorted(found))


def written() -> list[str]:
    """The pages that people write."""
    return [page for page in pages() if page not in GENERATED]


@cache
def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def tokens(page: str) -> tuple[Token, ...]:
    """The page as GitHub's Markdown reads it, flat."""
    found: list[Token] = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text_of(page)):
        found.extend((token, *(token.children or ())))
    return tuple(found)


def blocks(page: str) -> list[Block]:
    """Fenced and indented blocks in order."""
    return [
        Block(tuple(token.info.split()), token.content, (token.map or [0])[0] + 1)
        for token in tokens(page)
        if token.type in ("fence", "code_block")
    ]


def spans(page: str) -> list[str]:
    """Inline code."""
    return [token.content for token in tokens(page) if token.type == "code_inline"]


def links(page: str) -> list[str]:
    """Targets of links and pictures."""
    found = [token.attrGet("href") or token.attrGet("src") for token in tokens(page)]
    return [str(target) for target in found if target]


@cache
def anchors(page: str) -> frozenset[str]:
    """Names of the headings, as GitHub makes them."""
    found: set[str] = set()
    flat = tokens(page)
    for position, token in enumerate(flat):
        if token.type != "heading_open":
            continue
        name = _anchor(flat[position + 1])
        number = 0
        while (spelt := f"{name}-{number}" if number else name) in found:
            number += 1
        found.add(spelt)
    return frozenset(found)


def _anchor(heading: Token) -> str:
    words = "".join(child.content for child in heading.children or () if child.type in ("text", "code_inline"))
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
