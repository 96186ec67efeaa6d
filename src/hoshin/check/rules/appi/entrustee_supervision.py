"""The supervision of those to whom data are entrusted is told.

Why:
    Who entrusts data to others must supervise them (APPI Art. 25), and that belongs to the measures that must be
    knowable (PPC Q&A 9-4).

Bad::

    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], purposes: [shop], text: 商品の発送を配送会社に委託しています。}

Good::

    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract, text: 委託契約}], text: 商品の発送を配送会社に委託しています。}

Good (a promise)::

    commitments:
      - {id: supervision, title: 監督, polarity: always, acts: [supervise_entrustees], text: 当社は、委託先に対して必要かつ適切な監督を行います。}
    sections:
      - id: promises
        title: 約束
        blocks:
          - {kind: list, id: promises, of: commitments}
    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], purposes: [shop], text: 商品の発送を配送会社に委託しています。}

Not applicable::

    recipients: {status: none, reason: 委託も提供もしません}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import name_of, promised, recipients
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each entrustee has a contract or is supervised, by its own entry or by a promise that covers it."""
    found = recipients(case, "entrustee")
    promises = promised(case, "supervise_entrustees")
    if not found:
        yield Exempt()
    for fact in found:
        covering = [one for one in promises if one.value.recipients in ("any", ()) or fact.id in one.value.recipients]
        if any(one.kind in {"supervision", "contract"} for one in fact.value.safeguards):
            yield Held(fact.path, case.told(fact.path))
        elif covering:
            yield from case.held(covering[0])
        else:
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"name": name_of(fact)})


RULE = LawRule(
    id="APPI403",
    slug="entrustee-supervision",
    judge=judge,
    grounds=(
        Ground("APPI", "25"),
        Ground("PPC Q&A", "9-4", "guidance"),
    ),
    severity=Severity.WARNING,
)
