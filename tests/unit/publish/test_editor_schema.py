"""The schemas for editors: in step with the types, complete in both languages, content with every file there is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from hoshin.diff.decisions.read import file_of, read_decisions
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.editor.files import BY_NAME, KINDS, FileKind
from hoshin.publish.editor.offers import label
from hoshin.publish.editor.schema import schema, schema_text
from hoshin.publish.editor.shape import shaped
from hoshin.publish.editor.texts import Texts
from hoshin.translations.catalogues import group, words

ROOT = Path(__file__).resolve().parents[3]
BOTH = ("en", "ja")
STARTERS = ROOT / "src" / "hoshin" / "publish" / "starters"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")
FILES = sorted(
    path
    for home in (ROOT / "policy", ROOT / "schema", ROOT / "translations", ROOT / "examples", STARTERS)
    for path in home.rglob("*.yaml")
)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(BY_NAME[name], Texts(BOTH)))


def nodes(node: object) -> Iterator[dict[str, Any]]:
    """All parts of a schema that are schemas or hold them; the text of a snippet is none."""
    if isinstance(node, dict):
        yield node
        for name, part in node.items():
            if name != "body":
                yield from nodes(part)
    elif isinstance(node, list):
        for part in node:
            yield from nodes(part)


@each_kind
def test_the_committed_schema_is_that_of_the_types(kind: FileKind) -> None:
    committed = (ROOT / "schema" / kind.file).read_text(encoding="utf-8")
    assert committed == schema_text(kind, BOTH), "run `make schema`"


@each_kind
def test_it_is_a_schema_in_which_every_reference_leads_somewhere(kind: FileKind) -> None:
    made = schema(kind, Texts(BOTH))
    Draft202012Validator.check_schema(made)
    named = {f"#/$defs/{name}" for name in made["$defs"]}
    used = {node["$ref"] for node in nodes(made) if isinstance(node.get("$ref"), str)}
    assert used == named


@each_kind
@pytest.mark.parametrize("lang", BOTH)
def test_every_key_and_every_word_is_explained_in_each_language(kind: FileKind, lang: str) -> None:
    made = schema(kind, Texts((lang,)))
    keys = [
        (key, made["$defs"][part["$ref"].rpartition("/")[2]] if set(part) == {"$ref"} else part)
        for node in nodes(made)
        if isinstance(node.get("properties"), dict) and "const" not in node["properties"].get("kind", {})
        for key, part in node["properties"].items()
    ]
    assert keys
    assert [key for key, part in keys if not part.get("description")] == []
    if kind.name != "locale":
        assert [key for key, part in keys if not part.get("title") and key not in BOTH] == []
    texts = [text for node in nodes(made) for text in said(node)]
    foreign = [text for text in texts if bool(JAPANESE.search(text)) != (lang == "ja")]
    assert [text for text in foreign if not NO_WORDS.fullmatch(text)] == []
    for node in nodes(made):
        if isinstance(node.get("enum"), list) and node["enum"] != [True]:
            assert len(node["enumDescriptions"]) == len(node["enum"]), node["enum"]
        assert not {"oneOf", "default"} & {key for key in node if key != "default" or "type" in node}, node
        assert "anyOf" not in node or len(node["anyOf"]) == 1, "an editor guesses which alternative is meant"


NO_WORDS = re.compile(r"Cookie|SDK|URL|id|[aAi123一]、.*|true")
"""Japanese texts that need no Japanese characters."""


def said(node: dict[str, Any]) -> Iterator[str]:
    for name in ("title", "description", "errorMessage", "patternErrorMessage"):
        if isinstance(node.get(name), str):
            yield node[name]
    if isinstance(node.get("enumDescriptions"), list):
        yield from node["enumDescriptions"]


def test_no_text_of_the_catalogue_is_left_over() -> None:
    texts = Texts(BOTH)
    for kind in KINDS:
        schema(kind, texts)
    for lang in BOTH:
        catalogue = words(lang, "editor")
        there = {(name, key) for name in catalogue for key in group(catalogue, name)}
        assert there - texts.used == set()


def test_a_key_without_a_text_stops_the_making() -> None:
    with pytest.raises(KeyError, match="no_such_field"):
        Texts(BOTH).description(BY_NAME["policy"].model, "no_such_field")
    with pytest.raises(KeyError, match="no_such_word"):
        Texts(BOTH).value(BY_NAME["policy"].model, "status", "no_such_word")


def kind_of(file: Path) -> str:
    folder = next(part for part in reversed(file.parts) if part in {"policy", "translations", "schema"})
    if folder == "policy":
        return file.stem if file.stem in {"changes", "project"} else folder
    return file.stem if file.stem in BY_NAME else "translation"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_file_names_its_schema_and_satisfies_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    named = MODELINE.match(text)
    assert named is not None
    wanted = (file.parent / named.group(1)).resolve()
    assert wanted.name == BY_NAME[kind_of(file)].file
    assert wanted.is_file() or wanted.parent.parent.parent == STARTERS, "a starter's schema is made by `hoshin init`"
    data = YAML(typ="safe").load(text)
    if data is not None:
        data = json.loads(json.dumps(data, default=str))  # other readers of YAML make dates of what is text to us
        errors = validator(kind_of(file)).iter_errors(data)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []


VALUES: tuple[object, ...] = (
    "any", "Any", "P1Y", "indefinite", "2026-07", "withdrawal", 3, True, [], ["aa"], ["A"], {}, {"end_of": "month"},
    {"end_of": "week"}, {"status": "none", "reason": "x"}, {"status": "no"}, [{"id": "aa"}], [{"id": "aa", "x": 1}],
)  # fmt: skip
PLACES = (
    ("retention", "period"), ("retention", "until"), ("retention", "min"), ("legal_bases", "data"), ("dates", "value"),
    ("technologies", "lifetime"), ("recipients", "data"), ("rights", "limbs"), ("purposes", "items"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "field"), [(None, None), *PLACES])
def test_the_schema_without_alternatives_says_the_same_as_the_types(key: str | None, field: str | None) -> None:
    """Pydantic's own schema is the witness; only an empty key (null) is judged otherwise."""
    model = BY_NAME["policy"].model
    witness, mine = (
        Draft202012Validator({**model.model_json_schema(by_alias=True), "required": []}),
        validator("policy"),
    )
    needed = {"legal_bases": {"basis": "aa:b"}, "technologies": {"kind": "cookie"}, "rights": {"right": "aa:b"}}
    for value in VALUES:
        data = {"purposes": value} if key is None else {key: [{"id": "aa", **needed.get(key, {}), str(field): value}]}
        assert mine.is_valid(data) == witness.is_valid(data), data


EVENT = "chg_0123456789abcdef"
SAID: tuple[tuple[object, bool], ...] = (
    ({"event": EVENT}, True),
    ({"event": EVENT, "meaning": None, "note": None, "override": None, "decision": None, "approved": None}, True),
    ({"event": EVENT, "by": None, "attested_by": None, "note": {"en": None, "ja": ""}}, True),
    ({"event": EVENT, "meaning": "editorial", "by": "legal", "attested_by": "A. Aoki"}, True),
    ({"event": EVENT, "note": {"en": "We delete sooner.", "fr": "x"}, "approved": "f1:5b0e4d2c91aa7f36"}, True),
    ({"event": EVENT, "override": {"to": "material"}, "decision": {}}, True),
    ({"event": EVENT, "override": {"to": "editorial", "reason": None, "approved_by": "x"}}, True),
    ({"event": EVENT, "decision": {"text": "may go ahead", "by": None}}, True),
    ({}, False),
    ({"event": None}, False),
    ({"event": "chg_1"}, False),
    ({"event": EVENT, "meaning": "other"}, False),
    ({"event": EVENT, "note": "We delete sooner."}, False),
    ({"event": EVENT, "note": {"english": "x"}}, False),
    ({"event": EVENT, "override": {"reason": "x"}}, False),
    ({"event": EVENT, "override": {"to": None}}, False),
    ({"event": EVENT, "override": {"to": "lower"}}, False),
    ({"event": EVENT, "override": "editorial"}, False),
    ({"event": EVENT, "decision": {"text": ["x"]}}, False),
    ({"event": EVENT, "approved": "5b0e4d2c91aa7f36"}, False),
    ({"event": EVENT, "by": ""}, False),
    ({"event": EVENT, "aproved": "f1:5b0e4d2c91aa7f36"}, False),
    ("x", False),
    (None, False),
)


@pytest.mark.parametrize(("entry", "good"), SAID, ids=str)
def test_the_schema_of_decisions_and_the_reader_agree(entry: object, good: bool) -> None:
    file = json.dumps([entry], ensure_ascii=False).encode()
    read = read_decisions(Snapshot({file_of("x"): file}), "x")
    assert validator("changes").is_valid([entry]) == good
    assert (read.readable, read.findings == ()) == (good, good)
    assert not validator("changes").is_valid(entry), "the file is a list"


def test_a_block_is_judged_by_its_kind() -> None:
    def faults(block: dict[str, Any]) -> set[str]:
        section = {"id": "aa", "title": "x", "blocks": [block]}
        return {error.message for error in validator("policy").iter_errors({"sections": [section]})}

    assert faults({"kind": "subheading", "id": "sub", "text": "x"}) == set()
    kinds = ["paragraph", "list", "subheading", "address", "table"]
    assert faults({"kind": "picture", "id": "pic"}) == {f"'picture' is not one of {kinds}"}
    assert faults({"id": "pic"}) == {"'kind' is a required property"}
    assert faults({"kind": "subheading", "id": "sub"}) == {"'text' is a required property"}
    assert faults({"kind": "subheading", "id": "sub", "of": "purpose/news"}) == set()
    assert faults({"kind": "list", "id": "lst"}) == {"'items' is a required property"}
    assert faults({"kind": "paragraph", "id": "par"}) == {"'units' is a required property"}


def test_alternatives_become_types_beside_each_other() -> None:
    word, thing = {"type": "string", "pattern": "^a$"}, {"$ref": "#/$defs/X"}
    assert shaped({"anyOf": [word, {"type": "null"}], "default": None, "title": "T"}) == word
    assert shaped({"oneOf": [word, thing]}) == {
        "type": ["string", "object"], "pattern": "^a$", "form": "^a$", "if": {"type": "object"}, "then": thing,
    }  # fmt: skip
    closed = {"type": "string", "enum": ["b.c"]}
    assert shaped({"anyOf": [word, closed]})["pattern"] == r"^(?:(?:a)|(?:(?:b\.c)))$"


def test_a_label_shows_as_many_meanings_as_fit() -> None:
    assert label("aa", ("one", "一")) == "aa · one / 一"
    assert label("aa", ("one", "一" * 60)) == "aa · one"
    assert label("aa", ("x" * 60, "一")) == "aa"
