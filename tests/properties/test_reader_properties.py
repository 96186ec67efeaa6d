"""Laws of the YAML reader, with ruamel's own loaders as witnesses."""

from __future__ import annotations

import json
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hoshin.kernel.place import RawPath
from hoshin.policy.merge import merge_files
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml, below

CHARACTERS = st.one_of(
    st.sampled_from(list("ab \n\t:#-{}[],&*!|>'\"%@`?~\\=<0123…。、個人データ（）한é𠮷😀\u3000\u00a0")),
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters="\ufffd"),
)
TEXTS = st.text(CHARACTERS, max_size=30)
KEYS = st.text(CHARACTERS, min_size=1, max_size=12)


def nested(leaves: st.SearchStrategy[Yaml]) -> st.SearchStrategy[Yaml]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
        max_leaves=12,
    )


def quoted(data: Yaml, indent: int) -> str:
    """Safe dump with every string in double quotes, in blocks, with lines folded early."""
    yaml = YAML(typ="safe")
    yaml.default_style = '"'
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.indent = indent
    yaml.width = 30
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def composed(node: Node, path: RawPath = ()) -> dict[RawPath, tuple[int, int]]:
    """Places by ruamel's tree of nodes, which recurses and is therefore only a witness."""
    found = {path: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            found |= composed(item, (*path, number))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            found |= composed(value, (*path, key.value))
            found[*path, key.value] = (key.start_mark.line + 1, key.start_mark.column + 1)
    assert isinstance(node, (SequenceNode, MappingNode, ScalarNode))
    return found


@given(nested(TEXTS), st.integers(2, 4))
@settings(deadline=None)
def test_dumped_data_come_back_with_the_places_that_ruamel_finds(data: Yaml, indent: int) -> None:
    text = quoted(data, indent)
    parsed = parse(text.encode(), "a.yaml")
    assert {item.rule for item in parsed.findings} <= {"DOC123"}
    assert parsed.value == data == YAML(typ="safe").load(text)
    assert set(parsed.places) == set(below(data))
    marks = composed(YAML(typ="safe").compose(text))
    assert {path: (place.line, place.column) for path, place in parsed.places.items()} == marks


@given(nested(st.one_of(TEXTS, st.booleans())))
@settings(deadline=None)
def test_json_is_read_as_it_stands(data: Yaml) -> None:
    parsed = parse(json.dumps(data, ensure_ascii=False).encode(), "a.yaml")
    assert parsed.value == data
    assert parsed.findings == ()


@given(st.dictionaries(KEYS, nested(TEXTS), max_size=6), st.data())
@settings(deadline=None)
def test_splitting_a_document_into_files_changes_nothing(data: dict[str, Yaml], draw: st.DataObject) -> None:
    parts: dict[str, dict[str, Yaml]] = {}
    for key, value in data.items():
        parts.setdefault(draw.draw(st.sampled_from(["a.yaml", "b.yaml", "c.yaml"])), {})[key] = value
    files = draw.draw(st.permutations([(name, quoted(part, 2).encode()) for name, part in parts.items()]))
    merged = merge_files(files)
    assert merged.value == data
    assert {item.rule for item in merged.findings} <= {"DOC123"}
    for name, part in parts.items():
        assert all(merged.places[path].file == name for path in below(part) if path)


PLANTS = {
    "{key}: @x": ("DOC120.start-character", 0),
    "{key}:\n\tb: 1": ("DOC120.tab", 1),
    "{key}: a: b": ("DOC120.colon-in-text", 0),
    "{key}: {{kind:id}} x": ("DOC120.brace", 0),
    "{key}:\n  - x\n - y": ("DOC120.indentation", 2),
    "{key}: [a, b": ("DOC120.unclosed-bracket", 0),
    "{key}: 'x' y": ("DOC120.after-quote", 0),
    "{key}: ~": ("DOC121.empty-value", 0),
    "{key}:\n  - x\n  -": ("DOC121.empty-item", 2),
    "{key}: !t x": ("DOC121.tag", 0),
    "{key}: &{key} [*{key}]": ("DOC121.cycle", 0),
    "{key}:\n  a: 1\n  a: 2": ("DOC121.duplicate-key", 2),
    "{key}:\n  true: 1": ("DOC121.key", 1),
    "{key}:\n  <<: x": ("DOC121.merge", 1),
    "{key}: |-\n  x\n  x\u200by": ("DOC122.invisible", 2),
    '{key}: "\\u202e"': ("DOC122.direction", 0),
    "{key}: >-\n  x\n  個\n  個": ("DOC123.folded", 2),
    "{key}: fine": None,
    "{key}:\n  - {{a: b}}\n  # 注記": None,
}


@given(st.lists(st.sampled_from(list(PLANTS)), max_size=12), st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None)
def test_as_many_faults_as_were_planted_are_found_each_on_its_line(plants: list[str], newline: str) -> None:
    lines: list[str] = []
    expected: list[tuple[str, int]] = []
    for number, plant in enumerate(plants):
        if fault := PLANTS[plant]:
            expected.append((fault[0], len(lines) + 1 + fault[1]))
        lines += plant.format(key=f"k{number}").split("\n")
    parsed = parse((newline.join([*lines, ""])).encode(), "a.yaml")
    assert [(item.message, item.place.line) for item in parsed.findings if item.place] == expected


FRAGMENTS = st.sampled_from(
    [b"a", b": ", b":\n", b"\n", b"  ", b"- ", b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"<<: ", b"!t ", b"'", b'"',
     b"|-\n", b">\n", b"? ", b"---\n", b"...\n", b"%YAML 1.1\n", b"#", b"\t", b"\0", b"\xff", "個".encode(),
     "\u2028".encode(), b"\r", b"\\", b"@", b"~"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=200), st.lists(FRAGMENTS, max_size=40).map(b"".join)))
@settings(deadline=None, max_examples=300)
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    parsed = parse(data, "a.yaml")
    assert all(item.place is not None and item.place.line >= 1 for item in parsed.findings)
    assert list(parsed.findings) == list(dict.fromkeys(parsed.findings))
    assert parse(data, "a.yaml") == parsed
    if not any(item.rule == "DOC120" for item in parsed.findings):
        assert set(below(parsed.value)) == set(parsed.places)
