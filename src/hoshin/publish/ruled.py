"""Documents that were read, with their rules under way: the half of a check that needs no translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from msgspec import Struct

from hoshin.check.laws.days import Days
from hoshin.kernel.aside import Aside, when_asked
from hoshin.kernel.finding import Finding
from hoshin.policy.load import Reading
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import Terms, project_terms
from hoshin.publish.rules_file import read_rules
from hoshin.publish.siblings import siblings_of
from hoshin.schema.vocabulary_term import split_id
from hoshin.translations.closing import closing_facts

_UNKNOWN_TERM: Final = frozenset({"DOC132.near", "DOC132.unknown"})

Findings = tuple[Finding, ...]


class Begun(Struct, frozen=True):
    """A document of a snapshot: what reading it gave, and what waits for the findings of its words and rules."""

    snapshot: Snapshot
    name: str
    reading: Reading
    ruled: Callable[[], Findings]


def begin(
    documents: Iterable[tuple[Snapshot, str, Reading]], days: Days | None, aside: Aside = when_asked
) -> tuple[Begun, ...]:
    """Ask the rules about documents that were read, about all in one work put aside. Without `days` no law is asked."""
    read = tuple(documents)
    answers = aside(lambda: tuple(_ruled(snapshot, reading, days) for snapshot, _, reading in read))
    return tuple(Begun(*parts, partial(_at, answers, position)) for position, parts in enumerate(read))


def _at(answers: Callable[[], tuple[Findings, ...]], position: int) -> Findings:
    return answers()[position]


def _ruled(snapshot: Snapshot, reading: Reading, days: Days | None) -> Findings:
    """Faults of the project's own words, and what the rules find in a document that could be read."""
    loaded, terms = reading.loaded, project_terms(snapshot)
    if loaded is None:
        return terms.findings
    from hoshin.check.rule import Subject  # noqa: PLC0415 - where the rules run in a copy, only it needs them
    from hoshin.check.run import check_subject  # noqa: PLC0415 - as above

    subject = Subject(loaded, terms, siblings_of(snapshot, loaded), closing_facts(snapshot, loaded))
    found = check_subject(subject, days=days, own=read_rules(snapshot).file)
    return (*terms.findings, *(item for item in found if not _lost_with_the_vocabulary(item, terms)))


def _lost_with_the_vocabulary(item: Finding, terms: Terms) -> bool:
    """Whether a term is only unknown because the project's vocabulary, which may have it, cannot be used."""
    if terms.own or not terms.findings or item.message_id not in _UNKNOWN_TERM:
        return False
    return split_id(str(dict(item.args)["term"]))[0] not in terms.vocabulary.prefixes
