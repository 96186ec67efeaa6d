"""The policy in one situation: what is meant for others is gone, and nothing points there any more."""

from __future__ import annotations

from scoped_policy import scoped

from hoshin.check.run import check_policy
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.resolve import resolve
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.stated import printed
from hoshin.policy.terms import project_terms
from hoshin.schema.policy import Policy
from hoshin.schema.section import Cell, TableBlock

AUTHORED = scoped()


def gone(loaded: Loaded) -> set[str]:
    return set(AUTHORED.index.entries) - set(loaded.index.entries)


def told(loaded: Loaded) -> list[str]:
    return [unit for unit, _ in printed(loaded)]


def test_without_a_situation_nothing_happens() -> None:
    assert resolve(AUTHORED, {}) is AUTHORED


def test_what_others_are_told_is_gone() -> None:
    berlin = resolve(AUTHORED, {"region": "DE"})
    assert gone(berlin) == {"purpose/sale", "recipient/broker", "section/california"}
    california = resolve(AUTHORED, {"region": "US-CA"})
    assert gone(california) == {"legal-basis/contract", "legal-basis/consent", "right/access"}
    silver = resolve(AUTHORED, {"tier": "silver", "context": "website", "subjects": "riders"})
    assert gone(silver) == {"data/place", "data/certificates", "purpose/offers", "purpose/tracking"}


def test_references_go_with_it() -> None:
    berlin = resolve(AUTHORED, {"region": "DE"})
    partner = berlin.index.entries["recipient/partner"].value
    assert getattr(partner, "purposes", None) == ("offers",)
    both = resolve(AUTHORED, {"region": "DE", "tier": "silver"})
    assert "recipient/partner" not in both.index.entries, "a recipient for nothing is nobody's recipient"


def test_sections_print_what_holds() -> None:
    assert told(resolve(AUTHORED, {"region": "DE"})) == [
        "document/title",
        "section/use/title",
        "section/use/lead",
        "purpose/rides/text",
        "purpose/offers/text",
        "section/use/two",
        "section/rights/title",
        "section/rights/you-may",
        "right/access/text",
    ]
    assert told(resolve(AUTHORED, {"region": "US-CA"})) == [
        "document/title",
        "section/use/title",
        "section/use/lead",
        "purpose/rides/text",
        "purpose/sale/text",
        "purpose/offers/text",
        "section/use/sold",
        "section/use/two",
        "section/rights/title",
        "section/california/title",
    ]


PRINTED = """
document: {title: T, source_locale: en, scope: {region: [US]}}
data: [{id: name, title: Name, scope: {region: [US]}}, {id: place, title: Place}]
sections:
  - id: what
    title: What
    blocks:
      - {kind: paragraph, id: alone, units: [{of: data/name/title}]}
      - {kind: paragraph, id: both, units: [{of: data/name/title}, {of: data/place/title}]}
      - kind: table
        id: table
        columns: [{id: one, text: One}, {id: two, text: Two}]
        rows: [{id: row, cells: [{of: data/name/title}, {id: kept, text: Kept}]}]
"""


def printed_in(region: str) -> Loaded:
    loaded = load_document(Snapshot({"policy/p/all.yaml": PRINTED.encode()}), "p").loaded
    assert loaded is not None
    return resolve(loaded, {"region": region})


def test_the_document_stays_whatever_its_scope() -> None:
    assert printed_in("DE").policy.document.title == "T"


def test_a_paragraph_that_lost_all_its_texts_goes_and_a_cell_leaves_its_place_empty() -> None:
    germany = printed_in("DE").policy
    assert [block.id for block in germany.sections[0].blocks] == ["both", "table"]
    table = germany.sections[0].blocks[1]
    assert isinstance(table, TableBlock)
    assert table.rows[0].cells == (Cell(), Cell(id="kept", text="Kept"))
    assert Policy.model_validate(germany.model_dump(by_alias=True, exclude_unset=True)) == germany


def test_facts_and_texts_stay_where_they_are_written() -> None:
    berlin = resolve(AUTHORED, {"region": "DE"})
    for path, entry in berlin.index.entries.items():
        assert entry.raw == AUTHORED.index.entries[path].raw
        assert berlin.place_of(path) == AUTHORED.place_of(path)
    raws = {unit.id: unit.raw for unit in AUTHORED.units}
    assert all(unit.raw == raws[unit.id] for unit in berlin.units)


def test_no_reference_dangles() -> None:
    for situation in ({"region": "DE"}, {"region": "US-CA"}, {"tier": "silver"}, {"context": "website"}):
        found = check_policy(resolve(AUTHORED, situation), project_terms(Snapshot({})))
        assert [item for item in found if item.rule in {"DOC126", "DOC127", "DOC129"}] == []
