"""A number keeps its unit: 10 years are not 10か月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import Amount
from hoshin.translations.parity import Lint, Pair, Trouble

_NOT_COMPARED: Final = frozenset({"", "age", "date"})


def find(pair: Pair) -> Iterator[Trouble]:
    """Numbers that stand on both sides with different units; one without a unit proves nothing."""
    for value in dict.fromkeys(each.value for each in pair.source_amounts):
        source, target = _with_unit(pair.source_amounts, value), _with_unit(pair.target_amounts, value)
        if source and target and sorted(each.unit for each in source) != sorted(each.unit for each in target):
            shared = {each.unit for each in source} & {each.unit for each in target}
            left = next((each for each in source if each.unit not in shared), source[0])
            right = next((each for each in target if each.unit not in shared), target[0])
            args = {"source": pair.source[left.start : left.end], "target": pair.target[right.start : right.end]}
            yield Trouble({name: text.strip() for name, text in args.items()})


def _with_unit(found: Sequence[Amount], value: str) -> tuple[Amount, ...]:
    return tuple(each for each in found if each.value == value and each.unit not in _NOT_COMPARED)


LINT = Lint("ja-unit", Severity.ERROR, find)
