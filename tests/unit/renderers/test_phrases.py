"""Japanese headings break between phrases: 第2条 / （個人データの / 種類および収集方法）."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hoshin.document.nodes import Text, Unit, Value, plain
from hoshin.policy.project import read_snapshot
from hoshin.publish.build import build, documents
from hoshin.publish.opening import open_document
from hoshin.renderers.html.phrases import MARK, phrased, phrases
from hoshin.renderers.look import Look

HOME = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第2条（個人データの種類および収集方法）", "第2条/（個人データの/種類および収集方法）"),
        ("プライバシーに関する当社の方針", "プライバシーに/関する/当社の/方針"),
        ("他のサイトへのリンク", "他の/サイトへの/リンク"),
        ("OpenWorkプライバシーポリシー", "OpenWork/プライバシーポリシー"),
        ("ひなた書店プライバシーポリシー", "ひなた/書店/プライバシーポリシー"),
        ("個人データ", "個人データ"),
        ("お問い合わせ", "お問い合わせ"),
    ],
)
def test_phrases(text: str, expected: str) -> None:
    assert "/".join(phrases(text)) == expected


def test_marks_stand_in_texts_only_and_never_inside_a_value() -> None:
    nodes = (
        Value("section/x", (Text("第2条"),)),
        Text("（"),
        Unit("section/x/title", (Text("他のサイト"),)),
        Text("）"),
    )
    made = phrased(nodes, "ja")
    assert plain(made).replace(MARK, "") == plain(nodes)
    assert plain(made) == f"第2条{MARK}（他の{MARK}サイト）"
    assert made[0] == nodes[0]
    assert phrased(nodes, "en") == nodes
    title = (Value("controller/brand", (Text("ひなた書店"),)), Text("プライバシーポリシー"))
    assert plain(phrased(title, "ja")) == f"ひなた書店{MARK}プライバシーポリシー"


def test_headings_of_a_page_hold_wbr_and_the_text_stays_what_it_is() -> None:
    opened = open_document(read_snapshot(HOME), "openwork")
    (page,) = build(documents(opened, ["ja"]), ["html"], Look())
    text = page.data.decode()
    headings = re.findall(r"<h[12][^>]*>(.*?)</h[12]>", text)
    assert "第2条（個人データの<wbr>種類および収集方法）" in "".join(
        re.sub(r"</?(?:span|bdi|i)\b[^>]*>", "", heading) for heading in headings
    )
    assert MARK not in text
    assert "\u200b" not in text
    (english,) = build(documents(opened, ["en"]), ["html"], Look())
    in_english = "".join(re.findall(r"<h[1-6][^>]*>.*?</h[1-6]>", english.data.decode()))
    assert ("Our Privacy Statement" in in_english, "<wbr>" in in_english) == (True, False)


def test_no_phrase_begins_or_ends_with_a_sign_that_may_not_stand_there() -> None:
    snapshot = read_snapshot(HOME)
    words = re.findall(r"(?m)^ {6}([^\n]*[ぁ-ん][^\n]*)$", snapshot.files["translations/ja/openwork.yaml"].decode())
    for text in words:
        found = phrases(text)
        assert "".join(found) == text
        assert not [each for each in found[1:] if each[0] in "、。）」』ー々ょっゃゅ"]
        assert not [each for each in found[:-1] if each[-1] in "（「『"]
