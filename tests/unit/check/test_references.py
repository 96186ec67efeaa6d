"""The tables of fields that name facts or terms are complete: a new field of the model must be entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from hoshin.check.curies import FIELDS
from hoshin.check.nodes import nodes
from hoshin.check.references import mentions
from hoshin.policy.load import assemble
from hoshin.schema import names
from hoshin.schema.data import Choice
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.policy import Policy
from hoshin.schema.references import BARE, ELSEWHERE, FULL
from hoshin.schema.section import ListBlock


def pattern_of(word: object) -> str:
    return next(item.pattern for item in getattr(word, "__metadata__", ()) if getattr(item, "pattern", None))


def models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from models(arg)


def every_model() -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Policy]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += [each for field in model.model_fields.values() for each in models(field.annotation)]
            waiting += [base for base in model.__mro__[1:] if issubclass(base, BaseModel) and base is not BaseModel]
    return list(found)


def patterns(annotation: object, metadata: tuple[object, ...] = ()) -> set[str]:
    here = {item.pattern for item in metadata if getattr(item, "pattern", None)}
    return here.union(*(patterns(arg, getattr(arg, "__metadata__", ())) for arg in get_args(annotation)))


def fields_of(*words: object) -> set[tuple[type[BaseModel], str]]:
    """Each field whose type holds one of the words, under the model that declares it."""
    wanted = {pattern_of(word) for word in words}
    return {
        (model, name)
        for model in every_model()
        for name in model.__annotations__
        if (field := model.model_fields.get(name)) is not None
        and patterns(field.annotation, tuple(field.metadata)) & wanted
    }


def test_every_field_that_names_a_fact_is_in_a_table() -> None:
    named = {f"{model.__name__}.{name}" for model, name in fields_of(names.Id, names.FactRef)}
    listed = {f"{model.__name__}.{name}" for model, name in (*BARE, *FULL)} - {"Choice.of"}
    assert listed | set(ELSEWHERE) == named
    assert not listed & set(ELSEWHERE)


def test_fields_of_plain_text_that_name_facts_are_known() -> None:
    """Their type does not tell that they name something, so they are listed here."""
    assert (Choice, "of") in FULL
    assert ListBlock.model_fields["of"].annotation == names.PlainText | None


def test_every_field_that_holds_terms_is_in_the_table() -> None:
    assert set(FIELDS) == fields_of(names.Curie)


@pytest.mark.parametrize("table", [BARE, FULL], ids=["bare", "full"])
def test_kinds_of_the_tables_exist(table: dict[tuple[type[BaseModel], str], tuple[str, ...]]) -> None:
    assert {kind for kinds in table.values() for kind in kinds} <= set(BY_NAME)


def test_mentions_have_their_place_and_their_key() -> None:
    policy = Policy.model_validate(
        {
            "document": {"title": "T", "source_locale": "en"},
            "legal_bases": [{"id": "all", "basis": "eu-gdpr:A6-1-f", "purposes": "any", "except": ["sales"]}],
            "retention": [{"id": "default", "of": ["data/email"], "governed_by": "list"}],
            "data": [{"id": "contact", "items": [{"id": "email", "technology": "cookie"}]}],
        }
    )
    loaded = assemble("x", policy, {})
    found = [(each.path, each.raw, each.field, each.paths) for each in mentions(nodes(policy, loaded.index))]
    assert found == [
        ("data/email", ("data", 0, "items", 0, "technology"), "technology", ("technology/cookie",)),
        ("legal-basis/all", ("legal_bases", 0, "except", 0), "except", ("purpose/sales",)),
        ("retention/default", ("retention", 0, "of", 0), "of", ("data/email",)),
        ("retention/default", ("retention", 0, "governed_by"), "governed_by", ("reference/list",)),
    ]
