"""What a field of the model holds, in the words of a person who writes YAML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from hoshin.schema import names
from hoshin.schema.money import Currency
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.schema.references import BARE
from hoshin.schema.section import Block
from hoshin.schema.time_limit import BusinessDays, Until

Words = Mapping[str, Any]
_NAMED: tuple[tuple[Any, str], ...] = (
    (names.Prose, "prose"),
    (names.Id, "id"),
    (names.FactRef, "ref"),
    (names.Curie, "term"),
    (names.LocaleCode, "locale"),
    (names.Country, "country"),
    (names.Region, "region"),
    (names.Email, "email"),
    (names.Url, "url"),
    (names.Phone, "phone"),
    (names.Version, "version"),
    (names.Word, "word"),
    (names.PlainText, "plain"),
    (names.Flag, "flag"),
    (names.Age, "age"),
    (names.Selector, "selector"),
    (Duration, "duration"),
    (PartialDate, "date"),
    (Currency, "currency"),
    (BusinessDays, "number"),
    (Until, "until"),
    (Block, "block"),
    (int, "number"),
    (Annotated[int, names.Field(ge=1)], "number"),
    (Annotated[int, names.Field(ge=0, le=10**12)], "number"),
)


@cache
def annotations(model: type[BaseModel]) -> Mapping[str, Any]:
    """The types of the fields as the source spells them."""
    return get_type_hints(model, include_extras=True)


def parts_of(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Models that stand inside of this one."""
    found: dict[type[BaseModel], None] = {}
    for name in model.model_fields:
        _collect(annotations(model)[name], found)
    return tuple(found)


def _collect(annotation: Any, found: dict[type[BaseModel], None]) -> None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        found[annotation] = None
    for inner in get_args(annotation):
        _collect(inner, found)


def in_words(model: type[BaseModel], name: str, words: Words) -> str:
    """What the field holds. Raises TypeError for a type that this page has no words for."""
    said = _said(annotations(model)[name], words)
    kinds = next((BARE[owner, name] for owner in model.__mro__ if (owner, name) in BARE), None)
    if kinds:
        named = words["joiner"].join(f"`{kind}`" for kind in kinds)
        for plain in ("selector", "id"):
            if plain == "id" or said == words["selector"]:
                said = said.replace(words[plain], words[f"{plain}-of"].format(kinds=named), 1)
                break
    return said


def _said(annotation: Any, words: Words) -> str:
    for known, word in _NAMED:
        if annotation == known:
            return words[word]
    origin = get_origin(annotation)
    if origin is Annotated:
        return _said(get_args(annotation)[0], words)
    if origin in (Union, UnionType):
        return words["or"].join(_said(inner, words) for inner in get_args(annotation) if inner is not NoneType)
    if origin is Literal:
        values = words["joiner"].join(f"`{value}`" for value in get_args(annotation))
        return values if len(get_args(annotation)) == 1 else words["choice"].format(values=values)
    if origin is tuple:
        return words["list-of"].format(item=_said(get_args(annotation)[0], words))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[`{annotation.__name__}`](#{annotation.__name__.lower()})"
    raise TypeError(annotation)
