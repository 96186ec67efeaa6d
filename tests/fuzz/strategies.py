"""Whole projects out of nothing: policies made from the types of the model, with hostile words, split over files.

Hypothesis draws the words and a number; the number decides the shape, since drawn field by field policies stay tiny.
"""

from __future__ import annotations

import json
import random
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from connections import Data, connected, fitting
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from hoshin.schema.document_facts import DocumentFacts
from hoshin.schema.kinds import KINDS
from hoshin.schema.names import Wording
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.schema.policy import Policy
from hoshin.schema.section import Cell, Section, TableBlock, Unit

IDS = ("aa", "bb", "cc", "orders", "email", "default")
HOSTILE = (
    "{{ 7*7 }}", "{% for x in y %}", "#let x = 1", "$a$", '#import "@preview/a:1.0.0"',
    "<script>alert(1)</script>",
    "</style>", "[x](javascript:alert(1))", "![x](https://example.org/x.png)",
    "{retention:default}", "{article:aa}", "{?}", "{?} {?}", "For {?}.",
    "{term:aa} and {term:bb}", "{data:email/title}", "{x", "}{", "{}", "**a", "*b*", "`c`",
    "\\input{x}", "%s %d",
    "個人情報を収集します。", "第3条", "１０年間", "ไทย", "👩‍👩‍👧", "e\u0301", "a" * 300, "…", "10 years",
    "2026-02-30", "& &amp; \"'",
    "We keep your data for ten years.", "~~x~~", "| a | b |", "- item", "1. item", "\t", " ", "=",
    "~", "no", "0", "_",
)  # fmt: skip
"""Syntax of every language that a text passes through, and words that other readers take for more."""
WORDS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=30)
PROSE = st.lists(WORDS, min_size=1, max_size=3).map(" ".join).filter(lambda text: text.strip())
SHAPES: Mapping[str, Sequence[str]] = {
    "^[a-z][a-z0-9-]{1,63}$": IDS,
    "^[a-z][a-z-]{1,30}(/": (*(f"{kind.name}/aa" for kind in KINDS), "children/min-age", "section/aa/bb"),
    "^[a-z][a-z0-9-]{0,20}:": (
        "dpv:Purpose", "pd:Name", "eu-gdpr:A6-1-f", "eu-gdpr:A15", "legal-eu:law-GDPR", "x-jp:Disclosure", "a:b",
    ),
    "^https://": ("https://example.org/", "https://例え.jp/?a=1&b=2#c", "https://example.org/" + "a" * 500),
    "^[a-z]{2,3}(-": ("en", "ja", "de", "pt-BR", "xx"),
    "^[A-Z]{2}$": ("JP", "US", "DE", "ZZ"),
    "^[A-Z]{3}$": ("JPY", "EUR", "XXX"),
    "^[A-Z]{2,3}(-": ("EU", "JP", "US-CA", "GB", "ZZZ-999"),
    "^[^\\s@<>": ("privacy@example.org", "a@b.co", "x+y@xn--r8jz45g.jp"),
    "^\\+?[0-9]": ("+81 3-1234-5678", "00000"),
    "^[0-9]{1,6}\\.": ("1.0.0", "999999.0.1"),
    "^[a-z][a-z0-9_-]{1,63}$": ("last_use", "title", "period", "own-word"),
}  # fmt: skip
"""Constrained words by the beginning of their pattern."""
_BY_TYPE: Mapping[object, Sequence[Any]] = {
    bool: (True, False),
    int: (0, 1, 13, 16, 120),
    Decimal: ("0", "1", "9.99", "10000"),
    Duration: ("P10Y", "P1M", "P30D", "PT0S", "P1Y6M", "P1W", "P0D", "P99999999Y"),
    PartialDate: ("2026-07-01", "2026-07", "2026", "1000-01-01", "9999-12-31"),
}
_ODD: Sequence[Any] = (
    None, True, 0, -1, "", " ", [], {}, [[]], {"id": "aa"}, "x" * 5000, 1e308, "P1.5Y", ["a", "a"], {"": ""}, "<<",
)  # fmt: skip
"""What stands where something else belongs."""
_DEEPEST = 9
"""Levels of models: a list in a cell of a table in a section is the eighth."""
_WANTED: Mapping[type[BaseModel], tuple[str, ...]] = {
    Section: ("blocks",),
    Unit: ("id", "text"),
    Cell: ("id", "text"),
    TableBlock: ("rows",),
}
"""Optional fields without which little is printed: three times of four they are there."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes values that the types ask for out of drawn words."""

    chance: random.Random
    words: Sequence[str]

    def model(self, kind: type[BaseModel], depth: int = 1) -> Data:
        """What is required, and some of the rest, fewer the deeper it lies."""
        required, optional = _fields(kind)
        many = min(len(optional), self.chance.choice((1, 2, 3, 9)) if depth < 3 else self.chance.randrange(3))
        wanted = _WANTED.get(kind, ()) if self.chance.randrange(4) else ()
        chosen = {*required, *wanted, *self.chance.sample(optional, many)}
        fields = kind.model_fields.items()
        data = {f.alias or name: self.value(f.annotation, f, depth) for name, f in fields if name in chosen}
        return fitting(kind, data, frozenset(kind.model_fields[name].alias or name for name in required))

    def value(self, annotation: object, field: FieldInfo | None, depth: int) -> Any:
        """A value that an annotation takes."""
        origin, args = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            return self.value(self.chance.choice([part for part in args if part is not type(None)]), field, depth)
        if origin is tuple:
            many = self.chance.choice((1, 1, 2, 3) if depth < 3 else (1, 1, 2))
            return [self.value(args[0], None, depth + 1) for _ in range(many)]
        notes = (*(args[1:] if origin is Annotated else ()), *(field.metadata if field else ()))
        if notes:
            return self._noted(args[0] if origin is Annotated else annotation, notes, depth)
        return self.chance.choice(args) if origin is Literal else self._plain(annotation, depth)

    def _noted(self, inner: object, notes: Sequence[object], depth: int) -> Any:
        if any(isinstance(note, Wording) for note in notes):
            return self.chance.choice(self.words)
        for pattern in (note.pattern for note in notes if isinstance(note, StringConstraints) and note.pattern):
            fitting_words = (shape for start, shape in SHAPES.items() if str(pattern).startswith(start))
            return self.chance.choice(next(fitting_words, self.words))
        return self.value(inner, None, depth)

    def _plain(self, annotation: object, depth: int) -> Any:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation, depth + 1) if depth < _DEEPEST else {}
        return self.chance.choice(_BY_TYPE.get(annotation, self.words))

    def odd(self, data: Data) -> None:
        """Put something odd somewhere."""
        here: Any = data
        for _ in range(self.chance.randrange(6)):
            steps = list(here) if isinstance(here, dict) else range(len(here))
            inner = [step for step in steps if isinstance(here[step], dict | list) and here[step]]
            if not inner:
                break
            here = here[self.chance.choice(inner)]
        here[self.chance.choice(list(here)) if isinstance(here, dict) else 0] = self.chance.choice(_ODD)


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Required fields and the others."""
    fields = kind.model_fields.items()
    required = tuple(name for name, field in fields if field.is_required())
    return required, tuple(name for name, _ in fields if name not in required)


@st.composite
def projects(draw: st.DrawFn) -> dict[str, bytes]:
    """Files of a project: four of five can be read as a policy, in one of five something odd stands somewhere."""
    words = tuple(word for word in (*draw(st.lists(PROSE, min_size=12, max_size=12)), *HOSTILE) if word.strip())
    make = _Maker(random.Random(repr((draw(st.integers()), words))), words)  # noqa: S311 - no secret
    keys = ["sections", "purposes", "data", *make.chance.sample(_POLICY, make.chance.randrange(2, len(_POLICY)))]
    data = {key: make.value(Policy.model_fields[key].annotation, Policy.model_fields[key], 0) for key in keys}
    data["document"] = make.model(DocumentFacts) | {
        "title": make.chance.choice(words),
        "source_locale": make.chance.choice(("en", "ja", "de")),
        "locales": make.chance.choice((["en", "ja"], ["ja"], [])),
    }
    data = connected(data, make.chance)
    overlay = _overlay(data, make) if make.chance.random() < 0.5 else {}
    if make.chance.randrange(5) == 0:
        make.odd(data)
    parts = make.chance.randint(1, 3)
    files: dict[str, bytes] = {}
    for number in range(parts):
        own = {key: data[key] for key in list(data)[number::parts]}
        files[f"policy/p/{number}.yaml"] = json.dumps(own, ensure_ascii=False, indent=1).encode()
    return files | overlay


_POLICY = [name for name in Policy.model_fields if name not in {"document", "sections", "purposes", "data"}]


def _overlay(data: Data, make: _Maker) -> dict[str, bytes]:
    """Translations of most texts, into Japanese or from it."""
    source = data["document"]["source_locale"]
    other = "en" if source == "ja" else "ja"
    units = {
        name: {source: text, other: make.chance.choice((text, *make.words[:3]))}
        for name, text in _texts(data)
        if make.chance.randrange(10)
    }
    return {f"translations/{other}/p.yaml": json.dumps({"units": units}, ensure_ascii=False, indent=1).encode()}


def _texts(data: Data) -> Iterator[tuple[str, str]]:
    """Titles and texts of facts by the ids of their units."""
    yield "document/title", data["document"]["title"]
    for kind in KINDS:
        facts = data.get(kind.key)
        for fact in facts if isinstance(facts, list) and kind.many else ():
            for name in ("title", "text"):
                if name in fact:
                    yield f"{kind.name}/{fact['id']}/{name}", fact[name]
