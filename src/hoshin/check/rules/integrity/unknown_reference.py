"""Every id that a fact or text names belongs to a fact of the right kind, and no chain of facts ends in itself.

Why:
    A purpose that names data which nobody described says nothing about people's data, and a mistyped id would drop out
    of every answer without a word.

Bad (no such fact)::

    purposes:
      - id: newsletter
        title: Newsletter
        text: Sending our newsletter
        uses:
          - data: e-mail
    data:
      - id: email
        title: E-mail address
    sections:
      - id: purposes
        title: Purposes
        blocks:
          - {kind: list, id: data-list, of: data}
          - {kind: list, id: purpose-list, of: purposes}

Bad (a fact of another kind)::

    retention:
      - id: default
        title: Storage
        text: We keep data as long as the law demands.
        of: [commitment/no-sale]
    commitments:
      - id: no-sale
        polarity: never
        acts: [sell]
        text: We never sell data.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
          - {kind: list, id: promises, of: commitments}

Bad (a text that is not there)::

    data:
      - id: email
        title: E-mail address
    sections:
      - id: data
        title: Data
        blocks:
          - {kind: list, id: data-list, of: data}
          - kind: paragraph
            id: more
            units:
              - of: data/email

Bad (a list of nothing)::

    sections:
      - id: data
        title: Data
        blocks:
          - {kind: list, id: data-list, of: purpose}

Bad (a circle)::

    products:
      - {id: gold, kind: tier, title: Gold, includes: silver}
      - {id: silver, kind: tier, title: Silver, includes: gold}

Good::

    purposes:
      - id: newsletter
        title: Newsletter
        text: Sending our newsletter
        uses:
          - data: email
    data:
      - id: email
        title: E-mail address
    sections:
      - id: purposes
        title: Purposes
        blocks:
          - {kind: list, id: data-list, of: data}
          - {kind: list, id: purpose-list, of: purposes, order: [newsletter]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hoshin.check.advice import Advice
from hoshin.check.facts import Found, find_fact
from hoshin.check.nodes import Node
from hoshin.check.references import Mention
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Arg, Severity
from hoshin.kernel.place import RawPath
from hoshin.policy.stated import text_id
from hoshin.schema.columns import column_fields
from hoshin.schema.data import DataCategory
from hoshin.schema.kinds import BY_KEY, KINDS
from hoshin.schema.party import Context, Product
from hoshin.schema.recipient import Recipient
from hoshin.schema.section import Cell, ListBlock, Subheading, TableBlock, Unit


def find(subject: Subject) -> Iterator[Fault]:
    """Mentions by field, then what sections print, then circles."""
    advice = Advice()
    for mention in subject.mentions:
        yield from _mention(subject, mention, advice)
    for node in subject.nodes:
        if isinstance(node.value, ListBlock | TableBlock):
            yield from _list(subject, node, node.value, advice)
        elif isinstance(node.value, Unit | Subheading | Cell):
            yield from _printed(subject, node, node.value, advice)
    yield from _circles(subject)


def _mention(subject: Subject, mention: Mention, advice: Advice) -> Iterator[Fault]:
    index = subject.loaded.index
    right_kind = not mention.full or mention.name.partition("/")[0] in mention.kinds
    if right_kind and any(index.get(path) for path in mention.paths):
        return
    if mention.full:
        if index.get(mention.name):
            args: dict[str, Arg] = {"field": mention.field, "id": mention.name, "kinds": mention.kinds}
            yield Fault(mention.path, mention.raw, args, "kind")
            return
        known = [f"{kind}/{name}" for kind in mention.kinds for name in subject.ids.get(kind, ())]
    else:
        known = [name for kind in mention.kinds for name in subject.ids.get(kind, ())]
    near = advice.near(mention.name, known)
    yield _unknown(mention.path, mention.raw, mention.field, mention.name, near)


def _unknown(path: str, raw: RawPath, field: str, name: str, near: str | None) -> Fault:
    if near:
        return Fault(path, raw, {"field": field, "id": name, "near": near}, "near")
    return Fault(path, raw, {"field": field, "id": name}, "unknown")


def _list(subject: Subject, node: Node, block: ListBlock | TableBlock, advice: Advice) -> Iterator[Fault]:
    if block.of is None:
        return
    kind = BY_KEY.get(block.of)
    if kind is None or not kind.many:
        near = advice.near(block.of, [each.key for each in KINDS if each.many])
        yield _unknown(node.path, (*node.raw, "of"), "of", block.of, near)
        return
    if isinstance(block, TableBlock):
        yield from _columns(node, block, kind.name, advice)
    index = subject.loaded.index
    if block.within is not None:
        category = index.get(f"data/{block.within}")
        if category is None or not isinstance(category.value, DataCategory):
            categories = [entry.id for entry in index.of_kind("data") if isinstance(entry.value, DataCategory)]
            near = advice.near(block.within, categories)
            yield _unknown(node.path, (*node.raw, "within"), "within", block.within, near)
            return
    if block.order:
        parent = f"data/{block.within}" if block.within is not None else ""
        known = [entry.id for entry in index.of_kind(kind.name) if entry.parent == parent]
        there = frozenset(known)
        for position, name in enumerate(block.order):
            if name not in there:
                yield _unknown(node.path, (*node.raw, "order", position), "order", name, advice.near(name, known))


def _columns(node: Node, table: TableBlock, kind: str, advice: Advice) -> Iterator[Fault]:
    """Fields that no fact of the kind has: their column would stay empty."""
    known = column_fields(kind)
    for position, column in enumerate(table.columns):
        if column.field is not None and column.field not in known:
            near = advice.near(column.field, list(known))
            yield _unknown(node.path, (*node.raw, "columns", position, "field"), "field", column.field, near)


def _printed(subject: Subject, node: Node, unit: Unit | Subheading | Cell, advice: Advice) -> Iterator[Fault]:
    if unit.of is not None:
        wanted = unit.of if isinstance(unit, Subheading) else text_id(unit.of)
        if wanted not in subject.texts:
            yield _no_text(subject, node, unit.of, advice)
    antecedent = unit.antecedent if isinstance(unit, Unit) else None
    if antecedent is not None:
        there = antecedent in subject.texts or _is_fact(subject, antecedent)
        if not there:
            near = advice.near(antecedent, [*subject.loaded.index.entries, *subject.texts])
            yield _unknown(node.path, (*node.raw, "antecedent"), "antecedent", antecedent, near)


def _is_fact(subject: Subject, path: str) -> bool:
    return find_fact(path, subject.loaded.index, subject.section_ids) is Found.YES


def _no_text(subject: Subject, node: Node, name: str, advice: Advice) -> Fault:
    raw = (*node.raw, "of")
    owner = subject.loaded.index.owner(name)
    if owner is None:
        return _unknown(node.path, raw, "of", name, advice.near(name, list(subject.loaded.index.entries)))
    texts = tuple(unit_id for unit_id, unit in subject.texts.items() if unit.fact == owner.path)
    return Fault(node.path, raw, {"id": name, "texts": texts or ("–",)}, "no-text")


_CHAINS: tuple[tuple[type[Context | Product | Recipient], str, str], ...] = (
    (Context, "context", "adds_to"),
    (Product, "product", "includes"),
    (Recipient, "recipient", "engaged_by"),
)
"""Fields by which a fact stands on another of its kind."""


def _circles(subject: Subject) -> Iterator[Fault]:
    for model, kind, field in _CHAINS:
        above = {entry.id: getattr(entry.value, field) for entry in subject.loaded.index.of_kind(kind)}
        for path, value in subject.loaded.index.typed(model):
            if _returns(value.id, above):
                raw = (*subject.loaded.index.entries[path].raw, field)
                yield Fault(path, raw, {"field": field, "id": value.id}, "circle")


def _returns(start: str, above: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    here = above.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = above.get(here)
    return False


RULE = Rule("DOC126", "unknown-reference", Severity.ERROR, find, ("near", "unknown", "kind", "no-text", "circle"))
