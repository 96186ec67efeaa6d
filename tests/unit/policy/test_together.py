"""Scopes in the matrix: facts that exclude each other never meet in a row."""

from __future__ import annotations

from scoped_policy import scoped

from hoshin.policy.matrix import expand
from hoshin.policy.resolve import resolve
from hoshin.query.rows import rows_of


def rows() -> set[tuple[str, str, str, str, str]]:
    return {(c.purpose, c.data, c.recipient, c.legal_basis, c.retention) for c in expand(scoped().index)}


def test_rows_join_only_what_can_hold_at_once() -> None:
    assert rows() == {
        ("rides", "name", "", "contract", "app-data"),
        ("rides", "name", "", "consent", "app-data"),
        ("offers", "history", "", "contract", "general"),
        ("offers", "history", "", "consent", "general"),
        ("tracking", "place", "", "consent", "app-data"),
        ("sale", "history", "", "", "general"),
        ("hiring", "certificates", "", "consent", "applications"),
        ("offers", "history", "partner", "contract", "general"),
        ("offers", "history", "partner", "consent", "general"),
        ("sale", "history", "partner", "", "general"),
        ("sale", "history", "broker", "", "general"),
    }


def test_a_situation_narrows_the_matrix() -> None:
    berlin = expand(resolve(scoped(), {"region": "DE", "context": "website"}).index)
    assert {(cell.purpose, cell.legal_basis) for cell in berlin} == {
        ("rides", "contract"),
        ("rides", "consent"),
        ("offers", "contract"),
        ("offers", "consent"),
        ("hiring", "consent"),
    }


def test_a_row_says_where_it_holds() -> None:
    found = {row.path: row.fields for row in rows_of(scoped(), "matrix").rows}
    assert found["matrix/sale/history/broker/-/general"]["scope"] == {"region": [["US-CA"], ["US"]]}
    assert found["matrix/sale/history/-/-/general"]["scope"] == {"region": ["US-CA"]}
    assert found["matrix/rides/name/-/contract/app-data"]["scope"] == {"region": ["EEA", "GB"]}


def test_products_answer_with_all_that_they_include() -> None:
    found = {row.path: row.fields for row in rows_of(scoped(), "products").rows}
    assert found["product/gold"] == {
        "id": "gold",
        "title": "Gold",
        "kind": "tier",
        "includes": "silver",
        "purposes": ["offers", "rides"],
        "data": ["history", "name"],
        "recipients": ["partner"],
        "chain": ["silver"],
    }
    assert "chain" not in found["product/silver"]
    assert rows_of(scoped(), "contexts").columns == ("id", "title", "adds_to", "purposes", "data", "chain")
