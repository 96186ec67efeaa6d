"""What each format that pandoc writes can and cannot say (rendering.md 7.2)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal

from msgspec import Struct

from hoshin.document.nodes import Item
from hoshin.kernel.regex import regex

Delimiter = Literal["Period", "OneParen", "TwoParens"]
_MARK: Final = regex(r"(\()?(?:([1-9][0-9]{0,3})|([a-z]))([.)])")


class Dialect(Struct, frozen=True):
    """A format of pandoc and how the tree is put into it.

    `delimiters` are the list marks that the format itself knows (`letters`: also a, b, c). Other marks are printed as
    text: of a bulleted item (`bullet`), of a paragraph whose further blocks are indented (`quote`), or of a paragraph
    with a style of its own (`style`).
    """

    writer: str
    delimiters: frozenset[Delimiter]
    letters: bool = True
    marks: Literal["bullet", "quote", "style"] = "quote"
    title_in_body: bool = False
    is_markdown: bool = False
    keeps_ids: bool = True
    has_revisions: bool = False
    has_tables: bool = True
    has_widths: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing but characters and line ends is written: air and order must come from them."""
        return self.writer == "plain"


_ALL: Final[frozenset[Delimiter]] = frozenset({"Period", "OneParen", "TwoParens"})
_PERIOD: Final[frozenset[Delimiter]] = frozenset({"Period"})

DIALECTS = MappingProxyType(
    {
        "md": Dialect(
            "gfm", _PERIOD, letters=False, marks="bullet", title_in_body=True, is_markdown=True, keeps_ids=False
        ),
        "txt": Dialect("plain", _ALL, title_in_body=True, keeps_ids=False, has_tables=False),
        "docx": Dialect("docx", _ALL, marks="style", has_revisions=True, has_widths=True),
        "odt": Dialect("odt", frozenset(), marks="style", has_widths=True),
        "epub": Dialect("epub3", _PERIOD),
    }
)
"""The formats by the names of the registry."""


class Counting(Struct, frozen=True):
    """A run of list marks that a format can count by itself."""

    start: int
    style: Literal["Decimal", "LowerAlpha"]
    delimiter: Delimiter


def counting(items: tuple[Item, ...], dialect: Dialect) -> Counting | None:
    """How the marks of a list are counted, or None where the format could not print exactly them."""
    found = [_read(item.mark) for item in items]
    first = found[0] if found else None
    if first is None or first.delimiter not in dialect.delimiters:
        return None
    if first.style == "LowerAlpha" and not dialect.letters:
        return None
    expected = [Counting(first.start + step, first.style, first.delimiter) for step in range(len(found))]
    return first if found == expected else None


def _read(mark: str) -> Counting | None:
    match = _MARK.fullmatch(mark)
    if match is None or (match[1] and match[4] == "."):
        return None
    delimiter: Delimiter = "TwoParens" if match[1] else "OneParen" if match[4] == ")" else "Period"
    if match[2]:
        return Counting(int(match[2]), "Decimal", delimiter)
    return Counting(ord(match[3]) - ord("a") + 1, "LowerAlpha", delimiter)
