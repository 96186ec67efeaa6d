"""`schema/rules.yaml` applied to findings: severities and waivers of the project, and those that may not stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from hoshin.kernel.finding import Finding, Severity, Waived
from hoshin.kernel.place import RawPath
from hoshin.publish.known_rules import known_rules
from hoshin.publish.rules_faults import of_packs, rules_faults
from hoshin.publish.rules_file import ProjectRules
from hoshin.schema.rules_file import NEVER_WAIVED, Waiver


def applied(found: Iterable[Finding], rules: ProjectRules, today: date) -> tuple[Finding, ...]:
    """The findings as the project judges them, those on waivers and severities that may not stand, and on the file.

    A waiver that names no finding, or whose day is over, is a finding, and so is a lowered severity without a reason.
    """
    judged = [_judged(item, rules) for item in found]
    lowered = tuple(_lowered(judged, rules))
    used: set[int] = set()
    result: list[Finding] = []
    by_rule: dict[str, list[tuple[int, Waiver]]] = {}
    for position, waiver in enumerate(rules.file.waivers):
        by_rule.setdefault(waiver.rule, []).append((position, waiver))
    for item in judged:
        fitting = [pair for pair in by_rule.get(item.rule, ()) if _fits(pair[1], item)]
        used |= {position for position, _ in fitting}
        valid = next((waiver for _, waiver in fitting if _valid(waiver, today) and _may(item)), None)
        result.append(replace(item, waived=_waived(valid)) if valid else item)
    known = {*known_rules(), *(rule.id for rule in rules.file.rules), *of_packs(rules.file.packs)}
    own = (
        told
        for position, waiver in enumerate(rules.file.waivers)
        if waiver.rule in known
        for told in _on_waiver(rules, position, waiver, today, used=position in used)
    )
    return (*result, *lowered, *own, *rules.findings, *rules_faults(rules))


def _may(item: Finding) -> bool:
    return item.rule not in NEVER_WAIVED


def _judged(item: Finding, rules: ProjectRules) -> Finding:
    change = rules.file.severities.get(item.rule)
    if change is None or item.rule in NEVER_WAIVED:
        return item
    to = Severity(change.to)
    allowed = to.rank <= item.severity.rank or (change.reason and change.approved_by)
    return replace(item, severity=to) if allowed else item


def _lowered(judged: Iterable[Finding], rules: ProjectRules) -> Iterator[Finding]:
    """Severities that were to be lowered without a reason: those whose findings kept theirs."""
    kept = {item.rule for item in judged}
    for name, change in rules.file.severities.items():
        worse = [item for item in judged if item.rule == name and item.severity.rank < Severity(change.to).rank]
        if name in kept and worse and not (change.reason and change.approved_by):
            yield rules.fault("DOC143", ("severities", name), "lowered", id=name, to=change.to)


def _fits(waiver: Waiver, item: Finding) -> bool:
    file = item.place.file if item.place else ""
    inside = waiver.document is None or f"/{waiver.document}/" in file or f"/{waiver.document}." in file
    return waiver.at == item.path and inside


def _valid(waiver: Waiver, today: date) -> bool:
    return bool(waiver.reason and waiver.approved_by and waiver.until and today <= waiver.until)


def _waived(waiver: Waiver) -> Waived:
    until = waiver.until.isoformat() if waiver.until else ""
    return Waived(waiver.reason or "", waiver.approved_by or "", until)


def _on_waiver(rules: ProjectRules, position: int, waiver: Waiver, today: date, *, used: bool) -> Iterator[Finding]:
    here: RawPath = ("waivers", position)
    lacking = tuple(name for name in ("reason", "approved_by", "until") if getattr(waiver, name) is None)
    if lacking:
        yield rules.fault("DOC144", here, "incomplete", id=waiver.rule, at=waiver.at, keys=lacking)
    elif waiver.until is not None and waiver.until < today:
        until = waiver.until.isoformat()
        yield rules.fault("DOC144", (*here, "until"), "expired", id=waiver.rule, at=waiver.at, until=until)
    elif waiver.rule in NEVER_WAIVED:
        yield rules.fault("DOC144", (*here, "rule"), "never", id=waiver.rule)
    elif not used:
        yield rules.fault("DOC145", here, "unused", id=waiver.rule, at=waiver.at)
