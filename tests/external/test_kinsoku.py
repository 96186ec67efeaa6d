"""Japanese line breaks in the PDF at fifteen measures, read by a program (translations.md sections 15 and 16)."""

from __future__ import annotations

from pathlib import Path

import pytest
from external.pdf_tools import Poppler
from external.test_pdf_policy import NO_LINE_END, NO_LINE_START
from openwork import rendered

from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render

MEASURES = range(25, 40)
"""In characters; the shipped style has 39."""


def is_japanese(sign: str) -> bool:
    return "\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"


@pytest.mark.external
@pytest.mark.parametrize("measure", MEASURES)
def test_no_line_begins_or_ends_with_a_sign_that_may_not_stand_there(
    tmp_path: Path, poppler: Poppler, measure: int
) -> None:
    style = (SHIPPED / "renderers/pdf/style.typ").read_text(encoding="utf-8")
    assert style.count("39 * size") == 1
    (tmp_path / "renderers/pdf").mkdir(parents=True)
    (tmp_path / "renderers/pdf/style.typ").write_text(style.replace("39 * size", f"{measure} * size"), encoding="utf-8")
    made = tmp_path / "policy.pdf"
    made.write_bytes(render(rendered.trees()["ja"], Look(Overlay(tmp_path))))
    lines = [line.strip() for line in poppler.text(made).splitlines()]
    lines = [line for line in lines if any(map(is_japanese, line))]
    assert len(lines) >= 140
    assert [line for line in lines if line[0] in NO_LINE_START - {"・"}] == []
    assert [line for line in lines if line[-1] in NO_LINE_END - {"第"}] == []  # 第三者 may break
