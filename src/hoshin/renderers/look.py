"""How a document shall look: what a renderer gets beside the tree."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field

from hoshin.kernel.overlay import Overlay


class Look(Struct, frozen=True):
    """Files that may be replaced, and facts of the build that are no part of the policy.

    `timestamp` is the only date that may reach a file's metadata; None where the policy has no effective date, and
    then the file carries none. `author` signs revisions in Word. `policy_json` is attached instead of `Document.data`.
    """

    overlay: Overlay = field(default_factory=Overlay)
    timestamp: datetime | None = None
    author: str = ""
    policy_json: str = ""
