"""What a faultless file says, and where."""

from __future__ import annotations

import pytest
import ruamel.yaml.events
from _ruamel_yaml import CParser  # the module that ruamel.yaml itself takes it from
from ruamel.yaml import YAML
from ruamel.yaml.parser import Parser

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.place import Place
from hoshin.policy import yaml_feed
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml


def read(text: str) -> Yaml:
    parsed = parse(text.encode(), "a.yaml")
    assert parsed.findings == ()
    return parsed.value


def spots(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    parsed = parse(text.encode(), "a.yaml")
    assert parsed.findings == ()
    assert {place.file for place in parsed.places.values()} == {"a.yaml"}
    return {path: (place.line, place.column) for path, place in parsed.places.items()}


@pytest.mark.parametrize(
    "typed",
    [
        "+81312345678", "1.10", "0150001", "1e3", "1_000", "0x1F", "0o17", "017", "10:30", ".inf", ".nan", "-0",
        "2026-07-01", "2026-07", "2026-07-01T00:00:00Z", "no", "yes", "on", "off", "NO", "y", "tRUE", "nULL", "=",
        "eu-gdpr:A6-1-f", "108679e43374", "{}x"[2:],
    ],
)  # fmt: skip
def test_all_but_null_and_truth_values_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"a: {typed}\nb:\n  - {typed}\n") == {"a": typed, "b": [typed]}


@pytest.mark.parametrize(
    ("typed", "value"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_truth_values_of_yaml_1_2_are_read(typed: str, value: bool) -> None:
    assert read(f"a: {typed}") == {"a": value}
    assert type(read(typed)) is bool


@pytest.mark.parametrize("typed", ["true", "null", "~", "", "<<", "12"])
def test_quoted_words_are_text(typed: str) -> None:
    assert read(f"a: '{typed}'\nb: \"{typed}\"\n'{typed}': c") == {"a": typed, "b": typed, typed: "c"}


def test_blocks_keep_or_fold_their_line_ends() -> None:
    text = "a: |-\n  一文目。\n  二文目。\nb: >\n  one\n  two\n\n  three\nc: one\n  two\nd: |\n  {article:x}に定める\n"
    assert read(text) == {
        "a": "一文目。\n二文目。",
        "b": "one two\nthree\n",
        "c": "one two",
        "d": "{article:x}に定める\n",
    }


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "~\n", "null", "\ufeff", "a: 1\n"[5:]])
def test_an_empty_file_says_nothing(text: str) -> None:
    parsed = parse(text.encode(), "a.yaml")
    assert (parsed.value, parsed.findings) == (None, ())
    assert set(parsed.places) == {()}


def test_a_root_may_be_anything() -> None:
    assert read("x") == "x"
    assert read("- x\n- y") == ["x", "y"]
    assert read("{}") == {}
    assert read("[]") == []


def test_places_are_those_of_keys_and_of_items() -> None:
    text = "# why\nname: x\nlist:\n  - one\n  - id: two\n    text: |-\n      long\n  - [p, {q: r}]\n"
    assert spots(text) == {
        (): (2, 1),
        ("name",): (2, 1),
        ("list",): (3, 1),
        ("list", 0): (4, 5),
        ("list", 1): (5, 5),
        ("list", 1, "id"): (5, 5),
        ("list", 1, "text"): (6, 5),
        ("list", 2): (8, 5),
        ("list", 2, 0): (8, 6),
        ("list", 2, 1): (8, 9),
        ("list", 2, 1, "q"): (8, 10),
    }


def test_line_ends_byte_order_mark_and_wide_characters_move_no_place() -> None:
    unix = "方針: 𠮷\n名:\n  - {あ𠮷: x, b: y}\n"
    expected = {(): (1, 1), ("方針",): (1, 1), ("名",): (2, 1), ("名", 0): (3, 5)}
    expected |= {("名", 0, "あ𠮷"): (3, 6), ("名", 0, "b"): (3, 13)}
    for text in (unix, "\ufeff" + unix, unix.replace("\n", "\r\n"), unix.replace("\n", "\r")):
        assert spots(text) == expected


def test_an_alias_repeats_the_value_and_the_places_where_it_is_written() -> None:
    text = "a: &x\n  p: [1, {q: r}]\nb: *x\nc:\n  - *x\nd: &t text\ne: *t\n"
    assert read(text) == {"a": (x := {"p": ["1", {"q": "r"}]}), "b": x, "c": [x], "d": "text", "e": "text"}
    places = spots(text)
    assert places["b",] == (3, 1)
    assert places["c", 0] == (5, 5)
    for path in (("p",), ("p", 0), ("p", 1), ("p", 1, "q")):
        assert places["a", *path] == places["b", *path] == places["c", 0, *path]


def test_an_alias_of_what_a_merge_key_poured_in_keeps_its_places() -> None:
    places = spots("a:\n  <<: &x {k: [1]}\nb: *x\n")
    assert places == {
        (): (1, 1), ("a",): (1, 1), ("a", "k"): (2, 11), ("a", "k", 0): (2, 15),
        ("b",): (3, 1), ("b", "k"): (2, 11), ("b", "k", 0): (2, 15),
    }  # fmt: skip


def test_a_merge_key_pours_in_what_is_not_there_and_keeps_its_places() -> None:
    text = (
        "a: &a {p: 1, q: {r: 2}}\nb: &b {p: 3, s: 4}\n"
        "one:\n  <<: *a\n  p: own\nlist:\n  <<: [*a, *b, {t: 5}]\ninline:\n  <<: {u: {v: 6}}\n"
    )
    parsed = parse(text.encode(), "a.yaml")
    assert parsed.findings == ()
    assert isinstance(parsed.value, dict)
    assert parsed.value["one"] == {"p": "own", "q": {"r": "2"}}
    assert parsed.value["list"] == {"p": "1", "q": {"r": "2"}, "s": "4", "t": "5"}
    assert parsed.value["inline"] == {"u": {"v": "6"}}
    for path, line, column in (
        (("one", "p"), 5, 3), (("one", "q"), 1, 14), (("one", "q", "r"), 1, 18), (("list", "p"), 1, 8),
        (("list", "q", "r"), 1, 18), (("list", "s"), 2, 14), (("list", "t"), 7, 17), (("inline", "u", "v"), 9, 12),
    ):  # fmt: skip
        assert parsed.places[path] == Place("a.yaml", line, column)
    assert not [path for path in parsed.places if "<<" in path]


def test_merging_says_what_ruamel_says() -> None:
    text = "a: &a {p: x, q: y}\nb: &b\n  <<: *a\n  r: z\nc:\n  <<: [{q: w}, *b]\n  p: v\nd: *b\n"
    assert read(text) == YAML(typ="safe").load(text)


def test_a_quoted_merge_key_is_a_key() -> None:
    assert read('"<<": x') == {"<<": "x"}


def test_an_anchor_inside_merged_content_can_be_used_later() -> None:
    text = "a:\n  <<: &m {p: {q: r}}\nb: *m\n"
    assert read(text) == {"a": {"p": {"q": "r"}}, "b": {"p": {"q": "r"}}}
    assert set(spots(text)) == {(), ("a",), ("a", "p"), ("a", "p", "q"), ("b",), ("b", "p"), ("b", "p", "q")}


def test_an_anchor_named_again_counts_from_there() -> None:
    assert read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n") == {"a": "1", "b": "1", "c": "2", "d": "2"}


def test_ruamel_takes_its_c_parser_here() -> None:
    assert YAML(typ="safe").Parser is CParser
    event = CParser(b"a").get_event()
    assert type(event) is ruamel.yaml.events.StreamStartEvent


def test_without_the_c_parser_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def __init__(self, typ: str) -> None:
            assert typ == "safe"
            self.Parser = Parser

    monkeypatch.setattr(yaml_feed, "YAML", Slow)
    with pytest.raises(HoshinError) as caught:
        parse(b"a: 1", "a.yaml")
    assert caught.value.message == "no-c-parser"
