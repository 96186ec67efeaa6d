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

Not applicable (a transfer into the country is none out of it)::

    without: [transfers]
    transfers:
      - {id: to-uk, title: United Kingdom, country: GB, safeguards: ["legal-eu:Adequacy-EU-GB"], text: Data in the United Kingdom are covered by an adequacy decision of the European Commission.}
    sections:
      - id: transfers
        title: Transfers
        blocks:
          - {kind: list, id: transfers, of: transfers}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.tools import transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

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
    transfers = transfers_abroad(case)
    for fact in transfers:
        value = fact.value
        known = [term for term in value.safeguards if case.is_a(term, *MECHANISMS)]
        if not known and value.derogation is None:
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"name": value.title or fact.id})
        elif known and REGULATIONS not in known and not value.protection_test:
            yield Breach("missing", f"{fact.path}/protection-test", fact.raw, {"name": value.title or fact.id}, "test")
        else:
            yield from case.held(fact)
    if not transfers:
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
