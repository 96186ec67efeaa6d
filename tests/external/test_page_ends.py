"""No heading of a table stands alone at the foot of a page, at whatever height the table begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from external.pdf_tools import Poppler

from hoshin.document.nodes import Cell, Document, Heading, Meta, Paragraph, Section, Strong, Table, Text
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render

COMPANY = "Acme"
HEADS = ("Section", "Sub", "Caption", "Head", "Lead")
"""What the lines of headings begin with here."""
KINDS = ("policy", "comparison")
LANGUAGES = ("en", "ja")


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def row(text: str) -> tuple[Cell, ...]:
    return Cell((words(text),)), Cell((words("x"),)), Cell(())


def heading(text: str) -> tuple[Cell, ...]:
    """A row that holds a heading, as a table of two versions prints it."""
    line = Paragraph((Strong((Text(text),)),))
    return Cell((line,)), Cell((line,)), Cell(())


def document(kind: str, lang: str, filled: int, rows: tuple[tuple[Cell, ...], ...]) -> Document:
    """A table under a caption and two headings, below so many lines."""
    head = tuple(Cell((words(f"Head {name}"),), header=True) for name in "abc")
    blocks = (Heading((Text("Sub"),)), Table((Text("Caption"),), head, rows))
    sections = (
        Section("a", (), tuple(words(f"Line {number}") for number in range(filled))),
        Section("b", (Text("Section"),), blocks),
    )
    return Document(kind, lang, (Text("Title"),), Meta("acme", COMPANY), sections)


def last_lines(poppler: Poppler, path: Path, tree: Document) -> Iterator[str]:
    """The last line of every page but the last one."""
    path.write_bytes(render(tree, Look(Overlay())))
    for page in poppler.laid_out(path)[:-1]:
        yield [line.strip() for line in page.splitlines() if line.strip()][-2]  # then follows the footer


@pytest.mark.external
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_caption_stays_with_the_first_row(tmp_path: Path, poppler: Poppler, kind: str, lang: str) -> None:
    rows = tuple(row("word " * 70) for _ in range(12))
    fills = range(8, 20) if kind == "comparison" else range(18, 32)
    ends = [
        line for filled in fills for line in last_lines(poppler, tmp_path / "a.pdf", document(kind, lang, filled, rows))
    ]
    assert len(ends) >= len(fills)
    assert [line for line in ends if line.startswith(HEADS)] == []


@pytest.mark.external
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("headings", [1, 2, 3])
def test_a_heading_among_the_rows_stays_with_the_row_below(
    tmp_path: Path, poppler: Poppler, headings: int, lang: str
) -> None:
    """Also a heading below another one, and one that is the first row or the last."""
    below = (*(heading(f"Lead {number}") for number in range(headings)), row("word " * 70), row("end"), heading("Lead"))
    counts = range(25)
    trees = [document("comparison", lang, 0, (*(row("word") for _ in range(count)), *below)) for count in counts]
    ends = [line for tree in trees for line in last_lines(poppler, tmp_path / "a.pdf", tree)]
    assert len(ends) >= len(counts) // 2
    assert [line for line in ends if line.startswith(HEADS)] == []
