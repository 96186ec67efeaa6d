"""A tag that is said to be exempt is what the exemption asks for.

Why:
    No notice is needed for what is necessary for the service, for the service’s own identifier, with consent, or
    with a way to opt out (Telecommunications Business Act Art. 27-12, items (i) to (iv)). An exemption that the
    facts contradict does not help.

Bad (an identifier that a third party receives)::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, exemption: own_identifier, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Bad (no way to opt out)::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, exemption: opt_out, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Good::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, exemption: opt_out, opt_out: "https://sokutei.example/optout", text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}

Not applicable::

    technologies:
      - {id: tag, title: 測定タグ, kind: tag, provider: sokutei, third_party: true, lifetime: P90D, data: [page], purposes: [measurement], recipient_use: 測定の品質の改善, text: 測定タグにより、閲覧したページのURLを株式会社そくていに送信します。当社は利用状況の把握のため、同社は測定の品質の改善のために利用します。}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.transmission import scope
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Choice, Technology


def judge(case: Case) -> Iterator[Outcome]:
    """Each exemption, with the facts that it rests on."""
    tags = [fact for fact in case.facts(Technology) if fact.value.exemption and scope(case).state != "no"]
    if not tags:
        yield Exempt()
    for fact in tags:
        if _rests(case, fact):
            yield Held(f"{fact.path}/exemption")
        else:
            name = fact.value.title or fact.id
            yield Breach("missing", f"{fact.path}/exemption", (*fact.raw, "exemption"), {"name": name})


def _rests(case: Case, fact: Fact[Technology]) -> bool:
    value = fact.value
    choices = {one.value.kind for one in case.facts(Choice) if one.value.of == fact.path}
    if value.exemption == "own_identifier":
        return not value.third_party
    if value.exemption == "necessary":
        return value.essential is not False and value.category in {None, "strictly_necessary", "functional"}
    if value.exemption == "opt_out":
        return bool(value.opt_out or value.refusal or "opt_out" in choices)
    return "opt_in" in choices or (value.condition is not None and value.condition.kind == "opt_in")


RULE = LawRule(
    id="TBA105",
    slug="exemptions",
    judge=judge,
    grounds=(
        Ground("TBA", "27-12"),
        Ground("TBA Rules", "22-2-30"),
    ),
    severity=Severity.INFO,
)
