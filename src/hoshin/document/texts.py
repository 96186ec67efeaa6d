"""A text of the policy as inline nodes: white space normalised, markup read, placeholders filled."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from hoshin.document.nodes import Emphasis, Foreign, Inline, Inlines, Link, Strong, Text, Unit, Value, plain
from hoshin.document.values import Facts, Wording, value
from hoshin.kernel.text import norm
from hoshin.policy.markup import Anchor, Pieces, Plain, Stress, is_safe, parse
from hoshin.policy.placeholders import PATTERN, Placeholder, find, read, split
from hoshin.translations.durations import attach

_DEEPEST = 3
"""How far a name may hold names: a title with the brand in it is one step; a circle ends here as typed."""
_LONGEST_NAME = 2_000
_MOST_NAMES = 4
"""A text may hold names, and those a few others; more would let a small file print a huge document."""


class Printer(Struct, frozen=True):
    """Prints texts of one document in one language.

    `anchors` are the ids that a link may lead to; `untranslated` are ids of units that still stand in the source's
    language, which `source` prints.
    """

    facts: Facts
    anchors: frozenset[str]
    untranslated: frozenset[str] = frozenset()
    source: Facts | None = None

    def unit(self, unit_id: str, text: str) -> Unit:
        """The unit with its words; one that is not translated yet is marked as being in another language."""
        if self.source is not None and unit_id in self.untranslated:
            inner = _inlines(text, self.source, self.anchors, 0)
            return Unit(unit_id, (Foreign(self.source.locale.language, inner),))
        return Unit(unit_id, self.inlines(text))

    def joiner(self, unit_id: str) -> str:
        """What stands before that unit when another stands before it: its own language decides."""
        facts = self.source if self.source is not None and unit_id in self.untranslated else self.facts
        return facts.locale.sentence_joiner

    def inlines(self, text: str) -> Inlines:
        """The nodes of a text. A placeholder without an answer prints as typed, an unsafe link as its words."""
        return _inlines(text, self.facts, self.anchors, 0)


def _inlines(text: str, facts: Facts, anchors: frozenset[str], depth: int) -> Inlines:
    return tuple(_of_pieces(parse(norm(text, facts.locale.language)), facts, anchors, depth))


def _of_pieces(pieces: Pieces, facts: Facts, anchors: frozenset[str], depth: int) -> Iterator[Inline]:
    for piece in pieces:
        match piece:
            case Plain(text):
                yield from _of_plain(text, facts, anchors, depth)
            case Stress(children, strong):
                inner = tuple(_of_pieces(children, facts, anchors, depth))
                yield Strong(inner) if strong else Emphasis(inner)
            case Anchor(target, children):
                inner = _unlinked(tuple(_of_pieces(children, facts, anchors, depth)))
                resolved = _target(target, facts)
                may = is_safe(resolved) and (resolved[0] != "#" or resolved[1:] in anchors)
                yield from (Link(resolved, inner or (Text(resolved),)),) if may else inner


def _of_plain(text: str, facts: Facts, anchors: frozenset[str], depth: int) -> Iterator[Inline]:
    before = ""
    for part in split(text):
        if isinstance(part, Placeholder):
            filled = _filled(part, facts, anchors, depth)
            yield filled
            before = plain((filled,))
        else:
            following = _after(facts, before, part) if before else part
            if following:
                yield Text(following)


def _after(facts: Facts, before: str, following: str) -> str:
    """What follows a value: no ending said twice, and no second full stop after that of an abbreviation (`Ltd.`)."""
    if before.endswith(".") and following.startswith(".") and not following.startswith(".."):
        following = following[1:]
    return attach(facts.locale, before, following)


def _filled(part: Placeholder, facts: Facts, anchors: frozenset[str], depth: int) -> Inline:
    found = value(part, facts)
    if isinstance(found, Wording):
        found = _inlines(found.text, facts, anchors, depth + 1) if _is_name(found.text, depth) else None
    if not found:
        return Text(part.written)
    return Value(f"{part.fact}/{part.field}" if part.field else part.fact, found)


def _is_name(text: str, depth: int) -> bool:
    return depth < _DEEPEST and len(text) <= _LONGEST_NAME and len(find(text)) <= _MOST_NAMES


def _target(target: str, facts: Facts) -> str:
    """Where a link leads whose target is a placeholder: the fact's own link, else the characters of its value."""
    match = PATTERN.fullmatch(target)
    if match is None:
        return target
    found = value(read(match), facts)
    if isinstance(found, tuple) and len(found) == 1 and isinstance(found[0], Link):
        return found[0].target
    return ""


def _unlinked(children: Inlines) -> Inlines:
    """The same words without links: a link holds no other."""
    flat: list[Inline] = []
    for child in children:
        match child:
            case Link(_, inner):
                flat.extend(_unlinked(inner))
            case Value(fact, inner):
                flat.append(Value(fact, _unlinked(inner)))
            case Emphasis(inner):
                flat.append(Emphasis(_unlinked(inner)))
            case Strong(inner):
                flat.append(Strong(_unlinked(inner)))
            case Foreign(lang, inner):
                flat.append(Foreign(lang, _unlinked(inner)))
            case _:
                flat.append(child)
    return tuple(flat)
