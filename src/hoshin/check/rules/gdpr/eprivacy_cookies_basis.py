"""Cookies beyond the strictly necessary are set with consent only.

Why:
    Storing something on a person's device, or reading it there, needs consent unless the service that the person
    asked for cannot do without (Directive 2002/58/EC Art. 5(3), CJEU C-673/17).

Bad::

    technologies:
      - {id: visits, title: Visits, kind: cookie, category: analytics, purposes: [answers], lifetime: P1M, third_party: false, text: a cookie that counts visits to our pages}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Bad (not stated)::

    without: [technologies]

Bad (of an unknown class)::

    technologies:
      - {id: visits, title: Visits, kind: cookie, purposes: [answers], lifetime: P1M, third_party: false, text: a cookie that counts visits to our pages}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Good::

    technologies:
      - {id: visits, title: Visits, kind: cookie, category: analytics, purposes: [answers], lifetime: P1M, third_party: false, condition: {kind: opt_in, text: only if you agree}, text: a cookie that counts visits to our pages; we set it only if you agree}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Not applicable (strictly necessary)::

    technologies:
      - {id: visits, title: Visits, kind: cookie, category: strictly_necessary, purposes: [answers], lifetime: P1M, third_party: false, text: a cookie that remembers your cart}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Not applicable::

    technologies: {status: none, reason: we set no cookies}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.devices import on_device, strictly_necessary
from hoshin.check.laws.judging import CONSENT
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Choice, Technology


def judge(case: Case) -> Iterator[Outcome]:
    """Each technology on the device that is not strictly necessary: a condition, a choice or a basis of consent."""
    yield from case.answer("technologies").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    chosen = {fact.value.of for fact in case.facts(Choice) if fact.value.kind == "opt_in"}
    agreed = {cell.purpose for cell in case.cells if cell.basis and case.is_a(cell.basis, CONSENT)}
    for fact in case.facts(Technology):
        value = fact.value
        asked = value.condition is not None and value.condition.kind == "opt_in"
        if strictly_necessary(value) or not on_device(value):
            yield Exempt(fact.path)
        elif value.category is None and value.essential is None:
            yield Breach("unknown", f"{fact.path}/category", fact.raw, {"name": value.title or fact.id}, "class")
        elif asked or fact.path in chosen or agreed & set(value.purposes):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": value.title or fact.id})


RULE = LawRule(
    id="GDPR217",
    slug="eprivacy-cookies-basis",
    judge=judge,
    grounds=(
        Ground("ePrivacy", "5(3)"),
        Ground("CJEU", "C-673/17", "guidance"),
    ),
    severity=Severity.WARNING,
    variants=("class",),
    confirmed=False,
)
