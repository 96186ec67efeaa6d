"""Kinds of the changes of recipients, transfers, joint use and promises about sharing, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.bodies import Node
from hoshin.diff.judges import always, aspect, duration, gained, members, presence, ranked
from hoshin.diff.table_data import details, link
from hoshin.diff.verdict import Case, Judge, Verdict, at, verdict

_ADEQUACY: Final = ("eu-gdpr:A45", "eu-gdpr:Adequacy", "legal-eu:Adequacy")
_ROLES: Final = (("processor",), ("joint_controller",), ("controller", "authority"), ("public", "mixed"), (None,))
_APPI_ROLES: Final = (("entrustee",), ("joint_user", "successor"), ("third_party",), (None,))
_UP: Final = verdict("RECIPIENT_ROLE_CHANGED", "404")
_DOWN: Final = verdict("RECIPIENT_ROLE_CHANGED", class_="notable")
_REACH: Final = members(verdict("RECIPIENT_SCOPE_WIDENED"), verdict("RECIPIENT_SCOPE_NARROWED"))


def _whole_recipient(case: Case) -> Verdict:
    if case.raw.op == "removed":
        return verdict("RECIPIENT_REMOVED")
    further = (("501",) if _is_new_country(case) else ()) + (("410",) if _by_opt_out(case.after) else ())
    return verdict("RECIPIENT_ADDED", "401", *further)


def _is_new_country(case: Case) -> bool:
    """Whether data now reach a country where neither the company nor anyone who got data was."""
    country = case.after.get("country")
    abroad = ("recipient/", "transfer/")
    known = {body.get("country") for fact, body in case.old.facts.items() if fact.startswith(abroad)}
    home = at(case.old.facts.get("controller", {}), ("address", "country"))
    return country is not None and country not in {*known, home}


def _member(case: Case) -> Verdict:
    return verdict("RECIPIENT_REMOVED") if case.raw.op == "removed" else verdict("RECIPIENT_ADDED", "402")


def _data(case: Case) -> Verdict:
    """Items of a provision that people can only opt out of have a rule of their own (APPI Art. 27(2))."""
    opted = _by_opt_out(case.before) or _by_opt_out(case.after)
    return verdict("OPT_OUT_PROVISION_CHANGED") if opted else _REACH(case)


def _by_opt_out(body: Mapping[str, Node]) -> bool:
    """Whether people must object to a provision: by its condition, its ground, or what is told about it."""
    known = at(body, ("condition", "kind")) == "opt_out" or "opt-out-provision" in body
    return known or at(body, ("appi-grounds", "opt_out")) is not None


def _way(case: Case) -> Verdict:
    """How data are shared; where that is a ground of Japan's law for sharing abroad, another one is CHG506."""
    if {case.raw.before, case.raw.after} & _JAPANESE:
        return Verdict("RECIPIENT_CHANGED", ("CHG506",), "material", "unknown")
    return details(case)


_JAPANESE: Final = frozenset({"consent", "equivalent_measures", "equivalent_country"})
"""Words for the grounds of APPI Art. 28."""


_COUNTRY: Final = presence("RECIPIENT_COUNTRY_ADDED", "RECIPIENT_COUNTRY_REMOVED", "RECIPIENT_COUNTRY_CHANGED")


def mechanism_rank(body: Mapping[str, Node]) -> int:
    """The protection of a transfer: adequacy and appropriate safeguards, derogation, nothing (rules.md 8.6)."""
    if at(body, ("safeguards",)):
        return 0
    return 1 if body.get("derogation") else 2


def _mechanism(case: Case) -> Verdict:
    """Weaker, or lost: material. A stated mechanism taken away counts as weaker even where others stay."""
    node = case.raw.before or case.raw.after
    terms = tuple(node) if isinstance(node, Mapping) else (case.raw.path[-1], str(node), str(case.raw.after))
    if any(str(term).startswith("x-jp:") for term in terms):
        return verdict("TRANSFER_SAFEGUARD_CHANGED", "506")
    before, after = mechanism_rank(case.before), mechanism_rank(case.after)
    lost = case.pattern.startswith("safeguards") and case.raw.op == "removed"
    weaker = after > before or (after == before and (lost or case.pattern == "derogation"))
    return verdict("TRANSFER_SAFEGUARD_CHANGED", "504" if weaker else "503")


def _storage(case: Case) -> Verdict:
    return verdict("TRANSFER_CHANGED", "507", class_="notable" if case.raw.after is True else "material")


_TRANSFER_REACH: Final = members(verdict("TRANSFER_SCOPE_WIDENED"), verdict("TRANSFER_SCOPE_NARROWED"))


def _promise_reach(case: Case) -> Verdict:
    """What a promise covers. "Only" turns the direction round: both ways count as the worse one."""
    wider = verdict("COMMITMENT_SCOPE_WIDENED", "406")
    narrower = verdict("COMMITMENT_SCOPE_NARROWED", "405")
    found = members(wider, narrower)(case)
    if case.pattern.startswith("acts"):
        found = wider if case.raw.op == "added" else narrower
    if "only" in (case.before.get("polarity"), case.after.get("polarity")):
        return verdict(found.kind, "405", class_="material", direction="unknown")
    return found


def _evidence(case: Case) -> Verdict:
    """What backs a promise: gone, the promise itself stays."""
    return link(case) if case.raw.op == "changed" else Verdict("COMMITMENT_CHANGED", (), "notable", "unknown")


def _opt_out_choice(case: Case) -> Verdict:
    """A choice that goes with a provision by opt-out; any other is told by its own kinds."""
    body = case.after or case.before
    about = str(body.get("of", ""))
    if body.get("kind") == "opt_out" and about.startswith("recipient"):
        return verdict("OPT_OUT_PROVISION_CHANGED")
    return verdict("CHOICE_ADDED" if case.raw.op == "added" else "CHOICE_REMOVED")


_SAFEGUARD: Final = presence("RECIPIENT_SAFEGUARD_ADDED", "RECIPIENT_SAFEGUARD_REMOVED", "RECIPIENT_CHANGED")
_COPY: Final = always("TRANSFER_CHANGED", "505")
_OPT_OUT: Final = always("OPT_OUT_PROVISION_CHANGED")
_EASED: Final = verdict("TRANSFER_SAFEGUARD_CHANGED", "506")
_CLOSER: Final = verdict("TRANSFER_SAFEGUARD_CHANGED", "503")
_CHECKS: Final = duration(_EASED, _CLOSER, _CLOSER, _EASED, _EASED)
_JOINT: Final = always("JOINT_USE_CHANGED", "408")
_MANAGER: Final = always("JOINT_USE_CHANGED", "409")

TABLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "recipient": {
        "": _whole_recipient,
        "kind": details,
        "role": ranked(_ROLES, _UP, _DOWN, _UP),
        "appi-role": ranked(_APPI_ROLES, _UP, _DOWN, _UP),
        "appi-grounds/*": details,
        "opt-out-provision": _OPT_OUT,
        "opt-out-provision/**": _OPT_OUT,
        "ccpa-disclosure/*": presence("RECIPIENT_SCOPE_WIDENED", "RECIPIENT_SCOPE_NARROWED", "RECIPIENT_CHANGED"),
        "activity": aspect("TEXT_CHANGED"),
        "sector": aspect("TEXT_CHANGED"),
        "members/*": _member,
        "listed-at": details,
        "party": details,
        "country": _COUNTRY,
        "places/*": _COUNTRY,
        "policy": link,
        "notes/*": aspect("TEXT_CHANGED"),
        "purposes/*": gained(
            verdict("PURPOSE_RECIPIENT_ADDED", "401"),
            verdict("PURPOSE_RECIPIENT_REMOVED"),
            verdict("RECIPIENT_CHANGED"),
        ),
        "data": _data,
        "data/*": _data,
        "data-scope": ranked(
            (("minimal",), (None,), ("all",)),
            verdict("RECIPIENT_SCOPE_WIDENED"),
            verdict("RECIPIENT_SCOPE_NARROWED"),
            verdict("RECIPIENT_CHANGED"),
        ),
        "triggers/*": presence("RECIPIENT_TRIGGER_ADDED", "RECIPIENT_TRIGGER_REMOVED", "RECIPIENT_CHANGED"),
        "notice-to-person": details,
        "safeguards/*": _SAFEGUARD,
        "safeguards/*/kind": details,
        "safeguards/*/text": aspect("TEXT_CHANGED"),
        "engaged-by": details,
        "tier": details,
        "mechanism": _way,
    },
    "transfer": {
        "country": _COUNTRY,
        "territory": aspect("TEXT_CHANGED"),
        "sector": aspect("TEXT_CHANGED"),
        "recipients": _TRANSFER_REACH,
        "recipients/*": _TRANSFER_REACH,
        "data": _TRANSFER_REACH,
        "data/*": _TRANSFER_REACH,
        "safeguards": _mechanism,
        "safeguards/*": _mechanism,
        "derogation": _mechanism,
        "risks": aspect("TEXT_CHANGED"),
        "interests/*": always("PURPOSE_INTEREST_CHANGED"),
        "person-informed": details,
        "protection-test": always("METADATA_CHANGED"),
        "copy-of": _COPY,
        "copy-of/**": _COPY,
        "storage-only": _storage,
        "country-system": aspect("TEXT_CHANGED"),
        "recipient-measures": aspect("TEXT_CHANGED"),
        "unknown-because": aspect("TEXT_CHANGED"),
        "check-every": _CHECKS,
    },
    "joint-use": {
        "data/*": _JOINT,
        "parties/*": _JOINT,
        "users": _JOINT,
        "purposes/*": _MANAGER,
        "responsible": _MANAGER,
    },
    "commitment": {
        "polarity": details,
        "acts/*": _promise_reach,
        "data": _promise_reach,
        "data/*": _promise_reach,
        "purposes": _promise_reach,
        "purposes/*": _promise_reach,
        "to": _promise_reach,
        "to/*": _promise_reach,
        "recipients": _promise_reach,
        "recipients/*": _promise_reach,
        "qualifier": gained(
            verdict("COMMITMENT_QUALIFIED"),
            verdict("COMMITMENT_UNQUALIFIED"),
            verdict("COMMITMENT_TEXT_CHANGED", class_="material"),
        ),
        "evidence": _evidence,
    },
    "choice": {"": _opt_out_choice},
}
