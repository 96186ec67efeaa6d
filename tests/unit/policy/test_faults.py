"""Each fault that the types find becomes one finding, with the right sentence at the right place, all at once."""

from __future__ import annotations

import inspect
import re
from types import ModuleType

import pytest
from pydantic import BaseModel, ValidationError

from hoshin.kernel.finding import Finding
from hoshin.policy import faults
from hoshin.policy.faults import schema_findings
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.schema import partial_date, period_faults
from hoshin.schema.model_of import model_of
from hoshin.translations.catalogues import words
from hoshin.translations.locale_words import Ages
from hoshin.translations.messages import explain

HEAD = "document: {title: T, source_locale: en}\n"


def found(policy: str) -> tuple[Finding, ...]:
    return load_document(Snapshot({"policy/x/p.yaml": (HEAD + policy).encode()}), "x").findings


CASES = [
    ("purposez: []\n", "DOC119.near", (2, 1), {"near": "purposes"}),
    ("zzzz: []\n", "DOC119.unknown", (2, 1), {"key": "zzzz"}),
    ("contacts: [{title: Desk}]\n", "DOC124.missing", (2, 12), {"key": "id"}),
    ("contacts: [{id: D}]\n", "DOC124.id", (2, 13), {"value": "D"}),
    ("contacts: [{id: desk, email: at}]\n", "DOC124.email", (2, 23), {"value": "at"}),
    ("contacts: [{id: desk, url: 'http://x.y'}]\n", "DOC124.url", (2, 23), {}),
    ("contacts: [{id: desk, phone: none}]\n", "DOC124.phone", (2, 23), {}),
    ("contacts: [{id: desk, title: ''}]\n", "DOC124.empty", (2, 23), {"key": "title"}),
    ("contacts: [desk]\n", "DOC124.expects-mapping", (2, 12), {"key": "contacts"}),
    ("contacts: desk\n", "DOC124.expects-list", (2, 1), {"key": "contacts"}),
    ("contacts: [{id: desk, title: [A]}]\n", "DOC124.expects-text", (2, 23), {"key": "title"}),
    ("children: {min_age: old}\n", "DOC124.expects-number", (2, 12), {"key": "min_age"}),
    ("children: {min_age: 1.5}\n", "DOC124.expects-number", (2, 12), {"key": "min_age"}),
    ("children: {knowingly_collected: nope}\n", "DOC124.expects-boolean", (2, 12), {}),
    ("children: {min_age: 121}\n", "DOC124.less-than-equal", (2, 12), {"limit": "120"}),
    ("children: {min_age: -1}\n", "DOC124.greater-than-equal", (2, 12), {"limit": "0"}),
    ("children: {min_age: 1, modality: usualy}\n", "DOC124.choice-near", (2, 24), {"near": "usually"}),
    ("children: {min_age: 1, modality: zzz}\n", "DOC124.choice", (2, 24), {"value": "zzz"}),
    ("children: []\n", "DOC124.expects-mapping", (2, 1), {"key": "children"}),
    ("rights: {status: nix}\n", "DOC124.choice", (2, 10), {"value": "nix"}),
    ("rights: [{id: access, right: A15}]\n", "DOC124.curie", (2, 23), {"value": "A15"}),
    ("retired_ids: [Desk]\n", "DOC124.fact-ref", (2, 15), {"value": "Desk"}),
    ("transfers: [{id: us, country: us}]\n", "DOC124.country", (2, 22), {}),
    ("children: {min_age: 1, scope: {region: [eu]}}\n", "DOC124.region", (2, 41), {}),
    ("sites: [{id: main, url: 'https://a.b', languages: [english]}]\n", "DOC124.locale", (2, 52), {}),
    ("retention: [{id: logs, until: 'THE END'}]\n", "DOC124.word", (2, 24), {}),
    ("retention: [{id: logs, period: 10 years}]\n", "DOC124.duration-words", (2, 24), {"remedy": "P10Y"}),
    ("retention: [{id: logs, period: p10y}]\n", "DOC124.duration-spelling", (2, 24), {"remedy": "P10Y"}),
    ("retention: [{id: logs, period: -P1Y}]\n", "DOC124.duration-sign", (2, 24), {"remedy": "P1Y"}),
    ("retention: [{id: logs, period: P1.5Y}]\n", "DOC124.duration-fraction", (2, 24), {"remedy": "P18M"}),
    ("retention: [{id: logs, period: P1W1D}]\n", "DOC124.duration-weeks-mixed", (2, 24), {"remedy": "P8D"}),
    ("retention: [{id: logs, period: P1M1Y}]\n", "DOC124.duration-order", (2, 24), {"remedy": "P1Y1M"}),
    ("retention: [{id: logs, period: P24H}]\n", "DOC124.duration-time-part", (2, 24), {"remedy": "PT24H"}),
    ("retention: [{id: logs, period: P}]\n", "DOC124.duration-empty", (2, 24), {}),
    ("retention: [{id: logs, period: P0.5M}]\n", "DOC124.duration-inexact-fraction", (2, 24), {}),
    ("retention: [{id: logs, period: P9999999999Y}]\n", "DOC124.duration-too-large", (2, 24), {}),
    ("retention: [{id: logs, period: soon}]\n", "DOC124.duration-form", (2, 24), {"value": "soon"}),
    ("retention: [{id: logs, period: indefinit}]\n", "DOC124.choice-near", (2, 24), {"near": "indefinite"}),
    ("retention: [{id: logs, period: [P1Y]}]\n", "DOC124.expects-text", (2, 24), {"key": "period"}),
    ("retention: [{id: logs, min: old}]\n", "DOC124.duration-form", (2, 24), {}),
    ("dates: [{id: effective, value: 2026/7/1}]\n", "DOC124.date-spelling", (2, 25), {"remedy": "2026-07-01"}),
    ("dates: [{id: effective, value: 2026-02-30}]\n", "DOC124.date-calendar", (2, 25), {}),
    ("dates: [{id: effective, value: soon}]\n", "DOC124.date-form", (2, 25), {}),
    ("dates: [{id: effective, value: to-be-set}]\n", "DOC124.choice-near", (2, 25), {"near": "to_be_set"}),
    ("legal_bases: [{id: all, basis: 'a:b', data: anyy}]\n", "DOC124.choice-near", (2, 39), {"near": "any"}),
    ("legal_bases: [{id: all, basis: 'a:b', data: [X]}]\n", "DOC124.id", (2, 46), {"key": "data", "value": "X"}),
    ("legal_bases: [{id: all, basis: 'a:b', data: {x: y}}]\n", "DOC124.expects-list", (2, 39), {"key": "data"}),
    ("sections: [{id: one, title: A, blocks: [{id: two}]}]\n", "DOC124.missing", (2, 41), {"key": "kind"}),
    ("sections: [{id: one, title: A, blocks: [{kind: para, id: two}]}]\n", "DOC124.choice-near", (2, 41), {}),
    ("sections: [{id: one, title: A, blocks: [{kind: list, id: two}]}]\n", "DOC124.list-shape", (2, 41), {}),
    (
        "sections: [{id: one, title: A, blocks: [{kind: table, id: two, columns: [{id: head, text: A}]}]}]\n",
        "DOC124.table-shape",
        (2, 41),
        {},
    ),
    (
        "sections: [{id: a1, title: A, blocks: [{kind: table, id: b2, of: purposes, columns: [{id: co, text: A}]}]}]\n",
        "DOC124.column-shape",
        (2, 40),
        {},
    ),
    (
        (
            "sections: [{id: one, title: A, blocks: "
            "[{kind: table, id: two, columns: [{id: co, text: A}], rows: [{id: row, cells: []}]}]}]\n"
        ),
        "DOC124.row-shape",
        (2, 41),
        {},
    ),
    (
        (
            "sections: [{id: one, title: A, blocks: "
            "[{kind: table, id: two, columns: [{id: co, text: A}], rows: [{id: row, cells: [{text: A}]}]}]}]\n"
        ),
        "DOC124.cell-shape",
        (2, 119),
        {},
    ),
    ("retention: [{id: logs, period: P1Y, max: P2Y}]\n", "DOC124.one-form", (2, 13), {}),
    ("retention: [{id: logs, longest_of: [{period: P1Y, until: withdrawal}]}]\n", "DOC124.one-limit", (2, 37), {}),
    ("dates: [{id: effective}]\n", "DOC124.date-shape", (2, 9), {}),
    ("dates: [{id: effective, earlier_of: [{}]}]\n", "DOC124.date-or-event", (2, 38), {}),
    ("sections: [{id: one, title: A, blocks: [{kind: subheading, id: two}]}]\n", "DOC124.heading-shape", (2, 41), {}),
    (
        "sections: [{id: one, title: A, blocks: [{kind: paragraph, id: two, units: [{id: three}]}]}]\n",
        "DOC124.unit-shape",
        (2, 76),
        {},
    ),
    (
        "sections: [{id: one, title: A, blocks: [{kind: paragraph, id: two, units: []}]}]\n",
        "DOC124.empty",
        (2, 68),
        {"key": "units"},
    ),
]


@pytest.mark.parametrize(
    ("policy", "message", "place", "args"), CASES, ids=[case[1] + str(n) for n, case in enumerate(CASES)]
)
def test_one_fault_is_one_finding(policy: str, message: str, place: tuple[int, int], args: dict[str, str]) -> None:
    items = found(policy)
    assert [item.message_id for item in items] == [message]
    assert items[0].place is not None
    assert (items[0].place.line, items[0].place.column) == place
    assert args.items() <= dict(items[0].args).items()


def test_a_text_that_is_too_long_is_told_with_the_limit() -> None:
    items = found(f"contacts: [{{id: desk, title: {'a' * 20_001}}}]\n")
    assert [(item.message_id, dict(item.args)["limit"]) for item in items] == [("DOC124.too-long", "20000")]


def test_all_faults_of_a_policy_are_told_at_once() -> None:
    """One fault a line, each independent of the others."""
    single = [case for case in CASES if case[0].startswith("retention: [{id: logs, period:")]
    lines = [f"  - {{id: r-{n}, {case[0].partition('logs, ')[2].strip()[:-2]}}}\n" for n, case in enumerate(single)]
    items = found("retention:\n" + "".join(lines))
    assert [(item.message_id, item.place.line) for item in items if item.place] == [
        (case[1], number) for number, case in enumerate(single, 3)
    ]
    assert len(items) == len(single)


def test_a_pattern_with_wrong_slots_is_told() -> None:
    with pytest.raises(ValidationError) as caught:
        model_of(Ages).model_validate({"bare": "{number}", "full": "{count}"})
    items = schema_findings(caught.value, {"bare": "{number}", "full": "{count}"}, {}, model_of(Ages))
    assert [(item.message_id, dict(item.args)["needed"]) for item in items] == [("DOC124.pattern-slots", "count")]


def codes(module: ModuleType, name: str) -> set[str]:
    """Codes that a module gives to its error, also where one of two is chosen."""
    source = inspect.getsource(module)
    calls = re.findall(rf"{name}\((.*?),? ?(?:remedy|plain|str\(|\"P\"|\))", source)
    return {code for call in calls for code in re.findall(r'"([a-z][a-z-]+)"', call)}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_code_of_the_types_has_its_sentence(language: str) -> None:
    catalogue = words(language, "findings/schema")
    wanted = {f"DOC124.duration-{code}" for code in codes(period_faults, "DurationError")}
    wanted |= {f"DOC124.date-{code}" for code in codes(partial_date, "PartialDateError")}
    wanted |= {f"DOC124.{message}" for message in faults.EXPECTED.values()}
    wanted |= {f"DOC124.{message}" for message in faults.PATTERNS}
    wanted |= {f"DOC124.{kind.replace('_', '-')}" for kind in faults.SHAPES}
    wanted |= {f"DOC124.{name}" for name in ("missing", "wrong-type", "choice", "choice-near", "pattern", "empty")}
    wanted |= {f"DOC124.{name}" for name in ("too-long", "greater-than-equal", "less-than-equal", "pattern-slots")}
    wanted.add("DOC124.approval-by")
    assert set(catalogue) == wanted | {"DOC119.near", "DOC119.unknown"}


@pytest.mark.parametrize(("policy", "message"), [case[:2] for case in CASES], ids=range(len(CASES)))
@pytest.mark.parametrize("language", ["en", "ja"])
def test_sentences_are_filled(policy: str, message: str, language: str) -> None:
    explained = explain(found(policy)[0], language)
    assert message not in explained.message
    assert re.search(r"\{[a-z]+\}", explained.message + explained.help) is None


class Unheard(BaseModel):
    """A type whose faults nobody has described yet."""

    size: frozenset[int]


def test_a_fault_that_nobody_described_is_told_plainly() -> None:
    with pytest.raises(ValidationError) as caught:
        Unheard.model_validate({"size": 1})
    items = schema_findings(caught.value, {"size": 1}, {}, Unheard)
    assert [(item.message_id, dict(item.args)) for item in items] == [("DOC124.wrong-type", {"key": "size"})]
