"""Laws of editing: what is read afterwards is what was meant, and every other line stays (model.md P07)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.policy.editing.change import edited, same
from hoshin.policy.editing.layout import laid_out
from hoshin.policy.editing.nodes import read_nodes, walk
from hoshin.policy.editing.splice import Edit
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml

HOME = Path(__file__).parents[2]
FILES = sorted((*HOME.glob("policy/*/*.yaml"), *HOME.glob("translations/*/*.yaml"), *HOME.glob("schema/*.yaml")))
SMALL = {path: path.read_text(encoding="utf-8") for path in FILES if path.stat().st_size < 12_000}
LEAVES = [
    (path, node.path)
    for path, text in SMALL.items()
    if (root := read_nodes(text)) is not None
    for node in walk(root)
    if node.kind == "scalar" and not node.anchored
]
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), include_characters="\n"), min_size=1, max_size=60
)


def value_of(text: str) -> Yaml:
    """What the reader makes of a text that has no fault."""
    parsed = parse(text.encode(), "x.yaml")
    assert not [item for item in parsed.findings if item.severity.value == "error"]
    return parsed.value


@given(st.sampled_from(LEAVES), TEXTS)
def test_setting_any_leaf_of_the_real_files_changes_its_lines_only(
    leaf: tuple[Path, tuple[str | int, ...]], new: str
) -> None:
    path, way = leaf
    text = SMALL[path]
    root = read_nodes(text)
    assert root is not None
    node = next(node for node in walk(root) if node.path == way)
    after = edited(text.encode(), "x.yaml", (Edit(way, new),)).decode()
    assert after.startswith(text[: node.start])
    assert after.endswith(text[node.end :])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOME)))
def test_the_real_files_are_laid_out_canonically(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid_out(text) == text


COMMENTS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 9), st.sampled_from(["note", "- a: b", "|", "'", ""]))
)


@given(st.sampled_from(sorted(SMALL)), COMMENTS)
def test_comments_anywhere_survive_the_layout(path: Path, comments: list[tuple[int, int, str]]) -> None:
    text = with_comments(SMALL[path], comments)
    new = laid_out(text)
    assert same(value_of(text), value_of(new))
    assert laid_out(new) == new
    assert words(new) == words(text)


@given(
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
        max_leaves=8,
    ),
    st.integers(1, 6),
)
def test_any_tree_at_any_indentation_is_laid_out_the_same_way(tree: Yaml, step: int) -> None:
    text = dumped({"root": tree}, step, 0)
    new = laid_out(text)
    assert same(value_of(text), value_of(new))
    assert new == dumped({"root": tree}, 2, 0)


def with_comments(text: str, comments: list[tuple[int, int, str]]) -> str:
    """Comment lines put between lines where they stay comments: not inside of a block text."""
    root = read_nodes(text)
    assert root is not None
    inside = {
        number
        for node in walk(root)
        if node.kind == "scalar"
        for number in range(text.count("\n", 0, node.start) + 1, text.count("\n", 0, node.end) + 1)
    }
    lines = text.split("\n")
    for number, column, words_ in sorted(comments, reverse=True):
        if number < len(lines) and number not in inside:
            lines.insert(number, " " * column + "# " + words_)
    return "\n".join(lines)


def words(text: str) -> list[str]:
    """Everything that is no blank, line by line."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def dumped(value: Yaml, step: int, column: int) -> str:
    """Block YAML with `step` spaces a level."""
    lines = []
    for key, part in value.items() if isinstance(value, dict) else [(None, part) for part in value or ()]:  # type: ignore[union-attr]  # only lists come here
        head = "-" if key is None else f"{quoted(key)}:"
        if isinstance(part, str):
            lines.append(f"{' ' * column}{head} {quoted(part)}\n")
        elif key is None:
            inner = dumped(part, step, column + (2 if step == 2 else step + 1))
            lines.append(f"{' ' * column}-{' ' if step == 2 else ' ' * step}{inner.lstrip(' ')}")
        else:
            lines.append(f"{' ' * column}{head}\n{dumped(part, step, column + step)}")
    return "".join(lines)


def quoted(text: str) -> str:
    """A double-quoted text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
