"""How broad columns are: by their words, and by the table itself where it says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hoshin.document.columns import column_shares, with_equal_columns
from hoshin.document.nodes import Cell, Paragraph, Table, Text

SENTENCE = "necessary for our legitimate interest in bicycles that are ready where they are needed, and in safe stands"
ADDRESS = "tandem-rides.example"


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((Text(text),)),)) for text in texts)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table((), rows[0], rows[1:])


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        ((("Item", "Details"), ("Use by the recipient", "measuring")), (23, 12)),
        ((("項目", "内容"), ("送信先", "ひとみ解析")), (9, 13)),
        ((("Basis", "For", "In words"), ("Contract", "hiring", SENTENCE)), (11, 9, 51)),
        ((("", ""), ("", "")), (4, 4)),
    ],
)
def test_a_table_with_room_gives_each_column_its_longest_line(
    rows: tuple[tuple[str, ...], ...], shares: tuple[int, ...]
) -> None:
    assert column_shares(table(*(row(*texts) for texts in rows))) == shares


def test_a_full_table_gives_each_column_its_longest_word_and_the_rest_to_those_that_say_more() -> None:
    heads = row("Name", "Domain", "What it holds", "For", "Lifetime", "If you refuse")
    made = column_shares(table(heads, row("td_basket", ADDRESS, "a bicycle", "remembering", "1 year", SENTENCE)))
    assert made == (12, 23, 10, 14, 11, 13)
    assert all(share - 3 >= word for share, word in zip(made, (9, 20, 7, 11, 8, 6), strict=True))


def test_japanese_keeps_four_signs_on_a_line() -> None:
    told = "閲覧のたびに言語をお選びいただきます。それまでは日本語で表示し、お選びになった後は覚えています。"
    assert min(column_shares(table(row(*("欄",) * 5), row("拒否した場合", "保存する内容", *(told,) * 3)))) >= 11


def test_a_table_that_says_its_shares_keeps_them() -> None:
    assert column_shares(replace(table(row("a", "b"), row(SENTENCE, "c")), widths=(1, 2))) == (1, 2)


def test_a_table_without_columns_has_no_shares() -> None:
    assert column_shares(Table((), (), ())) == ()


def test_a_format_that_cannot_break_an_address_keeps_it_whole() -> None:
    full = table(row(*("heads",) * 7), row(ADDRESS, *("interests",) * 6))
    assert column_shares(full)[0] == 15
    assert column_shares(full, breaks=False)[0] == 23


def test_tables_of_one_make_have_columns_below_each_other() -> None:
    first, second = with_equal_columns([table(row("Item", "Details")), table(row("Use by the recipient", "x"))])
    assert first.widths == second.widths == (23, 10)
