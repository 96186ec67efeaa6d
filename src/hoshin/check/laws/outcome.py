"""What a rule of a law says of a policy: kept, broken, or no matter here. Findings and coverage are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from hoshin.kernel.finding import Arg, Severity
from hoshin.kernel.place import RawPath

Trigger = Literal["missing", "unknown", "unprinted", "unclear"]
"""Why a duty is not kept: the fact is absent or incomplete; the policy does not say whether it applies; the fact is
declared and no text prints it; the wording does not do."""


class Breach(Struct, frozen=True):
    """The duty is not kept at `path`.

    `variant` chooses among the sentences of a rule that has several; by default it is the trigger. `severity` is the
    rule's own for that trigger where it is left out.
    """

    trigger: Trigger
    path: str
    raw: RawPath
    args: Mapping[str, Arg] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None


class Held(Struct, frozen=True):
    """The duty is kept by the fact at `path`; `units` are the printed texts that tell it."""

    path: str
    units: tuple[str, ...] = ()


class Exempt(Struct, frozen=True):
    """The duty does not arise: `path` is the fact that says so, with the reason that people gave there.

    Empty where nothing in the policy brings the duty about (no consent, hence no withdrawal of one).
    """

    path: str = ""
    reason: str = ""


Outcome = Breach | Held | Exempt
