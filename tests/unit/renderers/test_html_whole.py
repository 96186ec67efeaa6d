"""What stays on one line of a page, and where an address may break."""

from __future__ import annotations

import re

import pytest

from hoshin.renderers.html.whole import address, columns, unbroken


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("for 30 days hidden, then 60 days", ["30 days", "60 days"]),
        ("within 10 working days, 1,000 hours", ["10 working days", "1,000 hours"]),
        ("1 year after; 7 years", ["1 year", "7 years"]),
        ("in 2026 month, 8 principles, v1.2 days, 3 yearly", ["2026 month"]),
        ("非表示の状態で30日間", ["30日間"]),
    ],
)
def test_a_number_stays_with_what_it_counts(words: str, kept: list[str]) -> None:
    assert re.findall(r'<span class="value">([^<]+)</span>', unbroken(words)) == kept


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://a-book.example/x", 'https://<span class="value">a-book</span>.example/x'),
        ("a-b@c-d.example", '<span class="value">a-b</span>@<span class="value">c-d</span>.example'),
        ("https://ab.example/?a=1&b=2", "https://ab.example/?a=1&amp;b=2"),
        ("https://a-part-that-is-too-long-to-keep.example", "https://a-part-that-is-too-long-to-keep.example"),
    ],
)
def test_an_address_does_not_break_at_a_hyphen(target: str, shown: str) -> None:
    assert address(target) == shown


def test_columns_count_wide_characters_twice() -> None:
    assert (columns(""), columns("10 years"), columns("第11条")) == (0, 8, 6)
