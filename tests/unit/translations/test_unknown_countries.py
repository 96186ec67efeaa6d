"""Codes of countries are looked up wherever the model holds one."""

from __future__ import annotations

from pydantic import StringConstraints

from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.schema import jurisdiction, party, purpose, recipient
from hoshin.schema.base import Frozen
from hoshin.schema.names import COUNTRY_FIELDS, Country
from hoshin.translations.locale import read_locale
from hoshin.translations.unknown_countries import unknown_countries

POLICY = b"""document: {title: T, source_locale: en}
controller: {legal_name: X, address: {country: ZZ}}
recipients:
  - {id: host, country: JP, places: [US, QQ]}
security_measures:
  - {id: abroad, countries: [XX]}
"""


def told(locale: str, own: bytes | None = None) -> list[tuple[str, str]]:
    loaded = load_document(Snapshot({"policy/shop/all.yaml": POLICY}), "shop").loaded
    assert loaded is not None
    found = unknown_countries(loaded, read_locale(locale, own))
    return [(item.path, str(item.place).rpartition("yaml:")[2]) for item in found]


def test_each_unknown_code_is_told_at_its_place() -> None:
    expected = [
        ("controller/country", "2:39"),
        ("recipient/host/places", "4:42"),
        ("security-measure/abroad/countries", "6:30"),
    ]
    assert sorted(told("en")) == sorted(told("ja")) == expected


def test_a_project_may_name_a_country_itself() -> None:
    assert [path for path, _ in told("en", b"countries: {ZZ: Zedland, QQ: Q, XX: X}\n")] == []


def test_every_field_of_the_model_that_holds_a_country_is_known() -> None:
    pattern = next(str(item.pattern) for item in Country.__metadata__ if isinstance(item, StringConstraints))  # type: ignore[attr-defined] # an Annotated type
    models = [
        model
        for module in (jurisdiction, party, purpose, recipient)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, Frozen)
    ]
    holding = {
        name
        for model in models
        for name, part in model.model_json_schema()["properties"].items()
        if repr(pattern) in repr(part)
    }
    assert holding == COUNTRY_FIELDS
