"""The closed list of words that a policy may use: W3C DPV 2.3, the shipped Japanese terms, a project's own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from hoshin.kernel.regex import regex
from hoshin.schema.vocabulary_shipped import read_shipped
from hoshin.schema.vocabulary_term import Term, split_id

_PUNCTUATION = regex(r"[\W_]+")
_ALIKE = 0.6
"""How alike two names must be, of 1 (difflib's own default)."""
_LONGEST = 120
"""Longer words are not compared: no id comes near it, and likeness takes the square of the length."""


class _Joined(Mapping[str, Term]):
    """Two sets of terms without an id in common, read as one; neither is copied."""

    def __init__(self, first: Mapping[str, Term], then: Mapping[str, Term]) -> None:
        self._first = first
        self._then = then

    def __getitem__(self, term_id: str) -> Term:
        return self._then[term_id] if term_id in self._then else self._first[term_id]

    def __contains__(self, term_id: object) -> bool:
        return term_id in self._then or term_id in self._first

    def __iter__(self) -> Iterator[str]:
        return chain(self._first, self._then)

    def __len__(self) -> int:
        return len(self._first) + len(self._then)


class Vocabulary(Struct, frozen=True, eq=False):
    """Terms by id, the ids that older DPV releases had, and the namespaces behind the prefixes. Immutable."""

    terms: Mapping[str, Term]
    renamed: Mapping[str, str]
    replaced: Mapping[str, str]
    prefixes: Mapping[str, str]

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def __iter__(self) -> Iterator[Term]:
        return (self.terms[term_id] for term_id in self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def get(self, term_id: str) -> Term | None:
        """The term of that id. Old ids are not followed: ask `alias`."""
        return self.terms.get(term_id)

    def alias(self, term_id: str) -> str | None:
        """The present id of a term that an older DPV release called `term_id`; the meaning is the same."""
        return self.renamed.get(term_id)

    def nearest(self, term_id: str) -> str | None:
        """A known id for people to consider in place of an unknown one: a suggestion, not a replacement.

        First what became of an old id, then the same name under another prefix, then similar names, those of the same
        prefix before others.
        """
        if known := self.renamed.get(term_id) or self.replaced.get(term_id):
            return known
        if len(term_id) > _LONGEST:
            return None
        prefix, name = split_id(term_id)[0], _folded(term_id)
        everything = sorted(self.terms)
        same = [other for other in everything if split_id(other)[0] == prefix]
        searches = ((same, 1.0), (everything, 1.0), (same, _ALIKE), (everything, _ALIKE))
        return next((found for ids, cutoff in searches if (found := _alike(name, ids, cutoff))), None)

    def ancestors(self, term_id: str) -> tuple[str, ...]:
        """All ids above a term (skos:broader), the closest first; empty for an unknown id.

        Some DPV terms lie under terms of its extensions `risk` and `justifications`, which are not in the list; their
        ids stand here too. A cycle ends where it closes.
        """
        found: dict[str, None] = {}
        level = self._broader(term_id)
        while level:
            fresh = tuple(dict.fromkeys(above for above in level if above not in found and above != term_id))
            found.update(dict.fromkeys(fresh))
            level = tuple(above for item in fresh for above in self._broader(item))
        return tuple(found)

    def is_a(self, term_id: str, ancestor: str) -> bool:
        """Whether a term is `ancestor` or lies under it."""
        return term_id == ancestor or ancestor in self.ancestors(term_id)

    def iri(self, term_id: str) -> str | None:
        """The full identifier behind a CURIE; None where its prefix has no published namespace (`x-jp:`, own terms)."""
        prefix, name = split_id(term_id)
        namespace = self.prefixes.get(prefix)
        return None if namespace is None else namespace + name

    def merged(self, own: Iterable[Term]) -> Vocabulary:
        """This vocabulary and more terms. An id that is taken stays what it was (`faults` reports it)."""
        more: dict[str, Term] = {}
        for term in own:
            more.setdefault(term.id, term)
        fresh = {term_id: term for term_id, term in more.items() if term_id not in self.terms}
        return replace(self, terms=_Joined(self.terms, fresh))

    def _broader(self, term_id: str) -> tuple[str, ...]:
        term = self.terms.get(term_id)
        return term.broader if term else ()


def _folded(term_id: str) -> str:
    """The local name without case and punctuation, so that `eu-gdpr:A6(1)(f)` finds `eu-gdpr:A6-1-f`."""
    return _PUNCTUATION.sub("-", split_id(term_id)[1].casefold()).strip("-")


def _alike(name: str, ids: Iterable[str], cutoff: float) -> str | None:
    by_name: dict[str, str] = {}
    for term_id in ids:
        by_name.setdefault(_folded(term_id), term_id)
    found = get_close_matches(name, by_name, n=1, cutoff=cutoff)
    return by_name[found[0]] if found else None


@cache
def shipped() -> Vocabulary:
    """The vocabulary of the package, read once."""
    return Vocabulary(*read_shipped())
