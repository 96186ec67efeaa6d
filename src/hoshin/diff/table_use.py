"""Kinds of the changes of purposes, legal bases and interests, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.bodies import ANY, Node
from hoshin.diff.carried import openness
from hoshin.diff.cells import Use
from hoshin.diff.judges import always, aspect, members, presence
from hoshin.diff.table_data import details
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict

_SENSITIVE: Final = frozenset({"direct_marketing", "advertising", "profiling", "ai_training"})
_CONSENT: Final = "eu-gdpr:A6-1-a"
_CONTRACT: Final = "eu-gdpr:A6-1-b"
_OBLIGATION: Final = "eu-gdpr:A6-1-c"
_INTEREST: Final = "eu-gdpr:A6-1-f"


def _whole_purpose(case: Case) -> Verdict:
    if case.raw.op == "removed":
        return verdict("PURPOSE_REMOVED")
    return verdict("PURPOSE_ADDED", "101" if case.after.get("relation") == "compatible" else "102")


def _purpose_kind(case: Case) -> Verdict:
    """Material towards marketing, profiling or training; away from them, or among the others, notable."""
    to_sensitive = case.raw.after in _SENSITIVE
    unknown = case.raw.after is None and case.raw.before not in _SENSITIVE
    return verdict("PURPOSE_KIND_CHANGED", class_="material" if to_sensitive or unknown else "notable")


def _relation(case: Case) -> Verdict:
    """Compatible with what data were collected for, or not: a step away from it is a new purpose in effect."""
    known = case.raw.after == "compatible"
    return verdict("PURPOSE_CHANGED", class_="notable") if known else verdict("PURPOSE_CHANGED", "102")


def _restriction(case: Case) -> Verdict:
    words = {"added": "PURPOSE_CONDITION_TIGHTENED", "removed": "PURPOSE_CONDITION_LOOSENED"}
    return verdict(words.get(case.raw.op, "PURPOSE_CONDITION_CHANGED"))


def _whole_basis(case: Case) -> Verdict:
    """A further statement. What it means is decided by the uses that it reaches."""
    return verdict("PURPOSE_LEGAL_BASIS_REMOVED") if case.raw.op == "removed" else _gain(case)


def _gain(case: Case) -> Verdict:
    """A statement reaches further uses: a first basis there, one more, or another one than before.

    So consent that makes room for another basis is seen as well where a second statement takes its place, or where
    it was taken away earlier. A statement that reaches no use yet counts as one more, unless it is the only one.
    """
    name = case.raw.fact.partition("/")[2]
    field_, _, member = "/".join(case.raw.inside).partition("/")
    position = _SELECTORS.index(field_) if member and field_ in _SELECTORS else None
    rules: set[str] = set()
    for use, statements in case.new.cells.statements.items():
        if name not in statements or name in case.old.cells.statements.get(use, ()):
            continue
        if position in (0, 2) and member not in (ANY, use[position or 0]):
            continue
        rules.add(_gained_at(use, case))
    if not rules:
        alone = not any(fact.startswith("legal-basis/") and fact != case.raw.fact for fact in case.old.facts)
        rules = {"306" if alone and case.raw.fact not in case.old.facts else "305"}
    return verdict("PURPOSE_LEGAL_BASIS_ADDED", *sorted(rules))


def _gained_at(use: Use, case: Case) -> str:
    before = case.old.cells.terms.get(use, frozenset()) or case.old.former.get(use, frozenset())
    after = case.new.cells.terms[use]
    own = case.after.get("basis")
    replaced = sorted(before - after)
    if not before:
        return "306"
    if own in before or not replaced:
        return "305"
    return min(basis_rule(term, own) for term in replaced)


def basis_rule(before: Node | None, after: Node | None) -> str:
    """The CHG rule of a step from one legal basis to another; there is no order among them."""
    old, new = _family(before), _family(after)
    if old == _CONSENT:
        return "301"
    if new == _CONSENT:
        return "302"
    if {old, new} == {_CONTRACT, _INTEREST}:
        return "303"
    return "304" if new == _OBLIGATION else "305"


def _family(basis: Node | None) -> str:
    """The point of GDPR Art. 6(1) of a term: `A6-1-a-explicit-consent` is consent as well."""
    text = basis if isinstance(basis, str) else ""
    known = (_CONSENT, _CONTRACT, _OBLIGATION, _INTEREST)
    return next((point for point in known if text == point or text.startswith(f"{point}-")), text)


def _basis(case: Case) -> Verdict:
    return verdict("PURPOSE_LEGAL_BASIS_CHANGED", basis_rule(case.raw.before, case.raw.after))


def _basis_reach(case: Case) -> Verdict:
    """The cells that a statement speaks of: more of them gain a basis, fewer lose one."""
    gained = _gain(case)
    lost = verdict("PURPOSE_LEGAL_BASIS_REMOVED")
    if case.pattern.startswith("except-purposes"):
        gained, lost = lost, gained
        return gained if case.raw.op == "added" else lost
    if not any(at(case.before, (name,)) for name in _SELECTORS) and case.raw.op == "added":
        return gained  # a statement without any selector speaks of nothing
    if not any(at(case.after, (name,)) for name in _SELECTORS) and case.raw.op == "removed":
        return lost
    return members(gained, lost)(case)


_SELECTORS: Final = ("purposes", "data", "recipients")
_INTEREST_CHANGED: Final = always("PURPOSE_INTEREST_CHANGED")
_ITEM: Final = presence("PURPOSE_ITEM_ADDED", "PURPOSE_ITEM_REMOVED", "PURPOSE_TEXT_CHANGED")
_SUBJECTS: Final = members(verdict("PURPOSE_SCOPE_WIDENED"), verdict("PURPOSE_SCOPE_NARROWED"))

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "purpose": {
        "": _whole_purpose,
        "kind": _purpose_kind,
        "items/*": _ITEM,
        "items/*/title": aspect("TEXT_CHANGED"),
        "items/*/text": aspect("TEXT_CHANGED"),
        "items/*/example": details,
        "items/*/dpv/**": details,
        "items/*/fides": details,
        "items/*/match": details,
        "catch-all": openness,
        "channels/*": _ITEM,
        "uses/*": presence("PURPOSE_DATA_CATEGORY_ADDED", "PURPOSE_DATA_CATEGORY_REMOVED", "PURPOSE_CHANGED"),
        "uses/*/restriction": _restriction,
        "uses/*/states/**": always("METADATA_CHANGED"),
        "subjects": _SUBJECTS,
        "subjects/*": _SUBJECTS,
        "relation": _relation,
        "unexpected": always("METADATA_CHANGED"),
        "consequence": aspect("TEXT_CHANGED"),
        "controller": always("CONTROLLER_CHANGED"),
    },
    "legal-basis": {
        "": _whole_basis,
        "basis": _basis,
        "purposes": _basis_reach,
        "purposes/*": _basis_reach,
        "data": _basis_reach,
        "data/*": _basis_reach,
        "recipients": _basis_reach,
        "recipients/*": _basis_reach,
        "except-purposes/*": _basis_reach,
        "interests/*": _INTEREST_CHANGED,
        "law": aspect("TEXT_CHANGED"),
        "law-of/*": always("METADATA_CHANGED"),
        "contract": aspect("TEXT_CHANGED"),
        "contract-with": always("METADATA_CHANGED"),
        "soft-opt-in": always("PURPOSE_LEGAL_BASIS_CHANGED", "305"),
        "art9-condition": always("PURPOSE_SPECIAL_CONDITION_CHANGED"),
        "balancing-test-available": details,
    },
    "interest": {
        "": _INTEREST_CHANGED,
        "holder": _INTEREST_CHANGED,
        "party": _INTEREST_CHANGED,
        "items/*": _INTEREST_CHANGED,
        "items/**": _INTEREST_CHANGED,
    },
    "automated-decision": {
        "kind": details,
        "solely-automated": details,
        "basis": always("AUTOMATED_DECISION_CHANGED"),
        "logic": always("AUTOMATED_DECISION_CHANGED"),
        "significance": always("AUTOMATED_DECISION_CHANGED"),
        "effect": always("AUTOMATED_DECISION_CHANGED"),
        "safeguards/*": details,
        "purposes/*": details,
        "data/*": details,
    },
}
