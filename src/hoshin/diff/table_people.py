"""Kinds of the changes of rights, requests, children, security and notice of change, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.judges import always, answer, aspect, duration, flag, gained, presence, ranked
from hoshin.diff.table_data import details
from hoshin.diff.table_keeping import LENGTHS
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict

_TIGHTER: Final = verdict("RIGHT_CONDITION_TIGHTENED")
_LOOSER: Final = verdict("RIGHT_CONDITION_LOOSENED")
_OTHER: Final = verdict("RIGHT_CONDITION_CHANGED")
_CHANNEL: Final = always("RIGHT_CHANNEL_CHANGED")
_HURDLE: Final = gained(_TIGHTER, _LOOSER, _OTHER)
_HELP: Final = gained(_LOOSER, _TIGHTER, _OTHER)
_COST: Final = ranked((("none", "free"), (None,)), _TIGHTER, _LOOSER, _OTHER)


def _fee(case: Case) -> Verdict:
    """What exercising a right costs: from free to a fee is tighter, any other step cannot be compared."""
    free = {"none", "free"}
    if (case.raw.before in free) == (case.raw.after in free):
        return _OTHER
    return _LOOSER if case.raw.after in free else _TIGHTER


def _whole_fee(case: Case) -> Verdict:
    """A fee that is stated for the first time, or no more."""
    default = at(case.after if case.raw.op == "added" else case.before, ("fee", "default"))
    is_free = default in ("none", "free")
    return _LOOSER if is_free == (case.raw.op == "added") else _TIGHTER


def _rights_concerned(case: Case) -> Verdict:
    """Rights that a hurdle concerns: more of them is tighter; an empty list means all."""
    before, after = case.around() if case.pattern.endswith("/*") else (case.raw.before, case.raw.after)
    if before is None or after is None:
        return _TIGHTER if after is None else _LOOSER
    return _TIGHTER if case.raw.op == "added" else _LOOSER


_FURTHER: Final = gained(
    verdict("RIGHT_CHANNEL_CHANGED", class_="notable"),
    verdict("RIGHT_CHANNEL_CHANGED"),
    verdict("RIGHT_CHANNEL_CHANGED"),
)
_DEADLINE: Final = duration(_TIGHTER, _LOOSER, _LOOSER, _TIGHTER, _OTHER)

_WHOLE_DEADLINE: Final = gained(_LOOSER, _TIGHTER, _OTHER)
_OTHER_TERM: Final = always("RIGHT_CONDITION_CHANGED")
_AMOUNT: Final = gained(_TIGHTER, _LOOSER, _OTHER)


def _amount_value(case: Case) -> Verdict:
    """A higher fee is tighter."""
    before, after = case.raw.before, case.raw.after
    if not isinstance(before, int) or not isinstance(after, int):
        return _OTHER
    return _TIGHTER if after > before else _LOOSER


_LOWERED: Final = verdict("MIN_AGE_LOWERED")
_RAISED: Final = verdict("MIN_AGE_RAISED")
_CHILD_WORSE: Final = verdict("CHILDREN_CHANGED", "806")
_CHILD_BETTER: Final = verdict("CHILDREN_CHANGED", class_="notable")
_CHILD_RULE: Final = gained(_CHILD_BETTER, _CHILD_WORSE, _CHILD_WORSE)


def _age(case: Case) -> Verdict:
    before, after = case.raw.before, case.raw.after
    low = before if isinstance(before, int) else -1
    high = after if isinstance(after, int) else -1
    return _RAISED if high > low else _LOWERED


def _addressed(case: Case) -> Verdict:
    """Whether the service is for children: a plain no is the better direction."""
    return _CHILD_BETTER if at(case.after, ("addressed", "status")) == "none" else _CHILD_WORSE


def _disclaimer(case: Case) -> Verdict:
    return verdict("SECURITY_MEASURE_CHANGED", *(("808",) if case.raw.after is True else ("809",)), class_="notable")


def _whole_measure(case: Case) -> Verdict:
    """A named measure, or a disclaimer: with that the directions change places."""
    added = case.raw.op == "added"
    disclaims = (case.after if added else case.before).get("disclaimer") is True
    if added:
        return verdict("SECURITY_MEASURE_ADDED", *(("808",) if disclaims else ("809",)))
    if disclaims:
        return verdict("SECURITY_MEASURE_REMOVED", "809")
    return verdict("SECURITY_MEASURE_REMOVED", "808", class_="material")


_WEAKER: Final = verdict("NOTICE_METHOD_CHANGED", "810")
_STRONGER: Final = verdict("NOTICE_METHOD_CHANGED", class_="notable", direction="narrows")
_PERIOD: Final = duration(
    verdict("NOTICE_PERIOD_LENGTHENED"),
    verdict("NOTICE_PERIOD_SHORTENED"),
    verdict("NOTICE_PERIOD_LENGTHENED"),
    verdict("NOTICE_PERIOD_SHORTENED"),
    verdict("NOTICE_PERIOD_CHANGED"),
)
_METADATA: Final = always("METADATA_CHANGED")


def _sale(case: Case) -> Verdict:
    """Whether data are sold, shared or used further: anything but a plain no is the worse direction."""
    said_no = at(case.after, (case.raw.inside[0], "status")) == "none"
    return verdict("JURISDICTION_CHANGED", class_="notable" if said_no else "material", direction="unknown")


_COMPLAINT: Final = always("COMPLAINT_BODY_CHANGED")

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "right": {
        "right": details,
        "limbs/*": _HELP,
        "channel": _CHANNEL,
        "authority": _COMPLAINT,
        "authorities/*": _COMPLAINT,
        "effect": aspect("TEXT_CHANGED"),
        "prominent": always("METADATA_CHANGED"),
        **answer("limits", _OTHER_TERM),
        "acknowledged-within": _DEADLINE,
    },
    "requests": {
        "channel": _CHANNEL,
        "further-channels/*": _FURTHER,
        "form": _HURDLE,
        "deadline": _WHOLE_DEADLINE,
        **{f"deadline/{way}": _DEADLINE for way in LENGTHS},
        "deadline/until": _OTHER_TERM,
        "deadline/until/**": _OTHER_TERM,
        "deadline/starts-from": _OTHER_TERM,
        "deadline/criteria/*": _OTHER_TERM,
        "deadline/illustration": _OTHER_TERM,
        "deadline/extension": duration(_TIGHTER, _LOOSER, _TIGHTER, _LOOSER, _OTHER),
        "fee": _whole_fee,
        "fee/default": _fee,
        "fee/amount": _AMOUNT,
        "fee/amount/value": _amount_value,
        "fee/amount/currency": _OTHER_TERM,
        "fee/paid-how": _OTHER_TERM,
        "fee/exceptions/*/amount": _AMOUNT,
        "fee/exceptions/*/amount/value": _amount_value,
        "fee/exceptions/*/amount/currency": _OTHER_TERM,
        "fee/exceptions/*": _HURDLE,
        "fee/exceptions/*/when/*": _HURDLE,
        "fee/exceptions/*/fee": _fee,
        "fee/exceptions/*/rights": _rights_concerned,
        "fee/exceptions/*/rights/*": _rights_concerned,
        "refusal": _HURDLE,
        "refusal/when/*": _HURDLE,
        "refusal/reasons-given": flag(_LOOSER, _TIGHTER, _OTHER),
        "refusal/remedies/*": _HELP,
        "refusal/rights": _rights_concerned,
        "refusal/rights/*": _rights_concerned,
        "identity": _HURDLE,
        "agent": _HURDLE,
        "appeal": _HELP,
    },
    "children": {
        "min-age": _age,
        "alone-from": _age,
        "ages/*": always("CHILDREN_CHANGED", "806"),
        "ages/*/min-age": _age,
        "ages/*/alone-from": _age,
        "ages/*/consent-by": _CHILD_RULE,
        "knowingly-collected": ranked(((False,), (None,), (True,)), _CHILD_WORSE, _CHILD_BETTER, _CHILD_WORSE),
        "consent-by": _CHILD_RULE,
        "rights-by": _CHILD_RULE,
        "on-discovery": _CHILD_RULE,
        "on-discovery-when": _CHILD_RULE,
        "channel": _CHANNEL,
        **answer("addressed", _addressed),
        "verification": _CHILD_RULE,
        "explained-in": _CHILD_RULE,
    },
    "security-measure": {
        "": _whole_measure,
        "kind": details,
        "every": details,
        "standard": aspect("TEXT_CHANGED"),
        "countries/*": details,
        "disclaimer": _disclaimer,
        "claim": always("METADATA_CHANGED"),
    },
    "amendments": {
        "methods/*": gained(_STRONGER, _WEAKER, _WEAKER),
        "notice": presence("NOTICE_PERIOD_LENGTHENED", "NOTICE_PERIOD_SHORTENED", "NOTICE_PERIOD_CHANGED"),
        "notice/period": _PERIOD,
        "notice/before": _PERIOD,
        "effective": ranked((("on_date",), ("on_posting",), (None,)), _WEAKER, _STRONGER, _WEAKER),
        "reader-duty": gained(_WEAKER, _STRONGER, _WEAKER),
        "frequency": always("NOTICE_METHOD_CHANGED", class_="notable"),
        "new-purpose": ranked(
            (("consent_before",), ("notify_before",), ("publish",), (None,)), _WEAKER, _STRONGER, _WEAKER
        ),
        "purpose-range": gained(_STRONGER, _WEAKER, _WEAKER),
    },
    "jurisdiction": {
        "law": details,
        "ground": _METADATA,
        "note": _METADATA,
        "on-request/*": details,
        **answer("accredited-organisation", _COMPLAINT),
        **answer("sells", _sale),
        **answer("shares", _sale),
        **answer("sells-under-16", _sale),
        **answer("sensitive-use-beyond-7027m", _sale),
        **answer("financial-incentive", details),
        **answer("admt-significant-decisions", details),
        **answer("consumers-over-10m", _METADATA),
    },
    "officer": {
        "role": details,
        "party": details,
        "name": details,
        "address": details,
        "address/**": details,
        "email": details,
        "phone": details,
        "url": details,
    },
}
