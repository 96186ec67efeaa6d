"""One pandoc process for all outputs: same bytes anywhere, real Word files, clear errors."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from made_up_policy import document
from msgspec.structs import replace

from hoshin.document.nodes import Cell, Deleted, Document, Inserted, Paragraph, Section, Table, Text
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc import run
from hoshin.renderers.pandoc.render import docx, epub, job, markdown, odt, text
from hoshin.renderers.pandoc.run import PandocJob, convert, pandoc_path

NAMES = ("md", "txt", "docx", "odt", "epub")
DAY = datetime(2026, 7, 1, tzinfo=UTC)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()}


def redline() -> Document:
    runs = (Text("Kept "), Deleted((Text("10"),)), Inserted((Text("5"),)), Text(" years."))
    return replace(document(), kind="redline", sections=(Section("s1", (), (Paragraph(runs),)),))


def test_nothing_to_do_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.subprocess, "run", None)
    assert convert(()) == []


def test_a_batch_gives_what_single_calls_give() -> None:
    look = Look()
    batch = convert([job(document(), look, name) for name in NAMES])
    single = [writer(document(), look) for writer in (markdown, text, docx, odt, epub)]
    assert batch == single


def test_the_same_bytes_under_another_time_zone_home_path_and_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = [job(document(), Look(timestamp=DAY), name) for name in NAMES]
    before = convert(jobs)
    data = tmp_path / ".local" / "share" / "pandoc" / "templates"
    data.mkdir(parents=True)
    (data / "default.plain").write_text("HOSTILE", encoding="utf-8")
    (data / "default.gfm").write_text("HOSTILE", encoding="utf-8")
    bad = tmp_path / "pandoc"
    bad.write_text("#!/bin/sh\nexit 9\n", encoding="utf-8")
    bad.chmod(0o755)
    for name, value in (
        ("HOME", tmp_path),
        ("PATH", tmp_path),
        ("TZ", "Pacific/Auckland"),
        ("LC_ALL", "C"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("TMPDIR", tmp_path),
    ):
        monkeypatch.setenv(name, str(value))
    monkeypatch.chdir(tmp_path)
    assert convert(jobs) == before


def test_the_order_of_jobs_is_kept_and_each_has_its_own_time() -> None:
    jobs = [job(document(), Look(timestamp=DAY + timedelta(days=days)), "docx") for days in range(3)]
    found = [re.findall(r"<dcterms:created[^>]*>([^<]*)", parts(data)["docProps/core.xml"]) for data in convert(jobs)]
    assert found == [["2026-07-01T00:00:00Z"], ["2026-07-02T00:00:00Z"], ["2026-07-03T00:00:00Z"]]


def test_jobs_of_one_time_share_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    start = subprocess.run

    def counted(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        calls.append(command)
        return start(command, **options)  # type: ignore[call-overload] # passed on as they came

    monkeypatch.setattr(run.subprocess, "run", counted)
    times = (None, DAY, None, DAY)
    jobs = [job(document(), Look(timestamp=time), "docx") for time in times]
    made = convert(jobs)
    assert len(calls) == 2
    assert made[0] == made[2] != made[1] == made[3]


def test_a_document_without_a_date_carries_none() -> None:
    word = parts(docx(redline(), Look()))
    assert "dcterms:created" not in word["docProps/core.xml"]
    assert "w:date" not in word["word/document.xml"]
    assert "date" not in re.sub(r"xmlns[^>]*", "", parts(odt(document(), Look()))["meta.xml"])
    assert "<dc:date" not in parts(epub(document(), Look()))["EPUB/content.opf"]
    for data in (docx(document(), Look()), odt(document(), Look()), epub(document(), Look())):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_a_dated_document_carries_its_date() -> None:
    look = Look(timestamp=DAY)
    assert "<dc:date>2026-07-01" in parts(odt(document(), look))["meta.xml"]
    assert '<dc:date id="epub-date">2026-07-01' in parts(epub(document(), look))["EPUB/content.opf"]


PAGES = ("nav", "text/ch001", "text/title_page")
XML = (".xml", ".rels", ".xhtml", ".opf", ".ncx")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("writer", [docx, odt, epub])
def test_every_part_of_a_file_is_xml_and_has_an_end(writer: Callable[[Document, Look], bytes], lang: str) -> None:
    found = {name: part for name, part in parts(writer(document(lang=lang), Look())).items() if name.endswith(XML)}
    assert len(found) >= 4
    for name, part in found.items():
        ET.fromstring(part.encode())  # noqa: S314 - made by our own pandoc a moment ago
        assert part.startswith("<?xml"), name


def test_an_epub_says_its_language_and_title_on_every_page() -> None:
    book = parts(epub(document(lang="ja"), Look()))
    assert {name for name in book if name.endswith(".xhtml")} == {f"EPUB/{name}.xhtml" for name in PAGES}
    for name in PAGES:
        page = book[f"EPUB/{name}.xhtml"]
        assert 'lang="ja" xml:lang="ja"' in page
        assert "<title>Privacy Policy of Aoba</title>" in page
        assert "stylesheet1.css" in page


def test_a_book_has_the_sheet_of_its_tables_and_lines() -> None:
    sheet = parts(epub(document(lang="ja"), Look()))["EPUB/styles/stylesheet1.css"]
    assert "line-break: strict" in sheet
    assert sheet.count("text-align: start") == 2


def test_a_title_with_signs_of_markup_is_text_on_each_page() -> None:
    hostile = replace(document(), title=(Text("R&D <b>policy</b> $x$"),))
    for writer in (docx, odt, epub):
        for name, part in parts(writer(hostile, Look())).items():
            if name.endswith(XML):
                ET.fromstring(part.encode())  # noqa: S314 - made by our own pandoc a moment ago
    page = parts(epub(hostile, Look()))["EPUB/text/ch001.xhtml"]
    assert "<title>R&amp;D &lt;b&gt;policy&lt;/b&gt; $x$</title>" in page


@pytest.mark.parametrize(("name", "reader"), [("docx", "docx"), ("odt", "odt"), ("epub", "epub")])
def test_a_file_can_be_read_back(name: str, reader: str, tmp_path: Path) -> None:
    file = tmp_path / f"policy.{name}"
    file.write_bytes(convert([job(document(), Look(), name)])[0])
    command = [pandoc_path(), "-s", "-f", reader, "-t", "plain", file]
    assert "Privacy Policy of Aoba" in subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("writer", [odt, epub])
def test_the_kind_of_file_stands_first_and_plain(writer: Callable[[Document, Look], bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(writer(document(), Look()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.testzip() is None


def test_properties_of_a_word_file_and_no_author_on_the_page() -> None:
    word = parts(docx(document(lang="ja"), Look(timestamp=DAY)))
    core = word["docProps/core.xml"]
    assert "<dc:title>Privacy Policy of Aoba</dc:title>" in core
    assert "<dc:creator>Aoba Books Ltd.</dc:creator>" in core
    assert "<dc:language>ja</dc:language>" in core
    assert 'w:val="Author"' not in word["word/document.xml"]
    assert 'w:val="Date"' not in word["word/document.xml"]


def test_revisions_are_words_own_signed_dated_and_numbered() -> None:
    body = parts(docx(redline(), Look(timestamp=DAY, author="Legal")))["word/document.xml"]
    assert re.findall(r"<w:(ins|del) ([^>]*)>", body) == [
        ("del", 'w:id="1" w:author="Legal" w:date="2026-07-01T00:00:00Z"'),
        ("ins", 'w:id="2" w:author="Legal" w:date="2026-07-01T00:00:00Z"'),
    ]


@pytest.mark.parametrize(("how", "expected"), [("accept", "Kept 5 years."), ("reject", "Kept 10 years.")])
def test_accepting_and_rejecting_all_revisions_gives_new_and_old(tmp_path: Path, how: str, expected: str) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(docx(redline(), Look()))
    command = [pandoc_path(), "-f", "docx", "-t", "plain", f"--track-changes={how}", "--wrap=none", file]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == expected


def test_marks_as_text_hang_before_their_items() -> None:
    word = parts(docx(document(lang="ja"), Look()))
    style = re.search(r'<w:style [^>]*w:styleId="MarkedItem1">.*?</w:style>', word["word/styles.xml"], re.DOTALL)
    assert style is not None
    assert '<w:ind w:left="800" w:hanging="800" />' in style[0]
    assert '<w:t xml:space="preserve">（1）</w:t></w:r>' in word["word/document.xml"]
    assert "<w:tab />" in word["word/document.xml"]
    assert 'w:abstractNumId="7101"' in word["word/numbering.xml"]


def test_a_project_can_bring_its_own_reference_document(tmp_path: Path) -> None:
    folder = tmp_path / "renderers" / "docx"
    folder.mkdir(parents=True)
    command = [pandoc_path(), "--print-default-data-file=reference.docx"]
    default = subprocess.run(command, capture_output=True, check=True).stdout
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(default)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:val="24"', b'w:val="21"'))
    (folder / "reference.docx").write_bytes(changed.getvalue())
    made = parts(docx(document(), Look(Overlay(tmp_path))))
    assert '<w:sz w:val="21" />' in made["word/styles.xml"]
    assert "w:insideH" not in made["word/styles.xml"]
    assert "word/footer-page.xml" not in made
    assert 'w:eastAsia="ja-JP"' in made["word/styles.xml"]


def test_a_word_page_is_a4_and_numbered_and_rows_are_ruled() -> None:
    word = parts(docx(document(), Look()))
    assert '<w:pgSz w:w="11906" w:h="16838" />' in word["word/document.xml"]
    assert re.findall(r"<w:footerReference[^>]* r:id=\"(\w+)\"", word["word/document.xml"]) == ["rIdPage"]
    assert 'Id="rIdPage" Target="footer-page.xml"' in word["word/_rels/document.xml.rels"]
    assert re.findall(r"instrText[^>]*> (\w+) <", word["word/footer-page.xml"]) == ["PAGE", "NUMPAGES"]
    assert 'PartName="/word/footer-page.xml"' in word["[Content_Types].xml"]
    assert re.findall(r"<w:insideH [^>]*w:sz=\"4\"", word["word/styles.xml"])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_east_asian_characters_of_a_word_file_are_japanese(lang: str) -> None:
    word = parts(docx(document(lang=lang), Look()))
    assert set(re.findall(r'w:eastAsia="([^"]*)"', word["word/styles.xml"])) == {"ja-JP"}
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP" />' in word["word/settings.xml"]


def test_an_opendocument_text_has_japanese_fonts_marks_and_bullets() -> None:
    made = parts(odt(document(lang="ja"), Look()))
    styles, body = made["styles.xml"], made["content.xml"]
    assert {"游明朝", "游ゴシック"} <= set(re.findall(r'style:font-name-asian="([^"]*)"', styles))
    assert set(re.findall(r'style:language-asian="([^"]*)"', styles)) == {"ja"}
    names = set(re.findall(r'text:style-name="(Marked[^"]*)"', body))
    assert "Marked_20_Item_20_1" in names
    assert names <= set(re.findall(r'style:name="(Marked[^"]*)"', styles))


def test_rows_of_an_opendocument_table_are_ruled() -> None:
    cell = Cell((Paragraph((Text("a"),)),))
    tabled = replace(document(), sections=(Section("s1", (), (Table((), (cell,), ((cell,),)),)),))
    assert parts(odt(tabled, Look()))["content.xml"].count('fo:border-bottom="0.5pt solid #a6a6a6"') == 2


def test_a_project_can_bring_its_own_opendocument_look(tmp_path: Path) -> None:
    folder = tmp_path / "renderers" / "odt"
    folder.mkdir(parents=True)
    command = [pandoc_path(), "--print-default-data-file=reference.odt"]
    default = subprocess.run(command, capture_output=True, check=True).stdout
    (folder / "reference.odt").write_bytes(default)
    made = parts(odt(document(lang="ja"), Look(Overlay(tmp_path))))
    assert "游明朝" not in made["styles.xml"]
    assert 'style:name="Marked_20_Item_20_1"' in made["styles.xml"]
    assert "#a6a6a6" not in made["content.xml"]


def test_a_tree_that_pandoc_refuses_is_an_error_with_its_reason() -> None:
    with pytest.raises(HoshinError) as caught:
        convert([PandocJob('{"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [{"t": "Nothing"}]}', "gfm")])
    assert caught.value.message == "pandoc-failed"
    assert "Nothing" in str(caught.value.args_["reason"])
    assert "/tmp" not in str(caught.value.args_["reason"])  # noqa: S108 - what must not be shown


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_SECONDS", 0.0)
    monkeypatch.setattr(run, "_SECONDS_PER_JOB", 0.0)
    with pytest.raises(HoshinError) as caught:
        convert([job(document(), Look(), "md")])
    assert caught.value.message == "pandoc-timeout"


def test_without_the_package_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "find_spec", lambda _: None)
    with pytest.raises(HoshinError) as caught:
        pandoc_path.__wrapped__()
    assert caught.value.message == "no-pandoc"


def test_a_program_that_cannot_start_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "pandoc_path", lambda: tmp_path / "gone")
    with pytest.raises(HoshinError) as caught:
        convert([job(document(), Look(), "md")])
    assert (caught.value.message, caught.value.args_["reason"]) == ("pandoc-failed", "FileNotFoundError")


def test_no_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    convert([job(document(), Look(), "md")])
    assert list(tmp_path.iterdir()) == []
