"""`hoshin render --gate publish`: what goes out when a language is not ready, in every format, or nothing at all."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from archive_sample import put_release
from overlay_world import APPROVALS, FILE, World

from hoshin.cli.main import main
from hoshin.policy.yaml_events import parse

LOCALE = "translations/ja/locale.yaml"
GOVERNING = "governing: {language: en, others: reference}\n"
PREPARED = "本ポリシーの日本語版は準備中です。英語版を掲載しています。"
HELD = "この訳文は、バージョン1.0.0（2026年7月1日）に基づいています。最新の内容は、原文（英語）をご覧ください。"
ASK = "You may ask us for a copy of your data."
FORMATS = ("html", "pdf", "docx", "odt", "epub", "md", "txt", "json")
SECTION = """\
sections:
  - id: all
    title: Your rights
    blocks:
      - {kind: list, id: all-rights, of: rights}
"""
TITLE = """\
  section/all/title:
    en: |-
      Your rights
    ja: |-
      お客様の権利
"""
Call = Callable[..., int]


def printed() -> World:
    """The small project with a section, so that its texts stand on the page."""
    files = World().files
    return World({**files, "policy/x/p.yaml": files["policy/x/p.yaml"] + SECTION, FILE: files[FILE] + TITLE})


def dated(world: World, version: str = "1.1.0", day: str = "2026-08-01") -> World:
    """With a version and a day of effect."""
    with_version = world.edit("  locales", f'  version: "{version}"\n  locales')
    text = with_version.files["policy/x/p.yaml"] + f"dates:\n  - {{id: effective, value: {day}}}\n"
    return World({**with_version.files, "policy/x/p.yaml": text})


def write(root: Path, world: World, policy: str = "") -> Path:
    """The project, with what its Japanese locale.yaml says of a language that is not ready."""
    said = f"on_incomplete: {policy}\n" if policy else ""
    for name, text in {LOCALE: said + GOVERNING, **world.files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def release(root: Path, world: World, name: str = "1.0.0", day: str = "2026-07-01", *, proved: bool = True) -> None:
    """The world as an archive has it, with who approved which pair."""
    units = {"ja": parse(world.files[FILE].encode(), FILE).value}
    approvals = parse(world.files[APPROVALS].encode(), APPROVALS).value if APPROVALS in world.files else {}
    assert isinstance(approvals, dict)
    policy = parse(world.files["policy/x/p.yaml"].encode(), "p.yaml").value
    assert isinstance(policy, dict)
    folder = put_release(root, name, policy, effective=day, translations=units, document="x")
    if proved:
        file = folder / "policy.json"
        data = json.loads(file.read_bytes())
        file.write_text(json.dumps({**data, "approvals": {"ja": approvals["x"]}}, default=str), encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def call(tmp_path: Path, out: Path) -> Call:
    def run(*words: str, gate: str = "publish", messages: str = "en") -> int:
        asked = ["-C", str(tmp_path / "p"), "--messages", messages, "render", "--out", str(out), *words]
        return main([*asked, "--gate", gate] if gate else asked)

    return run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "p"


def files(out: Path) -> list[str]:
    return sorted(file.name for file in out.iterdir()) if out.is_dir() else []


def page(out: Path, lang: str) -> str:
    return (out / f"x.{lang}.html").read_text(encoding="utf-8")


def alternates(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html)


def body(html: str) -> str:
    return html[html.index("<section") :]


def test_block_writes_no_language_and_names_what_is_missing(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, printed().edit(ASK, "You must ask us for a copy of your data."))
    for langs in ((), ("--lang", "en"), ("--lang", "ja")):
        assert call(*langs) == 1
        told = capsys.readouterr().out
        assert told.startswith("Nothing is written. Not ready to be published: ja (on_incomplete: block).\n\n")
        assert sorted(set(re.findall(r"\b(?:tr|ja)-[a-z]+\b", told))) == ["tr-draft", "tr-stale"]
        assert files(out) == []
    assert call(messages="ja") == 1
    assert capsys.readouterr().out.startswith(
        "何も出力していません。公開できる状態にない言語：ja（on_incomplete: block）。\n\n"
    )


def test_a_preview_shows_the_same_draft_and_fails_nothing(root: Path, out: Path, call: Call) -> None:
    write(root, printed())
    assert call(gate="") == call(gate="preview") == 0
    assert files(out) == ["x.en.html", "x.ja.html"]
    assert "暫定版" in page(out, "ja")


def test_a_translation_that_counsel_approved_goes_out_as_it_is(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, dated(printed().approved()))
    assert call() == 0
    assert capsys.readouterr().out == f"{out}/x.en.html\n{out}/x.ja.html\n"
    assert "暫定版" not in page(out, "ja")
    assert PREPARED not in page(out, "ja")
    days = [re.findall(r'<time datetime="([^"]*)">', page(out, lang))[0] for lang in ("en", "ja")]
    assert days == ["2026-08-01", "2026-08-01"]


def test_a_project_that_asks_for_less_publishes_a_draft_which_says_so(root: Path, out: Path, call: Call) -> None:
    write(root, World({**printed().files, LOCALE: "require: draft\n" + GOVERNING}))
    assert call() == 0
    assert "暫定版" in page(out, "ja")


def test_source_puts_the_whole_source_text_at_the_address(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, dated(printed()), "source")
    assert call() == 0
    assert capsys.readouterr().out == (
        f"{out}/x.en.html\n{out}/x.ja.html\n\n"
        "ja is not ready (texts that stand against it: 5). "
        "Its address shows the en text with a notice (on_incomplete: source).\n"
        "hoshin check --gate publish names what is missing.\n"
    )
    english, shown = page(out, "en"), page(out, "ja")
    assert body(shown) == body(english)
    assert '<html lang="en">' in shown
    assert f'<p class="kicker"><span lang="ja">言語</span></p>\n<p><span lang="ja">{PREPARED}</span></p>' in shown
    assert "お客様" not in shown
    assert re.findall(r'<link rel="canonical" href="([^"]*)">', shown) == ["x.en.html"]
    assert alternates(english) == alternates(shown) == []
    switch = re.findall(r'<a href="(x\.[^"]*)" lang="(..)"( hreflang="..")?( aria-current="page")?>', english)
    assert switch == [
        ("x.en.html", "en", ' hreflang="en"', ' aria-current="page"'),
        ("x.ja.html", "ja", ' hreflang="en"', ""),
    ]


def test_source_of_a_translation_that_is_half_missing_never_mixes(root: Path, out: Path, call: Call) -> None:
    write(root, printed().edit("ja: |-\n      プライバシーポリシー", 'ja: ""', FILE), "source")
    assert call() == 0
    assert body(page(out, "ja")) == body(page(out, "en"))


def test_source_in_every_format(root: Path, out: Path, call: Call) -> None:
    write(root, printed(), "source")
    assert call("--to", ",".join(FORMATS)) == 0
    assert files(out) == sorted(f"x.{lang}.{name}" for lang in ("en", "ja") for name in FORMATS)
    for name in ("md", "txt"):
        text = (out / f"x.ja.{name}").read_text(encoding="utf-8")
        own = (out / f"x.en.{name}").read_text(encoding="utf-8")
        assert PREPARED in re.sub(r"\s", "", text)
        assert ASK in text
        assert ASK in own
        assert PREPARED not in re.sub(r"\s", "", own)
    data = json.loads((out / "x.ja.json").read_bytes())
    assert (data["lang"], data["meta"]["in_place_of"], data["meta"]["languages"]) == ("en", "ja", ["en"])
    assert "in_place_of" not in json.loads((out / "x.en.json").read_bytes())["meta"]
    assert b"/Lang(en" in (out / "x.ja.pdf").read_bytes()
    docx = zipfile.ZipFile(BytesIO((out / "x.ja.docx").read_bytes()))
    assert PREPARED in re.sub(r"<[^>]*>", "", docx.read("word/document.xml").decode())
    books = [zipfile.ZipFile(out / f"x.{lang}.epub") for lang in ("en", "ja")]
    ids = [re.findall(r"<dc:identifier[^>]*>([^<]*)<", book.read("EPUB/content.opf").decode()) for book in books]
    assert ids == [["x.en"], ["x.ja"]]
    assert "<dc:language>en</dc:language>" in books[1].read("EPUB/content.opf").decode()


def test_hold_keeps_the_last_approved_translation_with_its_date(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    former = dated(printed(), "1.0.0", "2026-07-01").approved()
    write(root, dated(printed().edit(ASK, "You may ask us for two copies of your data.")), "hold")
    release(root, former)
    assert call() == 0
    assert capsys.readouterr().out == (
        f"{out}/x.en.html\n{out}/x.ja.html\n\n"
        "ja is not ready (texts that stand against it: 5). "
        "Its page keeps the text of version 1.0.0 with a notice (on_incomplete: hold).\n"
        "hoshin check --gate publish names what is missing.\n"
    )
    english, japanese = page(out, "en"), page(out, "ja")
    assert "two copies" in english
    assert "データの写しを請求" in japanese
    assert "two copies" not in japanese
    assert "暫定版" not in japanese
    assert HELD in re.sub(r"<[^>]*>", "", japanese)
    assert '<a href="x.en.html">英語</a>' in japanese
    assert '<html lang="ja">' in japanese
    assert re.findall(r'<time datetime="([^"]*)">', japanese)[0] == "2026-07-01"
    both = [("en", "x.en.html"), ("ja", "x.ja.html"), ("x-default", "x.en.html")]
    assert alternates(english) == alternates(japanese) == both


def test_hold_takes_the_newest_that_is_approved_and_never_a_later_one(root: Path, out: Path, call: Call) -> None:
    write(root, dated(printed().edit(ASK, "You may ask for it."), "1.2.0"), "hold")
    release(root, dated(printed(), "1.0.0", "2026-07-01").approved())
    release(root, dated(printed().edit("写しを", "複製を", FILE), "1.1.0").approved(), "1.1.0", "2026-07-15")
    release(root, dated(printed(), "1.1.1").approved(), "1.1.1", "2026-07-20", proved=False)
    release(root, dated(printed().edit("写しを", "別の写しを", FILE), "2.0.0").approved(), "2.0.0", "2026-12-01")
    assert call() == 0
    assert "データの複製を請求" in page(out, "ja")
    assert "バージョン1.1.0（2026年7月15日）" in re.sub("<[^>]*>", "", page(out, "ja"))


def test_hold_with_nothing_to_hold_shows_the_source(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, printed(), "hold")
    release(root, printed().approved(role="reviewer"))
    assert call() == 0
    assert PREPARED in page(out, "ja")
    assert "(on_incomplete: hold, and no version has an approved translation)" in capsys.readouterr().out


def test_two_languages_that_both_govern_stop_everything(
    root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = {"translations/en/locale.yaml": GOVERNING, LOCALE: "governing: {language: ja, others: reference}\n"}
    write(root, World({**printed().approved().files, **twice}))
    assert call() == 1
    assert "tr-governing" in capsys.readouterr().out
    assert files(out) == []


def test_a_pseudo_locale_is_never_published(root: Path, call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, printed().approved())
    assert call("--lang", "qps") == 2
    assert "qps" in capsys.readouterr().err


def test_check_judges_as_for_publishing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, printed())
    asked = ["-C", str(root), "--messages", "en", "check", "--format", "json"]

    def told(*words: str) -> list[tuple[str, str]]:
        main([*asked, *words])
        found = json.loads(capsys.readouterr().out)["findings"]
        return [(item["rule"], item["severity"]) for item in found if item["rule"] in {"tr-draft", "REL105"}]

    assert told() == told("--gate", "pull-request") == [("tr-draft", "info")]
    assert told("--gate", "publish") == [("REL105", "error"), ("tr-draft", "error")]


def test_a_fault_that_people_accept_for_a_time_does_not_break_the_text(root: Path, out: Path, call: Call) -> None:
    world = printed().edit("データの写しを", "データの写し（ｶﾅ）を", FILE)
    write(root, World({**world.files, LOCALE: "require: draft\n" + GOVERNING}))
    assert call() == 1
    rules = root / "schema/rules.yaml"
    rules.parent.mkdir()
    waiver = (
        "waivers:\n  - {rule: ja-chars, at: right/access/text, reason: A name., approved_by: A. Lawyer, until: %s}\n"
    )
    rules.write_text(waiver % "2020-01-01", encoding="utf-8")
    assert call() == 1
    rules.write_text(waiver % "2999-12-31", encoding="utf-8")
    assert call() == 0
    asked = ["-C", str(root), "translate", "approve", "right/access/text", "--by", "A. Lawyer", "--role", "counsel"]
    assert main(asked) == 0
    rules.write_text("severities:\n  ja-chars: {to: warning}\n", encoding="utf-8")
    assert call() == 1
    lowered = "severities:\n  ja-chars: {to: warning, reason: Names., approved_by: A. Lawyer}\n"
    rules.write_text(lowered, encoding="utf-8")
    assert call() == 0
    rules.write_text(lowered + "  tr-draft: {to: error}\n", encoding="utf-8")
    assert call() == 1


def test_a_text_that_is_left_out_on_purpose_is_not_printed(root: Path, out: Path, call: Call) -> None:
    given = "    ja: |-\n      お客様は、データの写しを請求することができます。"
    world = printed().edit(given, "    omit: {reason: Not in Japan.}", FILE).approved()
    write(root, world)
    assert call("--to", "txt") == 0
    japanese = (out / "x.ja.txt").read_text(encoding="utf-8")
    assert "copy of your data" not in japanese
    assert "英語で表示" not in japanese
    assert "取扱いの制限を請求" in japanese
    assert ASK in (out / "x.en.txt").read_text(encoding="utf-8")


def test_a_heading_cannot_be_left_out(root: Path, out: Path, call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    title = "    ja: |-\n      お客様の権利"
    write(root, printed().edit(title, "    omit: {reason: None.}", FILE).approved())
    assert call() == 1
    assert "tr-omit" in capsys.readouterr().out
    assert files(out) == []


def test_a_preview_shows_the_present_source_where_the_translation_is_overtaken(
    root: Path, out: Path, call: Call
) -> None:
    now = "You must ask us for a copy of your data."
    write(root, printed().approved().edit(ASK, now))
    assert call(gate="preview") == 0
    japanese = page(out, "ja")
    assert f'<span lang="en">{now}</span>' in japanese
    assert "データの写しを請求" not in japanese
    assert "現在の原文の訳文がまだない箇所が1か所あり、英語で表示しています。" in japanese
    write(root, printed().approved().edit(ASK, ASK.replace(".", "!")))
    assert call(gate="preview") == 0
    assert "データの写しを請求" in page(out, "ja")
