"""`hoshin explain`: the pages of some rules as golden files (UPDATE=1 writes them anew), and the catalogue of all."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.pack import Pack
from hoshin.cli.main import main
from hoshin.document.explain import Record, explain_document
from hoshin.document.nodes import Paragraph, plain
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.publish.explaining import records
from hoshin.publish.known_rules import known_rules
from hoshin.translations.catalogues import words

GOLDEN = Path(__file__).parent / "explained"
RULES = ("DOC124", "DOC102", "DOC141", "GDPR101", "UK105", "CCPA101", "tr-stale", "ja-number", "CHG404")
"""One of each family."""


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["explain", *words, "--as-of", "2026-11-01"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("rule", RULES)
def test_the_page_of_a_rule(rule: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = said(capsys, rule, "--messages", lang)
    file = GOLDEN / f"{rule}.{lang}.txt"
    if os.environ.get("UPDATE"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def test_every_rule_that_can_be_named_is_explained_once() -> None:
    ids = [one.id for one in records()]
    assert len(ids) == len(set(ids))
    assert set(known_rules()) <= set(ids)


def test_every_rule_of_documents_and_laws_has_its_page() -> None:
    assert [
        one.id for one in records() if one.page is None and (one.law or one.family in {"document", "integrity"})
    ] == []


def test_the_catalogue_has_an_anchor_for_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    page = said(capsys, "--all", "--format", "html", "--messages", "en")
    anchors = re.findall(r'<h3 id="([^"]+)"', page)
    assert anchors == [one.id.lower() for one in records()]
    assert "<pre" in page


def test_markdown_keeps_examples_as_code(capsys: pytest.CaptureFixture[str]) -> None:
    page = said(capsys, "DOC102", "--format", "markdown", "--messages", "en")
    assert re.search(r"^(?:```|    definitions:)", page, re.MULTILINE)
    assert "inline: true" in page


def test_a_mistyped_rule_gets_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "GDPR1O1", "--messages", "en"]) == 2
    assert "Did you mean GDPR101?" in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["DOC101", "--all"]])
def test_one_rule_or_all(given: list[str]) -> None:
    assert main(["explain", *given]) == 2


def test_grounds_out_of_force_say_so() -> None:
    grounds = (
        Ground("GDPR", "1", in_force_from=date(2027, 1, 1)),
        Ground("GDPR", "2", in_force_until=date(2025, 1, 1)),
        Ground("GDPR", "3"),
    )
    rule = LawRule(id="GDPR101", slug="x", judge=lambda _: iter(()), grounds=grounds, severity=Severity.ERROR)
    pack = Pack(id="gdpr", version="1", as_of=date(2026, 1, 1), laws=(), regions=(), rules=(rule,))
    one = Record("GDPR101", "gdpr", law=rule, pack=pack)
    made = explain_document((one,), "en", words("en", "document"), date(2026, 11, 1))
    lines = [plain(block.children) for block in made.sections[0].blocks if isinstance(block, Paragraph)]
    assert (
        "Ground: GDPR Art. 1 (in force from 2027-01-01, not yet in force), "
        "GDPR Art. 2 (until 2025-01-01, no longer in force), GDPR Art. 3." in lines
    )
    assert "The pack is not yet confirmed by counsel." in lines
