"""CHG6xx to CHG8xx: retention, rights, and who is responsible for what towards whom."""

from __future__ import annotations

from typing import Final

from hoshin.diff.rules.make import FROM_GDPR, better, lowered, rests_on_consent, rule, when
from hoshin.diff.rules.rule import Asked, ChangeRule

_DIGITAL_CONSENT: Final = 16
"""GDPR Art. 8(1): below it the holder of parental responsibility consents, where no member state lowered the age."""


def _grown_up(asked: Asked) -> bool:
    """People of the stated age consent for themselves."""
    age = asked.after.get("min-age")
    return isinstance(age, int) and age >= _DIGITAL_CONSENT


def _not_by_consent(asked: Asked) -> bool:
    return not rests_on_consent("basis")(asked)


RETENTION: Final[tuple[ChangeRule, ...]] = (
    rule(601, "retention-longer", "material", "PRIOR", "GDPR 5(1)(e), 13(2)(a)"),
    rule(602, "retention-shorter", "notable", "PUBLISH", japan="APPI 22", confirmed=False),
    rule(603, "period-removed", "material", "PRIOR", "GDPR 13(2)(a)"),
    rule(604, "period-first-stated", "notable", "PUBLISH"),
    rule(605, "start-event-changed", "material", "PRIOR", "GDPR 5(1)(e)"),
    rule(606, "hedge-added", "notable", "NOTIFY", "GDPR 12(1)", instead=(when(better, "PUBLISH"),)),
)
RIGHTS: Final[tuple[ChangeRule, ...]] = (
    rule(701, "right-removed", "material", "PRIOR", "WP260 29; GDPR 13(2)(b)", japan="APPI 33, 34, 35"),
    rule(702, "right-added", "notable", "PUBLISH"),
    rule(703, "right-conditions-tighter", "material", "PRIOR", "WP260 29; GDPR 12(3), 12(4), 12(5), 12(6)",
         japan="APPI 32(1)(iii), 38"),
    rule(704, "right-conditions-looser", "notable", "PUBLISH"),
    rule(705, "exercise-channel-changed", "material", "NOTIFY", "WP260 29", japan="APPI 32(1)(iii)"),
    rule(706, "complaint-body-changed", "notable", "NOTIFY", "GDPR 13(2)(d)", japan="APPI Order 10(ii), 10(iii)"),
)  # fmt: skip
ORGANISATION: Final[tuple[ChangeRule, ...]] = (
    rule(801, "controller-entity-changed", "material", "PRIOR", "WP260 29; GDPR 13(1)(a)",
         japan="APPI 27(5)(ii), 18(2)", confirmed=False),
    rule(802, "controller-name-address-representative", "notable", "NOTIFY", "GDPR 13(1)(a), 13(1)(b)",
         japan="APPI 32(1)(i)"),
    rule(803, "dpo-or-eu-rep-removed", "material", "NOTIFY", "GDPR 13(1)(a), 13(1)(b)"),
    rule(804, "scope-extended", "material", "PRIOR", "GDPR 13"),
    rule(805, "jurisdiction-dropped", "material", "PRIOR", "GDPR 5(1)(a)"),
    rule(806, "age-lowered-or-child-directed", "material", "CONSENT", "GDPR 8", japan="",
         instead=(when(lowered, "PUBLISH"), when(_grown_up, "PRIOR"))),
    rule(807, "adm-introduced-or-changed", "material", "CONSENT", "GDPR 13(2)(f), 22", japan="APPI 17(1)",
         confirmed=False, since=FROM_GDPR,
         instead=(when(lowered, "PUBLISH"), when(_not_by_consent, "PRIOR"))),
    rule(808, "security-weakened", "notable", "NOTIFY", "GDPR 5(1)(f), 32", japan="APPI 32(1)(iv)",
         instead=(when(lambda asked: asked.class_ == "material", "NOTIFY"),)),
    rule(809, "security-strengthened", "notable", "PUBLISH", japan="APPI 32(1)(iv)"),
    rule(810, "notification-practice-weakened", "material", "PRIOR", "GDPR 5(1)(a); WP260 29, 30",
         japan="APPI 21(3)", confirmed=False),
)  # fmt: skip
