"""A fee is told with its amount, and taken only for notice of purposes and disclosure.

Why:
    A fee may be taken for notice of purposes and for disclosure, within what is reasonable against the cost (APPI
    Art. 38), and its amount must be knowable (Art. 32(1)(iii)). For correction and for cease of use no fee may be
    taken.

Bad (no amount)::

    requests: {fee: {default: fixed, paid_how: 銀行振込, except: [{when: [other_requests], fee: free, rights: [correction, cease, cease-provision]}]}}

Bad (no amount in some cases)::

    requests: {fee: {default: free, except: [{when: [excessive], fee: reasonable, rights: [disclosure]}]}}

Bad (also for correction)::

    requests: {fee: {default: fixed, amount: {value: 500, currency: JPY}, paid_how: 銀行振込}}

Good::

    requests: {fee: {default: fixed, amount: {value: 500, currency: JPY}, paid_how: 銀行振込, except: [{when: [other_requests], fee: free, rights: [correction, cease, cease-provision]}]}}

Not applicable::

    requests: {fee: {default: free}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import charged
from hoshin.check.laws.judging import rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import FeeException, Requests

FREE_OF_CHARGE: Final = ("x-jp:Correction", "x-jp:CeaseOfUse", "x-jp:CeaseOfProvision")


def judge(case: Case) -> Iterator[Outcome]:
    """Where a fee is taken: its amount, and the requests that stay free."""
    requests = case.the(Requests)
    fee = requests.value.fee if requests else None
    if requests is None or fee is None:
        yield Exempt()
        return
    taken = [one for one in fee.exceptions if charged(one.fee)]
    raw = (*requests.raw, "fee")
    if charged(fee.default) and fee.amount is None:
        yield Breach("missing", "requests/fee", raw)
    elif any(one.amount is None for one in taken):
        yield Breach("unclear", "requests/fee", raw, variant="vague")
    elif (
        charged(fee.default) and not _never_charged(case) <= _named(one for one in fee.exceptions if one not in taken)
    ) or _never_charged(case) & _named(taken):
        yield Breach("unclear", "requests/fee", raw, variant="free")
    elif taken or charged(fee.default):
        yield from case.held(requests, "fee")
    else:
        yield Exempt()


def _never_charged(case: Case) -> set[str]:
    return {fact.id for fact in rights_of(case, *FREE_OF_CHARGE)}


def _named(exceptions: Iterable[FeeException]) -> set[str]:
    return {right for one in exceptions for right in one.rights}


RULE = LawRule(
    id="APPI608",
    slug="fee",
    judge=judge,
    grounds=(
        Ground("APPI", "38"),
        Ground("APPI", "32(1)(iii)"),
    ),
    severity=Severity.ERROR,
    variants=("vague", "free"),
)
