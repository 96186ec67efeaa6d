"""CHG2xx: data, where they come from, by which means they are collected."""

from __future__ import annotations

from typing import Final

from hoshin.diff.rules.make import lowered, rule, says, when
from hoshin.diff.rules.rule import ChangeRule

DATA: Final[tuple[ChangeRule, ...]] = (
    rule(201, "data-category-added", "material", "PRIOR", "GDPR 13; WP260 29", japan="APPI 21(3)", confirmed=False),
    rule(202, "data-linked-to-purpose", "material", "CONSENT", "GDPR 13(3)", japan="APPI 17(2), 18(1)",
         confirmed=False, instead=(when(lowered, "PUBLISH"), when(says("relation", "compatible"), "PRIOR"))),
    rule(203, "item-added", "notable", "PUBLISH", "GDPR 12(1)"),
    rule(204, "item-added-high-risk", "material", "PRIOR", "WP260 29"),
    rule(205, "item-or-category-removed", "notable", "PUBLISH"),
    rule(206, "special-category-added", "material", "CONSENT", "GDPR 9(2)", japan="APPI 20(2)"),
    rule(207, "catch-all-data-added", "material", "PRIOR", "GDPR 5(1)(c)"),
    rule(208, "source-direct-to-indirect", "material", "PRIOR", "GDPR 14", japan="APPI 30", confirmed=False),
    rule(209, "provision-now-required", "material", "PRIOR", "GDPR 13(2)(e)"),
    rule(210, "tracker-third-party-added", "material", "CONSENT", "ePrivacy 5(3)", japan="TBA 27-12; APPI 31",
         confirmed=False),
    rule(211, "tracker-essential-added", "notable", "PUBLISH", "GDPR 12(1)", japan="TBA 27-12"),
    rule(212, "collection-method-added", "notable", "PUBLISH", "GDPR 12(1)", japan="APPI 21", confirmed=False),
)  # fmt: skip
