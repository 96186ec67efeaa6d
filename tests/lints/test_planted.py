"""Recall and precision of the lints: planted faults are found, real translations give no false alarm (docs/lints.md).

`UPDATE=1` writes the figures into the page; without it they must be those of the page.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from hoshin.policy.load import load_document
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.translations.editions import languages
from hoshin.translations.glossary import read_glossary
from hoshin.translations.lints import LINTS, WHOLE_LINTS
from hoshin.translations.parity import Pair
from hoshin.translations.states import translation

HOME = Path(__file__).resolve().parents[2]
PAGE = HOME / "docs" / "lints.md"
REAL = (HOME, HOME / "examples/tandem", HOME / "examples/marula", HOME / "examples/hinata")
VALUES = {
    "{retention:default}": Duration.parse("P10Y"),
    "{children:min-age}": 13,
    "{controller:email}": "privacy@example.com",
    "{site:main/url}": "https://www.example.jp",
    "{date:effective}": PartialDate(2026, 7, 1),
}
TERMS = ("Personal Data", "Log Data", "Service", "Score")


@cache
def planted() -> dict[str, list[list[Any]]]:
    found = YAML(typ="safe").load(Path(__file__).with_name("planted.yaml"))
    assert set(found) == {"en-ja", "ja-en", "whole"}
    return {key: list(entries) for key, entries in found.items()}


@cache
def pair(source: str, target: str, languages_: str = "en-ja") -> Pair:
    before, _, after = languages_.partition("-")
    glossary = read_glossary(read_snapshot(HOME) if after == "ja" else Snapshot({}), before, after)
    return Pair(source, target, before, after, VALUES, glossary, TERMS)


def said(one: Pair) -> set[str]:
    return {lint.id.removeprefix("ja-") for lint in LINTS for _ in lint.find(one)}


def said_of_all(texts: tuple[tuple[str, Pair], ...]) -> set[str]:
    return {lint.id.removeprefix("ja-") for lint in WHOLE_LINTS for _ in lint.find(texts)}


def results() -> Iterator[tuple[str, set[str]]]:
    """The lint that had to speak, and those that spoke."""
    for key in ("en-ja", "ja-en"):
        for lint, source, target in planted()[key]:
            yield lint, said(pair(source, target, key))
    for lint, *texts in planted()["whole"]:
        pairs = tuple((str(number), pair(source, target)) for number, (source, target) in enumerate(texts))
        yield lint, said_of_all(pairs)


EXPLAINED = {
    ("placeholder", "number"), ("literal", "chars"), ("numbering", "number"), ("numbering", "space"),
    ("numbering", "chars"), ("chars", "number"), ("glossary", "punct"), ("space", "glossary"), ("punct", "glossary"),
    ("style", "negation"), ("sentences", "glossary"), ("boundary", "number"),
    ("placeholder", "boundary"), ("define", "glossary"), ("chars", "glossary"), ("choon", "glossary"),
    ("numbering", "punct"),
}  # fmt: skip
"""Second reports on the same slip that are right too: a typed 第11条 is a number that the source does not have."""


def figures() -> dict[str, tuple[int, int, int]]:
    """For each lint: planted faults, those found, reports on faults of other lints that nothing explains."""
    all_, found, beside = Counter[str](), Counter[str](), Counter[str]()
    for lint, spoken in results():
        all_[lint] += 1
        found[lint] += lint in spoken
        beside.update(other for other in spoken - {lint} if (lint, other) not in EXPLAINED)
    return {lint: (all_[lint], found[lint], beside[lint]) for lint in sorted({*all_, *beside})}


def clean() -> tuple[int, Counter[str]]:
    """Real pairs, and what the lints say of them."""
    pairs, reports = 0, Counter[str]()
    for folder in REAL:
        snapshot = read_snapshot(folder)
        for name in snapshot.documents():
            loaded = load_document(snapshot, name).loaded
            assert loaded is not None
            for locale in languages(snapshot, loaded)[1:]:
                made = translation(snapshot, loaded, locale)
                pairs += sum(1 for each in made.units if each.entry and each.entry.target)
                reports.update(item.rule for each in made.units for item in each.findings)
    return pairs, reports


def table() -> str:
    rows = figures()
    lines = ["| lint | planted | found | reports beside |", "|---|---:|---:|---:|"]
    lines += [f"| {lint} | {n} | {hits} | {more} |" for lint, (n, hits, more) in rows.items()]
    n, hits, more = (sum(row[column] for row in rows.values()) for column in range(3))
    pairs, reports = clean()
    lines += [
        f"| **all** | {n} | {hits} | {more} |",
        "",
        f"Recall {100 * hits / n:.1f} %; precision on the planted faults {100 * hits / (hits + more):.1f} %.",
        f"On the {pairs} pairs of OpenWork and the three examples, which people read: {reports.total()} reports.",
    ]
    return "\n".join(lines)


def test_there_are_enough_faults_of_every_class() -> None:
    entries = [entry[0] for key in planted() for entry in planted()[key]]
    assert len(entries) >= 150
    ids = {lint.id.removeprefix("ja-") for lint in (*LINTS, *WHOLE_LINTS)}
    assert set(entries) == ids


def test_the_page_has_the_figures() -> None:
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- figures -->\n", "\n<!-- end of figures -->"
    head, _, rest = page.partition(begin)
    tail = rest.partition(end)[2]
    new = f"{head}{begin}{table()}{end}{tail}"
    if os.environ.get("UPDATE"):
        PAGE.write_text(new, encoding="utf-8")
    assert new == PAGE.read_text(encoding="utf-8")


def test_nearly_all_faults_are_found_and_nearly_nothing_else() -> None:
    rows = figures().values()
    planted_, found, beside = (sum(row[column] for row in rows) for column in range(3))
    assert found / planted_ >= 0.95
    assert found / (found + beside) >= 0.95


def test_real_translations_give_no_false_alarm() -> None:
    pairs, reports = clean()
    assert pairs > 1000
    assert reports == Counter()
