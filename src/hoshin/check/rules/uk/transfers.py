"""A transfer out of the United Kingdom names its mechanism and rests on the data protection test.

Why:
    Adequacy regulations, the IDTA, the Addendum or another safeguard of Art. 46, and the test that the standard
    there is not materially lower.

Bad::

    without: [transfers]
    transfers:
      - {id: to-india, title: India, country: IN, safeguards: ["eu-gdpr:A46-2-c"], protection_test: true, copy_of: {on: request, channel: desk}, text: "We transfer data to India under the International Data Transfer Agreement; ask us for a copy."}
    sections:
      - id: transfers
        title: Transfers
        blocks:
          - {kind: list, id: transfers, of: transfers}

Bad (without the test)::

    without: [transfers]
    transfers:
      - {id: to-india, title: India, country: IN, safeguards: ["x-uk:IDTA"], copy_of: {on: request, channel: desk}, text: "We transfer data to India under the International Data Transfer Agreement; ask us for a copy."}
    sections:
      - id: transfers
        title: Transfers
        blocks:
          - {kind: list, id: transfers, of: transfers}

Good::

    without: [transfers]
    transfers:
      - {id: to-india, title: India, country: IN, safeguards: ["x-uk:IDTA"], protection_test: true, copy_of: {on: request, channel: desk}, text: "We transfer data to India under the International Data Transfer Agreement; ask us for a copy."}
    sections:
      - id: transfers
        title: Transfers
        blocks:
          - {kind: list, id: transfers, of: transfers}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Transfer

MECHANISMS: Final = (
    "x-uk:AdequacyRegulations",
    "x-uk:IDTA",
    "x-uk:Addendum",
    "eu-gdpr:BindingCorporateRules",
    "eu-gdpr:A46-2-b",
)
REGULATIONS: Final = "x-uk:AdequacyRegulations"


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer with a mechanism of the United Kingdom, and the test where no regulations cover it."""
    for fact in case.facts(Transfer):
        value = fact.value
        known = [term for term in value.safeguards if case.is_a(term, *MECHANISMS)]
        if not known and value.derogation is None:
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"name": value.title or fact.id})
        elif known and REGULATIONS not in known and not value.protection_test:
            yield Breach("missing", f"{fact.path}/protection-test", fact.raw, {"name": value.title or fact.id}, "test")
        else:
            yield from case.held(fact)
    if not case.facts(Transfer):
        yield Exempt()


RULE = LawRule(
    id="UK105",
    slug="transfers",
    judge=judge,
    grounds=(Ground("UK GDPR", "44A-49"),),
    severity=Severity.ERROR,
    variants=("test",),
    confirmed=False,
)
