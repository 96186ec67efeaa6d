"""The examples and OpenWork's policy as loaded documents, and the walk over the model that their tests share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.schema.policy import Policy
from hoshin.schema.walk import present_fields

HOME = Path(__file__).resolve().parents[2]
EXAMPLES = tuple(sorted(folder for folder in (HOME / "examples").iterdir() if folder.is_dir()))
PROJECTS = (*EXAMPLES, *(folder / "former" for folder in EXAMPLES), HOME)
Field = tuple[str, str]
"""A field by the class that declares it: what a limit of time has is one field, wherever a limit stands."""


@cache
def snapshot(folder: Path) -> Snapshot:
    return read_snapshot(folder)


@cache
def document(folder: Path, name: str) -> Loaded:
    reading = load_document(snapshot(folder), name)
    assert reading.loaded is not None, reading.findings
    return reading.loaded


def documents() -> Iterator[Loaded]:
    """Every document of every project."""
    for folder in PROJECTS:
        for name in snapshot(folder).documents():
            yield document(folder, name)


def fields_of_the_model() -> frozenset[Field]:
    """Every field that a YAML file can have."""
    seen: set[type[BaseModel]] = set()
    waiting: list[object] = [Policy]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
            seen.add(annotation)
            waiting += [field.annotation for field in annotation.model_fields.values()]
        waiting += get_args(annotation)
    return frozenset(field_of(model, name) for model in seen for name in model.model_fields)


def field_of(model: type[BaseModel], name: str) -> Field:
    """The field under the first class that declares it."""
    owner = next(base for base in reversed(model.__mro__) if name in vars(base).get("__annotations__", {}))
    return owner.__name__, name


def places(value: BaseModel, raw: RawPath = ()) -> Iterator[tuple[Field, RawPath, object]]:
    """Every field that is given below a value, with its way and content."""
    for name, key, content in present_fields(value):
        yield field_of(type(value), name), (*raw, key), content
        if isinstance(content, BaseModel):
            yield from places(content, (*raw, key))
        elif isinstance(content, tuple):
            for position, part in enumerate(content):
                if isinstance(part, BaseModel):
                    yield from places(part, (*raw, key, position))
