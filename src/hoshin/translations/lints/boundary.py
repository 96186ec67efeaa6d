"""A limit keeps its side: under 13 is 13歳未満, never 13歳以下."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import limits
from hoshin.policy.wording import Wording
from hoshin.translations.parity import Lint, Pair, Trouble


def find(pair: Pair) -> Iterator[Trouble]:
    """Numbers and placeholders that stand on both sides within different limits, or within one on one side only."""
    if pair.source_words is None or pair.target_words is None:
        return
    there = {each.value for each in pair.source_amounts} | set(pair.source_placeholders)
    also = {each.value for each in pair.target_amounts} | set(pair.target_placeholders)
    if there.isdisjoint(also):
        return
    source, target = _limits(pair.source, pair.source_words), _limits(pair.target, pair.target_words)
    for amount in dict.fromkeys([*source, *target]):
        if amount in there and amount in also and sorted(source[amount]) != sorted(target[amount]):
            yield Trouble({"amount": amount})


def _limits(text: str, words: Wording) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for amount, limit in limits(text, words):
        found[amount].append(limit)
    return found


LINT = Lint("ja-boundary", Severity.ERROR, find)
