"""The fewest members of a list that must move to explain its new order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Members of both lists outside one longest common order, in their new order. Members do not repeat."""
    place = {member: at for at, member in enumerate(before)}
    common = [member for member in after if member in place]
    stay = set(_longest_rise([place[member] for member in common]))
    return tuple(member for member in common if place[member] not in stay)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """A longest strictly increasing subsequence, in n log n."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        if length == len(tails):
            tails.append(number)
            tail_at.append(at)
        else:
            tails[length] = number
            tail_at[length] = at
        previous.append(tail_at[length - 1] if length else -1)
    found: list[int] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        found.append(numbers[at])
        at = previous[at]
    return found[::-1]
