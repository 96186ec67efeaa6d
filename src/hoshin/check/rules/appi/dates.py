"""The day of enactment and that of the last revision are told.

Why:
    No law asks for them, but every careful policy in Japan ends with both: people see since when rules exist and
    whether they read the present ones. A first version has no revision.

Bad::

    without: [date/last-updated]
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}、{controller:representative-person}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、施行日：{date:effective}"}]}

Bad (neither)::

    without: [date/established, date/last-updated]
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}、{controller:representative-person}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "施行日：{date:effective}"}]}

Good::

    dates:
      - {id: last-updated, title: 最終改定日, value: "2026-08-01"}

Good (a first version)::

    document: {version: "1.0.0"}
    without: [date/last-updated]
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}、{controller:representative-person}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、施行日：{date:effective}"}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import KindOfDate

FIRST: Final = frozenset({"1.0.0", "1.0", "1"})


def judge(case: Case) -> Iterator[Outcome]:
    """Both dates, printed; the second from the second version on."""
    days = {fact.id: fact for fact in case.facts(KindOfDate)}
    first = str(case.subject.loaded.policy.document.version or "") in FIRST
    wanted = ("established",) if first else ("established", "last-updated")
    if lacking := tuple(name for name in wanted if name not in days):
        yield Breach("missing", "dates", ("dates",), {"keys": lacking})
    for name in wanted:
        if name in days:
            yield from case.held(days[name])


RULE = LawRule(
    id="APPI801",
    slug="dates",
    judge=judge,
    grounds=(Ground("practice", kind="practice"),),
    severity=Severity.WARNING,
)
