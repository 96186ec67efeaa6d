"""What a change rule is: data, and small conditions over one change and the facts of both sides (rules.md 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field

from hoshin.diff.bodies import Body, Node
from hoshin.diff.chg import Class
from hoshin.kernel.ground import Ground

Action = Literal["NONE", "PUBLISH", "NOTIFY", "FILE", "PRIOR", "CONSENT", "BLOCK"]
ACTIONS: Final[tuple[Action, ...]] = ("NONE", "PUBLISH", "NOTIFY", "FILE", "PRIOR", "CONSENT", "BLOCK")
"""From nothing to the refusal of the release."""
DEFAULT: Final[Mapping[Class, tuple[Action, ...]]] = {
    "material": ("PRIOR",),
    "notable": ("PUBLISH",),
    "editorial": ("NONE",),
}
"""What each class asks for where the rule speaks of another class only: the other direction of its change."""
Area = Literal["EU", "JP", "US"]


class Asked(Struct, frozen=True):
    """One change as rules see it.

    `class_` and `direction` are what the protection order of the field says (rules.md 8.6). `before` and `after` are
    the whole fact on both sides, `values` what changed in it. `areas` are those whose law the policy answers to on
    either side; all of them where it does not say.
    """

    kind: str
    class_: Class
    direction: str
    areas: frozenset[Area]
    before: Body = field(default_factory=dict)
    after: Body = field(default_factory=dict)
    values: tuple[Node | None, Node | None] = (None, None)


Condition: TypeAlias = Callable[[Asked], bool]


class Instead(Struct, frozen=True):
    """Other actions where a condition holds; the first that does counts."""

    when: Condition
    actions: tuple[Action, ...]


class ChangeRule(Struct, frozen=True):
    """One row of rules.md 8.3. Its title and its consequence in Japan stand in the catalogues `change-rules`.

    `class_` and `actions` are those of the change that the row is about; its reverse has another class and the
    actions of that class. `japan` are the grounds of the consequence where the APPI or the TBA applies. `confirmed`
    is False until counsel has compared the provisions word for word. Between its dates the rule exists at all.
    """

    id: str
    slug: str
    class_: Class
    actions: tuple[Action, ...]
    grounds: tuple[Ground, ...] = ()
    japan: tuple[Ground, ...] = ()
    confirmed: bool = True
    instead: tuple[Instead, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None

    def asks(self, asked: Asked) -> tuple[Action, ...]:
        """What is to be done about a change."""
        for other in self.instead:
            if other.when(asked):
                return other.actions
        return self.actions if asked.class_ == self.class_ else DEFAULT[asked.class_]
