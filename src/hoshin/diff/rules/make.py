"""Short forms for the tables of rules, and the conditions that several of them share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from hoshin.diff.chg import Class
from hoshin.diff.rules.cite import GDPR_APPLIES, cite
from hoshin.diff.rules.rule import Action, Asked, ChangeRule, Condition, Instead

FROM_GDPR: Final = GDPR_APPLIES
_CONSENT: Final = ("eu-gdpr:A6-1-a", "eu-gdpr:A9-2-a", "eu-gdpr:A22-2-c", "eu-gdpr:A49-1-a")


def rule(  # noqa: PLR0913 - one row of a table
    number: int,
    slug: str,
    class_: Class,
    actions: str,
    grounds: str = "",
    *,
    japan: str = "",
    confirmed: bool = True,
    instead: tuple[Instead, ...] = (),
    since: date | None = None,
) -> ChangeRule:
    """A row: actions separated by spaces, grounds as `cite` reads them."""
    return ChangeRule(
        f"CHG{number}", slug, class_, _actions(actions), cite(grounds), cite(japan), confirmed, instead, since
    )


def when(condition: Condition, actions: str) -> Instead:
    """Other actions where a condition holds."""
    return Instead(condition, _actions(actions))


def _actions(text: str) -> tuple[Action, ...]:
    known: Mapping[str, Action] = {
        "NONE": "NONE",
        "PUBLISH": "PUBLISH",
        "NOTIFY": "NOTIFY",
        "FILE": "FILE",
        "PRIOR": "PRIOR",
        "CONSENT": "CONSENT",
        "BLOCK": "BLOCK",
    }
    return tuple(known[word] for word in text.split())


def says(field: str, *values: object) -> Condition:
    """The fact says one of these on the new side."""
    return lambda asked: asked.after.get(field) in values


def better(asked: Asked) -> bool:
    """The change is to people's advantage."""
    return asked.direction == "narrows"


def lowered(asked: Asked) -> bool:
    """The protection order gave a milder class than the rule's own: the change goes the other way."""
    return asked.class_ != "material"


def rests_on_consent(field: str) -> Condition:
    """The new side names consent there, or names nothing, which counts as the stricter case."""

    def holds(asked: Asked) -> bool:
        said = asked.after.get(field)
        return said is None or str(said).startswith(_CONSENT)

    return holds
