"""No typed space between Japanese characters, or between Japanese and Latin ones: the page makes that gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_WIDE: Final = "[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]"
_GAP: Final = regex(f"{_WIDE} +\\S|\\S +{_WIDE}")


def find(pair: Pair) -> Iterator[Trouble]:
    """The first such space of a text."""
    if pair.is_japanese and (match := _GAP.search(pair.target)):
        yield Trouble({"found": match.group(0)})


LINT = Lint("ja-space", Severity.WARNING, find)
