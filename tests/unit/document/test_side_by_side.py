"""The table of two versions: which row tells which change, and what stays below the table."""

from __future__ import annotations

from diff_sample import Data, edited, loaded
from two_versions import made

from hoshin.diff.run import diff
from hoshin.document.changelog import Wordings, told
from hoshin.document.nodes import Break, Document, Inlines, ListBlock, Table, Text
from hoshin.document.policy import policy_document
from hoshin.document.redline_view import Versions
from hoshin.document.side_by_side import side_by_side
from hoshin.document.walk import deep, lines_of
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale


def text(line: Inlines) -> str:
    return "".join(node.value if isinstance(node, Text) else "\n" * isinstance(node, Break) for node in deep(line))


def rows(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Before, after and the sentences beside them of each row, in English order."""
    table = next(block for block in document.sections[0].blocks if isinstance(block, Table))
    cells = [tuple("\n".join(text(line) for line in lines_of(cell.blocks)) for cell in row) for row in table.rows]
    return [(before, after, tuple(why.split("\n")) if why else ()) for before, after, why in cells]


def beside(document: Document, beginning: str) -> list[tuple[str, ...]]:
    """What stands beside the rows of which a side begins like this."""
    return [why for before, after, why in rows(document) if before.startswith(beginning) or after.startswith(beginning)]


def below(document: Document) -> list[str]:
    lists = [block for block in document.sections[0].blocks if isinstance(block, ListBlock)]
    return [text(line) for block in lists for line in lines_of((block,))]


def table_of(old: Data, new: Data) -> Document:
    sides = loaded(old), loaded(new)
    locale, frame = read_locale("en", None), words("en", "document")
    report, ready = diff(*sides), told(*sides, locale, Wordings(words("en", "changes"), frame))
    versions = Versions(*(policy_document(side, locale, frame) for side in sides))
    return side_by_side(report, versions, ready, sides[1])


def test_joint_use_that_a_table_prints_is_told_beside_it() -> None:
    english = made("hinata/privacy", "table")[0]
    group = "Joint use “Joint use in the Hinata Group” changed"
    assert beside(english, "Items of personal data used jointly") == [(f"{group} (data: “reading record” was added).",)]
    assert beside(english, "Purposes of the joint users") == [
        (f"{group} (purposes: “planning products of the group” was added).",)
    ]
    assert beside(english, "To deliver goods") == [
        (
            "“Delivery company”: organisation, Hayate Transport → Sodachi Delivery.",
            "Removed: organisation “Hayate Transport”.",
            "New: organisation “Sodachi Delivery”.",
        )
    ]
    assert beside(english, "Established") == [("“Last revised”: date, 1 March 2024 → 1 September 2026.",)]
    assert below(english) == ["The wording of “Security” changed."]


def test_rows_of_a_table_of_facts_tell_what_came_and_went() -> None:
    english = made("tandem/rides", "table")[0]
    assert beside(english, "Telegraf　Sweden") == [("Personal data no longer goes to: Mail.",)]
    assert beside(english, "Brevdue　Denmark") == [("Personal data may now also go to: Mail (Denmark).",)]
    assert beside(english, "Consent　") == [("A legal basis was added: “Consent” (rides in Japan).",)]
    assert below(english) == [
        "“European Economic Area” now reaches further (“Mail” was added).",
        "The rule on keeping data “news” now holds for more (“rides in Japan” was added).",
    ]


KEPT: Data = {
    "document": {"title": "Privacy Policy", "source_locale": "en"},
    "data": [{"id": "name", "title": "Name"}, {"id": "logs", "title": "Logs"}],
    "retention": [{"id": "default", "title": "Storage", "default": True, "period": "P2Y"}],
    "sections": [
        {
            "id": "keeping",
            "title": "Keeping",
            "blocks": [
                {"kind": "paragraph", "id": "one", "units": [{"id": "aa", "text": "We keep it {retention:default}."}]},
                {"kind": "paragraph", "id": "two", "units": [{"id": "bb", "text": "So {retention:default}."}]},
                {
                    "kind": "table",
                    "id": "table",
                    "of": "retention",
                    "columns": [{"id": "length", "field": "limit"}, {"id": "reach", "field": "of"}],
                },
            ],
        }
    ],
}
SHORTER = "We now keep data for a shorter time (“Storage”): 2 years → 1 year."


def test_texts_tell_a_value_once_and_a_row_of_fields_tells_it_again() -> None:
    def edit(data: Data) -> None:
        data["retention"][0].update(period="P1Y")

    assert [why for *_, why in rows(table_of(KEPT, edited(edit, KEPT)))] == [(), (SHORTER,), (), (), (SHORTER,)]


def test_a_field_that_no_column_prints_is_told_below() -> None:
    def edit(data: Data) -> None:
        data["retention"][0].update(period="P1Y", then="delete")

    only_table = edited(lambda data: data["sections"][0].update(blocks=data["sections"][0]["blocks"][2:]), KEPT)
    table = table_of(only_table, edited(edit, only_table))
    assert rows(table) == [
        ("1. Keeping", "1. Keeping", ()),
        ("(unchanged)", "(unchanged)", ()),
        ("2 years\u3000–", "1 year\u3000–", (SHORTER,)),
    ]
    assert below(table) == ["The promise about keeping data is firmer (“Storage”): not stated before → deletion."]


def test_a_name_in_a_row_is_told_beside_it() -> None:
    named = edited(lambda data: data["retention"][0].update(of=["data/name", "data/logs"]), KEPT)

    def other_name(data: Data) -> None:
        data["data"][1].update(title="Server logs")

    assert rows(table_of(named, edited(other_name, named)))[2:] == [
        ("2 years\u3000Name, Logs", "2 years\u3000Name, Server logs", ("“Logs” is now called “Server logs”.",))
    ]


def test_rows_of_one_new_fact_tell_it_once() -> None:
    group = {"id": "group", "title": "The group", "data": ["name"], "purposes": ["events"], "responsible": "cafe"}
    columns = [{"id": f"c-{name}", "field": name} for name in ("data", "purposes", "responsible")]
    block = {"kind": "table", "id": "record", "of": "joint_uses", "layout": "records", "columns": columns}
    old: Data = {
        "document": {"title": "Privacy Policy", "source_locale": "en"},
        "data": [{"id": "name", "title": "Name"}],
        "purposes": [{"id": "events", "title": "Events"}],
        "parties": [{"id": "cafe", "name": "Aoba Cafe"}],
        "sections": [{"id": "joint", "title": "Joint use", "blocks": [block]}],
    }
    new = "Data may now be used jointly: “The group”."
    assert rows(table_of(old, {**old, "joint_uses": [group]})) == [
        ("1. Joint use", "1. Joint use", ()),
        ("(new)", "The group", (new,)),
        ("(new)", "Item\u3000Details", ()),
        ("(new)", "Data\u3000Name", ()),
        ("(new)", "Purposes\u3000Events", ()),
        ("(new)", "Responsible organisation\u3000Aoba Cafe", ()),
    ]
