"""Numbers that rules compare with; a project's `schema/rules.yaml` may set its own under `limits:`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "hedges-per-100-words": 2,
        "notice-days": 30,
        "retention-days-support": 1096,
        "retention-days-communication": 1096,
        "retention-days-security": 366,
        "retention-days-analytics": 366,
        "retention-days-direct-marketing": 1096,
        "retention-days-advertising": 1096,
        "purposes-for-one-basis": 3,
    }
)
"""`hedges-per-100-words`: GDPR701. `notice-days`: GDPR708 and the release gate. `retention-days-<kind of purpose>`:
GDPR406. `purposes-for-one-basis`: GDPR205, the most purposes that one statement of a basis may cover."""
