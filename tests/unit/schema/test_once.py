"""A type that is made once judges as one that is made for each field, and so does a type that narrows it."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from hoshin.schema.names import Flag, Id, Prose
from hoshin.schema.once import Once

Short = Annotated[str, StringConstraints(max_length=3), Once()]
Shorter = Annotated[Short, StringConstraints(max_length=1)]


class Two(BaseModel):
    one: Short
    two: Annotated[Short | None, Once()] = None
    three: Shorter = ""
    four: Short = "x"


def test_what_narrows_one_field_leaves_the_others_as_they_are() -> None:
    assert Two(one="abc", two="abc", three="a", four="abc").four == "abc"
    with pytest.raises(ValidationError) as caught:
        Two(one="long", two="long", three="ab", four="long")
    assert [detail["loc"] for detail in caught.value.errors()] == [("one",), ("two",), ("three",), ("four",)]


def test_each_has_its_own_place_in_a_json_schema() -> None:
    fields = Two.model_json_schema()["properties"]
    assert fields["one"] == {"maxLength": 3, "title": "One", "type": "string"}
    assert fields["four"] == {"default": "x", "maxLength": 3, "title": "Four", "type": "string"}
    assert fields["three"] == {"default": "", "maxLength": 1, "title": "Three", "type": "string"}


@pytest.mark.parametrize(("kind", "right", "wrong"), [(Id, "ab", "A"), (Prose, "x", ""), (Flag, True, "yes")])
def test_names_of_the_model_judge_as_ever(kind: object, right: object, wrong: object) -> None:
    judge: TypeAdapter[object] = TypeAdapter(kind)
    assert judge.validate_python(right) == right
    with pytest.raises(ValidationError):
        judge.validate_python(wrong)
