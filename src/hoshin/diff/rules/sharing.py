"""CHG4xx and CHG5xx: recipients, promises about them, joint use, transfers."""

from __future__ import annotations

from datetime import date
from typing import Final

from hoshin.diff.rules.cite import APPI_AMENDED
from hoshin.diff.rules.make import FROM_GDPR, lowered, rule, when
from hoshin.diff.rules.rule import Asked, ChangeRule

_APPI: Final = date(2005, 4, 1)
"""The APPI's duties of businesses apply since then."""


def _outside_us(asked: Asked) -> bool:
    return "US" not in asked.areas


def _explicit_consent(asked: Asked) -> bool:
    """The transfer now rests on the person's explicit consent (GDPR Art. 49(1)(a))."""
    return str(asked.after.get("derogation", "")).startswith("eu-gdpr:A49-1-a")


RECIPIENTS: Final[tuple[ChangeRule, ...]] = (
    rule(401, "recipient-category-added", "material", "PRIOR", "GDPR 13(1)(e); WP260 30", japan="APPI 27(1)"),
    rule(402, "named-recipient-added", "notable", "PUBLISH", "GDPR 13(1)(e)", japan="APPI 25"),
    rule(403, "recipient-removed", "notable", "PUBLISH"),
    rule(404, "recipient-role-up", "material", "PRIOR", "GDPR 4(7), 4(8), 13(1)(e)", japan="APPI 27(1)"),
    rule(405, "negative-commitment-removed", "material", "CONSENT", "GDPR 5(1)(a); FTC Gateway Learning",
         japan="APPI 27", instead=(when(lowered, "PUBLISH"), when(_outside_us, "PRIOR"))),
    rule(406, "negative-commitment-added", "notable", "PUBLISH"),
    rule(407, "joint-controller-changed", "material", "PRIOR", "GDPR 26(2)", japan="APPI 27(5)(iii)",
         since=FROM_GDPR),
    rule(408, "joint-use-scope", "material", "CONSENT", japan="APPI 27(5)(iii)", since=_APPI),
    rule(409, "joint-use-manager", "notable", "NOTIFY", japan="APPI 27(6)", confirmed=False, since=_APPI),
    rule(410, "opt-out-items", "material", "NOTIFY FILE", japan="APPI 27(3)", confirmed=False, since=APPI_AMENDED),
    rule(411, "authority-disclosure-widened", "material", "PRIOR", "GDPR 6(1)(c), 6(3)", japan="APPI 27(1)(i)",
         confirmed=False),
    rule(412, "safeguard-weakened", "notable", "NOTIFY", "GDPR 28", japan="APPI 25",
         instead=(when(lambda asked: asked.direction == "narrows", "PUBLISH"),)),
)  # fmt: skip
TRANSFERS: Final[tuple[ChangeRule, ...]] = (
    rule(501, "transfer-country-added", "material", "PRIOR", "GDPR 13(1)(f); WP260 30", japan="APPI 28(1), 28(2)"),
    rule(502, "transfer-removed", "notable", "PUBLISH"),
    rule(503, "mechanism-equal-or-better", "notable", "PUBLISH", "GDPR 13(1)(f)", since=FROM_GDPR),
    rule(504, "mechanism-weaker", "material", "PRIOR", "GDPR 13(1)(f), 49", confirmed=False, since=FROM_GDPR,
         instead=(when(_explicit_consent, "CONSENT"),)),
    rule(505, "copy-means-changed", "notable", "PUBLISH", "GDPR 13(1)(f)", since=FROM_GDPR),
    rule(506, "jp-foreign-basis-changed", "material", "PRIOR", japan="APPI 28", since=APPI_AMENDED),
    rule(507, "storage-country-changed", "notable", "PUBLISH", "GDPR 13(1)(f)",
         japan="APPI 23, 32(1)(iv); PPC Q&A 10-25"),
    rule(508, "applicability-stated", "notable", "PUBLISH", "GDPR 13"),
)  # fmt: skip
