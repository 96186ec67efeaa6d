"""Which sentence of a long clause became which, so that words are compared inside sentences only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

Tokens = tuple[str, ...]
Pairs = tuple[tuple[Tokens, Tokens], ...]
"""In the order of both texts; one side is empty where a sentence was deleted or inserted."""

_ALIKE: Final = 0.5
_MAX_CELLS: Final = 10_000
"""Combinations of sentences that are weighed; a block with more is compared as one."""
_WIDE_ENDS: Final = frozenset("。！？")
_ENDS: Final = _WIDE_ENDS | frozenset(".!?")
_AFTER_END: Final = _ENDS | frozenset("」』）)”’\"'")


def work(a: Sequence[object], b: Sequence[object]) -> int:
    """The most steps that SequenceMatcher can need: pairs of equal elements, once for each block that it can find."""
    in_a, in_b = Counter(a), Counter(b)
    return sum(count * in_b[element] for element, count in in_a.items()) * min(len(a), len(b))


def split(tokens: Tokens) -> tuple[Tokens, ...]:
    """The sentences, each with the closing marks and white space after it. A dot inside a word or number ends none."""
    sentences: list[Tokens] = []
    start = at = 0
    while at < len(tokens):
        end, at = tokens[at], at + 1
        if end not in _ENDS:
            continue
        first = at
        while at < len(tokens) and (tokens[at] in _AFTER_END or tokens[at].isspace()):
            at += 1
        if end in _WIDE_ENDS or any(token.isspace() for token in tokens[first:at]):
            sentences.append(tokens[start:at])
            start = at
    return (*sentences, tokens[start:]) if start < len(tokens) else tuple(sentences)


def aligned(old: Tokens, new: Tokens, limit: int) -> Pairs:
    """The sentences of both texts side by side, in order; only sentences that are at least half alike are paired.

    `limit` bounds the steps: a pair of texts that could take more is left as one.
    """
    a, b = split(old), split(new)
    if work(a, b) > limit:
        return ((old, new),)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    pairs: list[tuple[Tokens, Tokens]] = []
    for operation, a_from, a_to, b_from, b_to in blocks:
        left, right = a[a_from:a_to], b[b_from:b_to]
        pairs.extend(zip(left, right, strict=True) if operation == "equal" else _paired(left, right, limit))
    return tuple(pairs)


def _paired(a: Sequence[Tokens], b: Sequence[Tokens], limit: int) -> Iterator[tuple[Tokens, Tokens]]:
    """The pairing that keeps the order and makes the sum of likeness greatest."""
    if len(a) * len(b) > _MAX_CELLS:
        yield tuple(chain.from_iterable(a)), tuple(chain.from_iterable(b))
        return
    share = limit // max(1, len(a) * len(b))
    alike = [[_likeness(left, right, share) for right in b] for left in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield a[i], b[j]
            i, j = i + 1, j + 1
        elif i < len(a) and best[i][j] == best[i + 1][j]:
            yield a[i], ()
            i += 1
        else:
            yield (), b[j]
            j += 1


def _likeness(a: Tokens, b: Tokens, share: int) -> float:
    """From 0 to 1 without regard to white space: ratio, or its upper bound where that is low or ratio costs much."""
    left = [token for token in a if not token.isspace()]
    right = [token for token in b if not token.isspace()]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    bound = matcher.quick_ratio()
    return bound if bound < _ALIKE or work(left, right) > share else matcher.ratio()
