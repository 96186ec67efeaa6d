"""Both languages name the same numbers and dates, each as often; how they are written does not matter.

A lone 1 is left out: languages differ in where they say it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import Amount
from hoshin.translations.parity import Lint, Pair, Trouble


def find(pair: Pair) -> Iterator[Trouble]:
    """One trouble a text, with the numbers of one side only."""
    if pair.source_words is None or pair.target_words is None:
        return
    explained = {each.amount for each in pair.typed}
    source = _counted(pair.source_amounts)
    target = _counted(each for each in pair.target_amounts if each not in explained)
    missing, added = tuple(sorted((source - target).elements())), tuple(sorted((target - source).elements()))
    if missing and added:
        yield Trouble({"source": missing, "target": added}, "differ")
    elif missing:
        yield Trouble({"source": missing}, "missing")
    elif added:
        yield Trouble({"target": added}, "added")


def _counted(found: Iterable[Amount]) -> Counter[str]:
    return Counter(each.value for each in found if each.value != "1")


LINT = Lint("ja-number", Severity.ERROR, find, ("differ", "missing", "added"))
