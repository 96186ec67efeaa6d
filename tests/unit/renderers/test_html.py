"""HTML: nothing from outside becomes markup, the policy of the page is strict, a project's look wins."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import get_args

import pytest
from html_nodes import ALLOWED_URLS, HOSTILE, Page, block_kinds, body, document, inline_kinds, line, text
from html_sample import LABELS as WORDS
from html_sample import sample
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Break,
    Cell,
    Deleted,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Inserted,
    Item,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Preformatted,
    Section,
    Strong,
    Table,
    Text,
    Time,
    Unit,
    Value,
    plain,
)
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.renderers.html.markup import Writer
from hoshin.renderers.html.render import FORM_LABELS, LABELS, REDLINE_LABELS, render
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.translations.catalogues import languages, words


@pytest.fixture(scope="module", params=["en", "ja", "hostile", "plain"])
def page(request: pytest.FixtureRequest) -> bytes:
    match request.param:
        case "hostile":
            return render(document(*block_kinds(HOSTILE), words=HOSTILE), Look())
        case "plain":
            return render(document(*block_kinds("words")), Look())
        case lang:
            return render(sample(lang), Look())


def test_the_registry_finds_it() -> None:
    assert renderer("html") is render


def test_the_samples_use_every_kind_of_node() -> None:
    assert {type(node) for node in inline_kinds("x")} == set(get_args(Inline))
    assert {type(node) for node in block_kinds("x")} == set(get_args(Block))


def test_hostile_words_become_text_and_nothing_else() -> None:
    plain = Page(render(document(*block_kinds("words")), Look()))
    hostile = Page(render(document(*block_kinds(HOSTILE), words=HOSTILE), Look()))
    assert [(tag, sorted(attributes)) for tag, attributes in hostile.tags] == [
        (tag, sorted(set(attributes) - ({"class"} if loses_its_class(tag, attributes) else set())))
        for tag, attributes in plain.tags
    ]
    assert hostile.body().count(re.sub(r"\s", "", HOSTILE)) == plain.body().count("words")


def loses_its_class(tag: str, attributes: dict[str, str | None]) -> bool:
    """A long value may break, a short one may not."""
    return tag == "span" and attributes.get("class") == "value"


def test_the_policy_of_the_page_is_strict_and_allows_its_own_style(page: bytes) -> None:
    style = re.findall(r"<style>(.*?)</style>", page.decode(), re.DOTALL)
    assert len(style) == 1
    digest = b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    policies = [meta["content"] for meta in Page(page).named("meta") if "http-equiv" in meta]
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    assert style[0] == style[0].strip()


def test_there_is_no_script_no_style_attribute_no_handler_and_no_foreign_address(page: bytes) -> None:
    seen = Page(page)
    assert {tag for tag, _ in seen.tags} <= {
        *(
            "html",
            "head",
            "meta",
            "title",
            "link",
            "style",
            "body",
            "a",
            "wbr",
            "header",
            "nav",
            "main",
            "article",
            "footer",
        ),
        *("section", "aside", "div", "span", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "time"),
        *("details", "summary", "address", "pre", "code", "table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("em", "strong", "ins", "del", "u", "br"),
    }
    names = {name for _, attributes in seen.tags for name in attributes}
    assert names <= {
        *("lang", "charset", "http-equiv", "content", "name", "rel", "hreflang", "href", "id", "class", "tabindex"),
        *("aria-label", "aria-labelledby", "aria-current", "role", "scope", "datetime"),
        *("data-unit", "data-body", "data-front"),
    }
    own = [href for href in seen.every("href") if "openwork.co.jp" not in href]
    assert [href for href in own if not ALLOWED_URLS.match(href)] == []


def test_references_inside_the_page_resolve_and_ids_are_unique() -> None:
    for lang in ("en", "ja"):
        seen = Page(render(sample(lang), Look()))
        ids = seen.every("id")
        assert len(ids) == len(set(ids))
        assert {href.removeprefix("#") for href in seen.every("href") if href.startswith("#")} <= set(ids)
        assert set(seen.every("aria-labelledby")) <= set(ids)


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The characters of blocks in reading order, marks included."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(children):
                yield plain(children)
            case ListBlock(items):
                for item in items:
                    yield item.mark
                    yield from words_of(item.blocks)
            case Address(lines):
                yield from map(plain, lines)
            case Preformatted(words):
                yield words
            case Table(caption, head, rows):
                yield plain(caption)
                for cell in (*head, *(cell for row in rows for cell in row)):
                    yield from words_of(cell.blocks)
            case Notice():
                pass


@pytest.mark.parametrize("lang", ["en", "ja", "hostile"])
def test_the_body_holds_the_words_of_the_tree_in_order_and_no_others(lang: str) -> None:
    tree = document(*block_kinds(HOSTILE), words=HOSTILE) if lang == "hostile" else sample(lang)
    expected = [part for one in tree.sections for part in (plain(one.heading), *words_of(one.blocks))]
    assert Page(render(tree, Look())).body() == re.sub(r"\s", "", "".join(expected))


def test_a_units_words_are_marked_once() -> None:
    units = Page(render(sample("ja"), Look())).every("data-unit")
    assert len(units) == len(set(units)) == 58


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(sample("ja"), Look()) == render(sample("ja"), Look(overlay=Overlay(None)))


def test_a_missing_word_is_named() -> None:
    few = replace(document().meta, labels=tuple((name, "x") for name in LABELS if name != "skip"))
    with pytest.raises(HoshinError) as caught:
        render(document(meta=few), Look())
    assert (caught.value.message, caught.value.args_) == ("label-missing", {"label": "skip", "lang": "en"})


@pytest.mark.parametrize("lang", languages())
def test_every_word_stands_in_the_catalogue(lang: str) -> None:
    catalogue = words(lang, "document")
    assert [name for name in (*LABELS, *FORM_LABELS, *REDLINE_LABELS) if not isinstance(catalogue.get(name), str)] == []


def test_words_are_used_that_are_named_and_no_others() -> None:
    templates = "".join(file.read_text("utf-8") for file in sorted((SHIPPED / "renderers/html").glob("*.j2")))
    used = set(re.findall(r"label\['([a-z-]+)'\]", templates))
    written = {"deleted", "deleted-end", "inserted", "inserted-end", "remark", "table"}
    notices = {f"notice-{kind}" for kind in ("draft", "language", "version", "info")}
    assert used | written | notices == {*LABELS, *FORM_LABELS, *REDLINE_LABELS}
    assert list(LABELS) == sorted(set(LABELS))


def test_no_template_holds_a_word_of_its_own() -> None:
    for file in sorted((SHIPPED / "renderers/html").glob("*.j2")):
        bare = re.sub(r"\{[{%].*?[%}]\}|<[^>]*>", "", re.sub(r"<[^<>]*\{[^<>]*>", "", file.read_text("utf-8")))
        assert bare.split() == [], file.name


def test_the_head_names_language_description_and_siblings() -> None:
    seen = Page(render(replace(sample("ja"), meta=replace(sample("ja").meta, description="説明")), Look()))
    assert seen.named("html") == [{"lang": "ja"}]
    assert {"name": "description", "content": "説明"} in seen.named("meta")
    assert seen.named("link") == [
        {"rel": "alternate", "hreflang": "en", "href": "openwork.en.html"},
        {"rel": "alternate", "hreflang": "ja", "href": "openwork.ja.html"},
        {"rel": "alternate", "hreflang": "x-default", "href": "openwork.en.html"},
    ]
    current = [link for link in seen.named("a") if "aria-current" in link]
    assert [link["href"] for link in current] == ["openwork.ja.html"]


def test_one_language_has_no_switch_and_bare_facts_print_nothing() -> None:
    meta = Meta(document="openwork", labels=document().meta.labels)
    seen = Page(render(document(meta=meta, summary=(), notices=(), sections=()), Look()))
    for tag in ("nav", "link", "dl", "aside", "section", "time", "h2"):
        assert seen.named(tag) == [], tag


def test_a_date_is_printed_as_the_language_writes_it() -> None:
    meta = document().meta
    meta = replace(meta, effective="2026-11-22", labels=(*meta.labels, ("effective-date", "22 November 2026")))
    assert '<time datetime="2026-11-22">22 November 2026</time>' in render(document(meta=meta), Look()).decode()


def test_a_section_without_a_heading_is_no_landmark() -> None:
    bare = document(sections=(Section("bare", (), (Paragraph(text("words")),)),), summary=())
    page = render(bare, Look()).decode()
    assert '<div class="section" id="bare">\n<p>words</p>\n</div>' in page
    assert "<section" not in page


def test_a_heading_sets_its_number_apart() -> None:
    writer = Writer({}, "en")
    heading = (Value("article/a", text("第1条")), *text("（個人情報）"))
    assert writer.heading(heading, "第1条") == '<span class="num">第1条</span>（個人情報）'
    assert writer.heading(heading, "") == '<span class="value">第1条</span>（個人情報）'
    assert writer.heading(text("Plain"), "1.") == "Plain"
    assert writer.heading((), "1.") == ""


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Text("<&>\"'"), "&lt;&amp;&gt;&#34;&#39;"),
        (Unit("purpose/a/text", text()), '<span data-unit="purpose/a/text">words</span>'),
        (Value("retention/a", text("10 years")), '<span class="value">10 years</span>'),
        (Unit("a", (Value("children/min-age", text("13")), Text("歳に満たない"))),
         '<span data-unit="a"><span class="value">13歳</span>に満たない</span>'),
        (Unit("a", (Value("retention/a", text("10年")), Text("間"))),
         '<span data-unit="a"><span class="value">10年</span>間</span>'),
        (Text("（〒150-6139 東京都）"), '（<span class="value">〒150-6139</span> 東京都）'),
        (Text("〒と150-6139<"), '〒と<span class="value">150-6139</span>&lt;'),
        (Text("Shibuya 2-24-12"), 'Shibuya <span class="value">2-24-12</span>'),
        (Text("10:00–17:00"), '<span class="value">10:00–17:00</span>'),
        (Text("みどり町1丁目2番3号"), 'みどり町<span class="value">1丁目2番3号</span>'),
        (Text("第2条第1項、60日間、約6か月"), ('<span class="value">第2条</span><span class="value">第1項</span>、'
         '<span class="value">60日間</span>、約<span class="value">6か月</span>')),
        (Text("from 1 October 2026, 12 of 2026"), 'from <span class="value">1 October 2026</span>, 12 of 2026'),
        (Text("by e-mail"), 'by <span class="value">e-mail</span>'),
        (Text("GDPR Art. 6(1)(f), Article 12 and Articles"), ('GDPR <span class="value">Art. 6(1)(f)</span>, '
         '<span class="value">Article 12</span> and Articles')),
        (Text("Start. 6 of 7"), "Start. 6 of 7"),
        (Text("第1項第2段落"), '<span class="value">第1項</span><span class="value">第2段落</span>'),
        (Text("200デンマーク・クローネ"), '<span class="value">200デンマーク</span>・クローネ'),
        (Text("a third-party's 1.5 (1-x)"), "a third-party&#39;s 1.5 (1-x)"),
        (Value("party/a", text("x" * 21)), f"<span>{'x' * 21}</span>"),
        (Value("party/a", text("Fleet Ltd.")), "<span>Fleet Ltd.</span>"),
        (Value("party/a", text("株式会社ひなた書店")), "<span>株式会社ひなた書店</span>"),
        (Value("retention/a", text("10年間")), '<span class="value">10年間</span>'),
        (Value("retention/a", text("アカウントの削除から30日間")),
         '<span>アカウントの削除から<span class="value">30日間</span></span>'),
        (Emphasis(text()), "<em>words</em>"),
        (Strong(text()), "<strong>words</strong>"),
        (Link("#contact", text()), '<a href="#contact">words</a>'),
        (Link("#at.chg_1", text("本文で見る")), '<a href="#at.chg_1" class="whole">本文で見る</a>'),
        (Link("mailto:a@example.com", text("a@example.com")),
         '<a href="mailto:a@example.com" class="bare">a@example.com</a>'),
        (Link("https://example.com/a.b/", text("https://example.com/a.b/")),
         '<a href="https://example.com/a.b/" class="bare">https://example.com/a.b/</a>'),
        (Link("https://example.com/", text("example.com")), '<a href="https://example.com/">example.com</a>'),
        (Foreign("en", text()), '<span lang="en">words</span>'),
        (Time("2026-07", text()), '<time datetime="2026-07">words</time>'),
        (Inserted(text()), ('<ins><span class="unseen" data-front> Inserted: </span>words'
         '<span class="unseen" data-front> end of insertion </span></ins>')),
        (Deleted(text()), ('<del><span class="unseen" data-front> Deleted: </span>words'
         '<span class="unseen" data-front> end of deletion </span></del>')),
        (Break(), "<br>"),
    ],
)  # fmt: skip
def test_an_inline_node_prints(node: Inline, expected: str) -> None:
    assert line(node) == expected


@pytest.mark.parametrize("target", ["javascript:alert(1)", "http://example.com", "data:text/html,x", "//x", "", " #a"])
def test_a_link_elsewhere_is_refused(target: str) -> None:
    with pytest.raises(HoshinError) as caught:
        line(Link(target, text()))
    assert (caught.value.message, caught.value.args_) == ("link-unsafe", {"target": target})


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(text()), "<p>words</p>"),
        (Paragraph(text(), id="a"), '<p id="a">words</p>'),
        (Address((text("a"), text("b")), id="c"), '<address id="c">a<br>b</address>'),
        (Address(((Link("mailto:a@b.example", text("a@b.example")),),)),
         '<address><a href="mailto:a@b.example" class="bare">a<wbr>@b<wbr>.example</a></address>'),
        (Paragraph((Link("https://longname.example/contact", text("https://longname.example/contact")),)),
         ('<p><a href="https://longname.example/contact" class="bare">https://longname<wbr>.example<wbr>/contact'
          "</a></p>")),
        (ListBlock((Item((Paragraph(text()),)),)), "<ul>\n<li>words</li>\n</ul>"),
        (ListBlock((Item((Paragraph(text()),), "1.", "i"),), ordered=True, id="l"),
         '<ol id="l" class="marked">\n<li id="i"><span class="mark">1.</span> words</li>\n</ol>'),
        (ListBlock((Item((Paragraph(text()),), "（1）"),), ordered=True),
         '<ol class="marked wide">\n<li><span class="mark">（1）</span> words</li>\n</ol>'),
        (ListBlock((Item((Paragraph(text()),), "（ii）"),), ordered=True),
         '<ol class="marked wide">\n<li><span class="mark">（ii）</span> words</li>\n</ol>'),
        (ListBlock((Item((Paragraph(text()),), "（10）"),), ordered=True),
         '<ol class="marked wider">\n<li><span class="mark">（10）</span> words</li>\n</ol>'),
        (ListBlock((Item((Paragraph(text()), Paragraph(text("more")))),)),
         "<ul>\n<li><p>words</p>\n<p>more</p></li>\n</ul>"),
        (ListBlock((Item((Paragraph(text(), id="p"),)),)), '<ul>\n<li><p id="p">words</p></li>\n</ul>'),
        (ListBlock(()), ""),
        (Notice("draft", (Paragraph(text()),), id="n"),
         ('<aside role="note" class="notice notice-draft" id="n" data-front><p class="kicker">Draft</p>\n'
         "<p>words</p></aside>")),
        (Table(text("Caption"), (Cell(()), Cell((Paragraph(text("H")),), header=True)),
               ((Cell((Paragraph(text("R")),), header=True), Cell((Paragraph(text("D")),))),), id="t"),
         ('<div class="table" role="group" aria-labelledby="_table-1" tabindex="0">\n<table id="t">\n'
         '<caption id="_table-1">Caption</caption>\n<thead>\n<tr><td></td><th scope="col">H</th></tr>\n</thead>\n'
         '<tbody>\n<tr><th scope="row">R</th><td>D</td></tr>\n</tbody>\n</table>\n</div>')),
        (Table((), (), ((Cell(()),),)),
         ('<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n'
         "<tbody>\n<tr><td></td></tr>\n</tbody>\n</table>\n</div>")),
        (Table((), (), ((Cell((Paragraph((Link("https://a-b.example/c.d/", text("https://a-b.example/c.d/")),)),)),),)),
         ('<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n'
         '<tbody>\n<tr><td><a href="https://a-b.example/c.d/" class="bare">https://<span class="value">a-b</span>'
         '<wbr>.example<wbr>/c<wbr>.d/</a>'
         "</td></tr>\n</tbody>\n</table>\n</div>")),
    ],
)  # fmt: skip
def test_a_block_prints(block: Block, expected: str) -> None:
    assert body(block) == expected


def test_the_classes_of_a_marked_list_are_none_of_a_table() -> None:
    """A list with marks like (ii) stood in the margin where only a table of many columns goes."""
    marked = body(ListBlock((Item((Paragraph(text()),), "（ii）"),), ordered=True))
    table = body(Table((), (), (tuple(Cell(()) for _ in range(6)),)))
    names = [set(re.findall(r' class="([^"]*)"', made)[0].split()) for made in (marked, table)]
    assert names == [{"marked", "wide"}, {"table", "broad", "outset"}]


@pytest.mark.parametrize(
    ("levels", "printed"),
    [
        ([3, 4, 3], "343"),
        ([4, 4], "33"),
        ([4, 3, 4], "334"),
        ([5, 9, 2, 9], "3434"),
        ([3, 4, 5, 6, 7, 8], "345666"),
    ],
)
def test_sub_headings_leave_no_gap(levels: list[int], printed: str) -> None:
    blocks = [Heading(text(), level) for level in levels]
    assert "".join(re.findall(r"<h(\d)", body(*blocks))) == printed


def test_a_new_part_starts_its_headings_and_goes_on_counting_tables() -> None:
    writer = Writer(WORDS["en"], "en")
    table = Table(text(), (), ((Cell(()),),))
    first = writer.part((Heading(text(), 3), Heading(text(), 4), table))
    second = writer.part((Heading(text(), 4), table), under=3)
    assert re.findall(r"<h\d|_table-\d", first) == ["<h3", "<h4", "_table-1", "_table-1"]
    assert re.findall(r"<h\d|_table-\d", second) == ["<h4", "_table-2", "_table-2"]


def test_a_table_and_a_list_share_no_class() -> None:
    marks = ["1.", "（1）", "（10）"]
    lists = body(*(ListBlock((Item((Paragraph(text()),), mark),), ordered=True) for mark in marks))
    tables = body(*(Table((), (), ((Cell(()),) * width,)) for width in (2, 4, 6)))
    found = [set(" ".join(re.findall(r'class="([^"]+)"', made)).split()) for made in (lists, tables)]
    assert found == [{"marked", "wide", "wider", "mark"}, {"table", "broad", "outset"}]
