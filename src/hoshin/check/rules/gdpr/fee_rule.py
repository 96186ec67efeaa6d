"""Rights are free of charge, except for manifestly unfounded or excessive requests.

Why:
    A wider charge than GDPR Art. 12(5) allows is unlawful; silence leaves people in doubt whether asking costs
    money.

Bad (not told)::

    without: [requests/fee]

Bad (charged)::

    requests: {fee: {default: reasonable}}

Bad (for other reasons)::

    requests: {fee: {default: free, except: [{when: [by_post], fee: reasonable}]}}

Good::

    requests: {fee: {default: free, except: [{when: [manifestly_unfounded, excessive], fee: reasonable}]}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests

FREE: Final = frozenset({"free", "none"})
ALLOWED: Final = frozenset({"manifestly_unfounded", "excessive", "repeated", "further_copies"})


def judge(case: Case) -> Iterator[Outcome]:
    """Free by default, with no other exception than the law's."""
    requests = case.the(Requests)
    fee = requests.value.fee if requests else None
    if requests is None or fee is None:
        yield Breach("missing", "requests/fee", requests.raw if requests else ("requests",))
        return
    strange = tuple(sorted({reason for one in fee.exceptions for reason in one.when} - ALLOWED))
    if fee.default not in FREE:
        yield Breach("unclear", "requests/fee/default", (*requests.raw, "fee", "default"), variant="charged")
    elif strange and any(one.fee not in FREE for one in fee.exceptions):
        raw = (*requests.raw, "fee", "except")
        yield Breach("unclear", "requests/fee/except", raw, {"reasons": strange}, "wide")
    else:
        yield from case.held(requests, "fee")


RULE = LawRule(
    id="GDPR515",
    slug="fee-rule",
    judge=judge,
    grounds=(Ground("GDPR", "12(5)"),),
    severity=Severity.INFO,
    unclear=Severity.ERROR,
    variants=("charged", "wide"),
)
