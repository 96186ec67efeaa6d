"""A large text takes another way through Typst than a small one: alone, and forgotten afterwards."""

from __future__ import annotations

import pytest

from hoshin.document.nodes import Document, Meta, Paragraph, Section, Text
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf import compiler
from hoshin.renderers.pdf.render import render


def test_a_large_text_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    section = Section("one", (Text("One"),), (Paragraph((Text("Words."),)),))
    document = Document(
        kind="policy", lang="en", title=(Text("Title"),), meta=Meta("p", company="Example"), sections=(section,)
    )
    small = render(document, Look(Overlay(None), None))
    forgotten: list[object] = []
    forget = compiler._forget  # noqa: SLF001 - that it is called is the point

    def counted(fonts: object) -> None:
        forgotten.append(fonts)
        forget(fonts)  # type: ignore[arg-type]  # Typst's own type has no stub here

    monkeypatch.setattr(compiler, "_LARGE", 0)
    monkeypatch.setattr(compiler, "_forget", counted)
    assert [render(document, Look(Overlay(None), None)) for _ in range(2)] == [small, small]
    assert len(forgotten) == 2
