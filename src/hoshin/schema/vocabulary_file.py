"""`schema/vocabulary.yaml`: a project's own terms, and what can be wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from hoshin.kernel.finding import Arg
from hoshin.kernel.place import RawPath
from hoshin.schema.base import Frozen
from hoshin.schema.names import Curie, LocaleCode, PlainText
from hoshin.schema.vocabulary import Vocabulary
from hoshin.schema.vocabulary_term import Term, split_id

ShortLabel = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]


class OwnTerm(Frozen):
    """A term of the project: id with the project's prefix, a label per language, the terms directly above it."""

    id: Curie
    label: Annotated[Mapping[LocaleCode, ShortLabel], Field(min_length=1)]
    broader: Annotated[tuple[Curie, ...], Field(min_length=1)]
    note: PlainText | None = None

    def term(self) -> Term:
        """The entry as a term of the vocabulary."""
        labels = tuple(sorted(self.label.items()))
        return Term(
            id=self.id,
            label=self.label.get("en", labels[0][1]),
            broader=self.broader,
            labels=labels,
            source="project",
        )


class VocabularyFile(Frozen):
    """The whole file."""

    terms: tuple[OwnTerm, ...] = ()


class TermFault(NamedTuple):
    """A fault of the file: where it stands, which message tells it, and what fills that message."""

    path: RawPath
    message: str
    args: tuple[tuple[str, Arg], ...]


def _fault(path: RawPath, message: str, **args: Arg) -> TermFault:
    return TermFault(path, message, tuple(sorted(args.items())))


def faults(own_terms: Iterable[Term], vocabulary: Vocabulary) -> tuple[TermFault, ...]:
    """All faults of a project's terms against the shipped vocabulary, in the order of the file.

    Messages and arguments: `shipped-id` (id), `reserved-prefix` (id, prefix), `duplicate-id` (id, first: position
    counted from 1), `broader-renamed` (id, broader, now), `broader-unknown` (id, broader, nearest: "" for none),
    `broader-cycle` (id, broader). Without faults every own term lies under a shipped one.
    """
    terms = tuple(own_terms)
    merged = vocabulary.merged(terms)
    reserved = frozenset(vocabulary.prefixes) | {split_id(term_id)[0] for term_id in vocabulary.terms}
    first: dict[str, int] = {}
    found: list[TermFault] = []
    for position, term in enumerate(terms):
        first.setdefault(term.id, position)
        here: RawPath = ("terms", position)
        if term.id in vocabulary:
            found.append(_fault((*here, "id"), "shipped-id", id=term.id))
        elif (prefix := split_id(term.id)[0]) in reserved:
            found.append(_fault((*here, "id"), "reserved-prefix", id=term.id, prefix=prefix))
        if first[term.id] != position:
            found.append(_fault((*here, "id"), "duplicate-id", id=term.id, first=first[term.id] + 1))
        found.extend(_of_broader(term, (*here, "broader"), merged))
    return tuple(found)


def _of_broader(term: Term, path: RawPath, merged: Vocabulary) -> Iterator[TermFault]:
    for index, above in enumerate(term.broader):
        here = (*path, index)
        if above in merged:
            if merged.is_a(above, term.id):
                yield _fault(here, "broader-cycle", id=term.id, broader=above)
        elif now := merged.alias(above):
            yield _fault(here, "broader-renamed", id=term.id, broader=above, now=now)
        else:
            yield _fault(here, "broader-unknown", id=term.id, broader=above, nearest=merged.nearest(above) or "")
