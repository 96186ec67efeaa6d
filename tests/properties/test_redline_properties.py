"""Laws of the redline: without the insertions it is the old document, without the deletions the new one (10.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from diff_sample import Data, loaded
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from policy_variants import policies
from shapes import line, shape

from hoshin.diff.run import diff
from hoshin.document.changelog import Wordings, told
from hoshin.document.nodes import (
    Address,
    Blocks,
    Break,
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    ListBlock,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
)
from hoshin.document.pairing import paired, together
from hoshin.document.policy import policy_document
from hoshin.document.redline import redline
from hoshin.document.redline_view import Versions, redline_document
from hoshin.document.runs import revised
from hoshin.document.side_by_side import side_by_side
from hoshin.document.sides import kept
from hoshin.document.walk import anchors_of, deep, lines_of
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale

WORDS = st.sampled_from(["we keep data", "10 years", "we may not sell it.", "個人データを", "提供します。", "as ", "a"])
NAMES = st.sampled_from(["one", "two", "three", "four", "five"])


def leaf() -> st.SearchStrategy[Inline]:
    return st.one_of(WORDS.map(Text), WORDS.map(lambda text: Value("fact", (Text(text),))))


def wrapped(inner: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inline]:
    target = st.sampled_from(["https://a.example/", "mailto:a@b.example"])
    return st.one_of(
        inner.map(Emphasis), inner.map(Strong), st.tuples(target, inner).map(lambda pair: Link(*pair)), leaf()
    )


LINES: st.SearchStrategy[Inlines] = st.lists(
    st.one_of(leaf(), wrapped(st.lists(leaf(), min_size=1, max_size=2).map(tuple)), st.just(Break())),
    min_size=1,
    max_size=4,
).map(lambda nodes: (Text("x"), *nodes))


@st.composite
def running(draw: st.DrawFn) -> Inlines:
    """A line of texts that have ids, each with its joiner."""
    nodes: list[Inline] = []
    for at, name in enumerate(draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))):
        nodes += [Text(" ")] if at else []
        nodes.append(Unit(f"unit/{name}", draw(LINES)))
    return (*nodes, *([Text(";")] if draw(st.booleans()) else []))


def paragraphs(name: str) -> st.SearchStrategy[Paragraph]:
    return running().map(lambda words_: Paragraph(words_, name))


@st.composite
def lists(draw: st.DrawFn, name: str, depth: int) -> ListBlock:
    marked = draw(st.booleans())
    items = []
    for at, item in enumerate(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)), start=1):
        inner = draw(bodies(f"{name}.{item}", depth - 1)) if depth and draw(st.booleans()) else ()
        items.append(Item((draw(paragraphs("")), *inner), f"（{at}）" if marked else "", f"{name}.{item}"))
    return ListBlock(tuple(items), ordered=marked, id=name)


@st.composite
def tables(draw: st.DrawFn, name: str) -> Table:
    width = draw(st.sampled_from([2, 3]))
    cell = st.tuples(running().map(Paragraph)).map(Cell)
    rows = draw(st.lists(st.tuples(*[cell] * width), min_size=1, max_size=3))
    return Table(draw(LINES), draw(st.tuples(*[cell] * width)), tuple(rows), name)


@st.composite
def bodies(draw: st.DrawFn, inside: str, depth: int = 1) -> Blocks:
    found = []
    for own in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)):
        name = f"{inside}.{own}"
        kinds = [
            paragraphs(name),
            running().map(lambda words_, name=name: Heading(words_, 3, name)),
            lists(name, depth),
            st.lists(running(), min_size=1, max_size=3).map(lambda rows, name=name: Address(tuple(rows), name)),
            tables(name),
        ]
        found.append(draw(st.one_of(kinds)))
    return tuple(found)


@st.composite
def documents(draw: st.DrawFn, language: str) -> Document:
    sections = []
    for at, name in enumerate(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)), start=1):
        number = f"{at}." if draw(st.booleans()) else ""
        heading: Inlines = (Unit(f"{name}/title", draw(LINES)),)
        if number:
            heading = (Value(f"section/{name}", (Text(number),)), Text(" "), *heading)
        sections.append(Section(name, heading, draw(bodies(name)), number))
    return Document("policy", language, draw(running()), Meta("d"), tuple(sections))


@given(LINES, LINES, st.sampled_from(["en", "ja"]))
def test_a_line_gives_both_lines_back(old: Inlines, new: Inlines, language: str) -> None:
    made = revised(old, new, language)
    assert line(kept(made, "old")) == line(old)
    assert line(kept(made, "new")) == line(new)
    assert line(revised(old, old, language)) == line(old)


@settings(max_examples=30, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # shrinking takes minutes
@given(st.sampled_from(["en", "ja"]).flatmap(lambda lang: st.tuples(documents(lang), documents(lang))))
def test_a_document_gives_both_documents_back(pair: tuple[Document, Document]) -> None:
    old, new = pair
    made = redline(old, new)
    assert shape(made, "old") == shape(old)
    assert shape(made, "new") == shape(new)
    assert shape(redline(new, new)) == shape(new)
    names = [name for name in anchors_of(made.sections) if name]
    assert len(names) == len(set(names))


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_pairs_read_as_either_list_and_join_equal_keys(old: list[int], new: list[int]) -> None:
    pairs = paired(old, new)
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))
    assert all(old[a] == new[b] for a, b in pairs if a is not None and b is not None)
    joined = together(pairs, old, new)
    assert [b for _, b in joined if b is not None] == list(range(len(new)))
    assert sorted(a for a, _ in joined if a is not None) == list(range(len(old)))
    assert {old[a] for a, b in joined if a is not None and b is not None} == set(old) & set(new)


def test_what_finds_no_partner_by_its_key_is_known_by_its_words() -> None:
    assert paired(["a", "old", "b"], ["a", "new", "b"], (["1", "2", "3"], ["1", "2", "3"])) == [(0, 0), (1, 1), (2, 2)]
    assert paired(["old"], ["new"], (["1"], ["2"])) == [(0, None), (None, 0)]


LOCALES = {language: read_locale(language, None) for language in ("en", "ja")}


@pytest.mark.parametrize("language", LOCALES)
@given(policies(), policies())
def test_views_of_whatever_changes_can_be_made(language: str, one: Data, other: Data) -> None:
    old, new = loaded(one), loaded(other)
    report = diff(old, new)
    frame, changes = words(language, "document"), words(language, "changes")
    ready = told(old, new, LOCALES[language], Wordings(changes, frame))
    versions = Versions(*(policy_document(side, LOCALES[language], frame) for side in (old, new)))
    made = redline_document(report, versions, ready, "legal")
    assert shape(made, "old") == shape(versions.old)
    assert shape(made, "new") == shape(versions.new)
    table = side_by_side(report, versions, ready, new)
    assert table.kind == "comparison"


COLUMNS = {
    "purposes": ("title", "kind", "channels"),
    "retention": ("limit", "of", "then"),
    "recipients": ("role", "country", "purposes", "data"),
    "rights": ("limbs", "channel"),
}


def with_tables(data: Data) -> Data:
    """The policy with a table of each of these kinds, printed from fields."""
    blocks = [
        {
            "kind": "table",
            "id": f"t-{kind}",
            "of": kind,
            "columns": [{"id": f"{kind}-{name}", "field": name} for name in fields],
        }
        for kind, fields in COLUMNS.items()
    ]
    return {**data, "sections": [*data.get("sections", ()), {"id": "tables", "title": "Tables", "blocks": blocks}]}


@given(policies(), policies())
def test_every_change_of_weight_is_told_beside_the_rows_that_print_it_or_else_below(one: Data, other: Data) -> None:
    old, new = loaded(with_tables(one)), loaded(with_tables(other))
    report = diff(old, new)
    frame = words("en", "document")
    ready = told(old, new, LOCALES["en"], Wordings(words("en", "changes"), frame))
    versions = Versions(*(policy_document(side, LOCALES["en"], frame) for side in (old, new)))
    blocks = side_by_side(report, versions, ready, new).sections[0].blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    beside = [line_ for table in tables for row in table.rows for line_ in _said(row[2].blocks)]
    below = [line_ for block in blocks if isinstance(block, ListBlock) for line_ in _said((block,))]
    said = Counter(ready.teller.sentence(event) for event in report.events)
    weighty = Counter(ready.teller.sentence(event) for event in report.events if event.class_ != "editorial")
    assert weighty <= Counter([*beside, *below])
    assert Counter(below) <= weighty
    assert {name for name in {*beside} & {*below} if said[name] == 1} == set()
    heads = {"\u3000".join(" ".join(_said(cell.blocks)) for cell in head) for head in _heads(versions)}
    assert [row for row in _without_reason(tables) if not heads.intersection(row)] == []


def _said(blocks: Blocks) -> list[str]:
    """Every line of blocks, one that holds line ends in its parts."""
    found: list[str] = []
    for part in lines_of(blocks):
        nodes = [node for node in deep(part) if isinstance(node, Text | Break)]
        found += "".join(node.value if isinstance(node, Text) else "\n" for node in nodes).split("\n")
    return found


def _heads(versions: Versions) -> Iterator[tuple[Cell, ...]]:
    """Heads of tables: words of the program, which come and go with their tables."""
    for document in (versions.old, versions.new):
        blocks = [block for section in document.sections for block in section.blocks]
        yield from (block.head for block in blocks if isinstance(block, Table))


def _without_reason(tables: list[Table]) -> list[tuple[str, str]]:
    """Rows of fields, known by the gap between their cells, that changed and stand below no row with a reason."""
    found: list[tuple[str, str]] = []
    above = False
    for table in tables:
        for row in table.rows:
            before, after, why = ("".join(_said(cell.blocks)) for cell in row)
            is_fixed = before == after
            if "\u3000" in before + after and not is_fixed and not why and not above:
                found.append((before, after))
            above = not is_fixed and (bool(why) or above)
    return found
