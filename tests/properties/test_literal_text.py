"""Hostile text prints literally in every format that pandoc writes, and no word is lost or moved."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_policy import changed, document
from markdown_it import MarkdownIt
from msgspec.structs import replace

from hoshin.document.nodes import Document, Inlines, Meta, Notice, Paragraph, Section, Text
from hoshin.document.walk import body_text
from hoshin.kernel.text import norm
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.render import job
from hoshin.renderers.pandoc.run import convert, pandoc_path

HOSTILE = (
    r"""#let x = 1; #import "@preview/x:1.0.0"; $a^2$ @ref //c /*d*/ == ++ <label>""",
    r"{{ 7*7 }} {% for x in y %} {# no #} ${x} {0} %s",
    r"<script>alert(1)</script> <b>&amp; &copy; &#65; </b> <!-- c --> <a href='x'>",
    r"a_b_c _u_ __v__ `code` ~~gone~~ ~x~ ^up^ [^1] [a](b) ![i](j) [c][d] | x | y | :smile: :+1: !",
    r"\textbf{x} \\ \* \# $$ %c ~ \begin{y} \input{/etc/passwd}",
    "- item", "+ item", "* item", "1. item", "12) item", "# head", "#", "> quote", "---", "***", "___", "===",
    "```", "~~~",
    "    code", "| a | b |", ":---", "Term", ": def", "[x]: https://y.example", "    ", "…", "&", "&amp", ";",
    "https://a.example/b_c_d www.a.example a@b.example",
)  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def of_lines(lines: Sequence[str], lang: str = "en") -> Document:
    """A document whose paragraphs are these lines, exactly."""
    blocks = tuple(Paragraph((Text(line),)) for line in lines)
    title: Inlines = (Text("T"),)
    return Document("policy", lang, title, Meta("doc"), (Section("s1", (Text("1. S #"),), blocks),))


def read_back(data: bytes, source: str) -> str:
    command = [pandoc_path(), "-f", source, "-t", "plain", "--wrap=none"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def rendered(data: bytes) -> str:
    """What another Markdown reader shows: CommonMark with GitHub's tables and strikethrough."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    shown: list[str] = []
    for token in parser.parse(data.decode()):
        assert token.type not in {"hr", "fence", "code_block", "html_block", "bullet_list_open", "blockquote_open"}
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "text_special"}, child
            shown.append(child.content)
    return "".join(shown)


def word_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own output
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(part.text or "" for part in root.iter(f"{space}t"))


def check_all(lines: Sequence[str]) -> None:
    made = of_lines(lines)
    expected = squeezed(body_text(made))
    md, txt, docx = convert([job(made, Look(), name) for name in ("md", "txt", "docx")])
    assert squeezed(txt.decode()) == expected
    assert squeezed(word_text(docx)) == expected
    assert squeezed(rendered(md)) == expected


def test_known_hostile_lines_print_literally() -> None:
    check_all([line for line in HOSTILE if line.strip()])


@pytest.mark.parametrize("line", [line for line in HOSTILE if line.strip()])
def test_a_hostile_text_of_a_policy_prints_literally(line: str) -> None:
    """From YAML: only the inline subset acts, so what it does not know comes out as typed."""
    typed = re.sub(r"([\\*_\[\]])", r"\\\1", line)
    quoted = typed.replace("'", "''")
    made = document(changed({'"Other *things* as typed {here}"': f"'{quoted}'"}))
    assert f"\n{norm(line, 'en')}\n" in body_text(made)


SIGNS = st.text(
    alphabet=st.sampled_from("\\`*_{}[]<>()#+-.!|~^$&;:=\"'/@%, a1x1あ「」。é\u00a0"), min_size=1, max_size=30
)


@settings(max_examples=12)
@given(st.lists(SIGNS.map(lambda text: norm(text, "en")).filter(bool), min_size=20, max_size=40))
def test_any_mixture_of_signs_prints_literally(lines: list[str]) -> None:
    check_all(lines)


def test_markdown_read_by_pandoc_gives_the_words_back() -> None:
    lines = [line for line in HOSTILE if line.strip() and "smile" not in line]
    made = of_lines(lines)
    (data,) = convert([job(made, Look(), "md")])
    assert squeezed(read_back(data, "gfm")) == squeezed(body_text(made))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_text_formats_hold_the_words_of_the_tree_in_order(lang: str) -> None:
    made = document(lang=lang)
    expected = squeezed(body_text(made))
    md, txt, docx = convert([job(made, Look(), name) for name in ("md", "txt", "docx")])
    assert unbulleted(txt.decode()) == expected
    assert unbulleted(read_back(md, "gfm")) == expected
    assert unbulleted(read_back(docx, "docx")) == expected.removeprefix(squeezed("Privacy Policy of Aoba"))


def unbulleted(text: str) -> str:
    """The characters without the bullets that a format draws itself."""
    return squeezed(re.sub(r"(?m)^\s*- ", "", text))


def test_notices_come_before_the_body_in_the_order_of_the_tree() -> None:
    notices = tuple(Notice("info", (Paragraph((Text(words),)),)) for words in ("One.", "Two."))
    made = replace(of_lines(["Body."]), notices=notices)
    md, txt = convert([job(made, Look(), name) for name in ("md", "txt")])
    assert md.decode() == "# T\n\n> One.\n\n> Two.\n\n## 1. S \\#\n\nBody.\n"
    assert txt.decode() == "T\n\n  One.\n\n  Two.\n\n\n1. S #\n\nBody.\n"
