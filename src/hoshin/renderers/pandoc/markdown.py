"""Characters of a text as GitHub-flavoured Markdown that prints exactly them.

Pandoc's own writer leaves `&copy;`, `:name:`, `~x~` and a lone `---` as they are, which a reader then takes for markup.
"""

from __future__ import annotations

from typing import Final

from hoshin.kernel.regex import regex

_ALWAYS: Final = frozenset("\\`*[]<|~$")
_AT_LINE_START: Final = frozenset("-+=>")
_ENTITY: Final = regex(r"&(?=#?[A-Za-z0-9]*(?:;|$))")
_EMOJI: Final = regex(r":(?=(?:[+-]1|[a-z0-9_]*[a-z][a-z0-9_]*):)")
_LATER: Final = regex(r"[\\`*\[\]<|~$&#_!:]")
"""Signs that may act inside a line; all others do at its start alone."""
_LONGEST_NUMBER: Final = 9


class Line:
    """What the current line holds so far, as far as it decides whether the next sign would act.

    `_start` is the line while it is empty or a number, None afterwards.
    """

    def __init__(self) -> None:
        self._start: str | None = ""

    def begin(self) -> None:
        """A new paragraph or line begins."""
        self._start = ""

    def begin_heading(self) -> None:
        """A heading begins, where no list or rule can."""
        self._start = None

    def escaped(self, text: str) -> str:
        """`text` so that it prints literally, continuing the line."""
        made: list[str] = []
        position = 0
        while position < len(text) and self._start is not None:
            made.append(self._sign(text, position))
            position += 1
        for match in _LATER.finditer(text, position):
            made += (text[position : match.start()], self._sign(text, match.start()))
            position = match.end()
        return "".join((*made, text[position:]))

    def _sign(self, text: str, position: int) -> str:
        sign, start = text[position], self._start
        self._advance(sign)
        if sign == "&":
            return "&amp;" if _ENTITY.match(text, position) else sign
        acts = (
            sign in _ALWAYS
            or (sign in _AT_LINE_START and start == "")
            or (sign in ".)" and bool(start))
            or (sign == "#" and text[:position][-1:] in {"", " "})
            or (sign == "_" and not text[max(0, position - 1) : position + 2].replace("_", "", 1).isalnum())
            or (sign == "_" and position in {0, len(text) - 1})
            or (sign == "!" and position == len(text) - 1)
            or (sign == ":" and _EMOJI.match(text, position) is not None)
        )
        return f"\\{sign}" if acts else sign

    def _advance(self, sign: str) -> None:
        if self._start is None or (not self._start and sign == " "):
            return
        number = self._start + sign
        self._start = number if number.isdecimal() and len(number) <= _LONGEST_NUMBER else None
