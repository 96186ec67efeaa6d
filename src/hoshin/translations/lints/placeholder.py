"""Both languages print the same facts: the same placeholders, as often.

One that the translation replaced by the value itself is told by `ja-literal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.kernel.finding import Severity
from hoshin.translations.parity import Lint, Pair, Trouble


def find(pair: Pair) -> Iterator[Trouble]:
    """Placeholders of one side only, then those that stand there more or less often."""
    typed = {each.placeholder for each in pair.typed}
    source, target = pair.source_placeholders, pair.target_placeholders
    missing = tuple(sorted(each for each in source if each not in target and each not in typed))
    added = tuple(sorted(each for each in target if each not in source))
    if missing:
        yield Trouble({"placeholders": missing}, "missing")
    if added:
        yield Trouble({"placeholders": added}, "added")
    uneven = tuple(sorted(each for each in source if each in target and source[each] != target[each]))
    if uneven:
        yield Trouble({"placeholders": uneven}, "count", Severity.WARNING)


LINT = Lint("ja-placeholder", Severity.ERROR, find, ("missing", "added", "count"))
