"""docs/reference.md and its Japanese twin: every kind, field and kind of change, made from the model."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

from documentation.types_in_words import Words, annotations, in_words, parts_of
from pydantic import BaseModel
from ruamel.yaml import YAML

from hoshin.diff.kind import Kind as Change
from hoshin.diff.kinds import KINDS as CHANGES
from hoshin.schema.kinds import KINDS, Kind
from hoshin.schema.modifiers import Absence, Carried, Entity
from hoshin.schema.policy import Policy
from hoshin.schema.walk import hyphened, yaml_keys
from hoshin.translations.catalogues import group
from hoshin.translations.catalogues import words as catalogue

_FAMILIES = {"data": ("data-category", "data-item"), "section": ("section", "clause")}
"""Kinds whose changes are told apart further."""
_CLASSES = ("material", "notable", "editorial")
_RULE = "|---|---|---|"


@cache
def page_words(lang: str) -> Words:
    """The words around what is made."""
    text = (Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8")
    return YAML(typ="safe", pure=True).load(text)[lang]


def page(lang: str) -> str:
    """The whole page."""
    return "\n".join(_lines(lang)).rstrip("\n") + "\n"


def _lines(lang: str) -> Iterator[str]:
    words = page_words(lang)
    yield from (f"# {words['reference-title']}", "", words["made"], "", words["reference-intro"], "")
    yield from (f"## {words['kinds']}", "", words["kinds-head"], "|---|---|---|---|---|")
    yield from (_overview(kind, lang) for kind in KINDS)
    yield from ("", f"## {words['every']}", "", words["every-intro"], "", *_table(Entity, lang, without=()))
    yield from ("", f"## {words['absence']}", "", words["absence-intro"], "", *_table(Absence, lang, without=()))
    for kind in KINDS:
        yield from _chapter(kind, lang)
    yield from ("", f"## {words['parts']}", "", words["parts-intro"])
    for part in _parts():
        yield from ("", f"### `{part.__name__}`", "", *_about(part, lang), *_table(part, lang))
    yield from ("", f"## {words['changes']}", "", words["changes-intro"])
    for kind in KINDS:
        yield from _changes(kind, lang)


def _overview(kind: Kind, lang: str) -> str:
    words = page_words(lang)
    count = words["many" if kind.many else "one"]
    place = f"`{{{kind.name}:{'id' if kind.many else 'field'}}}`" + (
        " `{article:id}`" if kind.name == "section" else ""
    )
    name = words["joiner"].join(_family_names(kind, lang))
    return f"| [`{kind.key}`](#{kind.key}){count} | `{kind.name}` | {place} | `{kind.noun}` | {name} |"


def _family_names(kind: Kind, lang: str) -> tuple[str, ...]:
    named = group(catalogue(lang, "changes"), "families")
    return tuple(named[name] for name in _FAMILIES.get(kind.name, (kind.name,)))


def model_of(kind: Kind) -> type[BaseModel]:
    """The model of the facts of a kind."""
    found = [model for model in _models(annotations(Policy)[kind.key]) if model is not Absence]
    (model,) = dict.fromkeys(found)
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _parts() -> list[type[BaseModel]]:
    """Models inside of facts, each once."""
    facts = {model_of(kind) for kind in KINDS}
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Entity, *(model_of(kind) for kind in KINDS)]
    while waiting:
        for part in parts_of(waiting.pop()):
            if part not in found:
                found[part] = None
                waiting.append(part)
    return sorted(found.keys() - facts, key=lambda part: part.__name__)


def _chapter(kind: Kind, lang: str) -> Iterator[str]:
    words, model = page_words(lang), model_of(kind)
    yield from ("", f"## `{kind.key}`", "", *_about(model, lang))
    if kind.values:
        values = words["joiner"].join(f"`{name}`" for name in kind.values)
        yield words["told-values"].format(values=values)
    else:
        yield words["told" if kind.stated else "untold"]
    yield from ("", *_table(model, lang))


def _about(model: type[BaseModel], lang: str) -> tuple[str, ...]:
    """What the model is. Its docstring, which says more, is English."""
    if lang == "en":
        return (" ".join(inspect.cleandoc(model.__doc__ or "").split()), "")
    explained = editor_words(lang)
    return () if explained is None else (_in_a_cell(explained.model(model)), "")


def _table(model: type[BaseModel], lang: str, *, without: tuple[type[BaseModel], ...] = (Carried, Entity)) -> list[str]:
    """The fields of a model, without those that every fact carries."""
    words = page_words(lang)
    left = {name for base in without if issubclass(model, base) for name in base.model_fields}
    own = [(name, key) for name, key in yaml_keys(model) if name not in left or _narrower(model, name, without)]
    rows = [_row(model, name, key, words, lang) for name, key in own]
    return [words["fields-head"], _RULE, *rows] if rows else []


def _narrower(model: type[BaseModel], name: str, bases: tuple[type[BaseModel], ...]) -> bool:
    """Whether a model asks more of a common field, such as a title that must be there."""
    return any(
        name in base.model_fields and annotations(base)[name] != annotations(model)[name]
        for base in bases
        if issubclass(model, base)
    )


def _row(model: type[BaseModel], name: str, key: str, words: Words, lang: str) -> str:
    field = model.model_fields[name]
    holds = in_words(model, name, words)
    if field.is_required():
        holds += words["required"]
    elif isinstance(field.default, str):
        holds += words["default"].format(value=f"`{field.default}`")
    return f"| `{key}` | {holds} | {meaning(model, name, lang)} |"


def meaning(model: type[BaseModel], name: str, lang: str) -> str:
    """What a field means: as editors explain it, else as the changelog calls it.

    The one place that asks the catalogues. Raises KeyError for a field without words.
    """
    if (explained := editor_words(lang)) is not None:
        return _in_a_cell(explained.description(model, name))
    named = group(catalogue(lang, "changes"), "fields")
    families = [kind.name for kind in KINDS if model_of(kind) is model]
    own = page_words(lang)["meanings"]
    for words, keys in (
        (own, (f"{model.__name__}.{name}",)),
        (named, (*(f"{family}.{hyphened(name)}" for family in families), hyphened(name))),
        (own, (name,)),
    ):
        if known := next((key for key in keys if key in words), None):
            return words[known]
    raise KeyError(f"{model.__name__}.{name} has no meaning in {lang}")


@cache
def editor_words(lang: str) -> Any | None:
    """The explanations of the schema for editors, where the tool has them."""
    if find_spec("hoshin.publish.editor") is None:
        return None
    return import_module("hoshin.publish.editor.texts").Texts((lang,))


def _in_a_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _changes(kind: Kind, lang: str) -> Iterator[str]:
    words = page_words(lang)
    families = _FAMILIES.get(kind.name, (kind.name,))
    found = sorted((change for change in CHANGES.values() if change.entity in families), key=_rank)
    yield from ("", f"**{kind.key}**", "")
    for class_, changes in groupby(found, key=lambda change: change.class_):
        yield f"- {words[class_]}: " + " ".join(f"`{change.id}`" for change in changes)


def _rank(change: Change) -> tuple[int, str]:
    return _CLASSES.index(change.class_), change.id
