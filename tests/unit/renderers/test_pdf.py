"""The PDF file: its standards, its attachment, its bytes, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hoshin.document.nodes import (
    Address,
    Blocks,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inserted,
    Item,
    Language,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
)
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render

POLICY = json.dumps({"b": 2, "a": "方針 “x”"}, ensure_ascii=False)
LOOK = Look(Overlay(), datetime(2024, 5, 1, 3, 4, 5, tzinfo=UTC))
HOSTILE = "#let $a$ {{x}} {% y %} *b* _c_ \\ \\u{41} @ref <l> // /* */ `d` = e [f] ~ -- '\" #include"


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def document(*blocks: object, lang: str = "en", data: str = POLICY) -> Document:
    """One section with these blocks."""
    number = "1." if lang == "en" else "第1条"
    heading = (Value("section/a", (Text(number),)), Text(" Purpose" if lang == "en" else "（利用目的）"))
    section = Section("a", heading, blocks, number)  # type: ignore[arg-type] # blocks of any kind, built in this file
    title = "Policy" if lang == "en" else "プライバシーポリシー"
    return Document("policy", lang, (Text(title),), Meta("acme", company="Acme"), (section,), data=data)


def everything(lang: str) -> Document:
    """A document with every node there is."""
    japanese = lang == "ja"
    inner: Blocks = (
        words("個人情報" if japanese else "Data"),
        Heading((Text("Cookie"),), 5, "a.cookie"),
        ListBlock((Item((words("x"),)), Item((words("y"),)))),
    )
    line = Paragraph(
        (
            Unit("section/a/u", (Strong((Text("bold"),)), Text(" "), Emphasis((Text("stress"),)))),
            Deleted((Text("old"),)),
            Inserted((Value("r", (Text("7年" if japanese else "7 years"),)),)),
            Link("#a", (Text("up"),)),
            Link("#gone", (Text("gone"),)),
            Link("https://example.org/?a=b&c", (Text("away"),)),
            Foreign("en" if japanese else "ja", (Text("name" if japanese else "株式会社"),)),
        ),
        "a.p",
    )
    table = Table(
        (Text("Table"),),
        (Cell((words("A"),), header=True), Cell((words("B"),), header=True)),
        ((Cell((words("1"),), header=True), Cell((words("2"),))),),
    )
    made = document(
        line,
        ListBlock(
            (Item(inner, "（1）" if japanese else "1."), Item((words("z"),), "（2）" if japanese else "2.")),
            ordered=True,
        ),
        Address(((Text("Acme"),), (Link("mailto:a@example.org", (Text("a@example.org"),)),))),
        table,
        lang=lang,
    )
    meta = Meta("acme", "Acme", "About", "1.0.0", "2024-05-01", "en", (Language("en", "English"),), (("version", "V"),))
    notices = (Notice("draft", (words("Draft"),)), Notice("info", (words("Note"),)))
    return Document("policy", lang, made.title, meta, made.sections, notices, data=POLICY)


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of a PDF, unpacked where it is packed."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return [_unpacked(stream) for stream in found]


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def metadata(pdf: bytes) -> str:
    (found,) = [stream for stream in streams(pdf) if b"<x:xmpmeta" in stream]
    return found.decode()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_says_that_it_is_pdf_a_3a_and_pdf_ua_1(lang: str) -> None:
    xmp = metadata(render(everything(lang), LOOK))
    assert set(re.findall(r"<(pdf(?:a|ua)id:(?:part|conformance))>(\w+)", xmp)) == {
        ("pdfaid:part", "3"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    }


def test_carries_the_policy_as_it_was_given() -> None:
    made = render(document(words("x")), LOOK)
    assert POLICY.encode() in streams(made)
    assert b"acme.en.json" in b"".join([made, *streams(made)])


def test_prefers_the_policy_of_the_look_to_the_tree_s_own() -> None:
    made = streams(render(document(words("x")), Look(Overlay(), policy_json='{"own":1}')))
    assert b'{"own":1}' in made
    assert POLICY.encode() not in made


def test_attaches_nothing_where_there_is_nothing() -> None:
    without, with_data = (render(document(words("x"), data=data), LOOK) for data in ("", POLICY))
    assert [b"EmbeddedFile" in b"".join([made, *streams(made)]) for made in (without, with_data)] == [False, True]


def test_the_only_date_is_the_one_that_was_given() -> None:
    made = render(document(words("x")), LOOK)
    text = b"".join([made, *streams(made)]).decode("latin-1")
    assert set(re.findall(r"D:(\d{14})", text)) == {"20240501030405"}
    assert {found[:4] for found in re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z?", metadata(made))} == {"2024"}


def test_without_a_date_it_bears_an_evident_non_date() -> None:
    made = render(document(words("x")), Look(Overlay()))
    text = b"".join([made, *streams(made)]).decode("latin-1")
    assert set(re.findall(r"D:(\d{14})", text)) == {"19700101000000"}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_same_bytes_in_threads_as_alone(lang: str) -> None:
    tree = everything(lang)
    alone = render(tree, LOOK)
    other = everything("ja" if lang == "en" else "en")
    with ThreadPoolExecutor(2) as pool:
        made = [pool.submit(render, each, LOOK) for each in (tree, other, tree, other)]
        assert [future.result() == alone for future in made] == [True, False, True, False]


def test_same_bytes_in_another_process_folder_and_zone(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_pdf as t;"
        "sys.stdout.buffer.write(t.render(t.everything('ja'), t.LOOK))"
    )
    settings = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    made = subprocess.run(
        [sys.executable, "-c", program, str(Path(__file__).parent)],
        env={**os.environ, **settings}, cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    assert made.stdout == render(everything("ja"), LOOK)


def test_syntax_of_typst_is_only_text() -> None:
    made = render(document(words(HOSTILE), Heading((Text(HOSTILE),)), ListBlock((Item((words("x"),), HOSTILE),))), LOOK)
    assert made.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a \U0001f600 b", "U+1F600 GRINNING FACE (section/a/u)"),
        ("ก", "U+0E01 THAI CHARACTER KO KAI (section/a/u)"),
        ("x\ufeffy", "U+FEFF ZERO WIDTH NO-BREAK SPACE (section/a/u)"),
        ("x\0y", "U+0000 (section/a/u)"),
        ("\U0001f600 ก", "U+1F600 GRINNING FACE (section/a/u); U+0E01 THAI CHARACTER KO KAI (section/a/u)"),
    ],
)
def test_a_character_without_a_glyph_is_named_with_its_unit(lang: str, text: str, told: str) -> None:
    with pytest.raises(HoshinError) as caught:
        render(document(Paragraph((Unit("section/a/u", (Text(text),)),)), lang=lang), LOOK)
    assert (caught.value.message, caught.value.args_["reason"]) == ("pdf-failed", told)


def test_a_long_list_of_missing_characters_is_cut() -> None:
    text = "".join(chr(0x0E01 + step) for step in range(30))
    with pytest.raises(HoshinError) as caught:
        render(document(words(text)), LOOK)
    told = str(caught.value.args_["reason"])
    assert (told.count("U+0E"), told[-1]) == (10, "…")


def test_characters_outside_units_are_named_without_one() -> None:
    with pytest.raises(HoshinError) as caught:
        render(document(words("ก")), LOOK)
    assert caught.value.args_["reason"] == "U+0E01 THAI CHARACTER KO KAI"


def test_an_english_document_may_hold_japanese() -> None:
    assert b"NotoSerifJP" in b"".join(streams(render(document(words("株式会社")), LOOK)))
    assert b"NotoSerifJP" not in b"".join(streams(render(document(words("x")), LOOK)))


def test_a_link_to_nowhere_is_words_and_an_unsafe_one_is_refused() -> None:
    assert render(document(Paragraph((Link("#none", (Text("x"),)),))), LOOK)
    with pytest.raises(HoshinError) as caught:
        render(document(Paragraph((Link("javascript:alert(1)", (Text("x"),)),))), LOOK)
    assert (caught.value.message, caught.value.args_["target"]) == ("link-unsafe", "javascript:alert(1)")


def test_anchors_given_twice_and_headings_with_gaps_compile() -> None:
    twice = Paragraph((Link("#p", (Text("x"),)),), "p")
    deep = Heading((Text("deep"),), 6)
    assert render(document(twice, twice, ListBlock((Item((deep, words("y")), id="p"),))), LOOK)


def test_sections_without_number_or_heading_and_an_empty_document_compile() -> None:
    bare = Section("b", (), (words("x"),))
    plain_heading = Section("c", (Text("Preamble"),), ())
    meta = Meta("acme")
    assert render(Document("policy", "en", (Text("T"),), meta, (bare, plain_heading)), LOOK)
    assert render(Document("policy", "en-US", (Text("T"),), meta, ()), LOOK)
    assert render(Document("policy", "ja-JP", (Text("表"),), meta, ()), LOOK)
