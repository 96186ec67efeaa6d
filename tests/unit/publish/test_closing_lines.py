"""The check knows which facts the lines below the last article tell, and that each language tells them."""

from __future__ import annotations

import pytest

from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_document
from hoshin.translations.catalogues import languages
from hoshin.translations.locale import locale_in

POLICY = """\
document: {title: 方針, source_locale: ja, locales: [ja, en]}
dates:
  - {id: established, title: 制定日, value: "2019-04-01"}
contacts: [{id: desk, title: 窓口, email: desk@example.com, handles: [questions]}]
sections: [{id: only, title: 総則}]
"""


def told(**closing: str) -> list[tuple[str, str, str]]:
    """Findings on dates, contacts and closing lines: rule, path and severity."""
    files = {f"translations/{lang}/locale.yaml": f"closing: {{lines: [{lines}]}}" for lang, lines in closing.items()}
    files |= {"policy/x/all.yaml": POLICY, "translations/en/x.yaml": "units: {}\n"}
    found = check_document(Snapshot({name: text.encode() for name, text in files.items()}), "x")
    wanted = [item for item in found if item.rule in {"DOC128", "DOC131", "tr-closing"}]
    return [(item.rule, item.path, item.severity.value) for item in wanted]


def test_facts_that_no_line_and_no_text_tells() -> None:
    untold = [("DOC128", "date/established", "warning"), ("DOC131", "contact/desk", "info")]
    assert told() == untold
    assert told(ja="end") == untold
    assert told(en="dates, contact") == untold


def test_facts_that_the_lines_of_the_source_tell() -> None:
    assert told(ja="dates, end, contact", en="dates, contact") == []
    assert told(ja="dates", en="dates") == [("DOC131", "contact/desk", "info")]


def test_a_language_that_leaves_out_what_the_source_tells() -> None:
    assert told(ja="dates, end, contact", en="end") == [("tr-closing", "en", "warning")] * 2
    assert told(ja="dates, contact, end", en="contact") == [("tr-closing", "en", "warning")]


@pytest.mark.parametrize("lang", languages())
def test_no_line_is_shipped_so_that_a_project_without_words_of_its_own_has_none(lang: str) -> None:
    assert locale_in({}, lang).closing.lines == ()
