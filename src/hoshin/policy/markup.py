"""Inline markup in texts: emphasis, strong emphasis, links and the backslash that takes a sign literally.

Nothing else of Markdown acts: HTML, entities, code, images and bare addresses are ordinary characters. Placeholders
come through untouched and count as words, so that `は**{term:member}**を` is strong in Japanese too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hoshin.kernel.regex import regex
from hoshin.policy.placeholders import PATTERN

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Plain(Struct, frozen=True):
    """Characters, placeholders among them as typed."""

    text: str


class Stress(Struct, frozen=True):
    """Emphasis; `strong` for importance."""

    children: Pieces
    strong: bool


class Anchor(Struct, frozen=True):
    """A link as typed: `target` may be unsafe (see `is_safe`) and may be a placeholder."""

    target: str
    children: Pieces


Piece = Plain | Stress | Anchor
Pieces = tuple[Piece, ...]

_ACTIVE: Final = regex(r"[*_\[\\]")
"""Without one of these signs a text is plain, and the parser need not be loaded."""

_SAFE: Final = regex(
    r"https://[A-Za-z0-9\[][^\s<>\"{}|\\^`]{0,1999}"
    r"|mailto:[^\s@<>\"(){}\[\]]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}"
    r"|tel:\+?[0-9][0-9().-]{3,30}"
    r"|#[a-z][a-z0-9._-]{0,200}"
)
_ATOM: Final = regex(rf"{PATTERN.pattern}|[\U000f0000-\U000ffffd]")
_FIRST_ATOM: Final = 0xF0000
_ATOMS: Final = regex("[\U000f0000-\U000ffffd]")


def is_safe(target: str) -> bool:
    """Whether a printed link may lead there: `https:`, `mailto:`, `tel:` or `#anchor`, nothing else."""
    return _SAFE.fullmatch(target) is not None


def unsafe_links(text: str) -> tuple[str, ...]:
    """Targets of the links in `text` that are never printed as links; a placeholder alone is judged by its value."""
    targets = _targets(parse(text))
    return tuple(target for target in targets if not is_safe(target) and not PATTERN.fullmatch(target))


def parse(text: str) -> Pieces:
    """The markup of one text, already on one line. Never raises: what is no markup is characters."""
    if not _ACTIVE.search(text):
        return (Plain(text),) if text else ()
    atoms: list[str] = []

    def shield(match: re.Match[str]) -> str:
        atoms.append(match.group(0))
        return chr(_FIRST_ATOM + len(atoms) - 1)

    tokens = _parser().parseInline(_ATOM.sub(shield, text))[0].children or []
    return _pieces(tokens, atoms)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms, and most texts hold no markup

    parser = MarkdownIt("zero", {"html": False}).enable(["escape", "emphasis", "link"])
    # Both hooks are the library's own way; targets stay as typed, and `is_safe` judges them.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the library passes it by name
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as above, a hook
    return parser


def _pieces(tokens: Sequence[Token], atoms: Sequence[str]) -> Pieces:
    """The flat tokens as a tree: each opening token begins a level that its closing token ends."""
    levels: list[tuple[Token | None, list[Piece]]] = [(None, [])]
    for token in tokens:
        if token.nesting > 0:
            levels.append((token, []))
        elif token.nesting < 0:
            opening, children = levels.pop()
            levels[-1][1].append(_wrapped(opening, tuple(children), atoms))
        elif token.content:
            _add_text(levels[-1][1], _restored(token.content, atoms))
    return tuple(levels[0][1])


def _wrapped(opening: Token | None, children: Pieces, atoms: Sequence[str]) -> Piece:
    if opening is not None and opening.type == "link_open":
        return Anchor(_restored(str(opening.attrs.get("href", "")), atoms), children)
    return Stress(children, strong=opening is not None and opening.type == "strong_open")


def _add_text(level: list[Piece], text: str) -> None:
    if level and isinstance(level[-1], Plain):
        level[-1] = Plain(level[-1].text + text)
    else:
        level.append(Plain(text))


def _restored(text: str, atoms: Sequence[str]) -> str:
    return _ATOMS.sub(lambda match: atoms[ord(match.group(0)) - _FIRST_ATOM], text)


def _targets(pieces: Pieces) -> tuple[str, ...]:
    found: list[str] = []
    for piece in pieces:
        if isinstance(piece, Anchor):
            found.append(piece.target)
        if not isinstance(piece, Plain):
            found.extend(_targets(piece.children))
    return tuple(found)
