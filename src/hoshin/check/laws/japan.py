"""What the rules of the APPI ask of a policy: answers on request, provision to third parties, provision abroad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.judging import Judge
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.schema.data import DataDescription, DerivedData
from hoshin.schema.jurisdiction import Jurisdiction, OnRequest
from hoshin.schema.keeping import Requests
from hoshin.schema.party import Contact, Controller
from hoshin.schema.purpose import Commitment
from hoshin.schema.recipient import Recipient
from hoshin.schema.regions import lies_in
from hoshin.schema.walk import hyphened

JAPAN: Final = "JP"
CONSENT_ABROAD: Final = "x-jp:ConsentToForeignProvision"
EQUIVALENT_MEASURES: Final = "x-jp:EquivalentMeasures"
EXCEPTIONS: Final = frozenset(
    {
        "law",
        "protection_of_life",
        "public_health",
        "public_duty",
        "academic_publication",
        "academic_joint_research",
        "academic_recipient",
    }
)
"""Art. 27(1) (i) to (vii): provision without consent, of which no record is kept (Art. 29(1))."""
_CHANNELS: Final = ("email", "phone", "url", "form_url", "address")


def declaration(case: Case) -> Fact[Jurisdiction]:
    """The declaration of the APPI, of several the first; one that says nothing where the law is only asked for."""
    declared = (
        fact for fact in case.facts(Jurisdiction) if fact.value.law and case.is_a(fact.value.law, "legal-jp:law-APPI")
    )
    return next(declared, None) or Fact("jurisdictions", ("jurisdictions",), Jurisdiction(id="appi"))


def reachable(value: object) -> bool:
    """Whether a contact, a party or the controller has one way to reach it."""
    return bool(getattr(value, "same_address_as_controller", False)) or any(
        getattr(value, name, None) for name in _CHANNELS
    )


def has_contact(case: Case) -> bool:
    """Whether somebody can be asked: a desk, a channel of requests, or the controller."""
    requests = case.the(Requests)
    return bool(
        (requests and requests.value.channel)
        or any(reachable(fact.value) for fact in case.facts(Contact))
        or any(reachable(fact.value) for fact in case.facts(Controller))
    )


def or_on_request(case: Case, item: OnRequest, told: Iterable[Outcome]) -> Iterator[Outcome]:
    """Kept where the item is answered on request (Art. 32(1)) and somebody can be asked, else as told."""
    law = declaration(case)
    if item in law.value.on_request and has_contact(case):
        yield Held(f"{law.path}/on-request", case.told(law.path, "on_request"))
    else:
        yield from told


def described(case: Case, selected: object) -> tuple[Fact[DataDescription], ...]:
    """The data that a selector names, with the items of a category; all of them for `any`."""
    entries = case.subject.loaded.index.entries
    wanted = {f"data/{one}" for one in selected} if isinstance(selected, tuple) else None
    return tuple(
        fact
        for fact in case.facts(DataDescription)
        if wanted is None or fact.path in wanted or entries[fact.path].parent in wanted
    )


def gets_data(case: Case, fact: Fact[Recipient]) -> bool:
    """Whether a recipient gets data about people: not one whose `data:` is empty, nor one of derived data only."""
    if fact.value.data:
        return True
    derived = {one for other in case.facts(DerivedData) for one in other.value.recipients}
    return fact.id not in derived and "data" not in fact.value.model_fields_set


def recipients(case: Case, *roles: str) -> tuple[Fact[Recipient], ...]:
    """The recipients with one of those roles under the APPI that get data; authorities apart (APPI502)."""
    return tuple(
        fact
        for fact in case.facts(Recipient)
        if fact.value.appi_role in roles and fact.value.role != "authority" and gets_data(case, fact)
    )


def without_exception(fact: Fact[Recipient]) -> bool:
    """Whether no exception of Art. 27(1) lets the data go without consent."""
    return not EXCEPTIONS & set(fact.value.appi_grounds)


def places_abroad(case: Case, value: Recipient) -> tuple[str, ...]:
    """Countries of a recipient that are neither Japan nor designated as equivalent (Art. 28(1), Rule 15)."""
    named = dict.fromkeys((*((value.country,) if value.country else ()), *value.places))
    return tuple(country for country in named if foreign(case, country))


def foreign(case: Case, country: str) -> bool:
    """Whether Art. 28 applies to a country."""
    equivalent = case.lists.get("equivalent", frozenset())
    return not lies_in(country, JAPAN) and not any(lies_in(country, one) for one in equivalent)


def promised(case: Case, *acts: str) -> tuple[Fact[Commitment], ...]:
    """The promises to do one of those acts, or never to do it."""
    return tuple(fact for fact in case.facts(Commitment) if set(acts) & set(fact.value.acts))


def name_of(fact: Fact[Recipient]) -> str:
    """How sentences call a recipient."""
    return fact.value.title or fact.id


def controller_part(case: Case, name: str) -> Iterator[Outcome]:
    """A part of the controller that Art. 32(1) asks for is given and told; a declared no with a reason is accepted."""
    controller = case.the(Controller)
    if controller is None:
        yield Exempt()
        return
    absence = next((one for one in controller.value.absences if one.field == name), None)
    if absence is not None and absence.reason and absence.status in {"none", "not_required"}:
        yield Exempt(f"{controller.path}/{hyphened(name)}", absence.reason)
    else:
        yield from case.field(controller, name)


def handlers(case: Case) -> tuple[Fact[Recipient], ...]:
    """All who handle data for us or with us, or get them, authorities apart."""
    return recipients(case, "entrustee", "joint_user", "successor", "third_party")


def told_as(role: str) -> Judge:
    """Recipients with that role need no sentence by law; one that is declared should still be told."""

    def judge(case: Case) -> Iterator[Outcome]:
        found = recipients(case, role)
        if not found:
            yield Exempt()
        for fact in found:
            units = case.told(fact.path)
            yield Held(fact.path, units) if units else Breach("missing", fact.path, fact.raw, {"name": name_of(fact)})

    return judge


def charged(fee: str) -> bool:
    """Whether a word for a fee means that one is taken."""
    return fee not in {"none", "free"}
