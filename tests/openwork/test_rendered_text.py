"""The rendered English is the original, word for word; English and Japanese have one skeleton."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from openwork import rendered, seed

from hoshin.document.nodes import (
    Address,
    Block,
    Document,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Notice,
    Paragraph,
    Table,
    Text,
    Unit,
    plain,
)
from hoshin.policy.stated import printed
from hoshin.renderers.pandoc.run import pandoc_path

MARK = re.compile(r"^\s*(?:\d+\.|[-•–])\s+")
"""Heading numbers and list marks at a line's start; the original carries them apart from its words."""


def words_of(text: str) -> list[str]:
    return [word for line in text.split("\n") for word in MARK.sub("", line).split()]


def expected() -> list[str]:
    return list(seed.words())


def test_html_body_has_the_words_of_the_original_in_order() -> None:
    (title,) = rendered.page("en").all("h1")
    text = title.text() + "\n" + _without_marks(rendered.body("en"))
    assert text.split() == expected()


def _without_marks(element: rendered.Element) -> str:
    """Characters of an element; a line break is white space, printed numbers and marks are left out."""
    parts: list[str] = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append("\n")
        elif not {"num", "mark"} & set(child.attributes.get("class", "").split()):
            parts.append(_without_marks(child))
    return "".join(parts)


def test_plain_text_has_the_words_of_the_original_in_order() -> None:
    assert words_of(rendered.outputs("txt")["openwork.en.txt"].decode()) == expected()


def test_markdown_read_back_has_the_words_of_the_original_in_order() -> None:
    source = rendered.outputs("md")["openwork.en.md"]
    command = [str(pandoc_path()), "-f", "gfm", "-t", "plain", "--wrap=none"]
    read = subprocess.run(command, input=source, capture_output=True, check=True).stdout.decode()
    assert words_of(read) == expected()


@pytest.mark.parametrize("lang", rendered.LANGUAGES)
def test_each_unit_of_the_policy_stands_once_in_the_body(lang: str) -> None:
    wanted = [unit for unit, _ in printed(rendered.opened().loaded)]
    in_tree = units(rendered.trees()[lang])
    in_page = [found.attributes["data-unit"] for found in rendered.page(lang).all("h1")[0].all(attribute="data-unit")]
    in_page += [found.attributes["data-unit"] for found in rendered.body(lang).all(attribute="data-unit")]
    assert in_tree == wanted
    assert in_page == wanted


def units(document: Document) -> list[str]:
    found = list(_units(document.title))
    for section in document.sections:
        found += _units(section.heading)
        for block in section.blocks:
            found += _units_of_block(block)
    return found


def _units(nodes: Inlines) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Unit):
            found.append(node.id)
        if not isinstance(node, Text) and hasattr(node, "children"):
            found += _units(node.children)
    return found


def _units_of_block(block: Block) -> list[str]:
    match block:
        case Paragraph(children) | Heading(children):
            return _units(children)
        case ListBlock(items):
            return [unit for item in items for inner in item.blocks for unit in _units_of_block(inner)]
        case Address(lines):
            return [unit for line in lines for unit in _units(line)]
        case Table() | Notice():
            return []


def test_english_and_japanese_have_the_same_skeleton() -> None:
    english, japanese = (rendered.trees()[lang] for lang in rendered.LANGUAGES)
    assert [_skeleton(part.blocks) for part in english.sections] == [
        _skeleton(part.blocks) for part in japanese.sections
    ]
    assert [part.id for part in english.sections] == [part.id for part in japanese.sections]


def _skeleton(blocks: tuple[Block, ...]) -> list[object]:
    shape: list[object] = []
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(children):
                shape.append((type(block).__name__, block.id, sorted(_links(children)), _units(children)))
            case ListBlock(items, ordered):
                shape.append(("list", ordered, block.id, [(item.id, _skeleton(item.blocks)) for item in items]))
            case Address(lines):
                shape.append(("address", [(sorted(_links(line)), _units(line)) for line in lines]))
            case Table() | Notice():
                shape.append(type(block).__name__)
    return shape


def _links(nodes: Inlines) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Link):
            found.append(node.target)
        if not isinstance(node, Text) and hasattr(node, "children"):
            found += _links(node.children)
    return found


def test_pages_have_equal_counts_of_structural_elements() -> None:
    """Seven rights, one contact: the fault that a translator's typed list marks cause cannot happen here."""
    tags = ("section", "h2", "h3", "h4", "p", "ul", "ol", "li", "address", "a")
    english, japanese = ({tag: len(rendered.body(lang).all(tag)) for tag in tags} for lang in rendered.LANGUAGES)
    assert english == japanese
    assert (english["section"], english["li"]) == (11, 24)


def test_internal_links_resolve() -> None:
    for lang in rendered.LANGUAGES:
        whole = rendered.page(lang)
        anchors = {found.attributes["id"] for found in whole.all(attribute="id")}
        targets = [
            found.attributes["href"] for found in whole.all("a") if found.attributes.get("href", "").startswith("#")
        ]
        assert [target for target in targets if target[1:] not in anchors] == []
        assert len(anchors) == len(whole.all(attribute="id"))


def test_what_only_the_page_has_stands_outside_the_body_and_is_marked() -> None:
    for lang in rendered.LANGUAGES:
        whole = rendered.page(lang)
        front = whole.all(attribute="data-front")
        assert front
        assert all(not part.all(attribute="data-body") for part in front)
        assert not rendered.body(lang).all(attribute="data-front")
    assert "暫定版" in "".join(part.text() for part in rendered.page("ja").all(attribute="data-front"))


def test_no_date_is_invented() -> None:
    for name, data in rendered.outputs("html", "md", "txt", "json").items():
        assert b"<time" not in data, name
    for tree in rendered.trees().values():
        assert tree.meta.effective == ""


def test_japanese_is_the_tree_in_every_text_format() -> None:
    tree = rendered.trees()["ja"]
    wanted = rendered.squeezed("".join(plain(part.heading) for part in tree.sections))
    text = rendered.outputs("txt")["openwork.ja.txt"].decode()
    assert all(rendered.squeezed(plain(part.heading)) in rendered.squeezed(text) for part in tree.sections)
    assert "第11条（お問い合わせ）" in wanted
    assert "10年間" in text
    assert "年間間" not in text


def test_no_duration_is_named_by_the_id_of_its_unit() -> None:
    """As Babel writes it for Japanese: `10 duration-year` (translations.md 12)."""
    made = rendered.outputs("html", "txt", "md", "json")
    assert len(made) == 8
    assert [name for name, data in made.items() if b"duration-" in data] == []


def test_json_is_the_policy_in_its_language() -> None:
    for lang in rendered.LANGUAGES:
        data = json.loads(rendered.outputs("json")[f"openwork.{lang}.json"])
        assert data["lang"] == lang
