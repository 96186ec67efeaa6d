"""Kinds of the changes of retention, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.bodies import Node
from hoshin.diff.canonical import Canonical
from hoshin.diff.judges import always, aspect, duration, flag, gained, longer_or_shorter, members, ranked
from hoshin.diff.table_data import details
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict

LENGTHS: Final = (
    "period", "business-days", "min", "max", "range", "range/*", "longest-of/*", "longest-of/**", "earliest-of/*",
    "earliest-of/**", "stages/*", "stages/**",
)  # fmt: skip
"""Fields of the model that the canonical form has as one length."""
_EXTENDED: Final = verdict("RETENTION_EXTENDED")
_SHORTENED: Final = verdict("RETENTION_SHORTENED")
_STATED: Final = verdict("RETENTION_PERIOD_STATED")
_DROPPED: Final = verdict("RETENTION_PERIOD_DROPPED")
_UNCLEAR: Final = verdict("RETENTION_PERIOD_CHANGED")
_HEDGED: Final = verdict("RETENTION_HEDGED")
_FIRMED: Final = verdict("RETENTION_FIRMED")
_CHANGED: Final = verdict("RETENTION_CHANGED", "601")


def period(case: Case) -> Verdict:
    """A period, criteria, nothing: in this order less protective; what the calendar decides is unclear."""
    return _step(case.raw.before, case.raw.after)


def _step(before: Node | None, after: Node | None) -> Verdict:
    if "indefinite" in (before, after):
        if None in (before, after):
            return _UNCLEAR
        return _EXTENDED if after == "indefinite" else _SHORTENED
    if before is None or after is None:
        return _DROPPED if after is None else _STATED
    if "not_stored" in (before, after):
        return _SHORTENED if after == "not_stored" else _EXTENDED
    order = longer_or_shorter(before, after)
    return _UNCLEAR if order is None else _EXTENDED if order > 0 else _SHORTENED


def _whole_rule(case: Case) -> Verdict:
    """A rule that is new or gone, measured against the default that holds without it."""
    gone = case.raw.op == "removed"
    kind = "RETENTION_REMOVED" if gone else "RETENTION_ADDED"
    own = (case.before if gone else case.after).get("period")
    default = _default(case.new if gone else case.old)
    if default is None:
        return verdict(kind, "603" if gone else "604")
    step = _step(own, default) if gone else _step(default, own)
    return verdict(kind, "602" if step.kind in {"RETENTION_SHORTENED", "RETENTION_PERIOD_STATED"} else "601")


def _default(side: Canonical) -> Node | None:
    rules = (side.facts[path] for path in side.orders.get("retention", ()))
    return next((rule["period"] for rule in rules if rule.get("default") is True and "period" in rule), None)


def _criterion(case: Case) -> Verdict:
    """The first criterion where nothing was stated is a promise; each further one keeps data longer."""
    added = case.raw.op == "added"
    body = case.before if added else case.after
    if "period" not in body and "criteria" not in body:
        return _STATED if added else _DROPPED
    return _EXTENDED if added else _SHORTENED


def _trigger(case: Case) -> Verdict:
    """Another start event cannot be compared; one stated for the first time is a gain."""
    return verdict("RETENTION_TRIGGER_CHANGED", class_="notable" if case.raw.op == "added" else "material")


def _bound(case: Case) -> Verdict:
    """To or from a mere minimum the length itself changes; between the others the firmness."""
    before, after = case.raw.before, case.raw.after
    if "min" in (before, after):
        return _EXTENDED if after == "min" else _SHORTENED
    return ranked((("max",), ("exact",), (None,), ("about",)), _HEDGED, _FIRMED, _CHANGED)(case)


def _exception(case: Case) -> Verdict:
    """Data that a rule keeps longer or shorter than the rest, measured against the rule itself.

    An end that is an event, or another start, cannot be compared with a length.
    """
    if case.pattern == "exceptions":
        return _CHANGED
    body = case.after if case.raw.op == "added" else case.before
    part = at(body, case.raw.inside)
    said = part if isinstance(part, Mapping) else {}
    if (
        "until" in body
        or "until" in said
        or said.get("starts-from", body.get("starts-from")) != body.get("starts-from")
    ):
        return _CHANGED
    own, rule = said.get("period"), body.get("period")
    step = _step(rule, own)
    if step == _UNCLEAR:
        return _CHANGED
    longer = step.kind not in {"RETENTION_SHORTENED", "RETENTION_PERIOD_STATED"}
    return _EXTENDED if longer == (case.raw.op == "added") else _SHORTENED


_TRIGGER_OF_PART: Final = always("RETENTION_TRIGGER_CHANGED")
_REVIEW: Final = gained(_FIRMED, _HEDGED, verdict("RETENTION_CHANGED", "606"))
_OF: Final = members(verdict("RETENTION_SCOPE_WIDENED"), verdict("RETENTION_SCOPE_NARROWED"))
_THEN: Final = ranked(
    (("delete", "destroy"), ("anonymise",), ("return", "block"), ("archive",), (None,)),
    _HEDGED,
    _FIRMED,
    verdict("RETENTION_CHANGED", "606"),
)

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "retention": {
        "": _whole_rule,
        "of": _OF,
        "of/*": _OF,
        "default": always("RETENTION_CHANGED", "601"),
        **dict.fromkeys(LENGTHS, period),
        "bound": _bound,
        "criteria/*": _criterion,
        "starts-from": _trigger,
        "until": _trigger,
        "until/**": _trigger,
        "illustration": always("RETENTION_CHANGED", class_="notable"),
        "then": _THEN,
        "method": aspect("TEXT_CHANGED"),
        "governed-by": details,
        "review": _REVIEW,
        "review/every": duration(_HEDGED, _FIRMED, _FIRMED, _HEDGED, verdict("RETENTION_CHANGED", "606")),
        "review/then": always("RETENTION_CHANGED", "606"),
        "review/regularly": flag(_FIRMED, _HEDGED, verdict("RETENTION_CHANGED", "606")),
        "exceptions/*": _exception,
        "exceptions/*/of/*": always("RETENTION_CHANGED", "601"),
        **{f"exceptions/*/{way}": period for way in LENGTHS},
        **{f"exceptions/*/{way}": _TRIGGER_OF_PART for way in ("starts-from", "until", "until/**")},
        "exceptions/*/criteria/*": always("RETENTION_CHANGED", "601"),
        "exceptions/*/illustration": always("RETENTION_CHANGED", class_="notable"),
        "exceptions/*/ground": always("RETENTION_CHANGED", "601"),
        "justification": aspect("TEXT_CHANGED"),
        "suspended-by/*": gained(_EXTENDED, _SHORTENED, _CHANGED),
    },
}
