"""Changes of substance take effect well after they are announced.

Why:
    People need time to think about what a change means for them (WP260 para 30). No law fixes a number; `notice-
    days` is the project's.

Bad::

    amendments: {notice: {period: P0D}}

Bad (on posting)::

    without: [amendments/notice]
    amendments: {effective: on_posting}

Good::

    amendments: {notice: {period: P1M}}

Not applicable::

    without: [amendments/notice, section/care]
    sections:
      - id: changes
        title: Changes
        blocks:
          - {kind: list, id: measures, of: security_measures}
          - {kind: paragraph, id: told, units: [{id: mail, states: [amendments], text: We tell you of changes by e-mail.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Amendments
from hoshin.schema.period import bounds_in_days


def judge(case: Case) -> Iterator[Outcome]:
    """A period of notice that is not shorter than the project asks for."""
    amendments = case.the(Amendments)
    notice = amendments.value.notice if amendments else None
    if amendments is None or (notice is None and amendments.value.effective != "on_posting"):
        yield Exempt()
    elif notice is None or bounds_in_days(notice.period)[0] < _least(case):
        raw = (*amendments.raw, "notice" if notice else "effective")
        yield Breach("unclear", "amendments/notice", raw, {"days": case.limits["notice-days"]})
    else:
        yield from case.held(amendments, "notice")


def _least(case: Case) -> int:
    """The days asked for; a month, which may have 28 days, counts as thirty."""
    days = case.limits["notice-days"]
    return 28 if days in {28, 29, 30, 31} else days


RULE = LawRule(
    id="GDPR708",
    slug="immediate-effect",
    judge=judge,
    grounds=(Ground("WP260", "para 30", "guidance"),),
    severity=Severity.WARNING,
)
