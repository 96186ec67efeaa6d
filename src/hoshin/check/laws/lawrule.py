"""A rule of a law (rules.md 1.2): one small file each, whose docstring is its page and whose examples are its test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct

from hoshin.check.laws.case import Case
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground, holds

GENERAL = frozenset({"unknown", "unprinted"})
"""Triggers with a sentence for all rules (`law.unknown`), which names the rule's title."""


class LawRule(Struct, frozen=True, kw_only=True):
    """`slug` reads after "allow … not" as the duty's short name: `controller-name`.

    `severity` is given to what is missing or not printed, `unknown` to what the policy does not say, `unclear` to
    wording. `variants` are sentences of its own beside the one that has the rule's id. `certain` is false for a
    heuristic; `confirmed` is false until counsel has compared the grounds with the official text (rules.md 1.7).
    The dates say when the duty itself exists.
    """

    id: str
    slug: str
    judge: Callable[[Case], Iterator[Outcome]]
    grounds: tuple[Ground, ...]
    severity: Severity
    unknown: Severity = Severity.WARNING
    unclear: Severity = Severity.WARNING
    variants: tuple[str, ...] = ()
    certain: bool = True
    confirmed: bool = True
    in_force_from: date | None = None
    in_force_until: date | None = None

    def applies(self, day: date) -> bool:
        """Whether the duty exists on that day."""
        return holds(self.in_force_from, self.in_force_until, day)

    def of(self, breach: Breach) -> Severity:
        """How bad a breach is."""
        if breach.severity is not None:
            return breach.severity
        return {"unknown": self.unknown, "unclear": self.unclear}.get(breach.trigger, self.severity)

    def message(self, breach: Breach) -> str:
        """Name of the sentence: its own where it has one, the general one of the trigger, else the rule's id."""
        name = breach.variant or breach.trigger
        if name in self.variants:
            return f"{self.id}.{name}"
        return f"law.{name}" if name in GENERAL else self.id

    @property
    def messages(self) -> tuple[str, ...]:
        """Names of its entries in the catalogues."""
        return (self.id, *(f"{self.id}.{variant}" for variant in self.variants))


def grounds(instrument: str, *provisions: str) -> Iterable[Ground]:
    """Provisions of one statute."""
    return (Ground(instrument, provision) for provision in provisions)
