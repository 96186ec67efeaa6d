"""Edits of YAML text: each touches its own lines only; what cannot be edited safely is refused."""

from __future__ import annotations

from difflib import ndiff

import pytest

from hoshin.kernel.errors import HoshinError
from hoshin.policy.editing.change import edited
from hoshin.policy.editing.layout import laid_out
from hoshin.policy.editing.splice import Edit
from hoshin.policy.editing.written import plain, written
from hoshin.policy.yaml_frames import Yaml

TEXT = """\
# Who we are
company:  # the firm
  name: 'Aoba'   # short
  phone: "+81 22 000 0000"
  note: |-
    One line.

    Another.
  tags: [a, b]  # two
  # about the place
  place: {city: Sendai, code: "980"}

# What for
purposes:
  - id: orders
    text: Delivery
    # behind the text
  - id: news
    old: yes-and-no
# The end
"""


def changed(edit: Edit, text: str = TEXT) -> list[str]:
    """The lines that an edit takes away and brings."""
    new = edited(text.encode(), "x.yaml", (edit,)).decode()
    return [line for line in ndiff(text.splitlines(), new.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("company", "name"), "O'Hara", ["-   name: 'Aoba'   # short", "+   name: 'O''Hara'   # short"]),
        (("company", "phone"), "110", ['-   phone: "+81 22 000 0000"', '+   phone: "110"']),
        (
            ("company", "note"),
            "New\n\ntext: # 1",
            ["-     One line.", "+     New", "-     Another.", "+     text: # 1"],
        ),
        (("company", "tags", 1), "dpv:B", ["-   tags: [a, b]  # two", '+   tags: [a, "dpv:B"]  # two']),
        (("company", "tags"), ["x"], ["-   tags: [a, b]  # two", "+   tags: [x]  # two"]),
        (
            ("company", "place", "code"),
            "0",
            ['-   place: {city: Sendai, code: "980"}', '+   place: {city: Sendai, code: "0"}'],
        ),
        (("purposes", 0, "text"), "No: it's \\ \"", ["-     text: Delivery", '+     text: "No: it\'s \\\\ \\""']),
        (("purposes", 1, "old"), "no", ["-     old: yes-and-no", '+     old: "no"']),
        (("purposes", 1, "old"), True, ["-     old: yes-and-no", "+     old: true"]),
        (("company", "place"), {"city": "Tokyo"}, None),
    ],
)
def test_a_value_is_replaced_on_its_own_lines(
    path: tuple[str | int, ...], value: Yaml, lines: list[str] | None
) -> None:
    shown = changed(Edit(path, value))
    assert shown == (lines or ['-   place: {city: Sendai, code: "980"}', "+   place: {city: Tokyo}"])


@pytest.mark.parametrize(
    ("path", "order", "value", "lines"),
    [
        (("company", "brand"), ("name", "brand", "phone"), "A", ["+   brand: A"]),
        (("company", "brand"), ("brand", "name"), "A", ["+   brand: A"]),
        (("company", "brand"), (), "A", ["+   brand: A"]),
        (("purposes", 0, "kind"), ("id", "kind", "text"), "service", ["+     kind: service"]),
        (("purposes", 0, "zzz"), ("id", "text", "zzz"), "a\nb", ["+     zzz: |-", "+       a", "+       b"]),
        (("purposes", 1, "uses"), ("id", "old", "uses"), ["a"], ["+     uses: [a]"]),
        (
            ("company", "place", "zip"),
            ("zip", "city"),
            "x",
            ['-   place: {city: Sendai, code: "980"}', '+   place: {zip: x, city: Sendai, code: "980"}'],
        ),
        (("company", "tags", 2), (), "c", ["-   tags: [a, b]  # two", "+   tags: [a, b, c]  # two"]),
        (("purposes", 2), (), {"id": "new"}, ["+   - {id: new}"]),
    ],
)
def test_what_is_new_comes_where_the_model_puts_it(
    path: tuple[str | int, ...], order: tuple[str, ...], value: Yaml, lines: list[str]
) -> None:
    assert changed(Edit(path, value, order=order)) == lines


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (("company", "name"), ["-   name: 'Aoba'   # short"]),
        (("company", "note"), ["-   note: |-", "-     One line.", "- ", "-     Another."]),
        (("company", "tags", 0), ["-   tags: [a, b]  # two", "+   tags: [b]  # two"]),
        (("company", "tags", 1), ["-   tags: [a, b]  # two", "+   tags: [a]  # two"]),
        (("purposes", 0), ["-   - id: orders", "-     text: Delivery"]),
        (("purposes", 1, "id"), ["-   - id: news", "-     old: yes-and-no", "+   - old: yes-and-no"]),
        (("company",), None),
    ],
)
def test_a_removal_leaves_the_comments_of_others(path: tuple[str | int, ...], lines: list[str] | None) -> None:
    shown = changed(Edit(path, remove=True))
    if lines is None:
        assert "- # What for" not in shown
        assert "-   # about the place" in shown
    else:
        assert shown == lines


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", [True, False])
def test_mark_and_line_ends_stay(ends: str, mark: str, last: bool) -> None:
    text = mark + TEXT.replace("\n", ends).removesuffix("" if last else ends)
    new = edited(text.encode(), "x.yaml", (Edit(("company", "note"), "a\nb"),)).decode()
    assert new == text.replace(f"One line.{ends}{ends}    Another.", f"a{ends}    b")


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: &x 1\nb: *x\n", Edit(("b",), "2")),
        ("a: &x 1\nb: *x\n", Edit(("a",), "2")),
        ("base: &b {k: v}\na:\n  <<: *b\n", Edit(("a", "k"), remove=True)),
        ("a:\n  - x\n", Edit(("a", 0), remove=True)),
        ("a: b\n", Edit(("c", "d"), "e")),
        ("a: b\n", Edit(("a", "d"), "e")),
        ("a: [b\n", Edit(("a",), "e")),
        ("a: b\n", Edit(("c",), remove=True)),
        ("a:\n  - x\n", Edit(("a", 2), "y")),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(HoshinError) as raised:
        edited(text.encode(), "x.yaml", (edit,))
    assert raised.value.message in ("edit-not-here", "edit-unsafe")


@pytest.mark.parametrize(
    "text", ["no", "Null", "on", "10", "1e3", "2026", "+81", "a: b", "a #b", "a:", " a", "", "- a"]
)
def test_what_another_reader_takes_for_more_than_text_is_quoted(text: str) -> None:
    assert not plain(text)
    assert written(text, 2).startswith('"')


def test_numbers_stand_plain_only_where_the_model_reads_one() -> None:
    assert written("13", 2, number=True) == "13"
    assert written("0150001", 2) == '"0150001"'
    assert written("2026-07-01", 2) == "2026-07-01"


LOOSE = """\


# head


a:   # t
- - x   # tr
  -   y
  # in inner
# before item
-
    # note
    b:     1
    # deep end

# about c
c: |-
     text
       more


     end


# foo
d: &q
   - &r {x: [1,2 ],
         y: 3
        }
   - "two
     lines"
   - *r
e: &m
  k: >-
    fold
  l: |+
    keep

f:
    long value
    here
g: |2
    x
# end\
"""

LAID_OUT = """\
# head

a:   # t
  - - x   # tr
    - y
    # in inner
  # before item
  -
    # note
    b: 1
    # deep end

# about c
c: |-
  text
    more


  end

# foo
d: &q
  - &r {x: [1,2 ],
     y: 3
    }
  - "two
    lines"
  - *r
e: &m
  k: >-
    fold
  l: |+
    keep

f:
  long value
  here
g: |2
    x
# end
"""


def test_the_layout_moves_lines_and_nothing_else() -> None:
    assert laid_out(LOOSE) == LAID_OUT
    assert laid_out(LAID_OUT) == LAID_OUT
