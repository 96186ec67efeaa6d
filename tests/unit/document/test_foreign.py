"""Words in another language than the text around them are marked, and no character changes."""

from __future__ import annotations

import pytest

from hoshin.document.foreign import Languages
from hoshin.document.nodes import Foreign, Inlines, Inserted, Link, Text, Unit, plain
from hoshin.document.runs import revised
from hoshin.document.walk import deep

JA = Languages("ja", frozenset({"Kazemap Pte. Ltd.", "Rua Inventada 1", "Lisboa"}))


def runs(nodes: Inlines) -> list[tuple[str, str]]:
    return [(node.lang, plain(node.children)) for node in deep(nodes) if isinstance(node, Foreign)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一般データ保護規則（General Data Protection Regulation。以下「GDPR」）",
            ["General Data Protection Regulation"],
        ),
        ("「Do Not Track」には、Article 6 of the GDPR", ["Do Not Track", "Article 6 of the GDPR"]),
        ("Cookie、IPアドレス、GDPR", []),
        ("Kazemap Pte. Ltd.に提供します", []),
        ("Rua Inventada 1, Lisboa", []),
        ("Kazemap Pte. Ltd. is a company", ["Kazemap Pte. Ltd. is a company"]),
        ("a.b@example.com または https://example.com/a b", []),
        ("第1条 A 1", []),
    ],
)
def test_two_latin_words_in_japanese_are_english(text: str, expected: list[str]) -> None:
    marked = JA.line((Text(text),))
    assert runs(marked) == [("en", words) for words in expected]
    assert plain(marked) == text


@pytest.mark.parametrize(
    ("text", "japanese", "expected"),
    [
        ("hoshin (方針) means policy", True, ["方針"]),
        ("hoshin (方針) means policy", False, []),
        ("Write to 日向 はるか at 株式会社ひなた書店.", False, ["日向 はるか", "株式会社ひなた書店"]),
        ("東京都2丁目3番、あおばビル 2", True, ["東京都2丁目3番、あおばビル"]),
        ("“e-mail” – café", True, []),
    ],
)
def test_japanese_in_a_text_of_latin_letters(text: str, japanese: bool, expected: list[str]) -> None:
    marked = Languages("en", japanese=japanese).line((Text(text),))
    assert runs(marked) == [("ja", words) for words in expected]
    assert plain(marked) == text


def test_a_run_may_cross_nodes_and_what_is_marked_stays() -> None:
    line: Inlines = (
        Unit("a", (Text("General "), Link("#x", (Text("Data"),)), Text(" Act、"))),
        Foreign("de", (Text("Der Tag"),)),
    )
    assert JA.line(line) == (
        Unit(
            "a",
            (
                Foreign("en", (Text("General "),)),
                Link("#x", (Foreign("en", (Text("Data"),)),)),
                Foreign("en", (Text(" Act"),)),
                Text("、"),
            ),
        ),
        Foreign("de", (Text("Der Tag"),)),
    )
    japanese = (Text("日本語"),)
    assert JA.line(japanese) is japanese


def test_words_that_stay_are_no_revision_because_of_their_language() -> None:
    old, new = (JA.line((Text(text),)) for text in ("規則（General）", "規則（General Regulation）"))
    made = revised(old, new, "ja")
    assert [plain((node,)) for node in made if isinstance(node, Inserted)] == [" Regulation"]
    assert plain(made) == "規則（General Regulation）"
