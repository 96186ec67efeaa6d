"""Facts that vanished and appeared and look alike: a rename that nobody declared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from hoshin.diff.bodies import Body
from hoshin.diff.change import SuspectedRename
from hoshin.diff.draft import Draft
from hoshin.kernel.alike import ratio
from hoshin.kernel.regex import regex

ALIKE: Final = 0.70
"""Of 1; measured on edited paragraphs of public legal texts (changes.md 8)."""
_WORD: Final = regex(r"\w+")
_SHARED: Final = 0.3
"""Pairs that have fewer words in common are not compared letter by letter."""
_MOST: Final = 4_000
"""Letters of each content that are compared, and pairs of one report."""


def suspects(drafts: Sequence[Draft], retired: Container[str] = ()) -> tuple[SuspectedRename, ...]:
    """Pairs of one type, each fact at most once, the most alike first. A note, never a decision.

    A fact whose id is among the retired ones is gone for good: nobody forgot to declare a rename.
    """
    come = _contents(drafts, "added")
    gone = {fact: content for fact, content in _contents(drafts, "removed").items() if fact not in retired}
    pairs = sorted(
        ((alike, before, after) for before, after, alike in _alike(gone, come)), key=lambda pair: (-pair[0], *pair[1:])
    )
    taken: set[str] = set()
    found: list[SuspectedRename] = []
    for alike, before, after in pairs:
        if not taken & {f"-{before}", f"+{after}"}:
            taken |= {f"-{before}", f"+{after}"}
            kind = before.partition("/")[0]
            found.append(SuspectedRename(type=kind, before=before, after=after, ratio=round(alike, 3)))
    return tuple(found)


def _contents(drafts: Sequence[Draft], operation: str) -> dict[str, tuple[str, Counter[str]]]:
    found: dict[str, tuple[str, Counter[str]]] = {}
    for draft in drafts:
        if draft.raw.op == operation and not draft.raw.inside and "/" in draft.fact and draft.case:
            body = draft.case.before if operation == "removed" else draft.case.after
            if text := _text(body):
                found[draft.fact] = (text, Counter(_WORD.findall(text)))
    return found


def _text(body: Body) -> str:
    """The content to compare; the place of a clause and a declared rename say nothing about it."""
    kept = {key: node for key, node in body.items() if key not in {"in", "formerly", "source-ref"}}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)[:_MOST] if len(kept) > 1 else ""


def _alike(
    gone: Mapping[str, tuple[str, Counter[str]]], come: Mapping[str, tuple[str, Counter[str]]]
) -> Iterator[tuple[str, str, float]]:
    compared = 0
    by_type: dict[tuple[str, int], list[str]] = {}
    for after in come:
        by_type.setdefault(_type(after), []).append(after)
    for before, (old, old_words) in gone.items():
        for after in by_type.get(_type(before), ()):
            new, new_words = come[after]
            if not _near(old, new, old_words, new_words):
                continue
            compared += 1
            if compared > _MOST:
                return
            if (alike := ratio(old, new)) >= ALIKE:
                yield before, after, alike


def _type(fact: str) -> tuple[str, int]:
    return fact.partition("/")[0], fact.count("/")


def _near(old: str, new: str, old_words: Counter[str], new_words: Counter[str]) -> bool:
    most = 2 * min(len(old), len(new)) / (len(old) + len(new))
    words = sum(old_words.values()) + sum(new_words.values())
    return most >= ALIKE and bool(words) and 2 * sum((old_words & new_words).values()) / words >= _SHARED
