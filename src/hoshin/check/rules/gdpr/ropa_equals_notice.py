"""The record and the notice name the same data for the same people.

Why:
    Both come from one matrix, so they can differ in one way only: data that the record lists for people here, and
    that the notice tells in a part meant for people elsewhere (GDPR Arts 5(1)(a), 30).

Bad::

    data:
      - {id: voice, title: Voice, text: your voice, source: {kind: automatic}}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: voice}]}
    sections:
      - id: use
        title: What we do
        blocks:
          - {kind: list, id: data, of: data, order: [account, order-data]}
          - {kind: list, id: items, of: data, within: account}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: bases, of: legal_bases}
      - id: brazil
        title: Brazil
        scope: {region: [BR]}
        blocks:
          - {kind: list, id: voice, of: data, order: [voice]}

Good::

    data:
      - {id: voice, title: Voice, text: your voice, source: {kind: automatic}}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: voice}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Data of the matrix that texts tell, though none that is meant for these people."""
    for path in dict.fromkeys(f"data/{cell.data}" for cell in case.cells if cell.data):
        here, anywhere = case.told(path), case.authored.told.get(path, ())
        entry = case.subject.loaded.index.entries.get(path)
        if entry is None:
            continue  # a name that leads nowhere: DOC126 speaks
        if anywhere and not here:
            yield Breach("unprinted", path, entry.raw, {"name": getattr(entry.value, "title", None) or entry.id})
        else:
            yield Held(path, here)


RULE = LawRule(
    id="GDPR802",
    slug="ropa-equals-notice",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(1)(a)"),
        Ground("GDPR", "30"),
    ),
    severity=Severity.ERROR,
    variants=("unprinted",),
)
