"""Where data are kept or handled abroad, the country is named, and measures follow from its law.

Why:
    Who handles data abroad must know the law there and act on it, and both the country and the measures must be
    knowable (APPI Art. 23, PPC guideline 10-7, Q&A 9-3). That holds for servers of a cloud that does not itself
    handle the data: the countries of its operator and of its servers count; where they cannot be named, the reason
    and possible countries are told (Q&A 10-25).

Bad::

    controller: {storage: {operator_countries: [SG], server_countries: [SG]}}
    sections:
      - id: storage
        title: 保管場所
        blocks:
          - {kind: paragraph, id: keeping, units: [{id: servers, states: [controller/storage], text: 個人データは、シンガポールの事業者が同国に置くサーバーに保管しています。}]}

Bad (not stated)::

    without: [controller/storage]

Bad (without the country)::

    controller: {storage: {status: declared}}

Bad (possible countries without the reason)::

    controller: {storage: {candidate_countries: [SG, MY]}}
    sections:
      - id: storage
        title: 保管場所
        blocks:
          - {kind: paragraph, id: keeping, units: [{id: servers, states: [controller/storage], text: 個人データは、シンガポールの事業者が同国に置くサーバーに保管しています。}]}
    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}

Good::

    controller: {storage: {operator_countries: [SG], server_countries: [SG]}}
    sections:
      - id: storage
        title: 保管場所
        blocks:
          - {kind: paragraph, id: keeping, units: [{id: servers, states: [controller/storage], text: 個人データは、シンガポールの事業者が同国に置くサーバーに保管しています。}]}
    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}

Not applicable::

    controller: {storage: {status: none, reason: 国内のサーバーにのみ保管しています}}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, answer_of
from hoshin.check.laws.japan import JAPAN, handlers, or_on_request
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller
from hoshin.schema.purpose import SecurityMeasure
from hoshin.schema.regions import lies_in


def judge(case: Case) -> Iterator[Outcome]:
    """Countries of storage, and a measure of the class “abroad” where some place lies abroad."""
    controller = case.the(Controller)
    if controller is None:
        yield Exempt()
        return
    storage = controller.value.storage
    answer = answer_of(storage, "controller/storage", (*controller.raw, "storage") if storage else controller.raw)
    if answer.state == "declared":
        yield Breach("missing", "controller/storage", answer.raw, variant="country")
        return
    kept = (*storage.operator_countries, *storage.server_countries, *storage.candidate_countries) if storage else ()
    handled = [place for fact in handlers(case) for place in (fact.value.country, *fact.value.places) if place]
    abroad = tuple(dict.fromkeys(one for one in (*kept, *handled) if not lies_in(one, JAPAN)))
    measures = [fact for fact in case.facts(SecurityMeasure) if fact.value.kind == "abroad"]
    if not abroad and answer.state == "unstated":
        yield from or_on_request(case, "security_measures", (Breach("unknown", answer.path, answer.raw),))
    elif not abroad:
        yield Exempt(answer.path, answer.reason)
    elif storage is not None and storage.candidate_countries and not storage.reason:
        yield Breach("missing", "controller/storage/reason", answer.raw, variant="reason")
    elif measures:
        yield from case.held(measures[0])
    else:
        yield from or_on_request(case, "security_measures", _without(abroad))


def _without(abroad: tuple[str, ...]) -> Iterator[Outcome]:
    yield Breach("missing", "security-measures", ("security_measures",), {"keys": abroad})


RULE = LawRule(
    id="APPI404",
    slug="foreign-environment",
    judge=judge,
    grounds=(
        Ground("APPI", "23"),
        Ground("APPI", "32(1)(iv)"),
        Ground("PPC guideline", "10-7", "guidance"),
        Ground("PPC Q&A", "9-3", "guidance"),
        Ground("PPC Q&A", "10-25", "guidance"),
        Ground("PPC Q&A", "12-3", "guidance"),
    ),
    severity=Severity.ERROR,
    variants=("unknown", "country", "reason"),
    confirmed=False,
)
