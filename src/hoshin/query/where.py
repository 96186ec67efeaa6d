"""Filters of `hoshin query --where`: `key=value`, `key!=value`; a term also finds what is narrower."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from hoshin.kernel.errors import UsageError
from hoshin.policy.nearest import nearest
from hoshin.query.rows import Plain, Row, Rows

IsA = Callable[[str, str], bool]
"""Whether a term is another one or narrower than it."""


class Condition(Struct, frozen=True):
    """One filter; `key` may lead into nested fields with dots (`condition.kind`)."""

    key: str
    value: str
    negated: bool = False


def parse(expressions: Sequence[str]) -> tuple[Condition, ...]:
    """Read `key=value` and `key!=value`.

    Raises UsageError for anything else.
    """
    return tuple(_parse_one(expression) for expression in expressions)


def _parse_one(expression: str) -> Condition:
    key, sign, value = expression.partition("=")
    if not sign or not key.strip("! "):
        raise UsageError("bad-where", given=expression)
    return Condition(key.rstrip("!").strip(), value.strip(), key.endswith("!"))


def select(rows: Rows, conditions: Iterable[Condition], is_a: IsA) -> tuple[Row, ...]:
    """Rows for which every condition holds.

    Raises UsageError for a key that no row of this noun can have.
    """
    wanted = tuple(conditions)
    known = {*rows.columns, "path", "stated_in", *(("category",) if rows.noun == "data" else ())}
    for condition in wanted:
        head = condition.key.partition(".")[0]
        if rows.rows and head not in known:
            near = nearest(head, known) or "id"
            raise UsageError("unknown-key", key=head, near=near, known=tuple(sorted(known)))
    return tuple(row for row in rows.rows if all(_holds(row, condition, is_a) for condition in wanted))


def _holds(row: Row, condition: Condition, is_a: IsA) -> bool:
    found = any(_equal(value, condition.value, is_a) for value in _values(row, condition.key))
    return found is not condition.negated


def _values(row: Row, key: str) -> Iterator[Plain]:
    if key == "path":
        yield row.path
    elif key == "stated_in":
        yield from row.stated_in
    else:
        yield from _descend(dict(row.fields), key.split("."))


def _descend(value: Plain, steps: list[str]) -> Iterator[Plain]:
    if isinstance(value, list):
        for item in value:
            yield from _descend(item, steps)
    elif not steps:
        yield from _names(value)
    elif isinstance(value, dict) and steps[0] in value:
        yield from _descend(value[steps[0]], steps[1:])


def _names(value: Plain) -> Iterator[Plain]:
    """A mapping is found by its id, or by the data or fact that it names (`uses=email`)."""
    if isinstance(value, dict):
        yield from (value[key] for key in ("id", "data", "fact") if key in value)
    else:
        yield value


def _equal(value: Plain, wanted: str, is_a: IsA) -> bool:
    if value is None:
        return wanted in ("", "-")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text == wanted or (":" in wanted and ":" in text and is_a(text, wanted))
