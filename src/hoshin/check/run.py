"""All rules on one policy."""

from __future__ import annotations

from collections.abc import Iterable

from hoshin.check.rule import Rule, Subject
from hoshin.check.rules import RULES
from hoshin.kernel.finding import Finding
from hoshin.policy.load import Loaded
from hoshin.policy.terms import Terms


def check_policy(loaded: Loaded, terms: Terms, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Findings of every rule, each told once, in no particular order."""
    subject = Subject(loaded, terms)
    return tuple(dict.fromkeys(found for rule in rules for found in rule.findings(subject)))
