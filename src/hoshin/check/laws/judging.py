"""Judgements that many rules share. Each gives the function that a rule record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hoshin.check.laws.case import Case, Fact, answer_of
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.schema.keeping import Requests, Right
from hoshin.schema.purpose import AutomatedDecision, LegalBasis, Purpose

Judge = Callable[[Case], Iterator[Outcome]]
Condition = Callable[[Case], bool]

CONSENT = "eu-gdpr:A6-1-a"
CONTRACT = "eu-gdpr:A6-1-b"
LEGAL_OBLIGATION = "eu-gdpr:A6-1-c"
PUBLIC_TASK = "eu-gdpr:A6-1-e"
LEGITIMATE_INTERESTS = "eu-gdpr:A6-1-f"
EXPLICIT_CONSENT = "eu-gdpr:A9-2-a"


def always(_: Case) -> bool:
    """No condition."""
    return True


def on_basis(*terms: str) -> Condition:
    """Whether some cell of the matrix rests on one of those bases."""

    def condition(case: Case) -> bool:
        return any(case.is_a(cell.basis, *terms) for cell in case.cells if cell.basis)

    return condition


def rights_of(case: Case, *terms: str) -> tuple[Fact[Right], ...]:
    """The rights with one of those terms that people have, in list order."""
    return tuple(fact for fact in case.facts(Right) if case.is_a(fact.value.right, *terms))


def right_told(term: str, when: Condition = always, otherwise: Severity | None = None) -> Judge:
    """A right with that term (or a narrower one) is declared and told; a declared no with a reason is accepted.

    Where `when` does not hold the right is not asked for, or with the severity `otherwise`.
    """

    def judge(case: Case) -> Iterator[Outcome]:
        asked = when(case)
        if not asked and otherwise is None:
            yield Exempt()
            return
        rights = [fact for fact in case.every(Right) if case.is_a(fact.value.right, term)]
        given = rights_of(case, term)
        if given:
            yield from case.held(given[0])
            return
        said = answer_of(rights[0].value, rights[0].path, rights[0].raw) if rights else case.answer("rights")
        if said.state == "no":
            yield Exempt(said.path, said.reason)
        else:
            yield Breach("missing", "rights", ("rights",), severity=None if asked else otherwise)

    return judge


def rests_on_consent(case: Case) -> bool:
    """Whether some use of data rests on consent under Art. 6 or Art. 9."""
    special = any(
        fact.value.art9_condition is not None and case.is_a(fact.value.art9_condition, EXPLICIT_CONSENT)
        for fact in case.facts(LegalBasis)
    )
    return special or on_basis(CONSENT)(case)


def decided_by_machine(case: Case) -> tuple[Fact[AutomatedDecision], ...]:
    """The decisions that rest on a machine alone: no profiling without a decision, none that a person takes."""
    return tuple(
        fact
        for fact in case.facts(AutomatedDecision)
        if fact.value.kind != "profiling" and fact.value.solely_automated is not False
    )


def markets_directly(case: Case) -> bool:
    """Whether a purpose is direct marketing."""
    return any(fact.value.kind == "direct_marketing" for fact in case.facts(Purpose))


def requests_say(name: str) -> Judge:
    """A field of `requests` is given and told."""

    def judge(case: Case) -> Iterator[Outcome]:
        requests = case.the(Requests)
        if requests is None or getattr(requests.value, name) in (None, ()):
            yield Breach("missing", f"requests/{name}", requests.raw if requests else ("requests",))
        else:
            yield from case.held(requests, name)

    return judge
