"""Whole projects out of nothing: policies made from the types of the model, with hostile words, split over files."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from hoshin.schema.kinds import KINDS
from hoshin.schema.names import Wording
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.schema.policy import Policy

IDS = ("aa", "bb", "cc", "orders", "email", "default")
HOSTILE = (
    "{{ 7*7 }}", "{% for x in y %}", "#let x = 1", "$a$", "#import \"@preview/a:1.0.0\"", "<script>alert(1)</script>",
    "</style>", "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "{retention:default}", "{article:aa}",
    "{term:aa} and {term:bb}", "{data:email/title}", "{x", "}{", "{}", "**a", "*b*", "`c`", "\\input{x}", "%s %d",
    "個人情報を収集します。", "第3条", "１０年間", "ไทย", "👩‍👩‍👧", "e\u0301", "a" * 300, "…", "10 years", "2026-02-30", "& &amp; \"'",
    "We keep your data for ten years.", "~~x~~", "| a | b |", "- item", "1. item", "\t", " ", "=", "~", "no", "0", "_",
)  # fmt: skip
"""Syntax of every language that a text passes through, and words that other readers take for more."""
WORDS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=30)
PROSE = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
REFERENCES = st.sampled_from(
    [f"{kind.name}/{name}" for kind in KINDS for name in IDS[:3]]
    + ["children/min-age", "requests/deadline", "section/aa/bb"]
)
SHAPES: Mapping[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(IDS),
    "reference": REFERENCES,
    "curie": st.sampled_from(
        ["dpv:Purpose", "pd:Name", "eu-gdpr:A6-1-f", "eu-gdpr:A15", "legal-eu:law-GDPR", "x-jp:Disclosure", "a:b"]
    ),
    "duration": st.sampled_from(["P10Y", "P1M", "P30D", "PT0S", "P1Y6M", "P1W", "P0D", "P99999999Y"]),
    "date": st.sampled_from(["2026-07-01", "2026-07", "2026", "0001-01-01", "9999-12-31"]),
    "url": st.sampled_from(["https://example.org/", "https://例え.jp/?a=1&b=2#c", "https://example.org/" + "a" * 500]),
}
_BY_PATTERN = {
    "^[a-z][a-z0-9-]{1,63}$": "id",
    "^[a-z][a-z-]{1,30}(/": "reference",
    "^[a-z][a-z0-9-]{0,20}:": "curie",
    "^https://": "url",
}
_ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, "", " ", [], {}, [[]], {"id": "aa"}, "x" * 5000, 1e308, "P1.5Y", ["a", "a"], {"": ""}]
)
"""What stands where something else belongs."""


@cache
def model(kind: type[BaseModel], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Plain data of a model: what is required, and some of the rest, fewer the deeper it lies."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in kind.model_fields.items():
        made = st.deferred(lambda field=field: _value(field.annotation, field, depth))  # type: ignore[misc]  # bound at once
        (required if field.is_required() else optional)[field.alias or name] = made
    share = 2 if depth == 0 else 6 + 4 * depth
    chosen = (
        st.lists(st.sampled_from(sorted(optional)), max_size=max(1, 40 // share), unique=True)
        if optional
        else st.just([])
    )
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({**required, **{key: optional[key] for key in keys}}))


def _value(annotation: object, field: FieldInfo | None, depth: int) -> st.SearchStrategy[Any]:
    """A value that an annotation takes."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(args, depth)
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, types.UnionType):
        kinds = [part for part in args if part is not type(None)]
        return st.one_of([_value(part, field, depth) for part in kinds])
    if origin is tuple:
        return st.lists(_value(args[0], None, depth + 1), min_size=1, max_size=2 if depth else 4)
    metadata = tuple(field.metadata) if field is not None else ()
    return _annotated((annotation, *metadata), depth) if metadata else _plain(annotation, depth)


def _annotated(args: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    inner, *notes = args
    if any(isinstance(note, Wording) for note in notes):
        return PROSE
    for note in notes:
        pattern = note.pattern if isinstance(note, StringConstraints) else None
        if isinstance(pattern, str):
            shape = next((shape for start, shape in _BY_PATTERN.items() if pattern.startswith(start)), None)
            return SHAPES[shape] if shape else st.from_regex(pattern, fullmatch=True).map(lambda text: text[:40])
    return _value(inner, None, depth)


def _plain(annotation: object, depth: int) -> st.SearchStrategy[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return model(annotation, depth + 1) if depth < 5 else st.just({})
    table: dict[object, st.SearchStrategy[Any]] = {
        bool: st.booleans(), int: st.integers(0, 120), Decimal: st.integers(0, 9), str: PROSE,
        Duration: SHAPES["duration"], PartialDate: SHAPES["date"],
    }  # fmt: skip
    return table.get(annotation, PROSE)


@st.composite
def projects(draw: st.DrawFn) -> dict[str, bytes]:
    """Files of a project: mostly readable policies, some with one thing out of place, in up to three files."""
    data = draw(model(Policy))
    data["document"] = {"title": draw(PROSE), "source_locale": draw(st.sampled_from(["en", "ja", "de"])), **(
        {"locales": ["en", "ja"]} if draw(st.booleans()) else {}
    )}  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        _misplace(draw, data)
    keys = list(data)
    files: dict[str, bytes] = {}
    parts = draw(st.integers(1, 3))
    for number in range(parts):
        own = {key: data[key] for key in keys[number::parts]}
        files[f"policy/p/{number}.yaml"] = json.dumps(
            own, ensure_ascii=False, indent=draw(st.sampled_from([None, 1]))
        ).encode()
    if draw(st.booleans()):
        units = draw(st.dictionaries(st.sampled_from(["document/title", "data/email/title", "x"]), PROSE, max_size=3))
        body = {"units": {name: {"en": text, "ja": text} for name, text in units.items()}}
        files["translations/ja/p.yaml"] = json.dumps(body, ensure_ascii=False).encode()
    return files


def _misplace(draw: st.DrawFn, data: dict[str, Any]) -> None:
    """Put something odd somewhere."""
    here: Any = data
    for _ in range(draw(st.integers(0, 4))):
        steps = list(here) if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else []
        inner = [step for step in steps if isinstance(here[step], dict | list) and here[step]]
        if not inner:
            break
        here = here[draw(st.sampled_from(inner))]
    if isinstance(here, dict) and here:
        here[draw(st.sampled_from(sorted(here)))] = draw(_ODD)
    elif isinstance(here, list) and here:
        here[0] = draw(_ODD)
