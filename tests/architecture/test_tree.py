"""The shape of the tree: sizes, imports, the four top folders, reasons for every ignored warning, twin catalogues."""

from __future__ import annotations

import ast
import graphlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "hoshin"
CATALOGUES = PACKAGE / "translations"
COMPANY_FOLDERS = ("policy", "schema", "renderers", "translations")
MOST_LINES = 400
SOURCES = sorted(
    path
    for folder in ("src", "tests", "bench")
    for path in (ROOT / folder).rglob("*.py")
    if "node_modules" not in path.parts and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_no_source_file_is_too_long() -> None:
    assert {str(p.relative_to(ROOT)): n for p in SOURCES if (n := len(lines(p))) > MOST_LINES} == {}


def test_company_folders_hold_no_python() -> None:
    """A top folder with an `__init__.py` would shadow an installed library of the same name."""
    assert [path for name in COMPANY_FOLDERS for path in (ROOT / name).rglob("*.py*")] == []


# Imports


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in SOURCES if path.is_relative_to(PACKAGE)}


def imported(tree: ast.AST, modules: frozenset[str]) -> Iterator[str]:
    """Every module that is imported, wherever the statement stands, or named in a table of things to load."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if found := inner if inner in modules else node.module if node.module in modules else None:
                    yield found
        elif isinstance(node, ast.Dict):
            yield from (name for value in node.values if (name := named_module(value)) in modules)


def named_module(value: ast.expr) -> str:
    """`a.b` of an entry `"a.b:function"` or `"a.b"` in a table of things to load, else ""."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and "." in value.value:
        return value.value.split(":", maxsplit=1)[0]
    return ""


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """The modules of one cycle, or nothing."""
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as fault:
        return list(fault.args[1])
    return []


def test_no_module_imports_itself_in_a_circle() -> None:
    """Counts imports inside functions and under TYPE_CHECKING, and the modules named in lazy tables."""
    known = frozenset(MODULES)
    graph = {name: set(imported(ast.parse(path.read_bytes()), known)) - {name} for name, path in MODULES.items()}
    assert cycle(graph) == []


def test_no_module_imports_from_the_root() -> None:
    known = frozenset(MODULES)
    users = [name for name, path in MODULES.items() if "hoshin" in set(imported(ast.parse(path.read_bytes()), known))]
    assert [name for name in users if name != "hoshin.__main__"] == []


@pytest.mark.parametrize(
    "source",
    [
        "import p.b",
        "from p import b",
        "from p.b import thing",
        "def f():\n    from p.b import thing",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from p.b import thing",
        "TABLE = {'b': 'p.b:run'}",
    ],
)
def test_the_walk_sees_every_form_of_import(source: str) -> None:
    modules = frozenset({"p", "p.a", "p.b"})
    graph = {"p.a": set(imported(ast.parse(source), modules)), "p.b": {"p.a"}}
    assert graph["p.a"] == {"p.b"}
    assert set(cycle(graph)) == {"p.a", "p.b"}


def test_layers_hold() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_layer_is_a_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = sorted(name.strip().removeprefix("hoshin.") for layer in layers for name in layer.split("|"))
    assert named == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


# Reasons

IGNORED = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b")
CODES = re.compile(r"#\s*(?:noqa:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|type:\s*ignore\[[a-z, -]+\])")


def reasonless(line: str) -> bool:
    """Whether a line ignores a warning without naming which one and, in words, why."""
    if not (match := IGNORED.search(line)):
        return False
    comment = line[match.start() :]
    if len(CODES.findall(comment)) != len(IGNORED.findall(comment)):
        return True
    return not re.search(r"\w{3}", CODES.sub("", comment))


def test_every_ignored_warning_has_a_reason() -> None:
    here = Path(__file__)
    found = [
        (path, n, line) for path in SOURCES if path != here for n, line in enumerate(lines(path), 1) if reasonless(line)
    ]
    assert [f"{path.relative_to(ROOT)}:{n}: {line.strip()}" for path, n, line in found] == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("x = 1", False),
        ("x = 1  # noqa: S101 the parser checked it", False),
        ("x = 1  # noqa: S101, D100 - the parser checked it", False),
        ("x = 1  # type: ignore[index]  # always a list", False),
        ("x = 1  # type: ignore[index]  # noqa: S101 - always a list", False),
        ("x = 1  # noqa: S101", True),
        ("x = 1  # noqa", True),
        ("x = 1  # noqa because of the parser", True),
        ("x = 1  # type: ignore[index]", True),
        ("x = 1  # type: ignore", True),
    ],
)
def test_a_reason_is_told_from_a_bare_ignore(line: str, *, bare: bool) -> None:
    assert reasonless(line) is bare


# Catalogues: both languages say the same things

SLOT = re.compile(r"\{([A-Za-z_][\w.:-]*)(?:![rsa])?\}")
OWN_KEYS = frozenset({"glossary.yaml"})
"""Files that one language may have alone: a glossary translates into its own language."""
OWN_SLOTS = frozenset({"locale.yaml"})
"""Files whose entries each language builds of its own parts: a Japanese date may have an era."""


def is_source(path: Path) -> bool:
    """What people edit: YAML, and the JSON that is not made from one beside it."""
    return path.suffix == ".yaml" or (path.suffix == ".json" and not path.with_suffix(".yaml").exists())


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text or list with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, str(key)))
    else:
        yield path, str(value)


def catalogue(path: Path) -> dict[tuple[str, ...], frozenset[str]]:
    """The slots of each entry of a file."""
    text = path.read_text(encoding="utf-8")
    value = json.loads(text) if path.suffix == ".json" else YAML(typ="safe", pure=True).load(text)
    return {keys: frozenset(SLOT.findall(said)) for keys, said in leaves(value)}


def _without_singular(entries: dict[tuple[str, ...], frozenset[str]]) -> dict[tuple[str, ...], frozenset[str]]:
    """Without the forms for one: Japanese has no plural, and "one" needs no number."""
    return {keys: slots for keys, slots in entries.items() if keys[-1] != "one"}


def files(locale: str) -> dict[str, Path]:
    folder = CATALOGUES / locale
    found = (path for path in folder.rglob("*") if path.name not in OWN_KEYS and is_source(path))
    return {path.relative_to(folder).as_posix(): path for path in found}


def test_every_catalogue_exists_in_both_languages() -> None:
    assert sorted(files("en")) == sorted(files("ja"))


@pytest.mark.parametrize("name", sorted(files("en").keys() & files("ja").keys()))
def test_both_languages_have_the_same_entries_with_the_same_slots(name: str) -> None:
    english, japanese = (_without_singular(catalogue(files(lang)[name])) for lang in ("en", "ja"))
    assert sorted(english.keys() ^ japanese.keys()) == []
    if name in OWN_SLOTS:
        return
    assert {
        keys: (sorted(english[keys]), sorted(japanese[keys])) for keys in english if english[keys] != japanese[keys]
    } == {}
