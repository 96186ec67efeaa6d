"""The model of a record: same fields, keys, defaults and constraints, and the faults that only a model tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, LiteralString

import pytest
from msgspec import field, json, to_builtins
from pydantic import Field, StringConstraints, ValidationError

from hoshin.diff.change import Change, Report
from hoshin.schema.model_of import Record, model_of, written
from hoshin.translations.locale_words import LocaleWords

Short = Annotated[str, StringConstraints(max_length=3)]


class Inner(Record, frozen=True):
    name: Short = "x"


class Outer(Record, frozen=True, omit_defaults=True, kw_only=True):
    """What it is."""

    class_: Short = field(name="class")
    inner: Inner = Inner()
    many: Annotated[tuple[Inner, ...], Field(max_length=1)] = written(())
    by_name: Mapping[Short, Inner] = {}
    either: Inner | None = None
    low: int | None = None
    high: int | None = None

    def fault(self) -> LiteralString | None:
        return "low_above_high" if self.low is not None and self.high is not None and self.low > self.high else None


def faults(value: object, only: frozenset[str] | None = None) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        model_of(Outer, only).model_validate(value)
    return [(detail["loc"], detail["type"]) for detail in caught.value.errors()]


def test_a_model_reads_by_key_what_the_record_is() -> None:
    read = model_of(Outer).model_validate({"class": "abc", "inner": {"name": "y"}, "by_name": {"a": {}}})
    assert read.model_dump() == {
        "class_": "abc",
        "inner": {"name": "y"},
        "many": (),
        "by_name": {"a": {"name": "x"}},
        "either": None,
        "low": None,
        "high": None,
    }
    assert model_of(Outer).__doc__ == "What it is."


def test_all_constraints_are_told_at_once_wherever_a_record_stands() -> None:
    long = {"name": "long"}
    value = {"inner": long, "many": [long, {}], "by_name": {"long": long}, "either": long, "other": 1}
    assert faults(value) == [
        (("class",), "missing"),
        (("inner", "name"), "string_too_long"),
        (("many", 0, "name"), "string_too_long"),
        (("by_name", "long", "[key]"), "string_too_long"),
        (("by_name", "long", "name"), "string_too_long"),
        (("either", "name"), "string_too_long"),
        (("other",), "extra_forbidden"),
    ]
    assert faults({"class": "abc", "many": [{}, {}]}) == [(("many",), "too_long")]


def test_fields_that_do_not_go_together_are_a_fault_of_the_whole() -> None:
    assert faults({"class": "abc", "low": 2, "high": 1}) == [((), "low_above_high")]
    assert model_of(Outer).model_validate({"class": "abc", "low": 1, "high": 1})


def test_a_model_of_some_keys_lacks_the_others() -> None:
    only = frozenset({"inner", "many"})
    assert model_of(Outer, only).model_validate({"inner": {}}).model_dump() == {"inner": {"name": "x"}, "many": ()}
    assert faults({"inner": {"name": "long"}, "class": "abc"}, only) == [
        (("inner", "name"), "string_too_long"),
        (("class",), "extra_forbidden"),
    ]


def test_a_default_is_left_out_unless_it_is_to_be_written() -> None:
    assert to_builtins(Outer(class_="abc")) == {"class": "abc", "many": ()}
    assert to_builtins(Outer(class_="abc", low=1)) == {"class": "abc", "many": (), "low": 1}


@pytest.mark.parametrize("record", [Outer, LocaleWords, Report, Change])
def test_a_default_is_the_same_in_both(record: type[Record]) -> None:
    model = model_of(record)
    assert list(model.model_fields) == list(record.__struct_fields__)
    free = {name for name, each in model.model_fields.items() if not each.is_required()}
    made = record(**{name: None for name in record.__struct_fields__ if name not in free})
    for name in free:
        there = model.model_fields[name].get_default(call_default_factory=True)
        dumped = there.model_dump(mode="json") if hasattr(there, "model_dump") else there
        assert json.encode(dumped) == json.encode(getattr(made, name)), name
