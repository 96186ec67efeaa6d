"""CHG1xx and CHG3xx: purposes and legal bases."""

from __future__ import annotations

from typing import Final

from hoshin.diff.rules.make import FROM_GDPR, lowered, rests_on_consent, rule, says, when
from hoshin.diff.rules.rule import Asked, ChangeRule


def _known_condition(asked: Asked) -> bool:
    """Another condition of GDPR Art. 9(2) than explicit consent is stated."""
    return asked.class_ == "material" and not rests_on_consent("art9-condition")(asked)


PURPOSES: Final[tuple[ChangeRule, ...]] = (
    rule(101, "purpose-added-compatible", "material", "PRIOR", "GDPR 13(3), 5(1)(b), 6(4); WP260 29",
         japan="APPI 17(2), 21(3)", confirmed=False),
    rule(102, "purpose-added-incompatible", "material", "CONSENT BLOCK", "GDPR 6(4), 5(1)(b); WP260 31",
         japan="APPI 18(1)", confirmed=False, instead=(when(says("relation", "incompatible"), "CONSENT"),)),
    rule(103, "purpose-removed", "notable", "PUBLISH", "GDPR 5(1)(b)", japan="APPI 32(1)(ii)", confirmed=False),
    rule(104, "purpose-broadened", "material", "PRIOR", "GDPR 5(1)(b); WP260 29", japan="APPI 17(2)",
         confirmed=False),
    rule(105, "purpose-narrowed", "notable", "PUBLISH", confirmed=False),
    rule(106, "purpose-reworded", "notable", "PUBLISH", "WP260 29"),
    rule(107, "purpose-split-merge", "notable", "PUBLISH"),
    rule(108, "purpose-kind-sensitive", "material", "PRIOR", "GDPR 21(2), 21(3), 21(4), 22; WP260 29",
         japan="APPI 17(1)", confirmed=False),
)  # fmt: skip
BASES: Final[tuple[ChangeRule, ...]] = (
    rule(301, "basis-consent-to-other", "material", "PRIOR BLOCK",
         "GDPR 5(1)(a), 7; EDPB 05/2020 121, 122, 123", confirmed=False, since=FROM_GDPR),
    rule(302, "basis-other-to-consent", "material", "CONSENT", "GDPR 6(1)(a), 7", confirmed=False, since=FROM_GDPR),
    rule(303, "basis-contract-li", "material", "PRIOR", "GDPR 13(1)(c), 20, 21", confirmed=False, since=FROM_GDPR),
    rule(304, "basis-to-legal-obligation", "material", "PRIOR", "GDPR 13(1)(c)", confirmed=False, since=FROM_GDPR),
    rule(305, "basis-added", "material", "PRIOR", "GDPR 13(1)(c)", since=FROM_GDPR),
    rule(306, "basis-first-stated", "notable", "NOTIFY", "GDPR 13(1)(c)", since=FROM_GDPR),
    rule(307, "interest-added-or-changed", "material", "PRIOR", "GDPR 13(1)(d)", since=FROM_GDPR),
    rule(308, "basis-regrouped", "editorial", "NONE"),
    rule(309, "art9-condition-changed", "material", "CONSENT", "GDPR 9(2)", since=FROM_GDPR,
         instead=(when(lowered, "PUBLISH"), when(_known_condition, "PRIOR"))),
    rule(310, "basis-removed", "material", "PRIOR", "GDPR 13(1)(c), 6(1)", since=FROM_GDPR),
)  # fmt: skip
"""The three steps of a basis have an order of their own: consent to another basis waits for a decision (BLOCK)."""
