"""Judgements that many rules share. Each gives the function that a rule record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hoshin.check.laws.case import Case, answer_of
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.schema.keeping import Right

Judge = Callable[[Case], Iterator[Outcome]]
Condition = Callable[[Case], bool]


def always(_: Case) -> bool:
    """No condition."""
    return True


def right_told(term: str, when: Condition = always) -> Judge:
    """A right with that term (or a narrower one) is declared and told; a declared no with a reason is accepted."""

    def judge(case: Case) -> Iterator[Outcome]:
        if not when(case):
            yield Exempt()
            return
        rights = [fact for fact in case.every(Right) if case.is_a(fact.value.right, term)]
        given = [fact for fact in rights if fact.value.status in {None, "declared"}]
        for fact in given[:1]:
            yield from case.held(fact)
        if not given:
            said = answer_of(rights[0].value, rights[0].path, rights[0].raw) if rights else None
            if said is not None and said.state == "no":
                yield Exempt(said.path, said.reason)
            else:
                yield Breach("missing", "rights", ("rights",))

    return judge
