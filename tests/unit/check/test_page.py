from __future__ import annotations

import pytest

from hoshin.check.page import Example, read_page


def test_a_page_has_duty_reason_and_examples() -> None:
    source = '"""One duty\nover two lines.\n\nWhy:\n    Because\n    it is so.\n\nBad (first)::\n\n    a: 1\n    b:\n      - 2\n\nGood::\n\n    a: 2\n"""\n'
    page = read_page(source)
    assert page.duty == "One duty over two lines."
    assert page.why == "Because\nit is so.\n"
    assert page.of("Bad") == (Example("Bad", "first", "a: 1\nb:\n  - 2\n"),)
    assert page.of("Good") == (Example("Good", "", "a: 2\n"),)
    assert page.of("Not applicable") == ()


def test_a_file_without_docstring_has_no_page() -> None:
    with pytest.raises(ValueError, match="no docstring"):
        read_page("x = 1\n")
