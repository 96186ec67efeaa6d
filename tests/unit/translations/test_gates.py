"""The table of translations.md section 8, cell by cell; governing language; what happens to a language not ready."""

from __future__ import annotations

import re

import pytest
from overlay_world import FILE, World

from hoshin.document.fallback import held, in_place_of
from hoshin.document.nodes import Document, Foreign, Link, Text, plain
from hoshin.kernel.finding import Severity
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import build, documents, locale_of, text_digest
from hoshin.publish.gate import check_document
from hoshin.publish.opening import open_document
from hoshin.renderers.look import Look
from hoshin.translations.fallback import is_ready, outcome
from hoshin.translations.governing import governing
from hoshin.translations.levels import TABLE, Gate, level
from hoshin.translations.status import judge

GATES: tuple[Gate, ...] = ("check", "preview", "release")
ASK = "You may ask us for a copy of your data."
EN, JA = "translations/en/locale.yaml", "translations/ja/locale.yaml"


def found(world: World, gate: Gate) -> set[tuple[str, str]]:
    """Message and severity of every finding, what is told of unconfirmed texts left out."""
    reported = ((item.message_id, item.severity.value) for item in judge(world.made, gate))
    return {(message, severity) for message, severity in reported if not message.startswith("tr-draft")}


CELLS = [
    ("broken", "ja-style", ("error", "error", "error")),
    ("number", "ja-number.differ", ("error", "error", "error")),
    ("yaml", "DOC120", ("error", "error", "error")),
    ("orphan", "tr-orphan.left", ("warning", "warning", "error")),
    ("missing", "tr-missing.empty", ("warning", "warning", "error")),
    ("critical", "tr-stale.critical", ("warning", "warning", "error")),
    ("substantive", "tr-stale.substantive", ("warning", "warning", "error")),
    ("cosmetic", "tr-stale.cosmetic", ("warning", None, "warning")),
]


EDITS = {
    "broken": ("請求することができます。\n    note", "請求することができる。\n    note", FILE),
    "yaml": ("units:\n", "units:\n  x: [\n", FILE),
    "orphan": ("units:\n", "units:\n  section/gone/text: {en: Nothing here., ja: 何もありません。}\n", FILE),
    "missing": ("ja: |-\n      プライバシーポリシー", 'ja: ""', FILE),
    "critical": (ASK, "You must ask us for a copy of your data."),
    "substantive": (ASK, "You may ask us for copies of your data."),
    "cosmetic": (ASK, ASK.replace(".", "!")),
}


def world_with(what: str) -> World:
    world = World()
    if what == "number":
        four = {"a copy of": "4 copies of", "データの写しを": "データの写しを5部"}
        files = world.files
        for old, new in four.items():
            files = {name: text.replace(old, new) for name, text in files.items()}
        return World(files)
    return world.edit(*EDITS[what])


@pytest.mark.parametrize(("what", "message", "levels"), CELLS, ids=[cell[0] for cell in CELLS])
@pytest.mark.parametrize("gate", GATES)
def test_every_cell_of_the_table(what: str, message: str, levels: tuple[str | None, ...], gate: Gate) -> None:
    expected = levels[GATES.index(gate)]
    told = {severity for name, severity in found(world_with(what), gate) if name.startswith(message)}
    assert told == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("role", "require", "severity"),
    [
        ("", "approved", "error"),
        ("reviewer", "approved", "error"),
        ("counsel", "approved", None),
        ("", "reviewed", "error"),
        ("reviewer", "reviewed", None),
        ("counsel", "reviewed", None),
        ("", "draft", "info"),
        ("reviewer", "draft", None),
    ],
)
def test_a_release_asks_for_the_confirmation_that_the_project_requires(
    role: str, require: str, severity: str | None
) -> None:
    world = World().approved(role=role) if role else World()
    told = [item.severity.value for item in judge(world.made, "release", require)]  # type: ignore[arg-type] # from the table above
    assert told == ([severity] if severity else [])
    assert is_ready(world.made, require) == (severity != "error")  # type: ignore[arg-type] # as above


def test_a_pull_request_and_a_preview_only_mention_drafts() -> None:
    for gate in ("check", "preview"):
        assert [item.severity for item in judge(World().made, gate)] == [Severity.INFO]  # type: ignore[arg-type] # two of the three


def test_no_state_is_milder_at_a_release_than_on_a_pull_request() -> None:
    def rank(what: str, gate: Gate) -> int:
        found = level(what, gate)
        return found.rank if found else 9

    assert all(rank(what, "release") <= rank(what, "check") for what in TABLE)


@pytest.mark.parametrize(
    ("policy", "ready", "had_one", "expected"),
    [
        ("block", True, False, "own"),
        ("hold", True, True, "own"),
        ("source", True, True, "own"),
        ("block", False, True, "block"),
        ("hold", False, True, "hold"),
        ("hold", False, False, "source"),
        ("source", False, True, "source"),
    ],
)
def test_what_the_public_sees(policy: str, ready: bool, had_one: bool, expected: str) -> None:
    assert outcome(policy, ready=ready, held=had_one) == expected  # type: ignore[arg-type] # from the table above


def made(files: dict[str, str], lang: str) -> Document:
    snapshot = Snapshot({name: text.encode() for name, text in files.items()})
    return next(documents(open_document(snapshot, "x"), [lang]))


def notice_text(document: Document, id_: str) -> list[str]:
    return [
        plain(block.children)  # type: ignore[union-attr] # these notices hold paragraphs only
        for notice in document.notices
        if notice.id == id_
        for block in notice.blocks
    ]


def test_a_page_that_shows_another_text_says_so_in_the_language_of_its_reader() -> None:
    files = World().files
    ja = locale_of(World().snapshot, "ja")
    dated = held(made(files, "ja"), ja, "1.2.0", "2026年7月1日")
    assert notice_text(dated, "held") == [
        "この訳文は、バージョン1.2.0（2026年7月1日）に基づいています。最新の内容は、原文（英語）をご覧ください。",
        f"この文章は、英語の原文（{text_digest(open_document(World().snapshot, 'x').loaded)}）を翻訳したものです。",
    ]
    assert [notice.id for notice in dated.notices if notice.kind == "version"] == ["held"]
    (held_notice,) = [notice for notice in dated.notices if notice.id == "held"]
    said, _ = held_notice.blocks
    links = [node for node in said.children if isinstance(node, Link)]  # type: ignore[union-attr] # a paragraph
    assert links == [Link("page:x.en", (Text("英語"),))]
    shown = in_place_of(made(files, "en"), ja)
    assert (shown.lang, shown.sections) == ("en", made(files, "en").sections)
    assert shown.notices[0].title == (Foreign("ja", (Text("言語"),)),)
    (paragraph,) = shown.notices[0].blocks
    told = "本ポリシーの日本語版は準備中です。英語版を掲載しています。"
    assert paragraph.children == (Foreign("ja", (Text(told),)),)  # type: ignore[union-attr] # a paragraph


def heads(page: bytes) -> list[str]:
    return re.findall(r"<link [^>]*>", page.decode())


def test_the_page_of_a_held_translation_leads_to_the_source_and_stays_a_translation() -> None:
    files = World().files
    ja = locale_of(World().snapshot, "ja")
    own = made(files, "ja")
    (output,) = build([held(own, ja, "1.2.0", "2026年7月1日")], ["html"], Look())
    assert output.name == "x.ja.html"
    assert '<a href="x.en.html">英語</a>' in output.data.decode()
    (page,) = build([own], ["html"], Look())
    assert heads(output.data) == heads(page.data)
    (word,) = build([held(own, ja, "1.2.0", "2026年7月1日")], ["txt"], Look())
    assert "原文（英語）" in word.data.decode()


def test_the_source_at_the_address_of_another_language_names_its_own_page_as_the_one_to_be_found() -> None:
    files = World().files
    english = made(files, "en")
    (output,) = build([in_place_of(english, locale_of(World().snapshot, "ja"))], ["html"], Look())
    assert output.name == "x.ja.html"
    page = output.data.decode()
    assert heads(output.data) == ['<link rel="canonical" href="x.en.html">']
    assert '<html lang="en">' in page
    assert '<span lang="ja">本ポリシーの日本語版は準備中です。英語版を掲載しています。</span>' in page
    assert re.findall(r'<a href="([^"]*)"[^>]* aria-current="page"', page) == ["x.ja.html"]
    assert '<a href="x.en.html" lang="en" hreflang="en">' in page
    (own,) = build([english], ["html"], Look())
    assert "canonical" not in own.data.decode()


CLAUSES = [
    (
        "governing: {language: en, others: reference}",
        "The English version of this policy governs. Versions in other languages are for reference only.",
        "本ポリシーは、参考のための訳文です。英語版を正文とします。",
    ),
    (
        "governing: {language: ja, others: reference}",
        "This is a translation for reference only. The Japanese version of this policy governs.",
        "本ポリシーは、日本語版を正文とします。他の言語の版は、参考のための訳文です。",
    ),
    (
        "governing: {equal: [en, ja]}",
        "The English and Japanese versions of this policy are equally authoritative.",
        "本ポリシーは、英語および日本語の各版を等しく正文とします。",
    ),
]


@pytest.mark.parametrize(("declared", "english", "japanese"), CLAUSES)
def test_each_language_prints_the_clause_and_the_json_has_it(declared: str, english: str, japanese: str) -> None:
    files = {**World().files, JA: declared}
    assert notice_text(made(files, "en"), "governing") == [english]
    assert notice_text(made(files, "ja"), "governing") == [japanese]
    assert '"governing":{' in made(files, "en").data
    assert governing_rules(files) == []


def test_an_open_question_prints_nothing_and_warns() -> None:
    files = World().files
    assert notice_text(made(files, "en"), "governing") == notice_text(made(files, "ja"), "governing") == []
    assert "governing" not in made(files, "en").data
    assert governing_rules(files) == [("tr-governing.unset", "warning")]


def governing_rules(files: dict[str, str]) -> list[tuple[str, str]]:
    snapshot = Snapshot({name: text.encode() for name, text in files.items()})
    items = check_document(snapshot, "x")
    return [(item.message_id, item.severity.value) for item in items if item.rule == "tr-governing"]


def test_two_languages_that_both_govern_are_an_error() -> None:
    one, other = (f"governing: {{language: {lang}, others: reference}}" for lang in ("en", "ja"))
    files = {**World().files, EN: one, JA: other}
    assert governing_rules(files) == [("tr-governing.differ", "error")]
    assert governing(Snapshot({name: text.encode() for name, text in files.items()}), ("en", "ja")) is None
    unknown = {**World().files, JA: "governing: {language: fr, others: reference}"}
    assert governing_rules(unknown) == [("tr-governing.unknown", "error")]


def test_a_shape_that_is_none_is_told() -> None:
    snapshot = Snapshot(
        {name: text.encode() for name, text in {**World().files, JA: "governing: {language: en}"}.items()}
    )
    assert [item.message_id for item in check_document(snapshot, "x") if item.rule == "DOC124"] == [
        "DOC124.governing-shape"
    ]


def test_both_languages_take_effect_on_the_same_day_and_the_translation_names_its_source() -> None:
    dates = "dates:\n  - {id: effective, value: 2026-07-01}\n"
    policy = World().files["policy/x/p.yaml"].replace("  locales", '  version: "1.2.0"\n  locales') + dates
    files = {**World().files, "policy/x/p.yaml": policy}
    english, japanese = made(files, "en"), made(files, "ja")
    assert english.meta.effective == japanese.meta.effective == "2026-07-01"
    texts = [plain(block.children) for notice in japanese.notices for block in notice.blocks]  # type: ignore[union-attr] # paragraphs
    assert any("2026年7月1日から適用される英語の原文のバージョン1.2.0（s1:" in text for text in texts)
    loaded = load_document(Snapshot({name: text.encode() for name, text in files.items()}), "x").loaded
    assert loaded is not None


def test_a_change_of_signs_alone_warns_at_a_release_and_leaves_the_approved_text_approved() -> None:
    world = World().approved().edit(*EDITS["cosmetic"])
    told = [(item.message_id, item.severity.value) for item in judge(world.made, "release")]
    assert told == [("tr-stale.cosmetic", "warning")]
    assert is_ready(world.made, "approved")
    assert [notice.kind for notice in made(world.files, "ja").notices] == ["version"]
    by_reviewer = World().approved(role="reviewer").edit(*EDITS["cosmetic"])
    assert not is_ready(by_reviewer.made, "approved")
    assert is_ready(by_reviewer.made, "reviewed")
    assert not is_ready(World().edit(*EDITS["cosmetic"]).made, "reviewed")
    assert not is_ready(World().approved().edit(*EDITS["substantive"]).made, "draft")
