"""HTML: nothing from outside becomes markup, the policy of the page is strict, a project's look wins."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from html_sample import LABELS as WORDS
from html_sample import sample

from hoshin.document.nodes import (
    Address,
    Block,
    Break,
    Card,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    Language,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
    plain,
)
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.renderers.html.markup import Writer, columns
from hoshin.renderers.html.render import LABELS, render
from hoshin.renderers.html.style import SHEETS, page_style
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.translations.catalogues import languages, words

HOSTILE = """</style><script>alert('1')</script>"'` onload=x {{ 7 * 7 }} {% raw %} &amp; <!-- ]]> ../..//"""
ALLOWED_URLS = re.compile(r"#|openwork\.(en|ja)\.html$|https://example\.com/|mailto:|tel:")
VOID = {"br", "meta", "link"}


class Page(HTMLParser):
    """Every start tag with its attributes, every text with the elements it stands in; nesting must be sound."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            marks = tuple(name for name, _ in attrs if name in {"data-body", "data-front"})
            self._open.append((tag, marks))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(mark for _, marks in self._open for mark in marks), data))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def every(self, attribute: str) -> list[str]:
        return [value or "" for _, attributes in self.tags for name, value in attributes.items() if name == attribute]

    def body(self) -> str:
        """The words of the policy's body, white space dropped."""
        words = "".join(text for marks, text in self.texts if "data-body" in marks and "data-front" not in marks)
        return re.sub(r"\s", "", words)


def text(value: str = "words") -> Inlines:
    return (Text(value),)


def inline_kinds(words: str) -> Inlines:
    """One node of every inline kind, `words` wherever a text goes."""
    return (
        Text(words),
        Unit(f"unit/{words}", text(words)),
        Value(words, text(words)),
        Emphasis(text(words)),
        Strong(text(words)),
        Link(f"https://example.com/{words}", text(words)),
        Link(f"#{words}", text(words)),
        Foreign(words, text(words)),
        Inserted(text(words)),
        Deleted(text(words)),
        Break(),
    )


def block_kinds(words: str) -> tuple[Block, ...]:
    """One node of every block kind, every inline kind inside, `words` in every field that holds characters."""
    inlines = inline_kinds(words)
    return (
        Paragraph(inlines, id=f"p{words}"),
        Heading(inlines, 3, id=f"h{words}"),
        ListBlock((Item((Paragraph(inlines),), mark=words, id=f"i{words}"),), ordered=True, id=f"l{words}"),
        ListBlock((Item((Paragraph(inlines), ListBlock((Item((Paragraph(inlines),)),)))),)),
        Address((inlines, text(words)), id=f"a{words}"),
        Table(
            inlines,
            (Cell((Paragraph(inlines),), header=True), Cell((Paragraph(text(words)),), header=True)),
            ((Cell((Paragraph(text(words)),), header=True), Cell((Paragraph(inlines),))),),
            id=f"t{words}",
        ),
        Notice("info", (Paragraph(inlines),), id=f"n{words}"),
    )


def document(*blocks: Block, words: str = "words", **changes: Any) -> Document:
    """A small document in which every field is set."""
    kept = Document(
        kind=f"policy {words}",
        lang="en",
        title=text(words),
        meta=Meta(
            document="openwork",
            company=words,
            description=words,
            version=words,
            effective=words,
            source_lang="ja",
            languages=(Language("en", words), Language("ja", words)),
            labels=tuple((name, WORDS["en"][name]) for name in LABELS),
        ),
        sections=(
            Section(f"one{words}", (Value("article/one", text("1.")), Text(f" {words}")), blocks, "1."),
            Section(f"two{words}", text(words), ()),
        ),
        notices=tuple(Notice(kind, (Paragraph(text(words)),)) for kind in ("draft", "language", "version")),
        summary=(Card(f"card{words}", words, (Paragraph(text(words)),), (f"one{words}", f"two{words}")),),
        summary_title=words,
    )
    return replace(kept, **changes)


def body(*blocks: Block) -> str:
    return str(Writer(WORDS["en"]).part(blocks))


def line(*nodes: Inline) -> str:
    return str(Writer(WORDS["en"]).line(nodes))


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
        *("html", "head", "meta", "title", "link", "style", "body", "a", "header", "nav", "main", "article", "footer"),
        *("section", "aside", "div", "span", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "time"),
        *("details", "summary", "address", "table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("em", "strong", "ins", "del", "br"),
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
    assert [name for name in LABELS if not isinstance(catalogue.get(name), str)] == []


def test_words_are_used_that_are_named_and_no_others() -> None:
    templates = "".join(file.read_text("utf-8") for file in sorted((SHIPPED / "renderers/html").glob("*.j2")))
    used = set(re.findall(r"label\['([a-z-]+)'\]", templates))
    written = {"deleted", "deleted-end", "inserted", "inserted-end", "table"}
    notices = {f"notice-{kind}" for kind in ("draft", "language", "version", "info")}
    assert used | written | notices == set(LABELS)
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
    writer = Writer({})
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
        (Value("party/a", text("x" * 21)), f"<span>{'x' * 21}</span>"),
        (Emphasis(text()), "<em>words</em>"),
        (Strong(text()), "<strong>words</strong>"),
        (Link("#contact", text()), '<a href="#contact">words</a>'),
        (Link("mailto:a@example.com", text("a@example.com")),
         '<a href="mailto:a@example.com" class="bare">a@example.com</a>'),
        (Link("https://example.com/", text("https://example.com/")),
         '<a href="https://example.com/" class="bare">https://example.com/</a>'),
        (Foreign("en", text()), '<span lang="en">words</span>'),
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
        (ListBlock((Item((Paragraph(text()),)),)), "<ul>\n<li>words</li>\n</ul>"),
        (ListBlock((Item((Paragraph(text()),), "1.", "i"),), ordered=True, id="l"),
         '<ol id="l" class="marked">\n<li id="i"><span class="mark">1.</span> words</li>\n</ol>'),
        (ListBlock((Item((Paragraph(text()),), "（1）"),), ordered=True),
         '<ol class="marked wide">\n<li><span class="mark">（1）</span> words</li>\n</ol>'),
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
    ],
)  # fmt: skip
def test_a_block_prints(block: Block, expected: str) -> None:
    assert body(block) == expected


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
    writer = Writer(WORDS["en"])
    table = Table(text(), (), ((Cell(()),),))
    first = writer.part((Heading(text(), 3), Heading(text(), 4), table))
    second = writer.part((Heading(text(), 4), table), under=3)
    assert re.findall(r"<h\d|_table-\d", first) == ["<h3", "<h4", "_table-1", "_table-1"]
    assert re.findall(r"<h\d|_table-\d", second) == ["<h4", "_table-2", "_table-2"]


def test_columns_count_wide_characters_twice() -> None:
    assert (columns(""), columns("10 years"), columns("第11条")) == (0, 8, 6)


# A project's own look


def project(tmp_path: Path, **files: str) -> Look:
    folder = tmp_path / "renderers" / "html"
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_text(content, encoding="utf-8")
    return Look(overlay=Overlay(tmp_path))


def test_a_projects_theme_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    page = render(sample("en"), project(tmp_path, theme__css=":root { --accent: #123456; }"))
    shipped = render(sample("en"), Look())
    assert b"--accent: #123456" in page
    assert b"--accent: #1f4a73" not in page
    assert b"--accent: #1f4a73" in shipped
    assert page_style(Look().overlay).source not in page.decode()


def test_the_theme_has_the_last_word() -> None:
    css = page_style(Overlay()).css
    assert [name.rpartition("/")[2] for name in SHEETS] == ["page.css", "theme.css"]
    assert css.index(".masthead") < css.index("--accent: #1f4a73")
    assert "/*" not in css


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("</style><script>alert(1)</script>", "</"),
        ("@IMPORT 'https://example.com/x.css';", "@IMPORT"),
        ("a { background: url(https://example.com/x.png) }", "url("),
        ("a { content: '<!--' }", "<!--"),
        ("</sty/* x */le>", "</"),
    ],
)
def test_a_theme_that_leaves_its_element_or_asks_for_more_is_refused(tmp_path: Path, sheet: str, found: str) -> None:
    with pytest.raises(HoshinError) as caught:
        render(sample("en"), project(tmp_path, theme__css=sheet))
    assert caught.value.message == "theme-refused"
    assert caught.value.args_ == {"file": "renderers/html/theme.css", "text": found}


def test_a_theme_outside_the_project_or_in_no_encoding_is_refused(tmp_path: Path) -> None:
    inside = project(tmp_path / "project")
    theme = tmp_path / "project/renderers/html/theme.css"
    (tmp_path / "secret.css").write_text("a{}", encoding="utf-8")
    theme.symlink_to(tmp_path / "secret.css")
    with pytest.raises(HoshinError, match="style-unreadable"):
        render(sample("en"), inside)
    theme.unlink()
    theme.write_bytes(b"\xff\xfe")
    with pytest.raises(HoshinError, match="style-unreadable"):
        render(sample("en"), inside)


def test_a_projects_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    look = project(tmp_path, **{"footer.html__j2": "<footer>{{ title }} &middot; {{ meta.company }}</footer>"})
    page = render(document(title=text("<T>")), look).decode()
    assert "<footer>&lt;T&gt; &middot; words</footer>" in page


def test_a_template_that_comes_changes_or_goes_is_noticed(tmp_path: Path) -> None:
    look = project(tmp_path)
    footer = tmp_path / "renderers/html/footer.html.j2"
    shipped = render(sample("en"), look)
    footer.write_text("one\n", encoding="utf-8")
    assert render(sample("en"), look).endswith(b"one\n</body>\n</html>\n")
    footer.write_text("three\n", encoding="utf-8")
    assert render(sample("en"), look).endswith(b"three\n</body>\n</html>\n")
    footer.unlink()
    assert render(sample("en"), look) == shipped


def attacks() -> Iterator[tuple[str, str]]:
    """Templates that reach for Python or are wrong, and the error that the report names."""
    yield "{{ ''.__class__ }}", "SecurityError"
    yield "{{ ''.__class__.__mro__[1].__subclasses__() }}", "SecurityError"
    yield "{{ meta.__init__.__globals__ }}", "SecurityError"
    yield "{{ '{0.__class__}'.format(meta) }}", "SecurityError"
    yield "{{ self.__init__ }}", "SecurityError"
    yield "{{ label.update({'skip': 'x'}) }}", "SecurityError"
    yield "{{ cycler.__init__.__globals__.os }}", "SecurityError"
    yield "{{ range(10 ** 9) }}", "OverflowError"
    yield "{{ 1 / 0 }}", "ZeroDivisionError"
    yield "{{ nothing }}", "UndefinedError"
    yield "{{ meta.nothing }}", "UndefinedError"
    yield "{% if %}", "TemplateSyntaxError"
    yield "{% include '../../../pyproject.toml' %}", "TemplateNotFound"
    yield "{% include 'nowhere.html.j2' %}", "TemplateNotFound"
    yield "{% include 'footer.html.j2' %}", "RecursionError"
    yield "{% include 'page.css' %}", "TemplateNotFound"
    yield "{% import 'os' as os %}", "TemplateNotFound"
    yield "{{ 'x' + 1 }}", "TypeError"


@pytest.mark.parametrize(("template", "error"), list(attacks()))
def test_a_template_stays_in_the_sandbox(tmp_path: Path, template: str, error: str) -> None:
    look = project(tmp_path, **{"footer.html__j2": template})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert caught.value.message == "template-broken"
    assert str(caught.value.args_["reason"]).partition(":")[0] == error


@pytest.mark.parametrize(
    ("template", "line"), [("fine\n{% nonsense %}", 2), ("\n\n{{ nothing }}", 3), ("{{ 'x' + 1 }}", 1)]
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, template: str, line: int) -> None:
    look = project(tmp_path, **{"footer.html__j2": template})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert (caught.value.args_["file"], caught.value.args_["line"]) == ("renderers/html/footer.html.j2", line)


@pytest.mark.parametrize("name", ["page", "footer"])
def test_a_template_outside_the_project_is_refused(tmp_path: Path, name: str) -> None:
    look = project(tmp_path / "project")
    (tmp_path / "secret.j2").write_text("secret", encoding="utf-8")
    (tmp_path / f"project/renderers/html/{name}.html.j2").symlink_to(tmp_path / "secret.j2")
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert caught.value.message == "template-broken"
    assert caught.value.args_["file"] == "renderers/html/page.html.j2"
