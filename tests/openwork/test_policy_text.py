"""The English text of OpenWork's policy is the original: every sentence once, in order, word for word."""

from __future__ import annotations

import hashlib
import re

import pytest
import seed
from openwork_english import ROOT, VALUES, english, openwork

from hoshin.policy.placeholders import find
from hoshin.policy.stated import printed

DIGEST = "ffdf4fd2f891505fe4463e6f5db4376220449d6d46b220802c49608e163868e4"


def test_the_original_is_untouched() -> None:
    assert hashlib.sha256(seed.FIXTURE.read_bytes()).hexdigest() == DIGEST


def test_every_line_is_the_original() -> None:
    """Headings with their numbers, paragraphs, list items with marks and ends, sub-headings and the address block."""
    assert [(line.mark, line.text) for line in english()] == [(line.mark, line.text) for line in seed.lines()]


def test_all_words_are_the_original() -> None:
    assert tuple(word for line in english() for word in line.text.split()) == seed.words()


def test_every_unit_stands_once() -> None:
    ids = [unit for line in english() for unit, _, _ in line.units]
    assert len(ids) == len(set(ids)) == 88
    assert ids == [unit for unit, _ in printed(openwork())]


def test_every_wording_is_printed() -> None:
    """No sentence lies in the files without a place in the document."""
    ids = {unit for line in english() for unit, _, _ in line.units}
    own = {unit.id for unit in openwork().units if unit.id.startswith("section/") or unit.id.endswith("/text")}
    assert own - ids == {"collection-point/inquiry/text"}  # stands above the policy, on the page of the form


def test_every_unit_names_its_line_of_the_original() -> None:
    original = {line.number: line.text for line in seed.lines()}
    wrong = [unit for line in english() for unit, text, number in line.units if text not in original.get(number, "")]
    assert wrong == []
    assert {number for line in english() for _, _, number in line.units} == set(original)


def test_every_value_is_a_placeholder() -> None:
    """Values that occur twice, and numbers, stand once: no sentence has them typed."""
    texts = {unit.id: unit.text for unit in openwork().units if not unit.id.startswith(("controller/", "contact/"))}
    texts.pop("term/rules/term")
    values = ("OpenWork", "Shibuya", "Tokyo", "Japan", "@", "https", "10 years", "13", "Personal Information Desk")
    assert [unit for unit, text in texts.items() if any(value in text for value in values)] == []
    digits = {unit: re.findall(r"\d+", text) for unit, text in texts.items() if re.search(r"\d", text)}
    assert digits == {"security-measure/no-absolute-security/text": ["100"]}


def test_placeholders_are_the_known_ones() -> None:
    used = [placeholder.written for unit in openwork().units for placeholder in find(unit.text)]
    assert {written: used.count(written) for written in sorted(set(used))} == {
        "{article:contact}": 1,
        "{children:min-age}": 3,
        "{contact:desk/email}": 1,
        "{contact:desk}": 1,
        "{controller:address}": 2,
        "{controller:brand}": 2,
        "{controller:legal-name}": 2,
        "{retention:default}": 1,
        "{site:main/url}": 1,
        "{term:rules}": 1,
    }
    assert set(used) == set(VALUES)


@pytest.mark.parametrize(
    "slip",
    [
        "a small amount of data",
        "commonly used as an",
        "this information is that",
        "contact us using",
        "set out in Article",
        "do the necessary actions",
        "https://www.openwork.co.jp.",
    ],
)
def test_slips_of_the_original_are_not_mended(slip: str) -> None:
    assert slip not in " ".join(line.text for line in english())


def test_texts_are_typed_as_one_line_each() -> None:
    """No stray spaces, straight quotation marks, or list marks in any text."""
    texts = {unit.id: unit.text for unit in openwork().units}
    stray = re.compile(r"^\s|\s$|[\"'•・\t\n]|  | [,.;]|[.,;][A-Za-z]{2}")
    assert [unit for unit, text in texts.items() if stray.search(_prose(text))] == []


def _prose(text: str) -> str:
    return re.sub(r"\{[^{}]*\}|\S+@\S+", "X", text)


def test_the_page_on_normalisation_lists_exactly_what_is_normalised() -> None:
    page = (ROOT / "docs" / "normalisation-openwork.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(.+?)` \| `(.+?)` \| (\d+) \|", page, re.MULTILINE)
    assert rows == [(rule.before, rule.after, str(rule.times)) for rule in seed.REPLACEMENTS]
