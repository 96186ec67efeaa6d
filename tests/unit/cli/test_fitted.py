"""What a terminal shows of a comparison: no line wider than it, none broken inside a word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, edited, first

from hoshin.cli.main import main
from hoshin.cli.reports.grid import width

LONG = "We keep everything that you tell us, wherever you tell it, for as long as the law of any country allows it."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    monkeypatch.setenv("COLUMNS", "42")
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_draft(tmp_path, edited(first("retention", text=f"{LONG} {LONG}", period="P12Y")))
    return tmp_path


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main([*words, "-C", str(root)]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "words",
    [("diff", "1.0.0", "draft"), ("changelog", "1.0.0", "draft"), ("log", "retention/default", "1.0.0", "draft")],
)
def test_lines_fit_a_terminal_and_stay_whole_elsewhere(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str
) -> None:
    whole = said(root, capsys, *words, "--lang", lang)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    lines = said(root, capsys, *words, "--lang", lang)
    assert max(map(width, whole)) > 42 >= max(map(width, lines))
    assert "".join("".join(lines).split()) == "".join("".join(whole).split())
    if lang == "en":
        assert " ".join(" ".join(lines).split()) == " ".join(" ".join(whole).split())
