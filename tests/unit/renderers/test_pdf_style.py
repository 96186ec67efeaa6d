"""A project's own Typst style: what it may do, and what it may not."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hoshin.document.nodes import Document, Meta, Section, Text
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf import foreign_style
from hoshin.renderers.pdf.compiler import Job
from hoshin.renderers.pdf.fonts import font_files
from hoshin.renderers.pdf.render import STYLE, render

TREE = Document("policy", "en", (Text("T"),), Meta("acme"), (Section("a", (Text("h"),), ()),), data="{}")
FRAME = '#let d = json(bytes(sys.inputs.data))\n#set document(title: d.name)\n#set text(font: "Source Serif 4")\n= T\n'
PACKAGES = (
    '#import "@preview/cetz:0.3.0"',
    '#import\n  "@preview/cetz:0.3.0": *',
    '#import/* */"@preview/cetz:0.3.0"',
    '#{ import ("@" + "preview/cetz:0.3.0") }',
    '#{ import "\\u{40}preview/cetz:0.3.0" }',
    '#let name = "@preview/cetz:0.3.0"',
    '#include "@local/x:1.0.0"',
    '#eval("x")',
    "#import sym: *",
)


def project(folder: Path, style: str | bytes) -> Look:
    file = folder / STYLE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(style if isinstance(style, bytes) else style.encode())
    return Look(Overlay(folder))


def refused(look: Look) -> HoshinError:
    with pytest.raises(HoshinError) as caught:
        render(TREE, look)
    return caught.value


def reason(look: Look) -> str:
    error = refused(look)
    assert error.message == "pdf-failed"
    return str(error.args_["reason"])


def test_the_shipped_style_as_a_project_s_own_gives_the_same_bytes(tmp_path: Path) -> None:
    look = project(tmp_path, (SHIPPED / STYLE).read_text(encoding="utf-8"))
    assert render(TREE, look) == render(TREE, Look(Overlay()))


def test_a_project_s_style_counts(tmp_path: Path) -> None:
    assert render(TREE, project(tmp_path, FRAME)) != render(TREE, Look(Overlay()))


@pytest.mark.parametrize("line", PACKAGES)
def test_a_style_that_asks_for_a_package_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    error = refused(project(tmp_path, FRAME + line))
    assert error.message == "style-refused"
    assert error.args_["file"] == f"{STYLE}:5"
    assert error.args_["reason"] in {"import", "include", "eval", "@preview"}


@pytest.mark.parametrize("word", ["important", "reimport", "include-all", "evaluate", "@media"])
def test_words_that_only_look_alike_are_fine(word: str, tmp_path: Path) -> None:
    assert render(TREE, project(tmp_path, f"{FRAME}// {word}"))


def test_a_package_asked_for_in_disguise_finds_no_network(tmp_path: Path) -> None:
    trick = '#dictionary(std).at("ev" + "al")("im" + "port \\"" + str.from-unicode(64) + "preview/cetz:0.3.0\\"")'
    assert "Connection refused" in reason(project(tmp_path, FRAME + trick.replace('0\\"")', '0\\"", mode: "code")')))


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret", "../../../../../etc/passwd", "style2.typ"])
def test_a_style_reads_no_file(tmp_path: Path, path: str) -> None:
    (tmp_path / "renderers/pdf").mkdir(parents=True)
    (tmp_path / "renderers/pdf/style2.typ").write_text("x")
    (tmp_path / "renderers/secret").write_text("x")
    said = reason(project(tmp_path, f'{FRAME}#read("{path}")'))
    assert "style.typ:5:6" in said
    assert "--root" not in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("#nope", "unknown variable: nope"),
        ('#text(font: "Nope")[x]', "unknown font family: nope"),
        ("#let f(x) = f(x + 1)\n#f(1)", "maximum function call depth exceeded"),
        ("== A\n==== B", "PDF/UA-1 error"),
        ("ก", "U+0E01 THAI CHARACTER KO KAI"),
    ],
)
def test_a_fault_of_the_style_is_told_with_what_typst_says(tmp_path: Path, line: str, told: str) -> None:
    assert told in reason(project(tmp_path, FRAME + line))


def test_a_style_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_style, "SECONDS", 1.0)
    endless = FRAME + "#for a in range(9999) { for b in range(9999) { for c in range(9999) { let x = a } } }"
    job = Job({"data": '{"name":"T"}'}, font_files(japanese=False), datetime(2024, 5, 1, tzinfo=UTC))
    with pytest.raises(HoshinError) as caught:
        foreign_style.compile_apart(endless, job)
    assert (caught.value.message, dict(caught.value.args_)) == ("style-timeout", {"seconds": "1"})


def test_a_style_that_asks_for_all_memory_is_stopped(tmp_path: Path) -> None:
    greedy = FRAME + '#let x = "x" * 9000000000\n#x.len()\n'
    assert reason(project(tmp_path, greedy))


def test_a_style_that_is_no_text_or_lies_outside_the_project_is_named(tmp_path: Path) -> None:
    assert refused(project(tmp_path / "a", b"\xff\xfe")).message == "look-encoding"
    outside = tmp_path / "b" / STYLE
    outside.parent.mkdir(parents=True)
    outside.symlink_to(tmp_path / "a" / STYLE)
    error = refused(Look(Overlay(tmp_path / "b")))
    assert (error.message, error.args_["file"]) == ("look-outside", STYLE)


def test_no_python_of_the_working_folder_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    witness = tmp_path / "ran"
    for name in ("json", "typst", "base64", "sitecustomize", "hoshin"):
        (tmp_path / f"{name}.py").write_text(f"open({str(witness)!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    assert render(TREE, project(tmp_path, FRAME))
    assert not witness.exists()


def test_a_child_that_prints_no_pdf_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false = tmp_path / "python"
    false.write_text("#!/bin/sh\necho '!'\n")
    false.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(false))
    assert reason(project(tmp_path, FRAME))
