"""Each demand on the model (model.md 3 and 4) stands in an example, is printed, found and compared."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openwork.rendered import squeezed
from projects import HOME, document, field_of, fields_of_the_model, places, snapshot
from ruamel.yaml import YAML

from hoshin.diff.run import diff
from hoshin.document.walk import body_text
from hoshin.policy.load import Loaded, assemble
from hoshin.publish.build import documents
from hoshin.publish.opening import open_document
from hoshin.query.rows import MATRIX, rows_of
from hoshin.schema.policy import Policy

HERE = Path(__file__).parent
DEMANDS: dict[str, dict[str, Any]] = YAML(typ="safe").load(HERE / "demands.yaml")
EACH = pytest.mark.parametrize("demand", DEMANDS)


def loaded(demand: str) -> Loaded:
    return document(*_where(demand))


def _where(demand: str) -> tuple[Path, str]:
    example, _, name = DEMANDS[demand]["in"].rpartition("/")
    return (HOME / "examples" / example, name) if example else (HOME, name)


@cache
def words(folder: Path, name: str) -> dict[str, str]:
    """The printed text by language, without white space."""
    made = documents(open_document(snapshot(folder), name), ("en", "ja"))
    return {tree.lang: squeezed(body_text(tree)) for tree in made}


def test_all_demands_are_there() -> None:
    assert list(DEMANDS) == [f"M{number:02}" for number in range(1, 41)] + [f"S{number:02}" for number in range(1, 18)]


@EACH
def test_its_fields_are_in_the_model_and_in_the_fact(demand: str) -> None:
    row = DEMANDS[demand]
    fields = {tuple(name.split(".")) for name in row["fields"]}
    assert fields <= fields_of_the_model()
    value = loaded(demand).index.entries[row["fact"]].value
    given = {field for field, _, _ in places(value)}
    if demand == "M01":  # the third side of the join stands on the purposes that the statement names
        entries = loaded(demand).index.entries
        given |= {field for name in value.purposes for field, _, _ in places(entries[f"purpose/{name}"].value)}
    assert fields <= given
    assert field_of(type(value), "id" if row["fact"].count("/") else next(iter(type(value).model_fields)))


@EACH
def test_it_is_printed_in_both_languages_or_nowhere(demand: str) -> None:
    row, text = DEMANDS[demand], words(*_where(demand))
    if "hidden" in row:
        assert not [lang for lang, shown in text.items() if squeezed(row["hidden"]) in shown]
    else:
        assert {lang: squeezed(row[lang]) in shown for lang, shown in text.items()} == {"en": True, "ja": True}


@EACH
def test_a_question_finds_it(demand: str) -> None:
    row = DEMANDS[demand]
    paths = [found.path for found in rows_of(loaded(demand), row["noun"]).rows]
    if row["noun"] == MATRIX:
        cells = [found.fields for found in rows_of(loaded(demand), MATRIX).rows]
        assert [cell for cell in cells if row["fact"].partition("/")[2] in str(cell["legal_basis"])]
    else:
        assert row["fact"] in paths


@EACH
def test_its_edit_is_told(demand: str) -> None:
    row, before = DEMANDS[demand], loaded(demand)
    after = edited(before, before.index.entries[row["fact"]].raw, row.get("at"), row.get("to"))
    assert sorted({event.kind for event in diff(before, after).events}) == sorted(row["kinds"])


def edited(before: Loaded, raw: tuple[str | int, ...], at: str | None, to: object) -> Loaded:
    """The document with another value at `at` below the fact, without it (`to` is null), or without the fact."""
    data: Any = json.loads(before.policy.model_dump_json(by_alias=True, exclude_unset=True))
    way = [*raw, *((int(step) if step.isdigit() else step) for step in (at.split(".") if at else ()))]
    around = data
    for step in way[:-1]:
        around = around[step]
    if to is None:
        del around[way[-1]]
    else:
        around[way[-1]] = to
    return assemble(before.name, Policy.model_validate(data), before.places)
