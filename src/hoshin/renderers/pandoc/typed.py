"""Addresses typed into plain text, where no mark says where one begins and ends."""

from __future__ import annotations

from typing import Final

from hoshin.kernel.text import is_wide

_OPENING: Final = frozenset(" ([{<\"'“‘«„")
_CLOSING: Final = frozenset(" .,;:!?)]}>\"'”’»…")
"""What a program that makes links of addresses leaves behind one alone."""


class Typed:
    """What the current line ended with so far, as far as it decides whether a space parts an address from it.

    Words stand apart from an address; so do Japanese points after one, which such a program would take with it.
    """

    def __init__(self) -> None:
        self._last = ""
        self._after = False

    def begin(self) -> None:
        """A new paragraph or line begins."""
        self._last, self._after = "", False

    def parts(self, text: str) -> bool:
        """Whether a space goes before `text`, which continues the line."""
        if not text:
            return False
        apart = self._after and text[0] not in _CLOSING
        self._last, self._after = text[-1], False
        return apart

    def opens(self) -> bool:
        """Whether a space goes before the address that begins here."""
        last, self._last, self._after = self._last, "", False
        wide_sign = bool(last) and is_wide(last) and not last.isalnum()
        return bool(last) and last not in _OPENING and not wide_sign

    def closes(self) -> None:
        """The address ends here."""
        self._after = True
