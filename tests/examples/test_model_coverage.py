"""Every field of the model occurs in a real policy or an example, is found by query and JSON, and its edit is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args, get_origin

import pytest
from msgspec import Struct
from projects import Field, documents, fields_of_the_model, places
from pydantic import BaseModel, ValidationError

from hoshin.diff.run import diff
from hoshin.document import nodes
from hoshin.document.policy import policy_document
from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded, assemble
from hoshin.policy.stated import printed
from hoshin.query.rows import rows_of
from hoshin.schema.policy import Policy
from hoshin.schema.walk import yaml_keys
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale

NOT_TOLD = {
    ("Entity", "id"): "a fact with another id is another fact; the declared rename is `formerly`",
    ("Entity", "formerly"): "says which fact it was; read when two versions are compared",
    ("Policy", "retired_ids"): "keeps names from being used again; read by checks",
    ("Policy", "document"): "a policy without it is none; each of its fields stands in this test",
    ("Row", "cells"): "a row has as many cells as the table has columns",
    ("Notice", "before"): "has one value only",
    **dict.fromkeys(
        ((block, "kind") for block in ("AddressBlock", "ListBlock", "Paragraph", "Subheading", "TableBlock")),
        "a block of another kind is another block",
    ),
}
"""Fields whose edit alone is no event, and why."""
WORDS = (
    "other", "P99D", "2031-01-01", "SE", "fr",
    "https://other.example/", "other@other.example", "+81 99 0000 0000",
    "9.9.9", "SEK", "dpv:Purpose", "purpose/other",
    99, True, False, ["other"], ["P1D", "P99D"], ["SE"], ["dpv:Purpose"],
    ["purpose/other"], "any", ["fr"], "none", "Other words",
)  # fmt: skip
"""Values of every shape; the first that a field takes and that it does not have is put there."""


@cache
def found() -> dict[Field, tuple[Loaded, RawPath]]:
    """Where each field stands for the first time."""
    first: dict[Field, tuple[Loaded, RawPath]] = {}
    for loaded in documents():
        for field, raw, _ in places(loaded.policy):
            first.setdefault(field, (loaded, raw))
    return first


def test_every_field_occurs_in_openwork_or_an_example() -> None:
    assert fields_of_the_model() - found().keys() == frozenset()


@pytest.mark.parametrize("field", sorted(fields_of_the_model()), ids=".".join)
def test_an_edit_of_the_field_is_told(field: Field) -> None:
    if field in NOT_TOLD or field not in found():
        assert field in NOT_TOLD
        return
    loaded, raw = found()[field]
    other = next(edits(loaded, raw), None)
    assert other is not None, f"no other value fits {'/'.join(map(str, raw))}"
    assert diff(loaded, other).events


def edits(loaded: Loaded, raw: RawPath) -> Iterator[Loaded]:
    """The document without the field, or with another value, as far as the model takes it."""
    data = loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for value in (None, *WORDS, *others(loaded, raw)):
        changed = json.loads(json.dumps(data))
        around = changed
        for step in raw[:-1]:
            around = around[step]
        if around[raw[-1]] == value:
            continue
        around[raw[-1]] = value
        if value is None:
            del around[raw[-1]]
        try:
            policy = Policy.model_validate(changed)
        except ValidationError:
            continue
        if policy != loaded.policy:
            yield assemble(loaded.name, policy, loaded.places)


def others(loaded: Loaded, raw: RawPath) -> Iterator[object]:
    """Other words of a closed list, and a list with one member more."""
    holder: object = loaded.policy
    content: object = loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    annotation: object = Policy
    for step in raw:
        content = content[step]  # type: ignore[index]  # the way was found by walking the same model
        if isinstance(holder, tuple) and isinstance(step, int):
            holder = holder[step]
        elif isinstance(holder, BaseModel):
            name = next(name for name, key in yaml_keys(type(holder)) if key == step)
            annotation = type(holder).model_fields[name].annotation
            holder = getattr(holder, name)
    yield from literals(annotation)
    if isinstance(content, list) and content:
        more = {**content[-1], "id": "another"} if isinstance(content[-1], dict) else content[-1]
        yield [*content, more]
        yield [*content, {**content[-1], "value": "2031-01-01"}] if isinstance(content[-1], dict) else content


def literals(annotation: object) -> Iterator[object]:
    """The words of every closed list inside an annotation."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from literals(part)


@pytest.mark.parametrize("loaded", list(documents()), ids=lambda loaded: loaded.name)
def test_a_question_for_a_kind_gives_every_field_of_its_facts(loaded: Loaded) -> None:
    for entry in loaded.index.entries.values():
        row = next(row for row in rows_of(loaded, entry.kind.noun).rows if row.path == entry.path)
        given = {key for name, key in yaml_keys(type(entry.value)) if name in entry.value.model_fields_set}
        assert given <= row.fields.keys(), entry.path


@pytest.mark.parametrize("loaded", list(documents()), ids=lambda loaded: loaded.name)
def test_every_text_that_is_printed_stands_in_the_page(loaded: Loaded) -> None:
    locale = read_locale(loaded.policy.document.source_locale, None)
    tree = policy_document(loaded, locale, words(locale.language, "document"))
    shown = [unit for section in tree.sections for unit in _units(section.blocks)]
    stated = {unit for unit, _ in printed(loaded) if not unit.endswith("/title")}
    assert {unit for unit in stated if unit in {text.id for text in loaded.units}} <= set(shown)


def _units(value: object) -> Iterator[str]:
    """Ids of the units below a part of the tree."""
    if isinstance(value, nodes.Unit):
        yield value.id
    if isinstance(value, tuple):
        for part in value:
            yield from _units(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _units(getattr(value, name))
