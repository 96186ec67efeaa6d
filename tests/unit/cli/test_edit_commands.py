"""`hoshin set` and `hoshin fmt` on a small project: what they write, what they print, what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoshin.cli.main import main

POLICY = """\
# yaml-language-server: $schema=../../schema/hoshin.schema.json
document: {title: Privacy Policy, source_locale: en}
controller: {legal_name: Aoba Books Ltd.}
retention:
  - id: default
    period: P10Y  # ten
    text: We keep it for {retention:default}.
children:
  min_age: 13
sections:
  - id: keeping
    title: Keeping
    blocks:
      - {id: first, kind: paragraph, units: [{id: how-long, text: "{retention:default/text}"}]}
"""
OVERLAY = """\
units:
  # the title
  document/title:
    en: |-
      Privacy Notice
    ja: |-
      プライバシー
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in (("policy/p/policy.yaml", POLICY), ("translations/ja/p.yaml", OVERLAY)):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def call(project: Path, *words: str) -> int:
    return main(["-C", str(project), "--messages", "en", *words])


def text_of(project: Path, name: str = "policy/p/policy.yaml") -> str:
    return (project / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (("retention/default/period", "P7Y"), "P10Y", "P7Y"),
        (("children/min-age", "16"), "min_age: 13", "min_age: 16"),
        (("children/knowingly-collected", "false"), "  min_age: 13\n", "  min_age: 13\n  knowingly_collected: false\n"),
        (("controller/brand", "Aoba"), "Ltd.}", "Ltd., brand: Aoba}"),
        (("section/keeping/title", "How long?"), "title: Keeping", "title: How long?"),
        (("section/keeping/how-long", "Long."), '"{retention:default/text}"', '"Long."'),
        (("retention/default/storage-limit/period", "P1Y"), None, None),
        (("retention/default/modality", "usually"), "P10Y  # ten\n", None),
        (("children/min-age", "--remove"), None, None),
        (("retention/default/period", "--remove"), "    period: P10Y  # ten\n", ""),
    ],
)
def test_set_changes_what_it_is_told(project: Path, words: tuple[str, ...], old: str | None, new: str | None) -> None:
    code = call(project, "set", *words)
    if old is None:
        assert (code, text_of(project)) == (code, POLICY)
        assert code in (1, 3)
    elif new is None:
        assert code == 0
        assert "    modality: usually\n" in text_of(project)
    else:
        assert (code, text_of(project)) == (0, POLICY.replace(old, new))


def test_a_translation_is_set_with_the_source_it_was_made_from(project: Path) -> None:
    assert call(project, "set", "--lang", "ja", "document/title", "プライバシーポリシー") == 0
    assert text_of(project, "translations/ja/p.yaml") == OVERLAY.replace("Privacy Notice", "Privacy Policy").replace(
        "プライバシー\n", "プライバシーポリシー\n"
    )
    assert call(project, "set", "--lang", "ja", "section/keeping/title", "期間") == 0
    assert text_of(project, "translations/ja/p.yaml").endswith(
        "  section/keeping/title:\n    en: |-\n      Keeping\n    ja: |-\n      期間\n"
    )


def test_nothing_is_written_for_a_dry_run_or_when_nothing_changes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(project, "set", "--dry-run", "children/min-age", "16") == 0
    assert capsys.readouterr().out == (
        "policy/p/policy.yaml would be changed:\n--- a/policy/p/policy.yaml\n+++ b/policy/p/policy.yaml\n"
        "@@ -8,3 +8,3 @@\n children:\n-  min_age: 13\n+  min_age: 16\n sections:\n"
    )
    assert call(project, "set", "children/min-age", "13") == 0
    assert capsys.readouterr().out == "policy/p/policy.yaml says so already; nothing is changed.\n"
    assert text_of(project) == POLICY


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("retention/defualt/period", "P1Y"), 3, "Did you mean: retention/default?"),
        (("retention/default/peroid", "P1Y"), 3, "Did you mean: retention/default/period?"),
        (("children/min-age", "ten"), 1, "needs a whole number"),
        (("retention/default/period", "10 years"), 1, "retention/default/period"),
        (("retention/default/period",), 2, "hoshin set PATH VALUE"),
        (("retention/default/period", "P1Y", "--remove"), 2, "hoshin set PATH VALUE"),
        (("--lang", "fr", "document/title", "x"), 3, "Languages: ja"),
        (("--lang", "ja", "document/titel", "x"), 3, "Did you mean: document/title?"),
        (("amendments/effective", "on_posting"), 3, "Nothing in the policy is called"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_written(
    project: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    assert call(project, "set", *words) == code
    shown = capsys.readouterr()
    assert said in shown.out + shown.err
    assert text_of(project) == POLICY
    assert text_of(project, "translations/ja/p.yaml") == OVERLAY


def test_fmt_lays_out_and_check_only_names(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "fmt") == 0
    assert capsys.readouterr().out == "All files are laid out as they should be.\n"
    loose = POLICY.replace("  min_age: 13", "     min_age:   13   ").replace("\n", "\r\n")
    (project / "policy/p/policy.yaml").write_text(loose, encoding="utf-8", newline="")
    assert call(project, "fmt", "--check") == 1
    assert capsys.readouterr().out == "policy/p/policy.yaml is laid out otherwise.\n"
    assert call(project, "fmt", "policy/p/policy.yaml") == 0
    assert (project / "policy/p/policy.yaml").read_bytes() == POLICY.encode()


def test_fmt_leaves_a_broken_file_and_says_where(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "policy/p/policy.yaml").write_text("a: [b\n", encoding="utf-8")
    assert call(project, "fmt") == 1
    assert "DOC120" in capsys.readouterr().out
    assert text_of(project) == "a: [b\n"
    assert call(project, "fmt", "nowhere.yaml") == 3


def test_the_rights_of_an_edited_file_stay(project: Path) -> None:
    file = project / "policy/p/policy.yaml"
    file.chmod(0o600)
    assert call(project, "set", "children/min-age", "14") == 0
    assert file.stat().st_mode & 0o777 == 0o600
