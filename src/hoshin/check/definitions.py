"""Where defined terms are defined and where they are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from hoshin.check.nodes import Node
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide
from hoshin.policy.index import Index
from hoshin.policy.stated import text_id
from hoshin.policy.units import TextUnit
from hoshin.schema.data import Definition
from hoshin.schema.section import Unit

_START: Final = regex(r"(?<![A-Za-z0-9_])[A-Za-z0-9_]|[^A-Za-z0-9_\s]")
"""Where a label can begin: at a word, or at any other sign (Japanese writes no spaces between words)."""


class Uses(Struct):
    """Positions among the printed texts of those that define a term and of those that use it.

    A text that defines the term uses it as well where it writes it a second time in the same way.
    """

    defined: list[int] = field(default_factory=list)
    elsewhere: list[int] = field(default_factory=list)


def uses(index: Index, nodes: Iterable[Node], prose: Sequence[TextUnit]) -> Mapping[str, Uses]:
    """Uses of each definition by its path."""
    terms = index.typed(Definition)
    found = {path: Uses() for path, _ in terms}
    if not terms:
        return found
    labels = _labels(terms)
    lengths = sorted({len(label) for label in labels}, reverse=True)
    defining = _defining(nodes, prose)
    for position, unit in enumerate(prose):
        counted = Counter(written(unit.text, labels, lengths))
        here = defining.get(unit.id, frozenset()) & found.keys()
        for path in here:
            found[path].defined.append(position)
        once = {path for label in counted for path in labels[label]} - here
        again = {path for label, count in counted.items() if count > 1 for path in labels[label]}
        for path in once | again:
            found[path].elsewhere.append(position)
    return found


def _labels(terms: Sequence[tuple[str, Definition]]) -> dict[str, list[str]]:
    """Every way to write a term, its placeholder among them, with the definitions that it may mean."""
    found: dict[str, list[str]] = {}
    for path, term in terms:
        for label in (term.term, *term.aliases, f"{{{path.replace('/', ':')}}}"):
            found.setdefault(label, []).append(path)
    return found


def written(text: str, labels: Mapping[str, object], lengths: Sequence[int]) -> Iterator[str]:
    """Labels in a text as words of their own, the longest at each place; time grows with the text, not the labels."""
    end = 0
    firsts = {label[:1] for label in labels}
    for match in _START.finditer(text):
        start = match.start()
        if start < end or text[start] not in firsts:
            continue
        for length in lengths:
            label = text[start : start + length]
            if label in labels and len(label) == length and _ends_a_word(text, start + length):
                yield label
                end = start + length
                break


def _ends_a_word(text: str, end: int) -> bool:
    """Whether no further letter of the same word follows."""
    if end >= len(text) or not text[end].isalnum() or is_wide(text[end]):
        return True
    return not text[end - 1].isalnum() or is_wide(text[end - 1])


def _defining(nodes: Iterable[Node], prose: Iterable[TextUnit]) -> dict[str, frozenset[str]]:
    """Definitions that a text gives: its own wording, or those under its `states:`."""
    found: dict[str, frozenset[str]] = {}
    for node in nodes:
        if isinstance(node.value, Unit):
            place = text_id(node.value.of) if node.value.of else node.path
            terms = frozenset(name for name in node.value.states if name.startswith("term/"))
            found[place] = found.get(place, frozenset()) | terms
    for unit in prose:
        if unit.fact.startswith("term/"):
            found[unit.id] = found.get(unit.id, frozenset()) | {unit.fact}
    return found
