"""Laws of the flat store of places: it is the plain mapping from paths to places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from hoshin.kernel.place import Place, RawPath
from hoshin.policy.merge import merge_files
from hoshin.policy.yaml_events import Parsed, parse
from hoshin.policy.yaml_frames import below
from hoshin.policy.yaml_places import LEAF, Branches, FilePlaces, place_at, spot_of

Tree: TypeAlias = "list[Node] | dict[str, Node] | None"
Node: TypeAlias = "tuple[tuple[int, int], Tree]"

POINTS = st.tuples(st.integers(1, 2_000_000), st.integers(1, 2_000_000))
KEYS = st.text(max_size=4)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.none(),
    lambda inner: st.one_of(
        st.lists(st.tuples(POINTS, inner), max_size=4), st.dictionaries(KEYS, st.tuples(POINTS, inner), max_size=4)
    ),
    max_leaves=12,
)
PATHS = st.lists(st.one_of(KEYS, st.integers(-2, 4)), max_size=4).map(tuple)


def stored(tree: Tree, branches: Branches) -> int:
    """The branch of a tree, its parts added before it."""
    nodes = [] if tree is None else list(tree.values()) if isinstance(tree, dict) else tree
    inner = [stored(part, branches) for _, part in nodes]
    keys = tree if isinstance(tree, dict) else None
    return branches.add(keys, [spot_of(*point) for point, _ in nodes], inner)


def plain(tree: Tree, path: RawPath = ()) -> Iterator[tuple[RawPath, Place]]:
    """Paths and places of a tree by the plainest walk, each before those inside it."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree or ())
    for step, (point, part) in steps:
        yield (*path, step), Place("a.yaml", *point)
        yield from plain(part, (*path, step))


@given(POINTS, TREES, PATHS)
def test_places_are_those_of_the_plain_mapping_in_its_order(start: tuple[int, int], tree: Tree, path: RawPath) -> None:
    branches = Branches()
    stored([((7, 7), [((8, 8), None)])], branches)  # what other parts of the file hold changes nothing
    branch = stored(tree, branches)
    places = FilePlaces("a.yaml", spot_of(*start), branches, branch)
    expected = {(): Place("a.yaml", *start), **dict(plain(tree))}
    assert list(places.items()) == list(expected.items())
    assert len(places) == len(expected)
    assert places == expected
    assert places.get(path) == expected.get(path)
    assert (path in places) is (path in expected)


@given(TREES)
def test_parts_of_a_branch_come_in_the_order_in_which_they_were_given(tree: Tree) -> None:
    branches = Branches()
    branch = stored(tree, branches)
    nodes = [] if tree is None else list(tree.values()) if isinstance(tree, dict) else tree
    assert [spot for spot, _ in branches.parts(branch)] == [spot_of(*point) for point, _ in nodes]
    assert [part == LEAF for _, part in branches.parts(branch)] == [not inner for _, inner in nodes]


@given(POINTS)
def test_a_spot_is_the_place_that_it_was_made_of(point: tuple[int, int]) -> None:
    assert place_at("a.yaml", spot_of(*point)) == Place("a.yaml", *point)


PARTS = st.sampled_from(["x", "[x, {k: y}]", "{p: [q], r: s}", "{p: {t: u}, v: w}"])


@st.composite
def files_with_aliases(draw: st.DrawFn) -> str:
    """Entries that anchor a value, name an earlier one, or pour earlier mappings into their own."""
    lines: list[str] = []
    mappings: list[str] = []
    names: list[str] = []
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(["own", "alias", "merge"]))
        name = f"n{number}"
        if kind == "alias" and names:
            lines.append(f"{name}: [*{draw(st.sampled_from(names))}, {{deep: *{draw(st.sampled_from(names))}}}]")
        elif kind == "merge" and mappings:
            poured = ", ".join(f"*{part}" for part in draw(st.lists(st.sampled_from(mappings), min_size=1, max_size=3)))
            lines.append(f"{name}: &{name} {{<<: [{poured}], r: own}}")
            mappings.append(name)
            names.append(name)
        else:
            part = draw(PARTS)
            lines.append(f"{name}: &{name} {part}")
            names.append(name)
            mappings += [name] if part.startswith("{") else []
    return "\n".join(lines) + "\n"


def read(text: str) -> Parsed:
    parsed = parse(text.encode(), "a.yaml")
    assert {item.message for item in parsed.findings} <= {"DOC121.unused-anchor"}
    return parsed


@given(files_with_aliases())
def test_every_part_has_a_place_and_it_is_where_the_part_is_written(text: str) -> None:
    parsed = read(text)
    assert list(parsed.places) == list(dict.fromkeys(parsed.places))
    assert set(parsed.places) == set(below(parsed.value))
    lines = text.splitlines()
    for path, place in parsed.places.items():
        written = lines[place.line - 1][place.column - 1 :]
        step = path[-1] if path else "n0"
        assert written.startswith(step if isinstance(step, str) else ("*", "x", "q", "{", "["))


@given(files_with_aliases())
def test_merged_files_have_the_places_of_each_file(text: str) -> None:
    one = read(text)
    other = parse(b"n0: 1\nz: [2]\n", "b.yaml")
    merged = merge_files([("a.yaml", text.encode()), ("b.yaml", b"n0: 1\nz: [2]\n")])
    expected = {**one.places, **{path: place for path, place in other.places.items() if path and path[0] == "z"}}
    assert list(merged.places.items()) == list(expected.items())
