"""A whole policy as a tree, in English and Japanese, for the tests of pages."""

from __future__ import annotations

import re
from pathlib import Path

from hoshin.document.nodes import (
    Address,
    Block,
    Card,
    Document,
    Heading,
    Inlines,
    Item,
    Language,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Section,
    Text,
    Unit,
    Value,
)

LABELS = {
    "en": {
        "contents": "Contents",
        "deleted": "Deleted:",
        "deleted-end": "end of deletion",
        "effective": "In force from",
        "in-full": "In full:",
        "inserted": "Inserted:",
        "inserted-end": "end of insertion",
        "languages": "Language",
        "notice-draft": "Draft",
        "notice-info": "Note",
        "notice-language": "Language",
        "notice-version": "Version",
        "permalink": "Link to this section:",
        "skip": "Skip to the text",
        "summary-note": "A guide; no part of the policy.",
        "table": "Table",
        "top": "Back to top",
        "version": "Version",
    },
    "ja": {
        "contents": "目次",
        "deleted": "削除：",
        "deleted-end": "削除ここまで",
        "effective": "施行日",
        "in-full": "全文：",
        "inserted": "追加：",
        "inserted-end": "追加ここまで",
        "languages": "言語",
        "notice-draft": "草案",
        "notice-info": "お知らせ",
        "notice-language": "言語について",
        "notice-version": "版",
        "permalink": "この条へのリンク：",
        "skip": "本文へ移動",
        "summary-note": "ポリシーの一部ではありません。",
        "table": "表",
        "top": "ページの先頭へ",
        "version": "版",
    },
}

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures_html"

TITLES = {"en": "Privacy Policy of OpenWork", "ja": "オープンワークのプライバシーポリシー"}

CARDS = {
    "en": (
        ("Who is responsible?", "OpenWork Inc. in Tokyo.", ("contact",)),
        ("What do we collect?", "What you enter into our forms, log data and cookies.", ("collection",)),
        ("What for?", "To run and improve the service, to answer you, for newsletters and advertising.", ("purposes",)),
        (
            "Whom do we share it with?",
            "Suppliers, contractors and advisers, and authorities where a law obliges us. We never sell it.",
            ("sharing",),
        ),
        ("How long do we keep it?", "Usually {10 years}.", ("retention",)),
        (
            "What can you demand?",
            "Access, rectification, erasure, restriction, objection, transfer, and a complaint.",
            ("rights", "contact"),
        ),
    ),
    "ja": (
        ("だれが責任を負いますか", "オープンワーク株式会社（東京都）です。", ("contact",)),
        ("何を収集しますか", "フォームに入力された情報、ログデータおよびクッキーです。", ("collection",)),
        (
            "何のために使いますか",
            "サービスの提供と改善、お問い合わせへの回答、メールマガジン、広告のためです。",
            ("purposes",),
        ),
        (
            "だれと共有しますか",
            "供給業者、請負業者および助言者、法令が義務付ける場合は官公署です。販売することはありません。",
            ("sharing",),
        ),
        ("いつまで保存しますか", "通常{10年}間です。", ("retention",)),
        ("何を請求できますか", "アクセス、訂正、消去、制限、異議、移行、苦情の申立てです。", ("rights", "contact")),
    ),
}

SUMMARY = {"en": "In short", "ja": "要約"}
DRAFT = {
    "en": "This text is a draft. It is not in force and may still change.",
    "ja": "この文書は草案です。効力はなく、内容は今後変わることがあります。",
}
COMPANY = {"en": "OpenWork Inc.", "ja": "オープンワーク株式会社"}


def inlines(words: str) -> Inlines:
    """Text with values in braces and links in angle brackets."""
    nodes: list[Text | Value | Link] = []
    for part in filter(None, re.split(r"(\{[^}]*\}|<[^>]*>)", words)):
        if part.startswith("{"):
            nodes.append(Value("fact", (Text(part[1:-1]),)))
        elif part.startswith("<"):
            nodes.append(Link(part[1:-1], (Text(part[1:-1].removeprefix("mailto:")),)))
        else:
            nodes.append(Text(part))
    return tuple(nodes)


class Reading:
    """The blocks of a section, read line by line from the sample's text: see `policy.en.txt`.

    `1` and `-` begin an item, `--` an item inside it, `1##` and `1p` a sub-heading and a paragraph inside it, `@` is
    an address; any other line is a paragraph.
    """

    def __init__(self, lang: str, name: str) -> None:
        self.lang = lang
        self.name = name
        self.blocks: list[Block] = []
        self.items: list[list[Block]] = []
        self.ordered = True
        self.units = 0

    def unit(self, words: str) -> Inlines:
        self.units += 1
        return (Unit(f"section/{self.name}/{self.units}", inlines(words)),)

    def add(self, line: str) -> None:
        mark, _, rest = line.partition(" ")
        if mark in {"--", "1##", "1p"}:
            self.inside(mark, rest)
        elif mark in {"1", "-"}:
            self.ordered = mark == "1"
            self.items.append([Paragraph(self.unit(rest))])
        else:
            self.close()
            lines = tuple(inlines(entry) for entry in rest.split("|"))
            self.blocks.append(Address(lines) if mark == "@" else Paragraph(self.unit(line)))

    def inside(self, mark: str, rest: str) -> None:
        item = self.items[-1]
        if mark == "--":
            before = item.pop().items if isinstance(item[-1], ListBlock) else ()
            item.append(ListBlock((*before, Item((Paragraph(self.unit(rest)),)))))
        else:
            item.append(Paragraph(self.unit(rest)) if mark == "1p" else Heading(self.unit(rest), level=4))

    def close(self) -> None:
        pattern = {"en": "{}.", "ja": "（{}）"}[self.lang] if self.ordered else ""
        items = tuple(Item(tuple(blocks), pattern.format(n)) for n, blocks in enumerate(self.items, 1))
        if items:
            self.blocks.append(ListBlock(items, ordered=self.ordered))
        self.items.clear()


def section(lang: str, position: int, source: str) -> Section:
    """One section of the sample."""
    first, *lines = source.strip().split("\n")
    name, words = first.split("|")
    reading = Reading(lang, name)
    for line in lines:
        reading.add(line)
    reading.close()
    number, before, after = (f"第{position}条", "（", "）") if lang == "ja" else (f"{position}.", " ", "")
    heading = (Text(before), Unit(f"section/{name}/heading", (Text(words),)), Text(after))
    return Section(name, (Value(f"article/{name}", (Text(number),)), *heading), tuple(reading.blocks), number)


def sample(lang: str) -> Document:
    """The sample policy."""
    sources = (FIXTURES / f"policy.{lang}.txt").read_text("utf-8").strip().removeprefix("# ").split("\n# ")
    cards = tuple(
        Card(f"summary-{number}", question, (Paragraph(inlines(answer)),), full)
        for number, (question, answer, full) in enumerate(CARDS[lang], 1)
    )
    return Document(
        kind="policy",
        lang=lang,
        title=(Unit("title", (Text(TITLES[lang]),)),),
        meta=Meta(
            document="openwork",
            company=COMPANY[lang],
            source_lang="en",
            languages=(Language("en", "English"), Language("ja", "日本語")),
            labels=tuple(sorted(LABELS[lang].items())),
        ),
        sections=tuple(section(lang, position, source) for position, source in enumerate(sources, 1)),
        notices=(Notice("draft", (Paragraph((Text(DRAFT[lang]),)),)),),
        summary=cards,
        summary_title=SUMMARY[lang],
    )
