"""PO and XLIFF out and in, glossary files, the bilingual sheet: read back by other programs, refused when out of date.

The OASIS schema of XLIFF is in no Python package; `tests/external/test_interchange.py` validates against it where
Debian's copy is found. `assert_xliff` checks the order of elements and what the standard says beyond the schema: ids
that agree.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from overlay_world import FILE, IDS, OVERLAY, POLICY, World
from ruamel.yaml import YAML
from translate.storage.po import pofile
from translate.storage.tbx import TBXTerm, tbxfile
from translate.storage.xliff2 import Xliff2File, Xliff2Unit

from hoshin.kernel.errors import HoshinError
from hoshin.publish.opening import Opened, open_document
from hoshin.publish.translating import export, open_translations, write_import
from hoshin.renderers.look import Look
from hoshin.translations.exchange.incoming import Taken

ASK = "You may ask us for a copy of your data."
SPACE = "{urn:oasis:names:tc:xliff:document:2.0}"
COPY = "お客様は、データの写しを請求することができます。"
TEXTS = ("po", "xliff")


def opened(world: World) -> Opened:
    return open_document(world.snapshot, "x")


def exported(world: World, to: str, language: str = "en") -> bytes:
    document = opened(world)
    (made,) = open_translations(document, None)
    return export(document, made, to, Look(), language).data


def imported(world: World, data: bytes) -> Taken:
    document = opened(world)
    (made,) = open_translations(document, None)
    return write_import(document, made, "file", data)


STALE = World().approved().edit(ASK, "You must ask us for a copy of your data.")


@pytest.mark.parametrize("to", TEXTS)
@pytest.mark.parametrize("world", [World(), World().approved(), STALE, World({"policy/x/p.yaml": POLICY})])
def test_what_goes_out_and_comes_back_changes_no_byte(to: str, world: World) -> None:
    taken = imported(world, exported(world, to))
    assert (taken.changed, taken.findings, taken.after) == ((), (), taken.before)
    assert exported(world, to) == exported(world, to)


@pytest.mark.parametrize("to", TEXTS)
def test_one_edit_changes_one_entry(to: str) -> None:
    world = World().approved()
    new = COPY.replace("写し", "複写")
    taken = imported(world, exported(world, to).replace(COPY.encode(), new.encode()))
    assert taken.changed == ("right/access/text",)
    assert taken.after.decode() == OVERLAY.replace(COPY, new)
    after = World({**world.files, FILE: taken.after.decode()})
    assert after.states() == {name: "draft" if "access" in name else "approved" for name in IDS}


def test_a_new_language_comes_in_whole() -> None:
    world = World({"policy/x/p.yaml": POLICY})
    whole = World()
    for to in TEXTS:
        taken = imported(world, exported(whole, to))
        assert (taken.findings, len(taken.changed)) == ((), 4)
        after = World({**world.files, FILE: taken.after.decode()})
        assert after.states() == dict.fromkeys(IDS, "draft")
        assert [after.made.catalog.entries[name].target for name in IDS] == [
            whole.made.catalog.entries[name].target for name in IDS
        ]


FAULTS: list[tuple[str, str, Callable[[str], str], str]] = [
    ("po", "unknown", lambda out: out.replace('"right/access/text"', '"right/acess/text"'), "right/acess/text"),
    ("po", "moved", lambda out: out.replace(f'msgid "{ASK}"', 'msgid "Ask us."'), "right/access/text"),
    ("po", "placeholder", lambda out: out.replace("を{retention:default}を", "を10年を"), "retention/default/text"),
    ("po", "twice", lambda out: out + "\n" + out[out.index('msgctxt "right/access') :], "right/access/text"),
    (
        "xliff",
        "unknown",
        lambda out: out.replace('name="right/access/text"', 'name="right/acess/text"'),
        "right/acess/text",
    ),
    ("xliff", "moved", lambda out: out.replace(ASK, "Ask us."), "right/access/text"),
    ("xliff", "placeholder", lambda out: re.sub(r"データを<ph [^>]*/>", "データを", out), "retention/default/text"),
]


@pytest.mark.parametrize(("to", "variant", "spoil", "unit"), FAULTS)
def test_what_does_not_fit_is_refused_as_a_whole(to: str, variant: str, spoil: Callable[[str], str], unit: str) -> None:
    world = World()
    out = exported(world, to).decode().replace(COPY, COPY.replace("写し", "複写"))
    spoilt = spoil(out)
    assert spoilt != out
    taken = imported(world, spoilt.encode())
    assert (f"tr-import.{variant}", unit) in {(item.message_id, item.path) for item in taken.findings}
    assert (taken.changed, taken.after) == ((), taken.before)
    assert all(item.place and item.place.line > 1 for item in taken.findings)


def test_a_changed_text_that_is_still_marked_is_refused_and_an_unmarked_one_is_taken() -> None:
    new = COPY.replace("することができます", "しなければなりません")
    for to, mark in (("po", "#, fuzzy\n"), ("xliff", ' subState="hoshin:stale"')):
        out = exported(STALE, to).decode()
        assert mark in out
        taken = imported(STALE, out.replace(COPY, new).encode())
        assert [item.message_id for item in taken.findings] == ["tr-import.fuzzy"]
        taken = imported(STALE, out.replace(COPY, new).replace(mark, "").encode())
        assert taken.changed == ("right/access/text",)
        assert World({**STALE.files, FILE: taken.after.decode()}).states()["right/access/text"] == "draft"
        confirmed = imported(STALE, out.replace(mark, "").encode())
        assert confirmed.changed == ("right/access/text",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"hello",
        b"<html/>",
        b"<a>",
        b'msgid "a\n',
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><xliff/>',
        b"<!entity",
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(HoshinError) as caught:
        imported(World(), data)
    assert caught.value.message == "import-unreadable"


def test_the_po_file_is_read_by_translate_toolkit() -> None:
    store = pofile.parsestring(exported(STALE, "po"))
    units = [unit for unit in store.units if not unit.isheader()]
    assert [unit.getcontext() for unit in units] == list(IDS)
    stale = next(unit for unit in units if unit.getcontext() == "right/access/text")
    assert stale.isfuzzy()
    assert [unit.isfuzzy() for unit in units].count(True) == 1
    assert (str(stale.source), str(stale.target)) == ("You must ask us for a copy of your data.", COPY)
    assert "note: 写し, not コピー" in stale.getnotes("developer")


def assert_xliff(data: bytes) -> ET.Element:
    """The rules of XLIFF 2.1 for the elements that are written here."""
    root = ET.fromstring(data)  # noqa: S314 - our own file
    assert root.tag == f"{SPACE}xliff"
    assert set(root.attrib) == {"version", "srcLang", "trgLang"}
    assert root.get("version") == "2.1"
    (file,) = root
    assert file.tag == f"{SPACE}file"
    ids = [unit.get("id", "") for unit in file]
    assert len(set(ids)) == len(ids)
    for unit in file:
        assert re.fullmatch(r"[\w.:-]+", unit.get("id", "")), "an NMTOKEN"
        order = [child.tag.removeprefix(SPACE) for child in unit]
        assert order == [name for name in ("notes", "originalData", "segment") if name in order]
        data_ids = [each.get("id") for each in unit.iter(f"{SPACE}data")]
        assert len(set(data_ids)) == len(data_ids)
        segment = unit.find(f"{SPACE}segment")
        assert segment is not None
        assert segment.get("state") in {"initial", "translated", "reviewed", "final"}
        assert segment.get("subState") is None or re.fullmatch(r"[\w-]+:[\w-]+", segment.get("subState", ""))
        assert [child.tag.removeprefix(SPACE) for child in segment] in (["source"], ["source", "target"])
        for text in segment:
            holders = [child.get("id") for child in text]
            assert len(set(holders)) == len(holders)
            assert all(child.tag == f"{SPACE}ph" and child.get("dataRef") in data_ids for child in text)
    return root


@pytest.mark.parametrize(
    "world", [World(), STALE, World().approved(role="reviewer"), World({"policy/x/p.yaml": POLICY})]
)
def test_the_xliff_file_keeps_the_rules_of_the_standard(world: World) -> None:
    root = assert_xliff(exported(world, "xliff"))
    assert [unit.get("name") for unit in root.iter(f"{SPACE}unit")] == list(IDS)


def as_written(unit: Xliff2Unit, tag: str) -> str:
    """What the tool keeps of a source or target, its placeholders as a policy writes them."""
    found = unit.xmlelement.find(unit.namespaced(tag))
    return (
        ""
        if found is None
        else "".join([found.text or "", *(f"{each.get('equiv')}{each.tail or ''}" for each in found)])
    )


@pytest.mark.parametrize(
    ("world", "state"),
    [
        (World(), "translated"),
        (STALE, "final"),
        (World().approved(), "final"),
        (World().approved(role="reviewer"), "reviewed"),
        (World({"policy/x/p.yaml": POLICY}), "initial"),
    ],
)
def test_the_xliff_file_is_read_by_translate_toolkit(world: World, state: str) -> None:
    store = Xliff2File.parsestring(exported(world, "xliff"))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "ja")
    sources = {unit.id: unit.text for unit in world.made.loaded.units}
    entries = world.made.catalog.entries
    states = {unit.id: unit.state for unit in world.made.units}
    assert [unit.getid() for unit in store.units] == [name.replace("/", ".") for name in IDS]
    assert [unit.getunitelement().get("name") for unit in store.units] == list(IDS)
    for name, unit in zip(IDS, store.units, strict=True):
        stale = states[name] == "stale"
        said = (unit.xmlelement.get("state"), unit.xmlelement.get("subState"))
        assert said == (("translated", "hoshin:stale") if stale else (state, None))
        assert as_written(unit, "source") == sources[name]
        assert as_written(unit, "target") == (entries[name].target if name in entries else "")
        assert unit.istranslated() is (state != "initial")
        assert unit.isapproved() is (said[0] in {"reviewed", "final"})


def test_what_translate_toolkit_writes_comes_back() -> None:
    world = World()
    store = Xliff2File.parsestring(exported(world, "xliff"))
    assert imported(world, bytes(store)).changed == ()
    unit = next(unit for unit in store.units if unit.getid() == "right.access.text")
    new = COPY.replace("写し", "複写")
    unit.target = new
    taken = imported(world, bytes(store))
    assert (taken.changed, taken.findings) == (("right/access/text",), ())
    assert taken.after.decode() == OVERLAY.replace(COPY, new)


def test_states_go_out_and_give_no_approval_when_they_come_back() -> None:
    def states(world: World) -> list[tuple[str | None, str | None]]:
        root = assert_xliff(exported(world, "xliff"))
        return [(each.get("state"), each.get("subState")) for each in root.iter(f"{SPACE}segment")]

    assert states(World()) == [("translated", None)] * 4
    assert states(World().approved()) == [("final", None)] * 4
    assert states(World().approved(role="reviewer")) == [("reviewed", None)] * 4
    assert states(STALE)[2] == ("translated", "hoshin:stale")
    final = exported(World(), "xliff").replace(b'state="translated"', b'state="final"')
    assert imported(World(), final).changed == ()


def test_the_glossary_goes_out_in_three_forms() -> None:
    files = {
        **World().files,
        "translations/ja/glossary.yaml": "terms:\n  - {id: fees, en: [use fee, use fees], ja: 利用料金, "
        "allowed: [料金], forbidden: [使用料], note: a <b> & c}\n",
    }
    world = World(files)
    root = ET.fromstring(exported(world, "tbx"))  # noqa: S314 - our own file
    assert (root.tag, root.get("type")) == ("martif", "TBX-Basic")
    concepts = list(root.iter("termEntry"))
    assert len({each.get("id") for each in concepts}) == len(concepts) == 118
    fees = concepts[-1]
    assert [each.text for each in fees.iter("term")] == ["use fee", "use fees", "利用料金", "料金", "使用料"]
    statuses = [str(each.text).removesuffix("Term-admn-sts") for each in fees.iter("termNote")]
    assert statuses == ["preferred", "preferred", "admitted", "deprecated"]
    assert [each.text for each in fees.iter("note")] == ["a <b> & c"]
    rows = list(csv.DictReader(io.StringIO(exported(world, "csv").decode())))
    assert len(rows) == 118
    assert rows[-1] == {
        "id": "fees", "en": "use fee|use fees", "ja": "利用料金", "allowed": "料金", "forbidden": "使用料",
        "note": "a <b> & c", "source": "", "since": "",
    }  # fmt: skip
    rules = YAML(typ="safe").load(exported(world, "prh"))
    assert rules["rules"][-1] == {"expected": "利用料金", "patterns": ["使用料"]}


def told(terms: list[TBXTerm]) -> list[tuple[str, str, bool]]:
    return [
        (term.text, (term.administrative_status or "").removesuffix("Term-admn-sts"), term.deprecated) for term in terms
    ]


def test_the_glossary_is_read_by_translate_toolkit() -> None:
    document = opened(World())
    (made,) = open_translations(document, None)
    terms = made.words.glossary.terms
    store = tbxfile.parsestring(exported(World(), "tbx"), "en", "ja")
    assert [unit.getid() for unit in store.units] == [term.id for term in terms]
    for unit, term in zip(store.units, terms, strict=True):
        first, *others = term.forms
        assert told(unit.get_source_terms()) == [(first, "preferred", False), *((form, "", False) for form in others)]
        assert told(unit.get_target_terms()) == [
            (term.word, "preferred", False),
            *((word, "admitted", False) for word in term.allowed),
            *((word, "deprecated", True) for word in term.forbidden),
        ]
        assert [note.text for note in unit.get_common_notes()] == ([term.note] if term.note else [])


def test_the_sheet_shows_each_text_with_its_change() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported(STALE, "xlsx")))
    (sheet,) = book.worksheets
    values: list[tuple[Any, ...]] = list(sheet.iter_rows(values_only=True))
    assert values[0] == ("Id", "English", "Japanese", "State", "Notes")
    assert [row[0] for row in values[1:]] == list(IDS)
    assert values[3] == (
        "right/access/text",
        "You maymust ask us for a copy of your data.",
        COPY,
        "source changed (critical)",
        "写し, not コピー",
    )
    assert exported(STALE, "xlsx") == exported(STALE, "xlsx")
    marked = exported(STALE, "html").decode()
    assert re.search(r"<del[^>]*>.*may", marked)
    assert re.search(r"<ins[^>]*>.*must", marked)


def test_ids_and_placeholders_may_break_on_a_narrow_screen_and_read_as_they_are() -> None:
    page = exported(STALE, "html").decode()
    assert "<strong>retention/<wbr>default/<wbr>text</strong>" in page
    assert "We do not keep data longer than {retention:<wbr>default}." in page
    assert {name for name in IDS if name in re.sub(r"<wbr>", "", page)} == set(IDS)
    assert "<wbr>" not in re.sub(r"[a-z0-9][/:]<wbr>(?=[a-z0-9])", "", page)


def test_no_text_becomes_a_formula() -> None:
    world = World().edit("プライバシーポリシー", '=HYPERLINK("https://example.com")', FILE)
    sheet = openpyxl.load_workbook(io.BytesIO(exported(world, "xlsx"))).worksheets[0]
    cell = sheet.cell(2, 3)
    assert (cell.value, cell.data_type, cell.hyperlink) == ('=HYPERLINK("https://example.com")', "s", None)


def test_the_sheet_speaks_the_language_that_is_asked_for() -> None:
    japanese = exported(STALE, "html", "ja").decode()
    assert "原文に変更あり（重要）" in japanese
    assert '<html lang="ja"' in japanese
    assert 'lang="en"' in japanese


def test_a_translator_sees_where_a_text_is_printed_and_what_its_values_are() -> None:
    section = "sections: [{id: time, title: How long, blocks: [{kind: list, id: all, of: retention}]}]\n"
    overlay = OVERLAY + "  section/time/title: {en: How long, ja: 期間}\n"
    world = World({"policy/x/p.yaml": POLICY + section, FILE: overlay})
    notes = [line for line in exported(world, "po").decode().split("\n") if line.startswith(("#. section", "#. {"))]
    assert notes == ["#. section: 1. How long", "#. section: 1. How long", "#. {retention:default} = 10 years / 10年"]
    shown = re.findall(
        r'<ph id="p1-1" dataRef="d1" equiv="([^"]*)" disp="([^"]*)"/>', exported(world, "xliff").decode()
    )
    assert shown == [("{retention:default}", "10 years")] * 2
    taken = imported(world, exported(world, "xliff"))
    assert (taken.changed, taken.findings) == ((), ())
