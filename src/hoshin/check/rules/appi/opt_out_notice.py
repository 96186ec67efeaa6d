"""Provision with opt-out tells all items of the law, is filed, and leaves sensitive data out.

Why:
    Data may go to third parties without consent if people can easily know, in advance, the items of APPI Art.
    27(2), can stop it, and the Commission was notified. That way is closed for sensitive data and for data that
    were themselves received by opt-out.

Bad (without the filing)::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [opt_out], data: [account], purposes: [provision], opt_out_provision: {obtained_how: 入力フォーム, provided_how: 電子ファイルの送付, updated_how: 毎月の更新, stop_how: お求めにより提供を停止します, channel: desk, starts: "2025-04-01"}, text: 文具メーカーに、新商品の案内のため会員情報を電子ファイルで提供します。お求めにより停止します。}

Bad (sensitive data)::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: health}]}
    data:
      - {id: health, title: 健康情報, text: 健康情報, special: true, source: {kind: person}}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [opt_out], data: [health], purposes: [provision], opt_out_provision: {obtained_how: 入力フォーム, provided_how: 電子ファイルの送付, updated_how: 毎月の更新, stop_how: お求めにより提供を停止します, channel: desk, starts: "2025-04-01", filing: "000000"}, text: 文具メーカーに、新商品の案内のため会員情報を電子ファイルで提供します。お求めにより停止します。}

Good::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [opt_out], data: [account], purposes: [provision], opt_out_provision: {obtained_how: 入力フォーム, provided_how: 電子ファイルの送付, updated_how: 毎月の更新, stop_how: お求めにより提供を停止します, channel: desk, starts: "2025-04-01", filing: "000000"}, text: 文具メーカーに、新商品の案内のため会員情報を電子ファイルで提供します。お求めにより停止します。}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import described, name_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller
from hoshin.schema.recipient import Recipient

ITEMS: Final = ("obtained_how", "provided_how", "updated_how", "stop_how", "channel", "starts", "filing")


def judge(case: Case) -> Iterator[Outcome]:
    """Each provision with opt-out: its items, the provider's name, address and representative, no sensitive data."""
    found = [
        fact
        for fact in case.facts(Recipient)
        if "opt_out" in fact.value.appi_grounds or fact.value.opt_out_provision is not None
    ]
    if not found:
        yield Exempt()
    for fact in found:
        args = {"name": name_of(fact)}
        if any(one.value.special or one.value.criminal for one in described(case, fact.value.data)):
            yield Breach("missing", fact.path, fact.raw, args, "sensitive")
        elif lacking := _lacking(case, fact.value):
            yield Breach("missing", f"{fact.path}/opt-out-provision", fact.raw, {**args, "keys": lacking})
        else:
            yield from case.held(fact, "opt_out_provision")


def _lacking(case: Case, value: Recipient) -> tuple[str, ...]:
    notice = value.opt_out_provision
    controller = case.the(Controller)
    there = {name: notice is not None and getattr(notice, name) for name in ITEMS}
    there |= {name: getattr(value, name) for name in ("data", "purposes")}
    there |= {
        name: controller is not None and getattr(controller.value, name)
        for name in ("address", "representative_person")
    }
    return tuple(name for name, given in there.items() if not given)


RULE = LawRule(
    id="APPI503",
    slug="opt-out-notice",
    judge=judge,
    grounds=(Ground("APPI", "27(2)"),),
    severity=Severity.ERROR,
    variants=("sensitive",),
    confirmed=False,
)
