"""How changes of the fields that every fact carries are judged: status, scope, condition, modality and the like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.bodies import Body, Node
from hoshin.diff.judges import aspect, members
from hoshin.diff.kinds import kind_of
from hoshin.diff.verdict import Case, Judge, Verdict, verdict

_NO: Final = frozenset({"none", "not_required"})
_MODALITY: Final = {None: 1, "will": 0, "normally": 2, "usually": 2, "striving": 3, "may": 4, "may_be_obliged": 4}
_BOUND: Final = {"max": 0, "exact": 1, None: 2, "about": 3, "min": 4}
_OPENNESS: Final = {"exhaustive": 0, None: 1, "non_exhaustive": 2}


def _rank(order: Mapping[str | None, int], node: Node | None) -> int:
    return order.get(node if isinstance(node, str) else None, len(order))


def stance(body: Body) -> str:
    """What a fact that is there says of itself: `yes`, `no` with a status of its own, or `unstated`."""
    said = body.get("status")
    if said in _NO:
        return "no"
    return "unstated" if said == "unknown" else "yes"


def status(case: Case) -> Verdict:
    """A status that is stated, taken back, or turned into its opposite."""
    return transition(case, stance(case.before), stance(case.after))


def transition(case: Case, before: str, after: str) -> Verdict:
    """The verdict on a step between yes, no and not stated."""
    if before == after:
        return verdict("METADATA_CHANGED") if before != "no" else verdict(kind_of(case.family, "CHANGED"))
    if "yes" in (before, after):
        return verdict(kind_of(case.family, "ADDED" if after == "yes" else "REMOVED"))
    return verdict("APPLICABILITY_STATED" if after == "no" else "APPLICABILITY_UNSTATED")


def condition(case: Case) -> Verdict:
    """A condition that appears makes a fact tighter, one that vanishes looser; another wording is undecided."""
    whole = case.pattern.endswith("condition")
    word = {"added": "TIGHTENED", "removed": "LOOSENED"}.get(case.raw.op, "CHANGED") if whole else "CHANGED"
    return verdict(kind_of(case.family, f"CONDITION_{word}"))


def _firmness(order: Mapping[str | None, int]) -> Judge:
    def judge(case: Case) -> Verdict:
        before, after = _rank(order, case.raw.before), _rank(order, case.raw.after)
        if case.family.stance != "promise" or before == after:
            return verdict(kind_of(case.family, "MODALITY_CHANGED"))
        return verdict(kind_of(case.family, "MODALITY_SOFTENED" if after > before else "MODALITY_FIRMED"))

    return judge


def openness(case: Case) -> Verdict:
    """Whether a list became open or closed."""
    if case.pattern.endswith(("open-ended", "catch-all")):
        opened = case.raw.after is True
    else:
        opened = _rank(_OPENNESS, case.raw.after) > _rank(_OPENNESS, case.raw.before)
    return verdict(kind_of(case.family, "OPENED" if opened else "CLOSED"))


def scope(case: Case) -> Verdict:
    """For whom or where a fact holds."""
    return members(verdict(kind_of(case.family, "SCOPE_WIDENED")), verdict(kind_of(case.family, "SCOPE_NARROWED")))(
        case
    )


def metadata(_case: Case) -> Verdict:
    """Bookkeeping that no reader sees."""
    return verdict("METADATA_CHANGED")


CARRIED: Final[Mapping[str, Judge]] = {
    "status": status,
    "reason": aspect("TEXT_CHANGED"),
    "scope": scope,
    "condition": condition,
    "modality": _firmness(_MODALITY),
    "bound": _firmness(_BOUND),
    "completeness": openness,
    "open-ended": openness,
    "source-ref": metadata,
    "interpretation": metadata,
}
"""By the field's name, wherever in a fact it stands."""
