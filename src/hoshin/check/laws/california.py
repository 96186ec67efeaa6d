"""What the rules of the CCPA ask of a policy: the answers on sale and sharing, data by the classes of the statute."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Answer, Case, Fact, answer_of
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.schema.data import Choice, DataCategory, Reference
from hoshin.schema.jurisdiction import Jurisdiction

_SENSITIVE = "x-us:SensitivePersonalInformation"


def california(case: Case) -> Fact[Jurisdiction] | None:
    """The declaration of the CCPA, of several the first; None where coverage is asked of a policy without one."""
    found = (fact for fact in case.facts(Jurisdiction) if fact.value.law and case.is_a(fact.value.law, "x-us:CCPA"))
    return next(found, None)


def said(law: Fact[Jurisdiction] | None, name: str) -> Answer:
    """One of the answers that decide what the CCPA asks for. `declared` without a text is a plain yes."""
    if law is None:
        return Answer("unstated", "jurisdictions", ("jurisdictions",))
    return answer_of(getattr(law.value, name), f"{law.path}/{name.replace('_', '-')}", (*law.raw, name))


def sells_or_shares(case: Case) -> bool:
    """Whether the policy declares that information is sold or shared."""
    law = california(case)
    return any(said(law, name).state in {"declared", "given"} for name in ("sells", "shares"))


def categories(case: Case) -> tuple[Fact[DataCategory], ...]:
    """All categories of data."""
    return case.facts(DataCategory)


def classified(value: DataCategory) -> bool:
    """Whether a category, itself or by all of its items, is in classes of the statute."""
    return bool(value.statutory) or (bool(value.items) and all(item.statutory for item in value.items))


def sourced(value: DataCategory) -> bool:
    """Whether a category, itself or by one of its items, names a source."""
    return value.source is not None or any(item.source is not None for item in value.items)


def sensitive(value: DataCategory) -> bool:
    """Whether a category or one of its items is sensitive personal information."""
    return any(_SENSITIVE in one.statutory or bool(one.special) for one in (value, *value.items))


def link_of(case: Case, links: frozenset[str]) -> Iterator[Outcome]:
    """A choice that is one of those links and has an address."""
    there = [fact for fact in case.facts(Choice) if fact.value.link in links and fact.value.url]
    if there:
        yield Held(there[0].path, case.told(there[0].path))
    else:
        yield Breach("missing", "choices", ("choices",))


def reference_with(case: Case, role: str) -> Iterator[Outcome]:
    """A reference with that role and an address."""
    there = [fact for fact in case.facts(Reference) if fact.value.role == role and fact.value.url]
    if there:
        yield from case.held(there[0])
    else:
        yield Breach("missing", "references", ("references",))
