from __future__ import annotations

import pytest

from hoshin.check.page import Example, read_page

PAGE = '''"""One duty
over two lines.

Why:
    Because
    it is so.

Bad (first)::

    a: 1
    b:
      - 2

Good::

    a: 2
"""
'''


def test_a_page_has_duty_reason_and_examples() -> None:
    page = read_page(PAGE)
    assert page.duty == "One duty over two lines."
    assert page.why == "Because\nit is so.\n"
    assert page.of("Bad") == (Example("Bad", "first", "a: 1\nb:\n  - 2\n"),)
    assert page.of("Good") == (Example("Good", "", "a: 2\n"),)
    assert page.of("Not applicable") == ()


def test_a_file_without_docstring_has_no_page() -> None:
    with pytest.raises(ValueError, match="no docstring"):
        read_page("x = 1\n")
