"""What happens to a language that is not ready when the source is released (`on_incomplete`, translations.md 8)."""

from __future__ import annotations

from typing import Literal

from hoshin.kernel.finding import Finding
from hoshin.translations.states import Translation
from hoshin.translations.status import Require, judge

Policy = Literal["block", "hold", "source"]
Outcome = Literal["own", "block", "hold", "source"]
"""The language's own text goes out; no language does; its last approved text stays; the source stands in its place."""


def is_ready(made: Translation, require: Require) -> bool:
    """Whether nothing forbids the release of this translation."""
    return not against(made, require)


def against(made: Translation, require: Require) -> tuple[Finding, ...]:
    """The errors that forbid it, as bad as the project says, what people accept left out."""
    told = judge(made, "release", require)
    return tuple(made.accepted.judged(item) for item in told if made.accepted.is_error(item))


def outcome(policy: Policy, *, ready: bool, held: bool) -> Outcome:
    """What the public sees. `held` tells whether there is an approved translation of an earlier version to hold.

    Where `hold` has nothing to hold, the source stands in its place: a page is never left half in one language.
    """
    if ready:
        return "own"
    return "source" if policy == "hold" and not held else policy
