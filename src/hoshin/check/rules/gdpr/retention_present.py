"""A period or a criterion of storage is told for all data.

Why:
    People must learn how long their data are kept, or what decides it (GDPR Art. 13(2)(a), Art. 14(2)(a)). A rule
    for everything (`default: true`) counts.

Bad::

    without: [retention, section/keeping]

Bad (a rule without length)::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], text: We keep questions.}

Bad (a use that no rule reaches)::

    without: [retention/questions]

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], criteria: [question_answered], text: We keep a question until it is answered.}

Good (an exception of another rule says how long)::

    data:
      - {id: invoices, title: Invoices, text: "what you paid", source: {kind: automatic}}
    purposes:
      - {id: books, title: Books, kind: legal, subjects: [customers], text: to keep the books that the law demands, uses: [{data: invoices}]}
    legal_bases:
      - {id: duty, title: Duty, basis: "eu-gdpr:A6-1-c", purposes: [books], law: Art. 1 of the invented act, law_of: [PT], text: "because Art. 1 of the invented act obliges us"}
    retention:
      - id: orders
        title: Orders
        of: [purpose/shop]
        period: P1Y
        starts_from: contract_end
        except: [{of: [data/invoices], period: P7Y, starts_from: contract_end, ground: bookkeeping_law}]
        text: "We keep the data about an order for {retention:orders} after the end of the contract, invoices for {retention:orders/except/0}."

Not applicable (nothing is kept)::

    retention: {status: none, reason: nothing is kept}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.storage import FORMS
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.policy.index import Entry
from hoshin.schema.keeping import Retention

LENGTHS: Final = (*FORMS, "until", "criteria")


def judge(case: Case) -> Iterator[Outcome]:
    """Rules of storage, each with a length or criteria and told, that reach every use of data."""
    said = case.answer("retention")
    if said.state in {"unstated", "declared"}:
        yield Breach("missing", "retention", ("retention",))
    elif said.state == "no":
        yield Exempt(said.path, said.reason)
    else:
        yield from _rules(case)
        yield from _uncovered(case)


def _rules(case: Case) -> Iterator[Outcome]:
    for fact in case.facts(Retention):
        if any(getattr(fact.value, name) for name in LENGTHS):
            yield from case.held(fact)
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id}, "empty")


def _uncovered(case: Case) -> Iterator[Outcome]:
    """Purposes, and data without one, that no rule of storage and no exception of one reaches: each once."""
    entries = case.subject.loaded.index.entries
    apart = {path for fact in case.facts(Retention) for one in fact.value.exceptions for path in one.of}
    bare = dict.fromkeys(
        f"purpose/{cell.purpose}" if cell.purpose else f"data/{cell.data}"
        for cell in case.cells
        if not cell.retention
        and (cell.purpose or cell.data)
        and not apart & {f"purpose/{cell.purpose}", *_with_category(entries, f"data/{cell.data}")}
    )
    for path in bare:
        entry = entries.get(path)
        if entry is None:
            continue  # a name that leads nowhere: DOC126 speaks
        name = getattr(entry.value, "title", None) or entry.id
        yield Breach("missing", path, entry.raw, {"name": name}, "uncovered")


def _with_category(entries: Mapping[str, Entry], path: str) -> tuple[str, ...]:
    return (path, entries[path].parent) if path in entries else ()


RULE = LawRule(
    id="GDPR401",
    slug="retention-present",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(2)(a)"),
        Ground("GDPR", "14(2)(a)"),
    ),
    severity=Severity.ERROR,
    variants=("empty", "uncovered"),
)
