"""One word of the vocabulary."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

TermKind = Literal["class", "property"]
TermSource = Literal["dpv", "hoshin", "project"]


class Ground(Struct, frozen=True):
    """Where the law defines the term: an act (a CURIE) and its article; `confirmed` once counsel has compared them."""

    law: str
    article: str
    confirmed: bool


class Term(Struct, frozen=True):
    """A term: a CURIE, its English label (the first other one where there is none) and the terms directly above it.

    `labels` holds locale and label of the terms that bring labels of their own; DPV has English ones only.
    """

    id: str
    label: str
    kind: TermKind = "class"
    broader: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    source: TermSource = "dpv"
    ground: Ground | None = None

    def label_in(self, locale: str) -> str | None:
        """The term's own label in that language, if it brings one."""
        return dict(self.labels).get(locale)


def split_id(term_id: str) -> tuple[str, str]:
    """Prefix and local name of a CURIE; the prefix is empty where there is no colon."""
    prefix, colon, name = term_id.partition(":")
    return (prefix, name) if colon else ("", term_id)
