"""What is wrong with `schema/rules.yaml` beyond its shape: names of rules, packs, paths and ids that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from hoshin.check.laws.own_rules import CONDITIONS, conditions, unknown_paths
from hoshin.check.laws.pack import PackError
from hoshin.check.laws.registry import PACKS, installed
from hoshin.kernel.finding import Finding
from hoshin.kernel.place import RawPath
from hoshin.policy.nearest import nearest
from hoshin.publish.known_rules import known_rules
from hoshin.publish.rules_file import ProjectRules
from hoshin.schema.rules_file import OwnRule


def rules_faults(rules: ProjectRules) -> Iterator[Finding]:
    """All that is wrong with what the file names."""
    for position, name in enumerate(rules.file.packs):
        try:
            installed(name)
        except PackError as fault:
            yield rules.fault("DOC146", ("packs", position), "pack", pack=name, reason=str(fault), known=tuple(PACKS))
    own = tuple(rule.id for rule in rules.file.rules)
    known = (*known_rules(), *own, *of_packs(rules.file.packs))
    for name in rules.file.severities:
        if name not in known:
            yield _unknown(rules, ("severities", name), name, known)
    for position, waiver in enumerate(rules.file.waivers):
        if waiver.rule not in known:
            yield _unknown(rules, ("waivers", position, "rule"), waiver.rule, known)
    for position, rule in enumerate(rules.file.rules):
        yield from _of_own(rules, position, rule, own)
    for position, rule in unknown_paths(rules.file.rules):
        yield rules.fault("DOC146", ("rules", position, "path"), "path", written=rule.path, id=rule.id)


def of_packs(names: Iterable[str]) -> Iterator[str]:
    """Ids of the rules of packs that are not shipped."""
    for name in names:
        with suppress(PackError):
            yield from (rule.id for rule in installed(name).rules)


def _of_own(rules: ProjectRules, position: int, rule: OwnRule, own: tuple[str, ...]) -> Iterator[Finding]:
    here: RawPath = ("rules", position)
    shipped = {name.rstrip("0123456789") for name in known_rules()}
    if rule.id.rstrip("0123456789") in shipped:
        yield rules.fault("DOC146", (*here, "id"), "prefix", id=rule.id, prefix=rule.id.rstrip("0123456789"))
    if own.index(rule.id) != position:
        yield rules.fault("DOC146", (*here, "id"), "twice", id=rule.id)
    if len(conditions(rule)) != 1:
        yield rules.fault("DOC146", here, "conditions", id=rule.id, conditions=CONDITIONS)


def _unknown(rules: ProjectRules, raw: RawPath, name: str, known: tuple[str, ...]) -> Finding:
    near = nearest(name, known)
    variant = "near" if near else "unknown"
    return rules.fault("DOC142", raw, variant, id=name, **({"near": near} if near else {}))
