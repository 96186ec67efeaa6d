"""Ready-made judges: each turns one shape of change into a kind, by the protection orders of rules.md 8.6.

What cannot be compared, and every step to or from the unknown, counts as the worse direction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hoshin.diff.bodies import ANY, Node
from hoshin.diff.chg import Class
from hoshin.diff.kinds import kind_of
from hoshin.diff.verdict import Case, Judge, Verdict, verdict
from hoshin.policy.limit_order import longer


def always(kind: str, *rules: str, class_: Class | None = None) -> Judge:
    """One kind, whatever happened."""
    found = verdict(kind, *rules, class_=class_)
    return lambda _case: found


def answer(field: str, judge: Judge) -> Mapping[str, Judge]:
    """Rows for the answer to a yes-or-no question: its words are words, the rest is judged as one."""
    return {
        field: judge,
        f"{field}/**": judge,
        f"{field}/status": judge,
        f"{field}/reason": always("METADATA_CHANGED"),
        f"{field}/text": aspect("TEXT_CHANGED"),
    }


def aspect(name: str, class_: Class | None = None) -> Judge:
    """The family's own kind for an aspect that all families have (`CHANGED`, `TEXT_CHANGED`)."""
    return lambda case: verdict(kind_of(case.family, name), class_=class_)


def gained(added: Verdict, removed: Verdict, changed: Verdict) -> Judge:
    """By whether something is new, gone, or another."""
    by_operation = {"added": added, "removed": removed, "changed": changed}
    return lambda case: by_operation.get(case.raw.op, changed)


def presence(added: str, removed: str, changed: str) -> Judge:
    """The same, by kind alone."""
    return gained(verdict(added), verdict(removed), verdict(changed))


def ranked(order: Sequence[tuple[Node | None, ...]], worse: Verdict, better: Verdict, other: Verdict) -> Judge:
    """By a protection order: groups of values from more to less protective; None stands for "not stated".

    Values of one group, and values that no group has, cannot be compared.
    """
    places = {value: at for at, group in enumerate(order) for value in group}

    def judge(case: Case) -> Verdict:
        before, after = places.get(_plain(case.raw.before)), places.get(_plain(case.raw.after))
        if before is None or after is None or before == after:
            return other
        return worse if after > before else better

    return judge


def flag(on: Verdict, off: Verdict, other: Verdict) -> Judge:
    """A flag turned on or off; between "no" and "not stated" nothing is decided."""

    def judge(case: Case) -> Verdict:
        if case.raw.after is True:
            return on
        return off if case.raw.before is True else other

    return judge


def duration(longer: Verdict, shorter: Verdict, stated: Verdict, dropped: Verdict, unclear: Verdict) -> Judge:
    """A length of time: which is longer, or that the calendar decides."""

    def judge(case: Case) -> Verdict:
        if case.raw.op == "added":
            return stated
        if case.raw.op == "removed":
            return dropped
        order = longer_or_shorter(case.raw.before, case.raw.after)
        return unclear if order is None else longer if order > 0 else shorter

    return judge


def longer_or_shorter(before: Node | None, after: Node | None) -> int | None:
    """1 when `after` is surely longer, -1 when surely shorter, None when that cannot be known."""
    if not isinstance(before, str) or not isinstance(after, str):
        return None
    return longer(before, after)


def members(widened: Verdict, narrowed: Verdict) -> Judge:
    """A member of a list that means "any of these", where an empty list and `any` mean all."""

    def judge(case: Case) -> Verdict:
        before, after = case.around() if isinstance(case.raw.after or case.raw.before, bool) else _whole(case)
        return widened if _is_wider(before, after, added=case.raw.op == "added") else narrowed

    return judge


def _whole(case: Case) -> tuple[Node | None, Node | None]:
    return case.raw.before, case.raw.after


def _is_wider(before: Node | None, after: Node | None, *, added: bool) -> bool:
    """Whether the list lets more through; a list that appears narrows, one that vanishes widens."""
    if before is None or after is None:
        return after is None
    all_before, all_after = _is_all(before), _is_all(after)
    if all_before != all_after:
        return all_after
    return added


def _is_all(members_: Node) -> bool:
    return isinstance(members_, Mapping) and ANY in members_


def _plain(node: Node | None) -> Node | None:
    """A value that can be looked up: bodies and lists cannot."""
    return None if isinstance(node, Mapping) else node
