"""The page's style: one sheet made of the theme and the rules, and the digest that the page's policy allows it by."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import lru_cache

from msgspec import Struct

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.kernel.regex import regex

SHEETS = ("renderers/html/page.css", "renderers/html/theme.css")
"""The rules, then the tokens: a project's theme has the last word."""

_COMMENTS = regex(r"/\*.*?\*/", re.DOTALL)
_BLANKS = regex(r"\s*\n\s*")
_REFUSED = regex(r"</|<!--|@import|url\(|image-set\(|expression\(", re.IGNORECASE)


class Style(Struct, frozen=True):
    """The text of the `style` element, no white space at its ends, and its source expression in the page's policy."""

    css: str
    source: str


def page_style(overlay: Overlay) -> Style:
    """The style of a page, the project's sheets in place of the shipped ones.

    Raises HoshinError when a sheet would leave its element or ask for another resource, and as `Overlay.read`.
    """
    return _joined(*(overlay.read(name) for name in SHEETS))


@lru_cache(maxsize=8)
def _joined(*sheets: str) -> Style:
    parts = [_checked(name, _COMMENTS.sub("", sheet)) for name, sheet in zip(SHEETS, sheets, strict=True)]
    css = _BLANKS.sub("\n", "\n".join(parts)).strip()
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Style(css, f"sha256-{digest}")


def _checked(name: str, sheet: str) -> str:
    if found := _REFUSED.search(sheet):
        raise HoshinError("theme-refused", file=name, text=found.group())
    return sheet
