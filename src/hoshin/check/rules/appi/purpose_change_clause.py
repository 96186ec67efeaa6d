"""Purposes change only within what is related, and people learn of it.

Why:
    A purpose may be changed only within what is reasonably related to the former one (APPI Art. 17(2)), and the
    change is notified or published (Art. 21(3)). A clause that reserves any change promises what the law forbids.

Bad::

    without: [amendments]
    amendments: {methods: [email], new_purpose: notify_before}

Bad (nothing on how people learn of it)::

    without: [amendments]
    amendments: {methods: [email], purpose_range: related}

Good::

    amendments: {methods: [email], purpose_range: related, new_purpose: publish}

Not applicable::

    without: [amendments, section/changes]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Amendments


def judge(case: Case) -> Iterator[Outcome]:
    """Where changes of the policy are told: the range of changes of purpose, and how people learn of one."""
    amendments = case.the(Amendments)
    if amendments is None:
        yield Exempt()
        return
    for name, variant in (("purpose_range", ""), ("new_purpose", "told")):
        if getattr(amendments.value, name) is None:
            path = f"amendments/{name.replace('_', '-')}"
            yield Breach("missing", path, amendments.raw, variant=variant)
            return
        yield from case.held(amendments, name)


RULE = LawRule(
    id="APPI206",
    slug="purpose-change-clause",
    judge=judge,
    grounds=(
        Ground("APPI", "17(2)"),
        Ground("APPI", "21(3)"),
    ),
    severity=Severity.WARNING,
    variants=("told",),
    confirmed=False,
)
