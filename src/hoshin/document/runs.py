"""Two versions of a line of running text as one, with inserted and deleted words (changes.md 10 and 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from hoshin.document.nodes import Break, Deleted, Foreign, Inline, Inlines, Inserted, Text, Time, Unit, Value
from hoshin.policy.segment import Op
from hoshin.policy.words import word_diff

_END: Final = "\n"
"""Stands for a line end while words are compared: no text holds one, since white space was normalised."""
Shell: TypeAlias = Inline
"""A node without its children: what surrounds some characters."""


class _Run(Struct, frozen=True):
    """Characters and what surrounds them, outermost first."""

    text: str
    shells: tuple[Shell, ...] = ()

    @property
    def look(self) -> tuple[Shell, ...]:
        """What a reader sees of the surroundings: links and stress, but not the language of words that stay."""
        return tuple(shell for shell in self.shells if not isinstance(shell, Unit | Value | Time | Foreign))


def revised(old: Inlines, new: Inlines, language: str, terms: Sequence[str] = ()) -> Inlines:
    """Both versions in one line. Without what is inserted it reads as `old`, without what is deleted as `new`.

    Words of the same letters with another link or stress count as changed.
    """
    if old == new:
        return new
    before, after = _flat(old, ()), _flat(new, ())
    pieces: list[tuple[Op, list[_Run]]] = []
    left, right = _Reader(before), _Reader(after)
    for segment in word_diff(_text(before), _text(after), language, terms):
        size = len(segment.text)
        match segment.op:
            case "=":
                pieces += _equal(left.take(size), right.take(size))
            case "-":
                pieces.append(("-", left.take(size)))
            case "+":
                pieces.append(("+", right.take(size)))
    return tuple(node for piece in _ordered(pieces) for node in _nodes(*piece))


def inserted(children: Inlines) -> Inlines:
    """The whole line as new words."""
    return (Inserted(children),) if children else ()


def deleted(children: Inlines) -> Inlines:
    """The whole line as words that are gone."""
    return (Deleted(children),) if children else ()


def _flat(nodes: Inlines, shells: tuple[Shell, ...]) -> list[_Run]:
    found: list[_Run] = []
    for node in nodes:
        match node:
            case Text(value):
                found += [_Run(value, shells)] if value else []
            case Break():
                found.append(_Run(_END, shells))
            case _:
                found += _flat(node.children, (*shells, replace(node, children=())))
    return found


def _text(runs: Iterable[_Run]) -> str:
    return "".join(run.text for run in runs)


class _Reader:
    """Reads runs by numbers of characters; each run is touched once, however many pieces there are."""

    def __init__(self, runs: Sequence[_Run]) -> None:
        self._runs = list(reversed(runs))

    def take(self, size: int) -> list[_Run]:
        taken: list[_Run] = []
        while size:
            run = self._runs.pop()
            if len(run.text) > size:
                self._runs.append(_Run(run.text[size:], run.shells))
                run = _Run(run.text[:size], run.shells)
            taken.append(run)
            size -= len(run.text)
        return taken


def _equal(old: Sequence[_Run], new: Sequence[_Run]) -> Iterator[tuple[Op, list[_Run]]]:
    """The same characters on both sides: kept where they look the same, replaced where they do not."""
    left, right = _Reader(old), _Reader(new)
    at = 0
    for end in sorted({*_ends(old), *_ends(new)}):
        a, b = left.take(end - at), right.take(end - at)
        at = end
        if a[0].look == b[0].look:
            yield "=", b
        else:
            yield "-", a
            yield "+", b


def _ends(runs: Sequence[_Run]) -> list[int]:
    found: list[int] = []
    for run in runs:
        found.append(len(run.text) + (found[-1] if found else 0))
    return found


def _ordered(pieces: Iterable[tuple[Op, list[_Run]]]) -> Iterator[tuple[Op, list[_Run]]]:
    """Neighbours of one kind joined; between two kept pieces all that is deleted stands before all that is inserted."""
    for kept, group in groupby(pieces, key=lambda piece: piece[0] == "="):
        members = list(group)
        kinds: tuple[Op, ...] = ("=",) if kept else ("-", "+")
        for kind in kinds:
            if runs := [run for operation, part in members if operation == kind for run in part]:
                yield kind, runs


def _nodes(operation: Op, runs: Sequence[_Run]) -> Inlines:
    made = _built(runs, 0)
    if operation == "=":
        return made
    return inserted(made) if operation == "+" else deleted(made)


def _built(runs: Sequence[_Run], depth: int) -> Inlines:
    """Nodes again, with one node around neighbours that had the same one."""
    found: list[Inline] = []
    for shell, group in groupby(runs, key=lambda run: run.shells[depth] if len(run.shells) > depth else None):
        members = list(group)
        if shell is None:
            found += _leaves("".join(run.text for run in members))
        elif not isinstance(shell, Text | Break):
            found.append(replace(shell, children=_built(members, depth + 1)))
    return tuple(found)


def _leaves(text: str) -> Iterator[Inline]:
    for at, part in enumerate(text.split(_END)):
        if at:
            yield Break()
        if part:
            yield Text(part)
