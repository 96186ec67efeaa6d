"""A value that the source prints from a fact is not typed in the translation: it would stay when the fact changes."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.kernel.finding import Severity
from hoshin.translations.parity import Lint, Pair, Trouble


def find(pair: Pair) -> Iterator[Trouble]:
    """Every placeholder whose value stands in the translation instead."""
    for each in pair.typed:
        yield Trouble({"typed": each.text, "placeholder": each.placeholder})


LINT = Lint("ja-literal", Severity.ERROR, find)
