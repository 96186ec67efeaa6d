"""CHG9xx: definitions, wording, layout, translations."""

from __future__ import annotations

from typing import Final

from hoshin.diff.rules.make import rule
from hoshin.diff.rules.rule import ChangeRule

DOCUMENT: Final[tuple[ChangeRule, ...]] = (
    rule(901, "definition-scope-changed", "material", "PRIOR", "GDPR 12(1)"),
    rule(902, "modal-shift", "notable", "NOTIFY", "GDPR 12(1)"),
    rule(903, "typo-layout-order-numbering", "editorial", "NONE", "WP260 29"),
    rule(904, "translation-only", "notable", "NOTIFY", "WP260 13"),
)
