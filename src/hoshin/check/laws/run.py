"""The rules of all laws that a policy declares: findings, and what each rule says for the table of coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.check.laws.case import Case
from hoshin.check.laws.days import Days
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.limits import LIMITS
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.check.laws.own_rules import MESSAGE as OWN
from hoshin.check.laws.pack import Pack, PackError
from hoshin.check.laws.registry import asked_for, installed, shipped
from hoshin.check.laws.view import for_people_in
from hoshin.check.rule import Subject
from hoshin.kernel.finding import Arg, Finding, Law
from hoshin.schema.jurisdiction import Jurisdiction
from hoshin.schema.rules_file import RulesFile

_NOTHING: Final = RulesFile.model_construct()


class Judged(Struct, frozen=True):
    """A rule and all that it says of the policy."""

    rule: LawRule
    outcomes: tuple[Outcome, ...]


def packs_of(subject: Subject) -> tuple[Pack, ...]:
    """The packs of the laws that the policy declares."""
    declared = tuple(one for _, one in subject.loaded.index.typed(Jurisdiction))
    return tuple(shipped(name) for name in asked_for(declared, subject.terms))


def case_of(pack: Pack, subject: Subject, days: Days, own: RulesFile = _NOTHING) -> Case:
    """The policy as the law of that pack reads it, with the project's numbers and words over the shipped ones."""
    day = days.law(subject.loaded.index)
    people = for_people_in(pack.regions, subject)
    numbers = {**LIMITS, **own.limits}
    return Case(people, subject, day, days.today, numbers, pack.on(day), own.words, days.untranslated, pack.laws)


def judge(pack: Pack, case: Case) -> Iterator[Judged]:
    """What each rule of the pack that is in force says, in the order of the pack."""
    for rule in pack.rules:
        if rule.applies(case.day):
            yield Judged(rule, tuple(rule.judge(case)))


def findings_of(pack: Pack, case: Case) -> Iterator[Finding]:
    """A finding for each breach."""
    for judged in judge(pack, case):
        for breach in judged.outcomes:
            if isinstance(breach, Breach):
                yield _finding(pack, judged.rule, breach, case)


def _finding(pack: Pack, rule: LawRule, breach: Breach, case: Case) -> Finding:
    message = rule.message(breach)
    args: dict[str, Arg] = {"fact": breach.path, **breach.args}
    cited = tuple(ground for ground in rule.grounds if ground.holds(case.day))
    if carried := pack.sentences.get(message):
        args |= dict(carried)
        message = OWN
    return Finding(
        rule.id,
        rule.of(breach),
        breach.path,
        case.subject.loaded.place(breach.raw),
        "" if message == rule.id else message,
        tuple(sorted(args.items())),
        Law(pack.id, cited, rule.certain, rule.confirmed),
    )


def check_laws(subject: Subject, days: Days, own: RulesFile = _NOTHING) -> tuple[Finding, ...]:
    """The findings of all packs that the policy asks for; one that several laws make is told once, with all grounds."""
    packs = (*packs_of(subject), *(pack for name in own.packs if (pack := _known(name)) is not None))
    return merged(item for pack in packs for item in findings_of(pack, case_of(pack, subject, days, own)))


def _known(name: str) -> Pack | None:
    """A pack that the project names; None for one that cannot be had, which the check of the settings tells."""
    try:
        return installed(name)
    except PackError:
        return None


def merged(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that differ only in the law that makes them, as one."""
    kept: dict[tuple[object, ...], Finding] = {}
    for item in found:
        key = (item.rule, item.path, item.place, item.message, item.args)
        kept[key] = _together(kept[key], item) if key in kept else item
    return tuple(kept.values())


def _together(one: Finding, other: Finding) -> Finding:
    worst = min(one.severity, other.severity, key=lambda severity: severity.rank)
    if one.law is None or other.law is None:
        return replace(one, severity=worst)
    law = replace(
        one.law,
        grounds=tuple(dict.fromkeys((*one.law.grounds, *other.law.grounds))),
        confirmed=one.law.confirmed and other.law.confirmed,
    )
    return replace(one, severity=worst, law=law)
