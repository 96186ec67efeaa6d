"""Japanese is written with the usual characters: others that look alike break search and comparison."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_KINDS: Final = (
    ("half-width-kana", regex("[\uff61-\uff9f]+")),
    ("full-width-latin", regex("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")),
    ("full-width-space", regex("\u3000")),
    ("invisible", regex("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")),
    ("look-alike", regex("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")),
)


def find(pair: Pair) -> Iterator[Trouble]:
    """Each sort of unusual character once."""
    if not pair.is_japanese:
        return
    for variant, pattern in _KINDS:
        if match := pattern.search(pair.target):
            shown = match.group(0)
            args = {"found": shown, "code": f"U+{ord(shown[0]):04X}", "usual": unicodedata.normalize("NFKC", shown)}
            yield Trouble(args, variant)
    if not unicodedata.is_normalized("NFC", _without_look_alikes(pair.target)):
        yield Trouble({}, "decomposed")


def _without_look_alikes(text: str) -> str:
    return _KINDS[4][1].sub("", text)


LINT = Lint("ja-chars", Severity.ERROR, find, (*(variant for variant, _ in _KINDS), "decomposed"))
