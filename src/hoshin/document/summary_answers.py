"""The answers of the summary: who, which data, what for, on which basis, who receives, which rights, where to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoshin.document.nodes import Address, Block, Blocks, Inlines, Item, ListBlock, Paragraph, Text, Value, plain
from hoshin.document.summary_facts import Told, around
from hoshin.document.values import field_value
from hoshin.policy.index import Entry
from hoshin.schema.data import DataCategory
from hoshin.schema.modifiers import Modality
from hoshin.schema.party import Contact
from hoshin.schema.purpose import LegalBasis
from hoshin.schema.recipient import Recipient, Transfer
from hoshin.schema.walk import hyphened
from hoshin.translations.catalogues import group
from hoshin.translations.formats import country_name

Answer = tuple[tuple[str, ...], Blocks]
"""The facts that an answer tells, by path, and how it is printed."""

NO_ANSWER: Answer = ((), ())
_SEVERAL = 2


def bulleted(lines: Iterable[tuple[Inlines, Blocks]]) -> Blocks:
    """One line as a paragraph, several as a list."""
    found = [(Paragraph(line), *inner) for line, inner in lines if line]
    if len(found) == 1:
        return found[0]
    return (ListBlock(tuple(Item(blocks) for blocks in found)),) if found else ()


def who(told: Told) -> Answer:
    """The controller (GDPR Art. 13(1)(a)) and officers that the text names."""
    controller = told.facts.loaded.policy.controller
    if controller is None or "controller" not in told.paths:
        return NO_ANSWER
    officers = told.entries("officer")
    name = (told.printer.unit("controller/legal-name", controller.legal_name),)
    lines = (name, *_values(told, "controller", ("address",)))
    others = bulleted((_officer(told, entry), ()) for entry in officers)
    return ("controller", *(entry.path for entry in officers)), (Address(lines), *others)


def _officer(told: Told, entry: Entry) -> Inlines:
    """`Data protection officer: A. Person`: the name alone would not say what the person is for."""
    line, office = told.line(entry), getattr(entry.value, "title", None)
    if not line or office is None or plain(told.title(entry)) == office:
        return line
    return told.labelled((told.printer.unit(f"{entry.path}/title", office),), line)


def data(told: Told) -> Answer:
    """Each group of data with its items in one line; an item whose group the text does not name stands alone."""
    entries = told.entries("data")
    groups = {entry.path for entry in entries if isinstance(entry.value, DataCategory)}
    items: dict[str, list[Entry]] = {}
    for entry in entries:
        items.setdefault(entry.parent, []).append(entry)
    lines: list[tuple[Inlines, Blocks]] = []
    for entry in entries:
        if entry.path in groups:
            lines.append((_data_group(told, entry, items.get(entry.path, [])), ()))
        elif entry.parent not in groups:
            lines.append((told.line(entry), ()))
    return tuple(entry.path for entry in entries), bulleted(lines)


def _data_group(told: Told, entry: Entry, items: list[Entry]) -> Inlines:
    """`Log data: address, browser and others (may apply)`: a hedge that all share is said once."""
    is_open = getattr(entry.value, "completeness", None) == "non_exhaustive" or getattr(
        entry.value, "open_ended", False
    )
    if not items:
        line = told.line(entry)
        return told.joined(around(told.word("open-ended"), line)) if is_open and line else line
    hedges = {_modality(item) for item in items}
    shared = next(iter(hedges)) if len(hedges) == 1 else None
    patterns = told.hedges("data")
    members = [told.qualified(told.title(item), item.value, patterns if shared is None else {}) for item in items]
    words = told.enumerated([member for member in members if member], is_open=is_open)
    if shared is not None and shared != _modality(entry):
        words = around(patterns.get(shared, "{value}"), words)
    return told.qualified(told.labelled(told.title(entry), words), entry.value, patterns)


def _modality(entry: Entry) -> Modality | None:
    modality: Modality | None = getattr(entry.value, "modality", None)
    return modality


def purposes(told: Told) -> Answer:
    """Every purpose that the text names (GDPR Art. 13(1)(c); APPI Art. 21)."""
    return _listed(told, "purpose", "purposes")


def rights(told: Told) -> Answer:
    """Every right that the text names (GDPR Art. 13(2)(b))."""
    return _listed(told, "right", "rights")


def _listed(told: Told, kind: str, key: str) -> Answer:
    entries = told.entries(kind)
    lines: list[tuple[Inlines, Blocks]] = [(told.line(entry), ()) for entry in entries]
    if lines and told.has_open_list(key):
        lines.append(((Text(told.word("member-others")),), ()))
    return tuple(entry.path for entry in entries), bulleted(lines)


def bases(told: Told) -> Answer:
    """Each legal basis once, with the interests that the text names for it (GDPR Art. 13(1)(c) and (d))."""
    names = told.facts.locale.labels()
    grouped: dict[Inlines, dict[str, Entry]] = {}
    facts: list[str] = []
    known = {item.id: item for item in told.entries("interest")}
    for entry in told.entries("legal-basis"):
        if isinstance(entry.value, LegalBasis):
            label = names.get(entry.value.basis)
            line = (
                told.qualified((Text(label),), entry.value, told.hedges("legal-basis")) if label else told.line(entry)
            )
            interests = grouped.setdefault(line, {})
            facts.append(entry.path)
            interests.update((known[name].path, known[name]) for name in entry.value.interests if name in known)
    lines = [(line, _nested(told, tuple(interests.values()))) for line, interests in grouped.items()]
    return (*facts, *(path for interests in grouped.values() for path in interests)), bulleted(lines)


def _nested(told: Told, entries: tuple[Entry, ...]) -> Blocks:
    items = tuple(Item((Paragraph(line),)) for entry in entries if (line := told.line(entry)))
    return (ListBlock(items),) if items else ()


def recipients(told: Told) -> Answer:
    """Recipients and their classes (GDPR Art. 13(1)(e)), and transfers abroad (Art. 13(1)(f))."""
    entries, abroad = told.entries("recipient"), told.entries("transfer")
    lines: list[tuple[Inlines, Blocks]] = [(_recipient(told, entry), ()) for entry in entries]
    lines += _abroad(told, [line for entry in abroad if (line := _recipient(told, entry))])
    return tuple(entry.path for entry in (*entries, *abroad)), bulleted(lines)


def _abroad(told: Told, transfers: Sequence[Inlines]) -> list[tuple[Inlines, Blocks]]:
    """What is said of transfers: among recipients, the bare name of a country would not say what it is."""
    name: Inlines = (Text(told.word("abroad")),)
    if len(transfers) < _SEVERAL:
        return [(told.labelled(name, line), ()) for line in transfers]
    return [(name, (ListBlock(tuple(Item((Paragraph(line),)) for line in transfers)),))]


def _recipient(told: Told, entry: Entry) -> Inlines:
    match entry.value:
        case Recipient(data_scope="minimal"):
            return told.joined(around(group(told.facts.words, "data-scope")["minimal"], told.line(entry)))
        case Transfer(title=None, country=str(code)):
            return told.qualified((Text(country_name(told.facts.locale, code)),), entry.value, told.hedges("transfer"))
        case _:
            return told.line(entry)


def contact(told: Told) -> Answer:
    """Where to write (GDPR Art. 13(1)(a)): the desks that the text names, else the controller itself."""
    entries = told.entries("contact")
    blocks: list[Block] = []
    for entry in entries:
        name = told.line(entry)
        values = _values(told, entry.path, ("address", "email", "phone", "url"))
        if values:
            blocks.append(Address((*((name,) if name else ()), *values)))
    if blocks:
        return tuple(entry.path for entry in entries), tuple(blocks)
    lines = _values(told, "controller", ("email", "phone", "form_url")) if "controller" in told.paths else ()
    return (("controller",), (Address(lines),)) if lines else NO_ANSWER


def _values(told: Told, path: str, fields: tuple[str, ...]) -> tuple[Inlines, ...]:
    """Values of a fact that are there and that some text tells, a line each."""
    entry = told.facts.loaded.index.get(path)
    if entry is None:
        return ()
    printed = [name for name in fields if _tells(told, entry, hyphened(name))]
    found = [(name, field_value(entry, name, told.facts)) for name in printed]
    return tuple((Value(f"{path}/{hyphened(name)}", nodes),) for name, nodes in found if nodes)


def _tells(told: Told, entry: Entry, field: str) -> bool:
    if field == "address" and isinstance(entry.value, Contact) and entry.value.address is None:
        shared = f"{entry.path}/same-address-as-controller"
        return entry.value.same_address_as_controller and bool({shared, f"{entry.path}/address"} & told.references)
    return f"{entry.path}/{field}" in told.references
