"""Joint use tells what is used, by whom, for what, and who is responsible.

Why:
    Joint use is no provision to third parties if people can easily know in advance: that it takes place, the items,
    the users, their purposes, and name, address and representative of who is responsible for the data (APPI Art.
    27(5)(iii)).

Bad::

    joint_uses:
      - {id: group, title: 共同利用, data: [account], users: グループ会社, text: グループ会社と会員情報を共同利用します。}
    sections:
      - id: joint
        title: 共同利用
        blocks:
          - {kind: list, id: joint, of: joint_uses}

Bad (who is responsible has no address)::

    parties:
      - {id: aoba-shop, title: あおば商店, name: 株式会社あおば商店, role: group}
    joint_uses:
      - {id: group, title: 共同利用, data: [account], users: グループ会社, purposes: [shop], responsible: aoba-shop, text: グループ会社と会員情報を共同利用します。}
    sections:
      - id: joint
        title: 共同利用
        blocks:
          - {kind: list, id: joint, of: joint_uses}

Bad (a joint user and no joint use)::

    recipients:
      - {id: group, title: グループ会社, kind: class, appi_role: joint_user, data: [account], purposes: [shop], text: グループ会社と共同利用します。}

Good::

    joint_uses:
      - {id: group, title: 共同利用, data: [account], users: グループ会社, purposes: [shop], responsible: controller, text: グループ会社と会員情報を共同利用します。}
    sections:
      - id: joint
        title: 共同利用
        blocks:
          - {kind: list, id: joint, of: joint_uses}

Not applicable::

    joint_uses: {status: none, reason: 共同利用はしません}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import name_of, recipients
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller, Party
from hoshin.schema.recipient import JointUse

ITEMS: Final = ("data", "users", "purposes", "responsible")


def judge(case: Case) -> Iterator[Outcome]:
    """Each joint use with its items; a joint user among the recipients asks for one."""
    users = recipients(case, "joint_user")
    if case.subject.loaded.policy.joint_uses is None:
        for fact in users:
            yield Breach("missing", fact.path, fact.raw, {"name": name_of(fact)}, "nowhere")
        if not users:
            yield Exempt()
        return
    yield from case.answer("joint_uses").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    for fact in case.facts(JointUse):
        name = fact.value.title or fact.id
        lacking = [key for key in ITEMS if not getattr(fact.value, key)]
        if fact.value.parties and "users" in lacking:
            lacking.remove("users")
        if lacking:
            yield Breach("missing", fact.path, fact.raw, {"name": name, "keys": tuple(lacking)})
        elif parts := _unknown_of(case, fact.value.responsible or ""):
            yield Breach("missing", f"{fact.path}/responsible", fact.raw, {"name": name, "keys": parts}, "responsible")
        else:
            yield from case.held(fact)


def _unknown_of(case: Case, responsible: str) -> tuple[str, ...]:
    """Which of address and representative are not known of who is responsible; the name always is."""
    people: dict[str, Controller | Party] = {fact.id: fact.value for fact in case.facts(Party)}
    controller = case.the(Controller)
    if controller is not None:
        people["controller"] = controller.value
    one = people.get(responsible)
    return tuple(key for key in ("address", "representative_person") if one is not None and not getattr(one, key))


RULE = LawRule(
    id="APPI504",
    slug="joint-use-notice",
    judge=judge,
    grounds=(Ground("APPI", "27(5)(iii)"),),
    severity=Severity.ERROR,
    variants=("nowhere", "responsible"),
)
