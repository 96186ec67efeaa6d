"""Properties P15, P17 and P19 of the model (model.md 8), and that each of the twenty has its tests."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from openwork.rendered import squeezed
from projects import HOME, document, snapshot
from projects import documents as every_document
from pydantic import ValidationError
from ruamel.yaml import YAML

from hoshin.document.nodes import plain
from hoshin.document.walk import lines_of
from hoshin.kernel.finding import Severity
from hoshin.kernel.overlay import Overlay
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import expand
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import build, documents
from hoshin.publish.gate import check_project
from hoshin.publish.opening import open_document
from hoshin.renderers.look import Look
from hoshin.schema.policy import Policy
from hoshin.translations.editions import edition

TESTS = HOME / "tests"
PROPERTIES: dict[str, list[str]] = YAML(typ="safe").load(Path(__file__).with_name("properties.yaml"))
MANY = [
    (HOME / "examples" / name, document)
    for name, document in (("tandem", "rides"), ("marula", "app"), ("hinata", "privacy"), ("tandem", "cookies"))
]
EACH = pytest.mark.parametrize(("folder", "name"), MANY, ids=lambda value: getattr(value, "name", value))


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_property_has_tests_that_exist(name: str) -> None:
    assert PROPERTIES[name]
    for entry in PROPERTIES[name]:
        file, _, function = entry.partition("::")
        tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
        functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert function in functions, entry


def test_all_properties_are_there() -> None:
    assert list(PROPERTIES) == [f"P{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize("loaded", list(every_document()), ids=lambda loaded: loaded.name)
def test_a_model_cannot_be_changed_and_equal_content_has_one_hash(loaded: Loaded) -> None:
    again = Policy.model_validate(loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True))
    assert again is not loaded.policy
    assert (again, hash(again)) == (loaded.policy, hash(loaded.policy))
    for value in (loaded.policy, *(entry.value for entry in loaded.index.entries.values())):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(value, next(iter(type(value).model_fields)), None)


@EACH
def test_a_policy_written_in_the_other_language_first_states_the_same_facts(folder: Path, name: str) -> None:
    """Source and translation change places; facts, matrix and words of both languages stay."""
    loaded = document(folder, name)
    turned = _turned(snapshot(folder), loaded)
    opened = open_document(turned, name)
    other = opened.loaded
    assert expand(other.index) == expand(loaded.index)
    assert {path: entry.kind for path, entry in other.index.entries.items()} == {
        path: entry.kind for path, entry in loaded.index.entries.items()
    }
    known = {item.rule for item in check_project(turned, (name,)) if item.severity is Severity.ERROR}
    assert known == set()
    before = {tree.lang: tree for tree in documents(open_document(snapshot(folder), name), ("en", "ja"))}
    for tree in documents(opened, ("en", "ja")):
        shown = ["".join(_body(one)) for one in (before[tree.lang], tree)]
        assert shown[0] == shown[1]


def _turned(files: Snapshot, loaded: Loaded) -> Snapshot:
    """The project with the document in its second language first, and its first as the translation."""
    source, second = loaded.policy.document.source_locale, loaded.policy.document.locales[1]
    assert source != second
    translated, faults = edition(files, loaded, second)
    assert (translated.missing, faults) == ((), ())
    data = translated.loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data["document"] |= {"source_locale": second, "locales": [second, source]}
    old = {unit.id: unit.text for unit in loaded.units}
    units: dict[str, dict[str, Any]] = {
        unit.id: {second: unit.text, source: old[unit.id]} | ({"same": True} if unit.text == old[unit.id] else {})
        for unit in translated.loaded.units
    }
    kept = {
        path: content
        for path, content in files.files.items()
        if not path.startswith(f"policy/{loaded.name}/") and not path.endswith(f"/{loaded.name}.yaml")
    }
    kept[f"policy/{loaded.name}/all.yaml"] = json.dumps(data, ensure_ascii=False).encode()
    kept[f"translations/{source}/{loaded.name}.yaml"] = json.dumps({"units": units}, ensure_ascii=False).encode()
    return Snapshot(kept)


def _body(tree: Any) -> list[str]:
    parts = [plain(tree.title)]
    for section in tree.sections:
        parts += [plain(section.heading), *(plain(line) for line in lines_of(section.blocks))]
    return [squeezed(part) for part in parts]


@EACH
def test_facts_for_rules_reach_no_public_file(folder: Path, name: str) -> None:
    """Grounds of jurisdiction, provenance and doubts stand in no file of any format (S16)."""
    loaded = document(folder, name)
    secrets = _secrets(loaded)
    trees = tuple(documents(open_document(snapshot(folder), name), ("en", "ja")))
    formats = ("html", "md", "txt", "json")
    files = {output.name: output.data.decode() for output in build(trees, formats, Look(Overlay(folder)))}
    shown = list(files.values())
    assert [secret for secret in secrets for text in shown if secret in text] == []
    public = [json.loads(text)["policy"] for file, text in files.items() if file.endswith(".json")]
    assert len(public) == 2
    assert [fact for policy in public for fact in policy.get("jurisdictions", ()) if "ground" in fact] == []


def _secrets(loaded: Loaded) -> list[str]:
    data = loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return _notes(data)


def _notes(value: Any) -> list[str]:
    found: list[str] = []
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "interpretation":
                found += [text for name, text in part.items() if name != "decided_by"]
            elif key == "source_ref":
                found.append(part["document"])
            else:
                found += _notes(part)
    elif isinstance(value, list):
        found = [text for part in value for text in _notes(part)]
    return found
