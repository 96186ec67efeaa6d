from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoshin.cli.reports.grid import grid, width, wrap

TEXTS = st.text(alphabet="ab ,-、。日本語カナ（）é", max_size=60)


def test_japanese_takes_two_columns() -> None:
    assert width("第1条") == 5
    assert width("abc") == 3


def test_a_table_is_aligned_and_fits() -> None:
    shown = grid(["id", "名称"], [["newsletter", "メールマガジンの配信および商品のご案内"], ["b", "x"]], 30)
    assert shown == (
        "id          名称\n"
        "──────────  ──────────────────\n"
        "newsletter  メールマガジンの配\n"
        "            信および商品のご案\n"
        "            内\n"
        "b           x\n"
    )


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_room_and_nothing_is_lost(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(width(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
