"""How alike two texts are: the share of letters that stand in both in the same order."""

from __future__ import annotations


def ratio(one: str, other: str) -> float:
    """From 0 to 1: twice the length of a longest common subsequence over both lengths (RapidFuzz calls it `ratio`).

    One row of the usual table is held in the bits of an integer, so that each letter of `other` costs a few operations
    on whole numbers (Hyyrö 2004).
    """
    if not one or not other:
        return float(one == other)
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    full = (1 << len(one)) - 1
    row = full
    for letter in other:
        hit = row & places.get(letter, 0)
        row = ((row + hit) | (row - hit)) & full
    return 2 * (len(one) - row.bit_count()) / (len(one) + len(other))
