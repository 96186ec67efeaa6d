"""Every fault of a YAML file: which sentence, where, and with which arguments; and nothing ever kills the process."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from ruamel.yaml.error import YAMLError

import hoshin
from hoshin.kernel.finding import Severity
from hoshin.policy import yaml_feed
from hoshin.policy.yaml_bounds import BOUNDS, Bounds
from hoshin.policy.yaml_events import Parsed, parse

SHIPPED = Path(hoshin.__file__).parent / "translations"
SMALL = Bounds(size=2_000, depth=4, nodes=40, expansion=10, scalar=50, key=10, breaks=3, findings=5)


def told(parsed: Parsed) -> list[str]:
    """`message line:column path args` of each finding."""
    lines = []
    for item in parsed.findings:
        assert item.place is not None
        assert item.place.file == "a.yaml"
        assert item.rule == item.message.partition(".")[0]
        assert item.severity is (Severity.WARNING if item.rule == "DOC123" else Severity.ERROR)
        args = " ".join(f"{name}={value}" for name, value in item.args)
        place = f"{item.place.line}:{item.place.column}"
        lines.append(" ".join(part for part in (item.message, place, item.path, args) if part))
    return lines


def faults(text: str | bytes, bounds: Bounds = BOUNDS) -> list[str]:
    return told(parse(text if isinstance(text, bytes) else text.encode(), "a.yaml", bounds))


SYNTAX = [
    ("a:\n\tb: 1", "tab 2:1"),
    ("a:\n  b: 1\n \tc: 1", "tab 3:2"),
    ("\ta: 1", "tab 1:1"),
    ("a: |\n\tx", "tab 2:1"),
    ("a: >-\n  x\n\ty", "tab 3:1"),
    ("a: 1\n b: 2", "indentation 2:2"),
    ("a:\n    b: 1\n  c: 2", "indentation 3:3"),
    ("a:\n  - x\n - y", "indentation 3:2"),
    ("a:\n  b: 1\n    c: 2", "indentation 3:5"),
    ("a:\n  - b: 1\n   c: 2", "indentation 3:4"),
    ("  a: 1\nb: 2", "indentation 2:1"),
    ("a: 1\n- b", "indentation 2:1"),
    ("a: 1\nb 2\nc: 3", "colon 2:1 text=b 2"),
    ("foo\nbar: 1", "colon 1:1 text=foo"),
    ("a: 1\n'b' 2", "colon 2:1 text='b' 2"),
    ("a: 1\nb:2\n", "colon-space 2:2 text=b:2"),
    ("key:value\nb: 1", "colon-space 1:4 text=key:value"),
    ("a: 1\nb\uff1a 2\nc: 3", "full-width-colon 2:2"),
    ("a\uff1a b\nc: d", "full-width-colon 1:2"),
    ("a: 1\n\u3000b: 2\n c: 3", "indentation 3:2"),
    ("a: x\n \u3000b: 1", "full-width-space 2:2"),
    ("a: 1\n\u3000b 2\nc: 3", "full-width-space 2:1"),
    ("a:\n  b: 1\n\u3000\u3000c: 2\n    d: 3", "indentation 4:5"),
    ("a: b: c", "colon-in-text 1:5"),
    ("text: Note: this", "colon-in-text 1:11"),
    ("a: {article:x}hoge", "brace 1:4 text={article:x}"),
    ("- {article:x}に定める", "brace 1:3 text={article:x}"),
    ("a: [pd:Name]", "colon-in-list 1:5 term=pd:Name"),
    ("a: [x, pd:Name, y]", "colon-in-list 1:8 term=pd:Name"),
    ("- {right: eu-gdpr:A15}", "colon-in-list 1:11 term=eu-gdpr:A15"),
    ("a: {article:x", "brace 1:4 text={article:x"),
    ("a: @x", "start-character 1:4 character=@"),
    ("a: `x", "start-character 1:4 character=`"),
    ("a: %x", "start-character 1:4 character=%"),
    ("a: &当社 x", "start-character 1:4 character=&"),
    ("a: *当社 x", "start-character 1:4 character=*"),
    ("a: *x y", "start-character 1:4 character=*"),
    ("a: **bold**", "start-character 1:4 character=*"),
    ("a: !重要 x", "start-character 1:4 character=!"),
    ("a: !e!x y", "start-character 1:4 character=!"),
    ("a: ? x", "start-character 1:4 character=?"),
    ("a: , x", "start-character 1:4 character=,"),
    ("a: ] x", "start-character 1:4 character=]"),
    ('a: "foo\nb: 3', 'unclosed-quote 1:4 quote="'),
    ("a: 'foo\nb: 3", "unclosed-quote 1:4 quote='"),
    ("a: [1, 2\nb: 3", "unclosed-bracket 1:4 bracket=["),
    ("a: {x: 1", "unclosed-bracket 1:4 bracket={"),
    ("a: 'it's'", "after-quote 1:8 sign='"),
    ('a: "x" y', 'after-quote 1:8 sign="'),
    ("a: [参考] 本文", "after-bracket 1:9 sign=]"),
    ("a: {x: 1} y", "after-bracket 1:11 sign=}"),
    ('a: "fo\\qo"', "escape 1:7 escape=\\q"),
    ('a: "\\ud800"', "escape 1:5 escape=\\ud800"),
    ("a: - x", "dash 1:4"),
    ("a: | x", "block-header 1:6"),
    ("a: > x", "block-header 1:6"),
    ("%FOO bar\n---\na: no", "directive 1:1"),
    ("%YAML 3.0\n---\na: no", "directive 1:1"),
    ("a: 1\n...\nb: 2", "ended 3:1"),
    ("foo\n\nbar: 1", "colon 1:1 text=foo"),
    ("a: [x:y, z]", "colon-in-list 1:5 term=x:y"),
    ("a: [", "unclosed-bracket 1:4 bracket=["),
    ("a: {b: c,\n# d\n", "unclosed-bracket 1:4 bracket={"),
    ("a: 1\n<<<<<<< HEAD\n", "conflict 2:1 mark=<<<<<<<"),
    ("a: &a &b c", "syntax 1:7"),
    ("k" * 1_025 + ": v", "scalar 1:1 length=1025 limit=1024"),
]


@pytest.mark.parametrize(("text", "expected"), SYNTAX)
def test_what_the_parser_cannot_read_is_told_in_terms_of_the_text(text: str, expected: str) -> None:
    parsed = parse(text.encode(), "a.yaml")
    broken = [line for line in told(parsed) if line.startswith("DOC120")]
    assert broken == [f"DOC120.{expected}"]
    assert parsed.value is None


def test_a_complaint_without_a_place_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    class Parser:
        def __init__(self, data: bytes) -> None:
            self.data = data

        def get_event(self) -> object:
            raise YAMLError("something new")

        def dispose(self) -> None:
            self.data = b""

    monkeypatch.setattr(yaml_feed, "YAML", lambda typ: SimpleNamespace(Parser=Parser, typ=typ))
    assert faults("a: 1") == ["DOC120.syntax 1:1"]


TRAPS = [
    ("a: 1\nb: 2\na: 3", ["DOC121.duplicate-key 3:1 a first=a.yaml:1:1 key=a"]),
    ("x:\n  - a: 1\n    'a': {b: ~}", [
        "DOC121.duplicate-key 3:5 x/0/a first=a.yaml:2:5 key=a", "DOC121.empty-value 3:11 x/0/a/b key=b"]),
    ("{a: 1, a: 2}", ["DOC121.duplicate-key 1:8 a first=a.yaml:1:2 key=a"]),
    ("a: &a {}\nb:\n  <<: *a\n  <<: *a", ["DOC121.duplicate-key 4:3 b/<< first=a.yaml:3:3 key=<<"]),
    ("x:\n  true: 1\n  null: 2", ["DOC121.key 2:3 x key=true", "DOC121.key 3:3 x key=null"]),
    ("~: 1", ["DOC121.key 1:1 key=~"]),
    ("true: ~", ["DOC121.key 1:1 key=true"]),
    ("[a, b]: c\nd: e", ["DOC121.complex-key 1:1"]),
    ("? {a: ~}\n: - b\nd: e", ["DOC121.complex-key 1:3", "DOC121.empty-value 1:4 a key=a"]),
    ("a: &x b\n*x : c", ["DOC121.complex-key 2:1"]),
    ("a:\n\u3000b: 1", ["DOC121.empty-value 1:1 a key=a", "DOC121.key-blank 2:1 key=b"]),
    ("a: !x y", ["DOC121.tag 1:4 a tag=!x"]),
    ("a: ! y", ["DOC121.tag 1:4 a tag=!"]),
    ("!!str a: b", ["DOC121.tag 1:1 tag=tag:yaml.org,2002:str"]),
    ("- !!python/object:os.system {}\n- !y []", [
        "DOC121.tag 1:3 0 tag=tag:yaml.org,2002:python/object:os.system", "DOC121.tag 2:3 1 tag=!y"]),
    ("%YAML 1.1\n---\na: no", ["DOC121.directive 1:1"]),
    ("%YAML 1.2\n---\na: no", ["DOC121.directive 1:1"]),
    ("%TAG !e! tag:x,2000:\n---\na: no", ["DOC121.directive 1:1"]),
    ("a: 1\n---\na: ~\n---\nc: 3", [
        "DOC121.documents 2:1", "DOC121.empty-value 3:1 a key=a", "DOC121.documents 4:1"]),
    ("a:\nb: ~\nc: null\nd: {e: }\nf: # comment", [
        "DOC121.empty-value 1:1 a key=a", "DOC121.empty-value 2:1 b key=b", "DOC121.empty-value 3:1 c key=c",
        "DOC121.empty-value 4:5 d/e key=e", "DOC121.empty-value 5:1 f key=f"]),
    ("a:\n  -\n  - ~\n  - #1", ["DOC121.empty-item 2:4 a/0", "DOC121.empty-item 3:5 a/1", "DOC121.empty-item 4:4 a/2"]),
    ("a:\n  <<: text", ["DOC121.merge 2:3 a"]),
    ("a:\n  <<: [{b: c}, d]", ["DOC121.merge 2:3 a"]),
    ("a:\n  <<:\n  b: c", ["DOC121.merge 2:6 a"]),
    ("a: &x [*x]", ["DOC121.cycle 1:8 a/0 anchor=x"]),
    ("a: &x\n  b: {c: *x}", ["DOC121.cycle 2:10 a/b/c anchor=x"]),
    ("a: &x\n  <<: *x", ["DOC121.cycle 2:7 a/<< anchor=x"]),
    ("a: *y", ["DOC121.unknown-alias 1:4 a alias=y"]),
    ("a: &D department", ["DOC121.unused-anchor 1:4 anchor=D"]),
    ("a: &x 1\nb: &x 2\nc: *x", ["DOC121.unused-anchor 1:4 anchor=x"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_what_yaml_allows_and_a_policy_must_not_hold(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_what_is_refused_is_left_out_and_the_rest_is_read() -> None:
    text = "a: 1\na: {b: 2}\nc: ~\n[x]: {y: z}\nd: *no\ne: !t f\ng: &g [*g]\n"
    parsed = parse(text.encode(), "a.yaml")
    assert parsed.value == {"a": "1", "c": None, "d": None, "e": "f", "g": [None]}
    assert set(parsed.places) == {(), ("a",), ("c",), ("d",), ("e",), ("g",), ("g", 0)}
    assert len(parsed.findings) == 6


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        *((chr(code), "control") for code in (0, 1, 8, 11, 12, 14, 27, 31, 0x7F, 0x80, 0x84, 0x9F)),
        *((chr(code), "line") for code in (0x85, 0x2028, 0x2029)),
        *(
            (chr(code), "direction")
            for code in (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)
        ),
        *((chr(code), "invisible") for code in (0xAD, 0x200B, 0xFEFF, 0xE0041)),
        *((chr(code), "private-use") for code in (0xE000, 0xF8FF, 0xF0000, 0x10FFFD)),
        *((chr(code), "damaged") for code in (0xFFFD, 0xFFFE, 0xFFFF)),
    ],
)
def test_a_character_that_no_policy_may_hold_is_found_and_never_passed_on(character: str, kind: str) -> None:
    code = f"U+{ord(character):04X}"
    raw = parse(f"a: 1\nb: x{character}y\nc: |-\n  z{character}\n".encode(), "a.yaml")
    assert told(raw) == [f"DOC122.{kind} 2:5 code={code}", f"DOC122.{kind} 4:4 code={code}"]
    assert raw.value == {"a": "1", "b": "x\ufffdy", "c": "z\ufffd"}
    assert raw.places["c",].line == 3
    escaped = parse(f'a:\n  - "\\U{ord(character):08X}{character}\\U{ord(character):08X}"\n'.encode(), "a.yaml")
    typed = [] if kind == "damaged" and code == "U+FFFD" else [f"DOC122.{kind} 2:5 a/0 code={code}"]
    assert told(escaped) == [*typed, f"DOC122.{kind} 2:16 code={code}"]
    assert escaped.value == {"a": ["\ufffd\ufffd\ufffd"]}


def test_an_escape_is_reported_at_its_text_and_once_for_each_character() -> None:
    text = 'a:\n  - "\\u202e \\u202e \\0 \\t \\_ \\u3042"\n"\\e[31m": x\n'
    assert faults(text) == [
        "DOC122.control 2:5 a/0 code=U+0000",
        "DOC122.direction 2:5 a/0 code=U+202E",
        "DOC122.control 3:1 code=U+001B",
    ]


@pytest.mark.parametrize("character", ["\t", "\u3000", "\u00a0", "\u200d", "〜", "①", "𠮷", "😀", "é", "\u0301"])
def test_other_characters_are_welcome(character: str) -> None:
    parsed = parse(f"a: x{character}y".encode(), "a.yaml")
    assert (parsed.value, parsed.findings) == ({"a": f"x{character}y"}, ())


FOLDED = [
    ("a: 個人データを\n  収集します。", ["DOC123.folded 1:1 a"]),
    ("a: >-\n  個人データを\n  収集します。", ["DOC123.folded 2:1 a"]),
    ("a:\n  - 'We\n    use 個\n    人'", ["DOC123.folded 3:1 a/0"]),
    ('a: "個\n  人"', ["DOC123.folded 1:1 a"]),
    ('a: "個\\\n  人"', []),
    ("a: |-\n  個人データを\n  収集します。", []),
    ("a: >-\n  個人\n\n  収集\n", []),
    ("a: 個人データ\n  Cookie\n  収集", []),
    ("a: 한국\n  한국", []),
    ("a: We use\n  data", []),
    ("a: 個 人", []),
    ("a: >- # 個\n  人\nb: c", []),
    ("a: >\n  x個\n\n人: 個", []),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_a_folded_line_end_between_two_wide_characters_is_found(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


ENCODINGS = [
    ("a: b".encode("utf-16"), "utf-16 1:1"),
    ("a: b".encode("utf-16-le"), "utf-16 1:1"),
    ("a: b".encode("utf-16-be"), "utf-16 1:1"),
    ("a: b".encode("utf-32"), "utf-16 1:1"),
    ("a: b".encode("utf-32-le"), "utf-16 1:1"),
    ("a: b".encode("utf-32-be"), "utf-16 1:1"),
    ("a: 1\r\nb: 個人".encode("shift_jis"), "utf-8 2:4 byte=0x8C offset=9"),
    ("\ufeff方: ".encode() + b"\xff", "utf-8 1:4 byte=0xFF offset=8"),
    (b"a: \xed\xa0\x80", "utf-8 1:4 byte=0xED offset=3"),
]


@pytest.mark.parametrize(("data", "expected"), ENCODINGS)
def test_only_utf_8_is_read(data: bytes, expected: str) -> None:
    assert faults(data) == [f"DOC120.{expected}"]


BOUNDED = [
    ("# " + "x" * 2_000, "size 1:1 limit=2000 size=2002"),
    ("a: [[[[x]]]]", "depth 1:7 a/0/0 limit=4"),
    ("- - - - - x", "depth 1:9 0/0/0 limit=4"),
    ("a: &a [[x]]\nb: [[*a]]", "depth 2:6 b/0/0 limit=4"),
    ("\n".join(f"k{number}: x" for number in range(21)), "nodes 20:6 limit=40"),
    ("a: &a [1, 2, 3, 4]\nb: *a\nc: *a\nd: *a", "expansion 4:4 d limit=10"),
    ("a: " + "x" * 51, "scalar 1:4 length=51 limit=50"),
    ("b:\n  " + "k" * 11 + ": x", "scalar 2:3 b length=11 limit=10"),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_a_passed_bound_ends_the_reading(text: str, expected: str) -> None:
    parsed = parse(text.encode(), "a.yaml", SMALL)
    assert told(parsed) == [f"DOC120.{expected}"]
    assert parsed.value is None


@pytest.mark.parametrize(
    "text",
    [
        "# " + "x" * 1_998, "a: [[[x]]]", "- - - - x", "a: &a [[x]]\nb: [*a]",
        "- x\n" * 39, "a: &a [1, 2, 3, 4]\nb: *a\nc: *a", "a: " + "x" * 50,
        "k" * 10 + ": x",
    ],
)  # fmt: skip
def test_what_reaches_a_bound_is_read(text: str) -> None:
    assert faults(text, SMALL) == []


def test_too_many_faults_end_the_list() -> None:
    assert faults("\n".join(f"k{number}:" for number in range(9)), SMALL)[-2:] == [
        "DOC121.empty-value 5:1 k4 key=k4",
        "DOC120.findings 6:1 limit=5",
    ]
    assert faults("a: @\n" * 9, SMALL)[2:] == [
        "DOC120.start-character 3:4 character=@",
        "DOC120.findings 4:4 limit=3",
    ]


def test_faults_before_and_after_broken_lines_are_told_at_once() -> None:
    text = "a: ~\nb: {article:x}に\nc:\n  d: @\n  e: ~\nf: 'g\nh: !t x\ni: \0\nj: [k\nm: *above\nl:"
    assert faults(text) == [
        "DOC121.empty-value 1:1 a key=a",
        "DOC120.brace 2:4 text={article:x}",
        "DOC120.start-character 4:6 character=@",
        "DOC120.unclosed-quote 6:4 quote='",
        "DOC121.tag 7:4 h tag=!t",
        "DOC122.control 8:4 code=U+0000",
        "DOC120.unclosed-bracket 9:4 bracket=[",
        "DOC121.empty-value 11:1 l key=l",
    ]


def test_long_texts_are_quoted_short_and_on_one_line() -> None:
    text = f"? |\n  {'x' * 80}\n: 1\n? |\n  {'x' * 80}\n: 2\n"
    assert faults(text) == [f"DOC121.duplicate-key 4:3 {'x' * 59}… first=a.yaml:1:3 key={'x' * 59}…"]


HOSTILE = """
from hoshin.policy.yaml_events import parse
doubling = b"a0: &a0 [x, x]\\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\\n" % (i, i, i - 1, i - 1) for i in range(1, 40))
merging = b"a0: &a0 {k: v}\\n" + b"".join(
    b"a%d: &a%d {<<: [*a%d, *a%d], k%d: v}\\n" % (i, i, i - 1, i - 1, i) for i in range(1, 999))
chain = b"a0: &a0 [x]\\n" + b"".join(b"a%d: &a%d [*a%d]\\n" % (i, i, i - 1) for i in range(1, 999))
for data in (b"[" * 100_000, b"- " * 100_000, b"? " * 100_000, b"{a: " * 100_000, b"a: " + b"[" * 100_000,
             doubling, merging, chain, b"&a [*a", b"&a [*a]", b"a: @\\n" * 300_000, b"\\0" * 1_000_001):
    print(parse(data, "a.yaml").findings[-1].message)
"""


def test_hostile_files_end_in_findings_under_a_small_stack() -> None:
    command = ["sh", "-c", 'ulimit -s 1024 && exec "$0" -c "$1"', sys.executable, HOSTILE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [
        *("DOC120.depth",) * 5, "DOC120.expansion", "DOC120.expansion", "DOC120.depth", "DOC121.cycle",
        "DOC121.cycle", "DOC120.findings", "DOC120.findings",
    ]  # fmt: skip


def catalogue(language: str) -> dict[str, dict[str, str]]:
    parsed = parse((SHIPPED / language / "findings" / "yaml.yaml").read_bytes(), language)
    assert parsed.findings == ()
    value = parsed.value
    assert isinstance(value, dict)
    return value  # type: ignore[return-value]  # the test itself checks the entries


def test_both_languages_have_the_same_sentences_with_the_same_placeholders() -> None:
    english, japanese = catalogue("en"), catalogue("ja")
    assert list(english) == list(japanese)
    for message, entry in english.items():
        assert set(entry) == set(japanese[message]) == {"message", "help"}, message
        for part, text in entry.items():
            names = sorted(re.findall(r"\{([^{}]*)\}", text))
            assert names == sorted(re.findall(r"\{([^{}]*)\}", japanese[message][part])), message
            assert text.endswith((".", "。")), message


def test_every_sentence_is_used_with_the_arguments_that_it_names() -> None:
    texts: list[str | bytes] = [text for text, _ in SYNTAX]
    texts += [text for text, _ in TRAPS]
    texts += [text for text, _ in FOLDED]
    texts += [data for data, _ in ENCODINGS]
    texts += ["a: \u202e\0\u2028\xad\ue000\ufffd"]
    found = [item for text in texts for item in parse(text if isinstance(text, bytes) else text.encode(), "a").findings]
    found += [item for text, _ in BOUNDED for item in parse(text.encode(), "a", SMALL).findings]
    found += parse(b"a: @\n" * 9, "a", SMALL).findings
    english = catalogue("en")
    args = {item.message: {name for name, _ in item.args} for item in found}
    assert set(english) - set(args) == {"DOC121.root"}  # told by the merging of files
    for message, names in args.items():
        used = set(re.findall(r"\{([^{}]*)\}", "".join(english[message].values())))
        assert used == names, message
