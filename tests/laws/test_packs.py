"""Packs: what extends and changes what, circles and unknown parents; dates; packs of other packages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from laws.patching import changed, complete
from msgspec.structs import replace

from hoshin.check.laws import registry
from hoshin.check.laws.case import Case
from hoshin.check.laws.days import Days
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.check.laws.pack import Dated, Override, Pack, PackError
from hoshin.check.laws.registry import PACKS, installed, shipped
from hoshin.check.laws.registry import complete as completed
from hoshin.kernel.finding import Finding, Severity
from hoshin.kernel.ground import Ground
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_project
from hoshin.translations.accepted import FILE
from hoshin.translations.messages import explain

TODAY = date(2026, 11, 22)


def always(_: Case) -> Iterator[Outcome]:
    yield Breach("missing", "document", ("document",))


RULE = LawRule(id="ACME001", slug="a", judge=always, grounds=(Ground("Acme", "1"),), severity=Severity.INFO)
PACK = Pack(
    id="acme",
    version="1",
    as_of=TODAY,
    laws=(),
    regions=(),
    rules=(RULE,),
    sentences={
        "ACME001": {
            "message_en": "Acme wants it.",
            "help_en": "Do it.",
            "message_ja": "必要です。",
            "help_ja": "してください。",
        }
    },
)


def read(**packs: Pack) -> registry.Read:
    def found(name: str) -> Pack:
        if name not in packs:
            raise PackError(name)
        return packs[name]

    return found


def test_a_pack_takes_over_what_its_parent_has_and_changes_it() -> None:
    child = replace(
        PACK,
        id="child",
        extends="acme",
        rules=(),
        overrides=(Override("ACME001", Severity.ERROR, in_force_from=date(2027, 1, 1)),),
        instruments={"Acme": "Child"},
        lists={"countries": (Dated("JP", last=date(2026, 12, 31)), Dated("US"))},
    )
    made = completed("child", read(acme=PACK, child=child))
    assert [(rule.id, rule.severity, rule.grounds[0].instrument) for rule in made.rules] == [
        ("ACME001", Severity.ERROR, "Child")
    ]
    assert [made.rules[0].applies(day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [False, True]
    assert made.on(date(2026, 12, 31)) == {"countries": {"JP", "US"}}
    assert made.on(date(2027, 1, 1)) == {"countries": {"US"}}


def test_a_rule_can_be_switched_off_with_a_reason() -> None:
    child = replace(PACK, id="child", extends="acme", rules=(), overrides=(Override("ACME001", off="not here"),))
    assert completed("child", read(acme=PACK, child=child)).rules == ()


def test_circles_unknown_parents_and_strange_overrides_are_refused() -> None:
    one, two = replace(PACK, id="one", extends="two"), replace(PACK, id="two", extends="one")
    with pytest.raises(PackError, match="one > two > one"):
        completed("one", read(one=one, two=two))
    with pytest.raises(PackError, match="nobody"):
        completed("one", read(one=replace(PACK, extends="nobody")))
    strange = replace(PACK, id="child", extends="acme", overrides=(Override("ACME999", Severity.INFO),))
    with pytest.raises(PackError, match="child overrides ACME999"):
        completed("child", read(acme=PACK, child=strange))
    with pytest.raises(PackError, match="there is no pack nobody"):
        shipped("nobody")


def findings(
    name: str, example: str = "retired_ids: []\n", rules: str = "", days: Days | None = None
) -> tuple[Finding, ...]:
    files = {"policy/example/policy.yaml": changed(complete(name), example)}
    if rules:
        files[FILE] = rules.encode()
    return check_project(Snapshot(files), ("example",), days or Days(TODAY))


def test_the_pack_of_another_package_is_used_when_the_project_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = SimpleNamespace(name="acme", value="acme:PACK", load=lambda: PACK)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: [entry] if group == registry.GROUP else [])
    installed.cache_clear()
    (item,) = findings("gdpr", rules="packs: [acme]\n")
    assert (item.rule, explain(item, "en").message, explain(item, "ja").help) == (
        "ACME001",
        "Acme wants it.",
        "してください。",
    )
    assert findings("gdpr") == ()
    waived = "packs: [acme]\nwaivers: [{rule: ACME001, at: document, reason: r, approved_by: A, until: 2026-12-01}]\n"
    assert [(one.rule, bool(one.waived)) for one in findings("gdpr", rules=waived)] == [("ACME001", True)]
    installed.cache_clear()


@pytest.mark.parametrize("loaded", [None, "no pack"])
def test_a_pack_that_cannot_be_had_is_a_finding(loaded: object, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = SimpleNamespace(name="acme", value="acme:PACK", load=lambda: loaded)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [entry] if loaded else [])
    installed.cache_clear()
    (item,) = findings("gdpr", rules="packs: [acme]\n")
    assert (item.rule, item.message_id, item.place and item.place.line) == ("DOC146", "DOC146.pack", 1)
    installed.cache_clear()


def test_a_rule_that_is_not_in_force_is_silent_until_its_day() -> None:
    law = next(one for one in complete("ccpa")["jurisdictions"] if one["id"] == "ccpa")
    declared = json.dumps({"jurisdictions": [{**law, "admt_significant_decisions": {"status": "declared"}}]})
    assert findings("ccpa", declared) == ()
    later = findings("ccpa", declared, days=Days(TODAY, date(2027, 1, 1)))
    assert [item.rule for item in later] == ["CCPA114"]


def test_the_law_is_that_of_the_effective_date_and_days_are_counted_from_today() -> None:
    before = "dates: [{id: effective, title: In force, value: '2026-06-18'}]\nwithout: [right/complain-to-us]\n"
    after = before.replace("2026-06-18", "2026-06-19")
    assert [item.rule for item in findings("uk", before)] == []
    assert [item.rule for item in findings("uk", after)] == ["UK101"]
    assert [item.rule for item in findings("uk", before, days=Days(TODAY, date(2026, 6, 19)))] == ["UK101"]
    old = findings("ccpa", days=Days(date(2027, 7, 2), date(2026, 7, 1)))
    assert [item.rule for item in old] == ["CCPA112"]


@pytest.mark.parametrize("name", PACKS)
def test_ids_are_unique_and_items_name_rules_that_are_there(name: str) -> None:
    pack = shipped(name)
    ids = [rule.id for rule in pack.rules]
    assert len(ids) == len(set(ids))
    assert [one for item in pack.items for one in item.rules if one not in ids] == []
