"""`hoshin init` and `hoshin eject`: a stranger begins, in either language, and nothing that is there is lost."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from hoshin.cli.main import main
from hoshin.kernel.overlay import SHIPPED
from hoshin.publish.editor.files import BY_NAME
from hoshin.publish.editor.schema import schema_text
from hoshin.publish.ejecting import replaceable
from hoshin.publish.starter import examples

FILES = {
    ".gitignore",
    "README.md",
    "policy/{document}/document.yaml",
    "policy/{document}/facts.yaml",
    "policy/{document}/sections.yaml",
    "renderers/README.md",
    "schema/hoshin.changes.schema.json",
    "schema/hoshin.locale.schema.json",
    "schema/hoshin.schema.json",
    "schema/hoshin.translation.schema.json",
    "schema/hoshin.vocabulary.schema.json",
    "schema/vocabulary.yaml",
    "translations/{other}/{document}.yaml",
    "translations/{other}/locale.yaml",
}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("lang", "other"), [("en", "ja"), ("ja", "en")])
@pytest.mark.parametrize("document", ["privacy", "cookie-notice"])
def test_a_new_project_is_complete_and_has_no_finding_but_the_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, other: str, document: str
) -> None:
    home = tmp_path / "new"
    assert main(["--messages", "en", "init", str(home), "--lang", lang, "--document", document]) == 0
    assert files(home) == {name.format(document=document, other=other) for name in FILES}
    for kind in ("policy", "translation", "vocabulary", "changes"):
        made = (home / "schema" / BY_NAME[kind].file).read_text(encoding="utf-8")
        assert made == schema_text(BY_NAME[kind], ("en", "ja"))
    first = {path.read_text(encoding="utf-8").splitlines()[0] for path in (home / "policy").rglob("*.yaml")}
    assert first == {"# yaml-language-server: $schema=../../schema/hoshin.schema.json"}
    capsys.readouterr()
    assert main(["--messages", "en", "-C", str(home), "check", "--fail-on", "warning"]) == 0
    assert capsys.readouterr().out.count(" tr-draft ") == 1
    assert main(["--messages", "en", "-C", str(home), "fmt", "--check"]) == 0
    assert main(["-C", str(home), "render", "--to", "html,md,txt,json", "--out", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 8
    assert "{" not in (tmp_path / "out" / f"{document}.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", examples())
def test_an_example_can_be_copied(tmp_path: Path, name: str) -> None:
    assert main(["init", str(tmp_path / "new"), "--from", name]) == 0
    assert not (tmp_path / "new/former").exists()
    assert main(["-C", str(tmp_path / "new"), "check", "--fail-on", "warning", "--today", "2026-11-22"]) == 0


def test_there_are_three_examples() -> None:
    assert examples() == ("hinata", "marula", "tandem")


def test_nothing_is_written_where_something_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert main(["--messages", "en", "init", str(tmp_path)]) == 2
    assert "README.md" in capsys.readouterr().err
    assert files(tmp_path) == {"README.md"}
    (tmp_path / "README.md").unlink()
    (tmp_path / "policy").mkdir()
    assert main(["--messages", "en", "init", str(tmp_path)]) == 2
    assert files(tmp_path) == set()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--from", "hinatta"), 3, "Did you mean: hinata?"),
        (("--lang", "fr"), 3, "Languages: en, ja."),
        (("--document", "../x"), 2, "cannot be the name of a document"),
        (("--document", "X"), 2, "cannot be the name of a document"),
    ],
)
def test_a_wrong_call_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    assert main(["--messages", "en", "init", str(tmp_path / "new"), *words]) == code
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_can_be_replaced_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    (tmp_path / "policy").mkdir()
    assert main(["--messages", language, "-C", str(tmp_path), "eject"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(replaceable())
    assert all(len(line.split(maxsplit=1)) == 2 for line in lines)


def test_a_copy_takes_the_place_of_the_shipped_file_and_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path / "p"), "--lang", "en"])
    call = ["--messages", "en", "-C", str(tmp_path / "p")]
    out = str(tmp_path / "out")
    assert main([*call, "eject", "renderers/html/theme.css"]) == 0
    theme = tmp_path / "p/renderers/html/theme.css"
    assert theme.read_bytes() == (SHIPPED / "renderers/html/theme.css").read_bytes()
    theme.write_text(theme.read_text(encoding="utf-8").replace("--accent: #1f4a73", "--accent: #123456"), "utf-8")
    assert main([*call, "render", "--out", out]) == 0
    assert "--accent: #123456" in (tmp_path / "out/privacy.en.html").read_text(encoding="utf-8")
    assert main([*call, "eject", "renderers/html/theme.css"]) == 2
    assert "#123456" in theme.read_text(encoding="utf-8")
    assert main([*call, "eject", "renderers/html/them.css"]) == 3
    assert "Did you mean: renderers/html/theme.css?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "kind", "part", "old", "new"),
    [
        ("renderers/docx/reference.docx", "docx", "word/styles.xml", b'w:left="800"', b'w:left="555"'),
        ("renderers/odt/reference.odt", "odt", "styles.xml", b'"1.4cm"', b'"1.9cm"'),
    ],
)
def test_the_styles_of_word_and_opendocument_can_be_taken_and_changed(
    tmp_path: Path, file: str, kind: str, part: str, old: bytes, new: bytes
) -> None:
    main(["init", str(tmp_path / "p"), "--lang", "ja"])
    call, out = ["-C", str(tmp_path / "p")], tmp_path / "out"
    render = [*call, "render", "--to", kind, "--lang", "ja", "--out", str(out)]
    assert main(render) == 0
    before = parts(out / f"privacy.ja.{kind}")
    assert main([*call, "eject", file]) == 0
    assert main(render) == 0
    as_taken = parts(out / f"privacy.ja.{kind}")
    own = tmp_path / "p" / file
    changed = {name: data.replace(old, new) if name == part else data for name, data in parts(own).items()}
    assert changed != parts(own)
    with ZipFile(own, "w") as archive:
        for name, data in changed.items():
            archive.writestr(name, data)
    assert main(render) == 0
    assert new in parts(out / f"privacy.ja.{kind}")[part]
    if kind == "docx":
        assert b"NUMPAGES" in b"".join(as_taken.values())
        assert b"w:pgSz" in as_taken["word/document.xml"]
        assert as_taken["word/styles.xml"].count(b"w:insideH") == before["word/styles.xml"].count(b"w:insideH") == 1


def parts(file: Path) -> dict[str, bytes]:
    """The parts of a zip file."""
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_link_does_not_lead_the_copy_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "p/policy").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "p/renderers").symlink_to(tmp_path / "elsewhere")
    assert main(["-C", str(tmp_path / "p"), "eject", "renderers/pdf/style.typ"]) == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []
