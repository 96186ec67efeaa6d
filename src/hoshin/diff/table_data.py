"""Kinds of the changes of data, their collection and their technology, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.bodies import ANY, Body, Node
from hoshin.diff.chg import Class
from hoshin.diff.judges import always, answer, aspect, duration, flag, gained, presence, ranked
from hoshin.diff.kinds import KINDS, kind_of
from hoshin.diff.rules import CHG
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict

_INDIRECT: Final = frozenset({"third_party", "public"})


def whole_data(case: Case) -> Verdict:
    """A category or item: the more sensitive it is, the stricter the rule."""
    prefix = case.family.prefix
    if case.raw.op == "removed":
        return verdict(f"{prefix}_REMOVED")
    body = case.after
    special = body.get("special") is True or body.get("criminal") is True
    named = ("206",) * special + ("204",) * ("high-risk" in body) + ("207",) * _is_open(body)
    own = "203" if case.family.name == "data-item" else "201"
    return verdict(f"{prefix}_ADDED", *(named or (own,)))


def _is_open(body: Body) -> bool:
    return body.get("open-ended") is True or body.get("completeness") == "non_exhaustive"


def source(case: Case) -> Verdict:
    """Where data come from; from someone else than the person is the worse direction."""
    before, after = at(case.before, ("source",)), at(case.after, ("source",))
    new = _of_source(at(case.after, ("source", "kind")))
    if before is None:
        return verdict("DATA_SOURCE_ADDED", class_=new)
    if after is None:
        return verdict("DATA_SOURCE_REMOVED")
    return verdict("DATA_SOURCE_CHANGED", class_=new)


def _of_source(kind: Node | None) -> Class:
    return "material" if kind in _INDIRECT else "notable"


def details(case: Case) -> Verdict:
    """What describes a fact without being a promise or a use by itself: a rule of special cases does not apply."""
    known = KINDS[kind_of(case.family, "CHANGED")]
    rules = known.rules if len(known.rules) == 1 and CHG[known.rules[0]] == known.class_ else ()
    return Verdict(known.id, rules, known.class_, known.direction)


def high_risk(case: Case) -> Verdict:
    """The class of risk of an item: named, taken back, or another one."""
    if case.raw.op == "changed":
        return verdict(f"{case.family.prefix}_CHANGED", "204")
    return verdict("DATA_CATEGORY_SENSITIVITY_RAISED", "204") if case.raw.op == "added" else _LOWERED


_LOWERED: Final = verdict("DATA_CATEGORY_SENSITIVITY_LOWERED")
PROVISION: Final = ranked(
    (("optional",), (None,), ("required",)),
    verdict("PURPOSE_PROVISION_REQUIRED"),
    verdict("PURPOSE_PROVISION_OPTIONAL"),
    verdict("PURPOSE_PROVISION_REQUIRED"),
)
"""Whether people must give data; "not stated" stands between."""


def _special(case: Case) -> Verdict:
    raised = verdict("DATA_CATEGORY_SENSITIVITY_RAISED", "206")
    return flag(raised, _LOWERED, details(case))(case)


def _lifetime(case: Case) -> Verdict:
    """How long a cookie stays: until the browser is closed, a period, until somebody deletes it."""
    before, after = _LASTING.get(case.raw.before, 1), _LASTING.get(case.raw.after, 1)
    if case.raw.op != "changed" or before == after:
        return _PERIOD(case)
    return verdict("RETENTION_EXTENDED" if after > before else "RETENTION_SHORTENED")


_LASTING: Final[Mapping[object, int]] = {"session": 0, "persistent": 2}
_PERIOD: Final = duration(
    verdict("RETENTION_EXTENDED"),
    verdict("RETENTION_SHORTENED"),
    verdict("RETENTION_PERIOD_STATED"),
    verdict("RETENTION_PERIOD_DROPPED"),
    verdict("RETENTION_PERIOD_CHANGED"),
)


def _whole_tracker(case: Case) -> Verdict:
    if case.raw.op == "removed":
        return verdict("TRACKER_REMOVED")
    own = case.after.get("essential") is True and case.after.get("third-party") is not True
    return verdict("TRACKER_ADDED", "211" if own else "210")


def _third_party(case: Case) -> Verdict:
    return verdict("TRACKER_CHANGED", class_="notable" if case.raw.after is False else "material")


def _essential(case: Case) -> Verdict:
    return verdict("TRACKER_CHANGED", class_="notable" if case.raw.after is True else "material")


def _category(case: Case) -> Verdict:
    """What a tracker is for: only the step to "strictly necessary" is not the worse direction."""
    return verdict("TRACKER_CHANGED", class_="notable" if case.raw.after == "strictly_necessary" else "material")


def _links_person(case: Case) -> Verdict:
    """Whether the provider links the data to people: a plain no is the better direction."""
    said_no = at(case.after, ("links-person", "status")) == "none"
    return verdict("TRACKER_CHANGED", class_="notable" if said_no else "material")


def _moved_item(case: Case) -> Verdict:
    """An item in another category: whatever uses or gets that category now reaches the item as well."""
    known = (case.raw.before, case.raw.fact.partition("/")[2])
    for fact, body in case.new.facts.items():
        field = _REACH.get(fact.partition("/")[0])
        if field is None or not _reaches(body, field, case.raw.after):
            continue
        if not any(_reaches(case.old.facts.get(fact, {}), field, name) for name in known):
            return verdict("DATA_ITEM_CHANGED", "202")
    return details(case)


_REACH: Final = {"purpose": "uses", "recipient": "data"}
"""Facts that name data, and the field where they do."""


def _reaches(body: Body, field: str, name: Node | None) -> bool:
    return at(body, (field, str(name))) is not None or at(body, (field, ANY)) is not None


_DESCRIPTION: Final[Mapping[str, Judge]] = {
    "": whole_data,
    "source": source,
    "source/**": source,
    "further-sources/*": presence("DATA_SOURCE_ADDED", "DATA_SOURCE_REMOVED", "DATA_SOURCE_CHANGED"),
    "further-sources/**": always("DATA_SOURCE_CHANGED"),
    "collection-methods/*": presence("COLLECTION_METHOD_ADDED", "COLLECTION_METHOD_REMOVED", "COLLECTION_METHOD_ADDED"),
    "special": _special,
    "criminal": _special,
    "high-risk": high_risk,
    "provision": PROVISION,
    "nature": details,
    "if-refused": aspect("TEXT_CHANGED"),
    "statutory/*": always("METADATA_CHANGED"),
}


def link(case: Case) -> Verdict:
    """Where a link leads; one that is new or gone changes what people can reach."""
    return verdict("LINK_CHANGED") if case.raw.op == "changed" else details(case)


_LINK: Final = always("LINK_CHANGED")

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "data-category": _DESCRIPTION,
    "data-item": {
        **_DESCRIPTION,
        "technology": details,
        "category": _moved_item,
    },
    "collection-method": {"source": details},
    "collection-point": {
        "url": _LINK,
        "action": _LINK,
        "notice": always("METADATA_CHANGED"),
        "collection-methods/*": details,
        "fields": details,
        "fields/*": details,
        "fields/*/label": aspect("TEXT_CHANGED"),
        "fields/*/input": always("METADATA_CHANGED"),
        "fields/*/options/*": aspect("TEXT_CHANGED"),
        "fields/*/provision": PROVISION,
        "fields/*/if-refused": aspect("TEXT_CHANGED"),
        "purposes/*": details,
    },
    "technology": {
        "": _whole_tracker,
        "kind": details,
        "category": _category,
        "name": details,
        "data/*": details,
        "purposes/*": details,
        "provider": details,
        "domain": details,
        "lifetime": _lifetime,
        "stored-on": details,
        "third-party": _third_party,
        "essential": _essential,
        "recipient-use": always("TRACKER_CHANGED", "210"),
        "exemption": details,
        **answer("links-person", _links_person),
        "refusal": aspect("TEXT_CHANGED"),
        "opt-out": details,
        "policy": link,
    },
    "derived-data": {
        "form": details,
        "of/*": details,
        "use": aspect("TEXT_CHANGED"),
        "method": aspect("TEXT_CHANGED"),
        "provided-how": aspect("TEXT_CHANGED"),
        "purposes/*": details,
        "recipients/*": details,
        "promises/*": gained(
            verdict("DERIVED_DATA_CHANGED"),
            verdict("DERIVED_DATA_CHANGED", class_="material"),
            verdict("DERIVED_DATA_CHANGED", class_="material"),
        ),
    },
    "choice": {
        "kind": details,
        "of": details,
        "how": aspect("TEXT_CHANGED"),
        "channel": details,
        "url": link,
        "link": details,
        "preference-signals": details,
        "in-each-message": details,
        "consequence": aspect("TEXT_CHANGED"),
    },
}
