"""Several files, one mapping."""

from __future__ import annotations

from itertools import permutations

import pytest

from hoshin.kernel.finding import Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.merge import merge_files

FILES = [("p/b.yaml", b"data:\n  - id: x\n"), ("p/a.yaml", "\n方針: y\n".encode()), ("p/c.yaml", b"# nothing yet\n")]


def test_top_level_keys_of_all_files_make_one_mapping_with_the_places_of_each() -> None:
    for files in permutations(FILES):
        merged = merge_files(files)
        assert merged.value == {"方針": "y", "data": [{"id": "x"}]}
        assert list(merged.value) == ["方針", "data"]
        assert merged.findings == ()
        assert merged.places == {
            (): Place("p/a.yaml", 2, 1),
            ("方針",): Place("p/a.yaml", 2, 1),
            ("data",): Place("p/b.yaml", 1, 1),
            ("data", 0): Place("p/b.yaml", 2, 5),
            ("data", 0, "id"): Place("p/b.yaml", 2, 5),
        }


def test_a_key_in_two_files_is_an_error_that_names_both_places() -> None:
    files = [("b.yaml", b"x: 1\na: {b: {c: d}}\n"), ("a.yaml", b"a: {b: 2}\n")]
    for given in (files, files[::-1]):
        merged = merge_files(given)
        assert merged.value == {"a": {"b": "2"}, "x": "1"}
        assert set(merged.places) == {(), ("a",), ("a", "b"), ("x",)}
        place = Place("b.yaml", 2, 1)
        assert merged.findings == (
            finding("DOC121", Severity.ERROR, "a", place, message="DOC121.duplicate-key", key="a", first="a.yaml:1:1"),
        )


@pytest.mark.parametrize("data", [b"# list\n- a\n", b"# text\na:b\n", b"# truth\ntrue"])
def test_a_file_that_is_no_mapping_is_an_error(data: bytes) -> None:
    merged = merge_files([("a.yaml", data), ("b.yaml", b"k: v")])
    assert merged.value == {"k": "v"}
    assert merged.findings == (finding("DOC121", Severity.ERROR, "", Place("a.yaml", 2, 1), message="DOC121.root"),)


def test_a_broken_file_hides_no_fault_of_another() -> None:
    merged = merge_files([("c.yaml", b"x: @"), ("a.yaml", b"y: ~"), ("b.yaml", b"z: v")])
    assert merged.value == {"y": None, "z": "v"}
    assert [(item.message, str(item.place)) for item in merged.findings] == [
        ("DOC121.empty-value", "a.yaml:1:1"),
        ("DOC120.start-character", "c.yaml:1:4"),
    ]


def test_no_files_say_nothing() -> None:
    assert merge_files([]).value == {}
    assert merge_files([]).findings == ()
