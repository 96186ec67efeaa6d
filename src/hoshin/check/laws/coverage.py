"""The table that a lawyer signs: each item of a law, and what the policy does about it (rules.md 3.10 and 4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from hoshin.check.laws.case import Case
from hoshin.check.laws.outcome import Breach, Exempt, Held
from hoshin.check.laws.pack import Item, Pack
from hoshin.check.laws.run import Judged, judge
from hoshin.kernel.finding import Severity
from hoshin.kernel.place import RawPath

Verdict = Literal["satisfied", "missing", "unprinted", "unknown", "not-applicable"]
_WORST_FIRST: Final[tuple[Verdict, ...]] = ("missing", "unprinted", "unknown")


class Row(Struct, frozen=True):
    """One item: the verdict, the printed units that satisfy it, the reasons of a declared no, and what is open.

    `open` holds rule ids with what each breaks and where, also of lesser breaches beside a satisfied item. `rules` are
    those that were asked: a rule that is not in force on the day is not among them.
    """

    item: Item
    verdict: Verdict
    units: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    open: tuple[tuple[str, str, RawPath], ...] = ()
    rules: tuple[str, ...] = ()


def coverage(pack: Pack, case: Case, items: tuple[Item, ...] | None = None) -> tuple[Row, ...]:
    """A row for each item of the pack, or of another list over its rules, in the order of the list."""
    judged = {one.rule.id: one for one in judge(pack, case)}
    return tuple(_row(item, judged) for item in (pack.items if items is None else items))


def _row(item: Item, judged: Mapping[str, Judged]) -> Row:
    asked = tuple(judged[name] for name in item.rules if name in judged)
    outcomes = [outcome for one in asked for outcome in one.outcomes]
    held = [one for one in outcomes if isinstance(one, Held)]
    return Row(
        item,
        _verdict(asked),
        tuple(dict.fromkeys(unit for one in held for unit in one.units)),
        tuple(dict.fromkeys(one.path for one in held)),
        tuple(dict.fromkeys(one.reason for one in outcomes if isinstance(one, Exempt) and one.reason)),
        tuple(_open(asked)),
        tuple(one.rule.id for one in asked),
    )


def _open(asked: tuple[Judged, ...]) -> Iterator[tuple[str, str, RawPath]]:
    for one in asked:
        for outcome in one.outcomes:
            if isinstance(outcome, Breach):
                yield one.rule.id, outcome.path, outcome.raw


def _verdict(asked: tuple[Judged, ...]) -> Verdict:
    """The worst of what errors say; without an error, what is kept counts, and lesser breaches stay remarks."""
    breaches = [(one.rule, outcome) for one in asked for outcome in one.outcomes if isinstance(outcome, Breach)]
    grave = {_as_verdict(outcome) for rule, outcome in breaches if rule.of(outcome) is Severity.ERROR}
    for verdict in _WORST_FIRST:
        if verdict in grave:
            return verdict
    if any(isinstance(outcome, Held) for one in asked for outcome in one.outcomes):
        return "satisfied"
    lesser = {_as_verdict(outcome) for _, outcome in breaches}
    return next((verdict for verdict in _WORST_FIRST if verdict in lesser), "not-applicable")


def _as_verdict(breach: Breach) -> Verdict:
    return {"unknown": "unknown", "unprinted": "unprinted"}.get(breach.trigger, "missing")  # type: ignore[return-value]  # all of them are verdicts
