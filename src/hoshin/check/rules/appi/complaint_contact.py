"""A desk for complaints is told.

Why:
    Where complaints about the handling of retained personal data go must be knowable (APPI Art. 32(1)(iv), Cabinet
    Order Art. 10(ii), Art. 40). One desk for all is fine, if it says that complaints are among what it handles.

Bad (no way to reach the desk)::

    contacts:
      - {id: desk, title: 個人情報お問い合わせ窓口, handles: [questions, rights, complaints], text: 窓口があります。}

Bad (not for complaints)::

    contacts:
      - {id: desk, title: 個人情報お問い合わせ窓口, email: privacy@aoba.example, handles: [questions, rights], text: "お問い合わせは、{contact:desk/email}で受け付けます。"}

Good::

    contacts:
      - {id: desk, title: 個人情報お問い合わせ窓口, email: privacy@aoba.example, handles: [questions, rights, complaints], text: "お問い合わせは、{contact:desk/email}で受け付けます。"}

Not applicable (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [complaint_contact]}
    contacts:
      - {id: desk, title: 個人情報お問い合わせ窓口, email: privacy@aoba.example, handles: [questions, rights], text: "お問い合わせは、{contact:desk/email}で受け付けます。"}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import or_on_request, reachable
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Contact


def judge(case: Case) -> Iterator[Outcome]:
    """A contact that handles complaints and can be reached; a declared answer on request is accepted."""
    yield from or_on_request(case, "complaint_contact", _told(case))


def _told(case: Case) -> Iterator[Outcome]:
    desks = [fact for fact in case.facts(Contact) if reachable(fact.value)]
    labelled = [fact for fact in desks if "complaints" in fact.value.handles]
    if labelled:
        yield from case.held(labelled[0])
    elif desks:
        yield Breach(
            "unclear", f"{desks[0].path}/handles", desks[0].raw, {"name": desks[0].value.title or ""}, "unlabelled"
        )
    else:
        yield Breach("missing", "contacts", ("contacts",))


RULE = LawRule(
    id="APPI610",
    slug="complaint-contact",
    judge=judge,
    grounds=(
        Ground("APPI", "40"),
        Ground("APPI Order", "10(ii)"),
    ),
    severity=Severity.ERROR,
    variants=("unlabelled",),
)
