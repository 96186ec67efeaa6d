"""Patterns of the model: what they bound, and that each start of the tool can afford to make them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter, ValidationError

from hoshin.publish.editor.files import BY_NAME
from hoshin.publish.editor.schema import schema_text
from hoshin.schema.names import Url

_BOUND = re.compile(r"\{\d+,(\d+)\}")
MOST = 200
"""Repeats of one part. The automaton of a pattern grows with them: 2,000 of a class with all characters took 30 ms."""


def bounds(text: str) -> Iterator[int]:
    return (int(bound) for bound in _BOUND.findall(text))


@pytest.mark.parametrize("name", BY_NAME)
def test_no_pattern_repeats_a_part_too_often(name: str) -> None:
    assert [bound for bound in bounds(schema_text(BY_NAME[name], ("en",))) if bound > MOST] == []


def test_an_address_is_bounded_all_the_same() -> None:
    url = TypeAdapter(Url)
    longest = "https://" + "a" * 2_000
    assert url.validate_python(longest) == longest
    with pytest.raises(ValidationError, match="string_too_long"):
        url.validate_python(longest + "a")
