"""The report of `hoshin check`: what people see and what programs read."""

from __future__ import annotations

import json

import pytest

from hoshin.cli.main import main
from hoshin.cli.reports import prose
from hoshin.cli.reports.findings import as_json, as_text
from hoshin.cli.reports.grid import width
from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.fingerprint import fingerprint
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.messages import explain

FILE = "policy/x/p.yaml"
TEXT = "a: 1\nterm:\n  text: |-\n    We keep data for ten years.\n    And 個人情報 for ten years.\nother: ten years\n"
SNAPSHOT = Snapshot({FILE: TEXT.encode()})


def item(rule: str = "DOC131", line: int = 1, column: int = 1, severity: Severity = Severity.INFO) -> Finding:
    return finding(rule, severity, "data/fax", Place(FILE, line, column), fact="data/fax")


def literal(typed: str, line: int = 3) -> Finding:
    place = Place(FILE, line, 3)
    return finding("DOC130", Severity.WARNING, "term/text", place, typed=typed, placeholder="{retention:default}")


def test_nothing_found_is_one_calm_sentence() -> None:
    assert as_text((), SNAPSHOT, "en") == "No problems found.\n"
    assert as_text((), SNAPSHOT, "ja") == "問題は見つかりませんでした。\n"


def test_json_has_place_sentences_and_counts() -> None:
    answer = json.loads(as_json((item(), literal("ten years")), SNAPSHOT, "en"))
    assert list(answer) == ["findings", "counts"]
    assert answer["counts"] == {"error": 0, "warning": 1, "info": 1}
    first = answer["findings"][0]
    assert first.pop("texts")["ja"]["help"] == explain(item(), "ja").help
    assert first == {
        "fingerprint": fingerprint(item()),
        "rule": "DOC131",
        "severity": "info",
        "path": "data/fax",
        "file": FILE,
        "line": 1,
        "column": 1,
        "message": "No text and no other fact names data/fax, so it says nothing to anybody.",
        "help": "Write the sentence that tells it, name it where it is used, or delete it.",
    }
    assert (answer["findings"][1]["line"], answer["findings"][1]["column"]) == (4, 22)


def test_a_finding_without_a_place_has_none() -> None:
    nowhere = finding("DOC131", Severity.INFO, "data/fax", None, fact="data/fax")
    answer = json.loads(as_json((nowhere,), SNAPSHOT, "en"))
    assert [answer["findings"][0][key] for key in ("file", "line", "column")] == [None, None, None]
    assert as_text((nowhere,), SNAPSHOT, "en", columns=80).startswith("    info     DOC131  data/fax\n")


def test_the_order_of_the_findings_changes_nothing() -> None:
    items = (item(line=3), item(), literal("ten years"), item(severity=Severity.ERROR))
    for writer in (as_json, as_text):
        assert writer(items, SNAPSHOT, "en") == writer(items[::-1], SNAPSHOT, "en")


def test_the_worst_stands_first_at_one_place() -> None:
    text = as_text((item(), item(severity=Severity.ERROR)), SNAPSHOT, "en", columns=80)
    assert text.index("error ") < text.index("info ")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("columns", [24, 40, 80, 120])
def test_lines_fit_the_terminal(language: str, columns: int) -> None:
    text = as_text((literal("ten years"), literal("ten years", 5)), SNAPSHOT, language, columns=columns, colour=False)
    prose_lines = [line for line in text.splitlines() if line.startswith("    ")]
    assert max(width(line) for line in prose_lines) <= columns


@pytest.mark.parametrize(("column", "mark"), [(1, "^"), (9, "        ^"), (13, " " * 16 + "^"), (99, " " * 31 + "^")])
def test_the_mark_stands_below_its_point(column: int, mark: str) -> None:
    """個人情報 takes eight columns, and a column beyond the line means its end."""
    text = as_text((item(line=5, column=column),), SNAPSHOT, "en", columns=80, colour=False)
    assert f"          | {mark}\n" in text


def test_a_long_line_is_cut_around_its_point() -> None:
    snapshot = Snapshot({FILE: ("x" * 200 + "HERE" + "y" * 200 + "\n").encode()})
    text = as_text((item(column=201),), snapshot, "en", columns=60, colour=False)
    shown, mark = (line for line in text.splitlines() if " | " in line)
    assert width(shown) <= 60
    assert shown[mark.index("^") :].startswith("HERE")


def test_signs_that_act_on_a_terminal_are_shown_as_harmless_ones() -> None:
    snapshot = Snapshot({FILE: "a: \x1b[31m\u202eb\u200b\tc\n".encode()})
    evil = finding("DOC131", Severity.INFO, "\x1b]0;x\x07", Place(FILE, 1, 1), fact="\x1b[2J")
    text = as_text((evil,), snapshot, "en", columns=80, colour=False)
    assert not set(text) & set("\x1b\x07\u202e\u200b\t")
    assert "a: \ufffd[31m\ufffdb\ufffd c" in text


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in as_text((item(),), SNAPSHOT, "en")
    assert "\x1b[36minfo\x1b[0m" in as_text((item(),), SNAPSHOT, "en", colour=True)


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in as_text((item(),), SNAPSHOT, "en")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in as_text((item(),), SNAPSHOT, "en")


def test_lines_to_paste_are_not_wrapped() -> None:
    block = "  section/about/hello:\n    en: |-\n      " + "long " * 40 + "\n    ja: |-\n      …"
    missing = finding(
        "tr-missing",
        Severity.WARNING,
        "section/about/hello",
        Place(FILE, 1, 1),
        message="tr-missing.unit",
        unit="section/about/hello",
        locale="ja",
        file=FILE,
        block=block,
    )
    text = as_text((missing,), SNAPSHOT, "en", columns=60, colour=False)
    assert all(f"    {line}\n" in text for line in block.split("\n"))
    assert " | " not in text


def test_a_finding_on_words_points_at_the_words() -> None:
    lines = Lines(SNAPSHOT)
    assert pinpoint(literal("ten years"), lines).place == Place(FILE, 4, 22)
    assert pinpoint(literal("個人情報"), lines).place == Place(FILE, 5, 9)
    assert pinpoint(literal("a: 1"), lines).place == Place(FILE, 3, 3)
    assert pinpoint(literal("other"), lines).place == Place(FILE, 3, 3)
    assert pinpoint(literal("ten years", 99), lines).place == Place(FILE, 99, 3)
    assert pinpoint(item(line=3), lines).place == Place(FILE, 3, 1)


def test_counts_have_their_plural() -> None:
    one = as_text((item(severity=Severity.ERROR),), SNAPSHOT, "en", columns=80)
    assert one.endswith("\n\n1 error in 1 file.\n")
    elsewhere = finding("DOC131", Severity.WARNING, "x", Place("b.yaml", 1, 1), fact="x")
    several = (item(severity=Severity.ERROR), item(line=2, severity=Severity.ERROR), elsewhere)
    assert as_text(several, SNAPSHOT, "en", columns=80).endswith("\n\n2 errors, 1 warning in 2 files.\n")


def test_japanese_lines_neither_begin_with_a_stop_nor_end_with_an_opening_bracket() -> None:
    assert prose.lines("あいうえお。", 10) == ["あいうえ", "お。"]
    assert prose.lines("あいうえ「おか」", 10) == ["あいうえ", "「おか」"]
    assert prose.lines("see policy/example/file.yaml", 20) == ["see policy/example/", "file.yaml"]
    assert prose.lines("abcdefghij" * 3, 12) == ["abcdefghijab", "cdefghijabcd", "efghij"]
    assert prose.lines("", 10) == [""]
    assert prose.lines("a b", 1) == ["a", "b"]


def test_the_command_fails_as_asked(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "policy" / "shop"  # type: ignore[operator] # a path, as pytest gives it
    folder.mkdir(parents=True)
    (folder / "p.yaml").write_text(
        "document: {title: T, source_locale: en}\ndates: {status: none, reason: r}\nsites: {status: none, reason: r}\n"
        "data: [{id: fax, title: Fax}]\nsections: []\n",
        encoding="utf-8",
    )
    assert main(["check", "-C", str(tmp_path)]) == 0
    assert "DOC131" in capsys.readouterr().out
    assert main(["check", "-C", str(tmp_path), "--fail-on", "info", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["counts"] == {"error": 0, "warning": 0, "info": 1}
    assert main(["check", "-C", str(tmp_path), "--messages", "ja"]) == 0
    assert "1個のファイルに、情報1件があります。" in capsys.readouterr().out


@pytest.mark.parametrize("column", [1, 700_000, 1_400_000])
def test_a_line_as_long_as_a_file_is_shown_around_the_point(column: int) -> None:
    """Only what can be shown is looked at: measuring the whole line again and again took minutes."""
    snapshot = Snapshot({FILE: b"a" * 1_400_000})
    lines = as_text((item("DOC131", 1, column),), snapshot, "en", columns=60, colour=False).split("\n")
    shown, mark = next((line, lines[number + 1]) for number, line in enumerate(lines) if line.startswith("        1 |"))
    assert (width(shown) <= 60, "aaaa" in shown, mark.strip().startswith("|"), mark[-1]) == (True, True, True, "^")
    assert shown[mark.index("^")] == "a"
    assert ("…" in shown[:13], shown.endswith("…")) == (column > 1, column < 1_400_000)
