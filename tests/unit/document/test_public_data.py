"""The data that go out with a document hold no notes of those who keep it."""

from __future__ import annotations

import json

from made_up_policy import changed, document, load

from hoshin.document.public_data import public_data, public_json

NOTES = """
jurisdictions:
  - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: voluntary, note: a secret ground}
  - {id: appi, title: APPI, law: "legal-jp:law-APPI", sells: {status: none, reason: another}}
collection_points: [{id: form, title: Form}]
requests: {source_ref: {document: old-text, line: 3}, interpretation: {reading: so, doubt: a doubt of counsel}}
"""


def data(more: str = "as typed") -> dict[str, object]:
    text = changed({"interests: []": NOTES, "as typed {here}": more})
    return public_data(load(text))


def test_it_is_canonical_json_of_the_document() -> None:
    made = document()
    again = json.dumps(json.loads(made.data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert made.data == again == public_json(load(changed({})))


def test_notes_and_provenance_stay_at_home() -> None:
    found = json.dumps(data())
    for secret in ("a doubt of counsel", "old-text", "a secret ground", "another", "1234567"):
        assert secret not in found
    assert data()["requests"] == {}


def test_facts_that_serve_rules_are_public_once_a_text_states_them() -> None:
    assert {"jurisdictions", "collection_points"} & set(data()) == set()
    assert data()["sites"] == [{"id": "main", "url": "https://aoba.example"}]
    stated = data("as typed {jurisdiction:gdpr} {controller:register-number}")
    assert stated["jurisdictions"] == [{"id": "gdpr", "title": "GDPR", "law": "legal-eu:law-GDPR"}]
    controller = stated["controller"]
    assert isinstance(controller, dict)
    assert controller["register_number"] == "1234567"


def test_an_absence_stays_an_absence() -> None:
    text = changed({"interests: []": "transfers: {status: unknown}\njurisdictions: {status: unknown}"})
    assert public_data(load(text))["transfers"] == {"status": "unknown"}
    assert "jurisdictions" not in public_data(load(text))
