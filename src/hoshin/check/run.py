"""All rules on one policy."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from hoshin.check.laws.days import Days
from hoshin.check.laws.own_rules import check_own
from hoshin.check.laws.run import check_laws
from hoshin.check.laws.shadows import without_shadowed
from hoshin.check.rule import Rule, Subject
from hoshin.check.rules import RULES
from hoshin.kernel.finding import Finding
from hoshin.policy.load import Loaded
from hoshin.policy.siblings import Siblings
from hoshin.policy.terms import Terms
from hoshin.schema.rules_file import RulesFile


def check_policy(
    loaded: Loaded,
    terms: Terms,
    rules: Iterable[Rule] = RULES,
    siblings: Siblings = MappingProxyType({}),
    days: Days | None = None,
    own: RulesFile | None = None,
) -> tuple[Finding, ...]:
    """Findings of every rule on one policy, as `check_subject`. `siblings` are documents that it names."""
    return check_subject(Subject(loaded, terms, siblings), rules, days, own)


def check_subject(
    subject: Subject, rules: Iterable[Rule] = RULES, days: Days | None = None, own: RulesFile | None = None
) -> tuple[Finding, ...]:
    """Findings of every rule, each told once, in no particular order.

    Laws and the project's own rules are asked only where `days` says as of when.
    """
    found = [item for rule in rules for item in rule.findings(subject)]
    if days is not None:
        own = own or RulesFile.model_construct()
        found += check_laws(subject, days, own)
        found += check_own(own.rules, subject)
        found = list(without_shadowed(found))
    return tuple(dict.fromkeys(found))
