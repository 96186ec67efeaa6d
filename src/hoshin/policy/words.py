"""The word diff of two texts, as a redline and a reviewer of translations read it (changes.md section 10).

Tokens come from patterns, not from a dictionary, so that the redline of an old version never changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from hoshin.kernel.regex import regex
from hoshin.policy.segment import Segment
from hoshin.policy.sentences import Tokens, aligned, work
from hoshin.policy.typography import typographic_only
from hoshin.policy.word_flags import flags
from hoshin.policy.words_ja import token_pattern

__all__ = ["MAX_CHARACTERS", "MAX_WORK", "Segment", "flags", "tokens", "typographic_only", "word_diff"]

MAX_CHARACTERS: Final = 40_000
"""Of both texts together; a longer pair is one deletion and one insertion."""
MAX_WORK: Final = 60_000_000
"""Steps that one comparison may take at worst, as `work` counts them; beyond, its costliest sentences are replaced."""
_LONG: Final = 600
"""Characters above which sentences are paired before words are compared; on short clauses that reads worse."""

_ENGLISH: Final = regex(r"[0-9]+(?:[.,][0-9]+)+|\w+(?:['’-]\w+)*|\s+|.", re.DOTALL)
_WORD: Final = regex(r"\w+(?:['’-]\w+)*")
_SENTENCE_END: Final = regex(r"[。！？]|[.!?](?:\s|$)")


class _Run(Struct):
    """An unchanged text and the change that follows it, while they are being built."""

    same: str = ""
    old: str = ""
    new: str = ""

    @property
    def size(self) -> int:
        return max(len(self.old), len(self.new))


def tokens(text: str, language: str, terms: Sequence[str] = ()) -> Tokens:
    """The pieces between which a redline may cut; joined they are the text. `terms` (Japanese) are never cut."""
    pattern = token_pattern(tuple(terms)) if _is_japanese(language) else _ENGLISH
    return tuple(pattern.findall(text))


def word_diff(old: str, new: str, language: str, terms: Sequence[str] = ()) -> tuple[Segment, ...]:
    """What was deleted from `old` and inserted to make `new`, in a form that reads well.

    Without the insertions the segments are `old`, without the deletions `new`, byte for byte. A deletion stands before
    the insertion at the same place, no segment is empty, equal texts give one segment (two empty texts none), and
    nothing but the arguments decides. `terms` are words of the glossary: they move cuts, never texts.
    """
    if old == new:
        return (Segment("=", old),) if old else ()
    if not old or not new or len(old) + len(new) > MAX_CHARACTERS:
        return tuple(_segments([_Run(old=old, new=new)]))
    before, after = tokens(old, language, terms), tokens(new, language, terms)
    pairs = aligned(before, after, MAX_WORK) if max(len(old), len(new)) > _LONG else ((before, after),)
    trimmed = tuple(_trimmed(a, b) for a, b in pairs)
    costs = [work(a, b) for _, a, b, _ in trimmed]
    limit = MAX_WORK if sum(costs) <= MAX_WORK else MAX_WORK // len(costs)
    pieces = (
        piece
        for (head, a, b, tail), cost in zip(trimmed, costs, strict=True)
        for piece in (("=", head), *_compared(a, b, whole=cost > limit), ("=", tail))
    )
    return tuple(_segments(_coalesced(_runs(pieces), japanese=_is_japanese(language))))


def _is_japanese(language: str) -> bool:
    return language.split("-", maxsplit=1)[0] == "ja"


def _trimmed(a: Tokens, b: Tokens) -> tuple[Tokens, Tokens, Tokens, Tokens]:
    """Common beginning, the two middles, common end."""
    most = min(len(a), len(b))
    head = next((at for at in range(most) if a[at] != b[at]), most)
    most -= head
    tail = next((at for at in range(most) if a[-1 - at] != b[-1 - at]), most)
    return a[:head], a[head : len(a) - tail], b[head : len(b) - tail], a[len(a) - tail :]


_Piece = tuple[str, Tokens]
"""Operation (`=`, `-`, `+`) and the tokens it is about."""


def _compared(a: Tokens, b: Tokens, *, whole: bool) -> Iterator[_Piece]:
    if whole or not a or not b:
        yield "-", a
        yield "+", b
        return
    for operation, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if operation == "equal":
            yield "=", a[a_from:a_to]
        else:
            yield "-", a[a_from:a_to]
            yield "+", b[b_from:b_to]


def _runs(pieces: Iterable[_Piece]) -> list[_Run]:
    runs = [_Run()]
    for operation, piece in pieces:
        text = "".join(piece)
        if operation == "=" and text and runs[-1].size:
            runs.append(_Run(same=text))
        elif operation == "=":
            runs[-1].same += text
        elif operation == "-":
            runs[-1].old += text
        else:
            runs[-1].new += text
    return runs


def _coalesced(runs: list[_Run], *, japanese: bool) -> list[_Run]:
    """Small unchanged islands between two changes taken into them, again and again until none is left."""
    absorbed = True
    while absorbed:
        absorbed = False
        kept = runs[:1]
        for run in runs[1:]:
            last = kept[-1]
            if run.size and _is_small(run.same, min(last.size, run.size), japanese=japanese):
                kept[-1] = _Run(last.same, last.old + run.same + run.old, last.new + run.same + run.new)
                absorbed = True
            else:
                kept.append(run)
        runs = kept
    return runs


def _is_small(island: str, neighbour: int, *, japanese: bool) -> bool:
    if _SENTENCE_END.search(island):
        return False
    if len(island) <= min(neighbour, 6 if japanese else 12):
        return True
    return len(island) <= 2 if japanese else len(_WORD.findall(island)) <= 1  # noqa: PLR2004  # changes.md 10.1 step 4


def _segments(runs: Iterable[_Run]) -> Iterator[Segment]:
    for run in runs:
        if run.same:
            yield Segment("=", run.same)
        if run.old:
            yield Segment("-", run.old)
        if run.new:
            yield Segment("+", run.new)
