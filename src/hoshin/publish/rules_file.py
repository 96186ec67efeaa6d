"""`schema/rules.yaml` read and applied: severities and waivers of the project, with what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import ValidationError

from hoshin.check.laws.own_rules import CONDITIONS, conditions, unknown_paths
from hoshin.check.laws.pack import PackError
from hoshin.check.laws.registry import PACKS, installed
from hoshin.kernel.finding import Arg, Finding, Severity, Waived, finding
from hoshin.kernel.place import Places, RawPath, nearest_place
from hoshin.policy.faults import schema_findings
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.publish.known_rules import known_rules
from hoshin.schema.rules_file import NEVER_WAIVED, OwnRule, RulesFile, Waiver
from hoshin.translations.accepted import FILE


class ProjectRules(Struct, frozen=True):
    """The file, where everything in it stands, and the faults of its own."""

    file: RulesFile = field(default_factory=RulesFile)
    places: Places = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_rules(snapshot: Snapshot) -> ProjectRules:
    """The file or its defaults; a file that cannot be used changes no severity and waives nothing."""
    data = snapshot.files.get(FILE)
    if data is None:
        return ProjectRules()
    parsed = parse(data, FILE)
    if parsed.value is None or any(item.severity is Severity.ERROR for item in parsed.findings):
        return ProjectRules(findings=parsed.findings)
    try:
        file = RulesFile.model_validate(parsed.value)
    except ValidationError as error:
        found = schema_findings(error, parsed.value, parsed.places, RulesFile)
        return ProjectRules(findings=parsed.findings + found)
    made = ProjectRules(file, parsed.places)
    return replace(made, findings=(*parsed.findings, *_faults(made)))


def _faults(rules: ProjectRules) -> Iterator[Finding]:
    """All that is wrong with what the file names."""
    for position, name in enumerate(rules.file.packs):
        try:
            installed(name)
        except PackError as fault:
            yield _fault(rules, "DOC146", ("packs", position), "pack", pack=name, reason=str(fault), known=tuple(PACKS))
    own = tuple(rule.id for rule in rules.file.rules)
    known = (*known_rules(), *own, *_of_packs(rules.file.packs))
    for name in rules.file.severities:
        if name not in known:
            yield _unknown(rules, ("severities", name), name, known)
    for position, waiver in enumerate(rules.file.waivers):
        if waiver.rule not in known:
            yield _unknown(rules, ("waivers", position, "rule"), waiver.rule, known)
    for position, rule in enumerate(rules.file.rules):
        yield from _of_own(rules, position, rule, own)
    for position, rule in unknown_paths(rules.file.rules):
        yield _fault(rules, "DOC146", ("rules", position, "path"), "path", written=rule.path, id=rule.id)


def _of_packs(names: Iterable[str]) -> Iterator[str]:
    """Ids of the rules of packs that are not shipped."""
    for name in names:
        with suppress(PackError):
            yield from (rule.id for rule in installed(name).rules)


def _of_own(rules: ProjectRules, position: int, rule: OwnRule, own: tuple[str, ...]) -> Iterator[Finding]:
    here: RawPath = ("rules", position)
    shipped = {name.rstrip("0123456789") for name in known_rules()}
    if rule.id.rstrip("0123456789") in shipped:
        yield _fault(rules, "DOC146", (*here, "id"), "prefix", id=rule.id, prefix=rule.id.rstrip("0123456789"))
    if own.index(rule.id) != position:
        yield _fault(rules, "DOC146", (*here, "id"), "twice", id=rule.id)
    if len(conditions(rule)) != 1:
        yield _fault(rules, "DOC146", here, "conditions", id=rule.id, conditions=CONDITIONS)


def _unknown(rules: ProjectRules, raw: RawPath, name: str, known: tuple[str, ...]) -> Finding:
    near = nearest(name, known)
    variant = "near" if near else "unknown"
    return _fault(rules, "DOC142", raw, variant, id=name, **({"near": near} if near else {}))


def _fault(rules: ProjectRules, rule: str, raw: RawPath, variant: str, **args: Arg) -> Finding:
    path = "/".join(str(part) for part in raw)
    return finding(rule, Severity.ERROR, path, nearest_place(rules.places, raw), message=f"{rule}.{variant}", **args)


def applied(found: Iterable[Finding], rules: ProjectRules, today: date) -> tuple[Finding, ...]:
    """The findings as the project judges them, and those on waivers and severities that may not stand.

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
    known = {*known_rules(), *(rule.id for rule in rules.file.rules), *_of_packs(rules.file.packs)}
    own = (
        told
        for position, waiver in enumerate(rules.file.waivers)
        if waiver.rule in known
        for told in _on_waiver(rules, position, waiver, today, used=position in used)
    )
    return (*result, *lowered, *own)


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
            yield _fault(rules, "DOC143", ("severities", name), "lowered", id=name, to=change.to)


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
        yield _fault(rules, "DOC144", here, "incomplete", id=waiver.rule, at=waiver.at, keys=lacking)
    elif waiver.until is not None and waiver.until < today:
        until = waiver.until.isoformat()
        yield _fault(rules, "DOC144", (*here, "until"), "expired", id=waiver.rule, at=waiver.at, until=until)
    elif waiver.rule in NEVER_WAIVED:
        yield _fault(rules, "DOC144", (*here, "rule"), "never", id=waiver.rule)
    elif not used:
        yield _fault(rules, "DOC145", here, "unused", id=waiver.rule, at=waiver.at)
