"""A collection point as a form: its fields in the words of the policy (model.md M06)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from hoshin.document import nodes
from hoshin.document.nodes import Inlines
from hoshin.document.texts import Printer
from hoshin.kernel.errors import NotThereError
from hoshin.policy.index import Entry, Index
from hoshin.policy.nearest import nearest
from hoshin.schema.data import CollectionPoint, DataDescription, FormField

_KNOWN: Final = MappingProxyType(
    {
        "pd:Name": ("text", "name"),
        "pd:EmailAddress": ("email", "email"),
        "pd:TelephoneNumber": ("tel", "tel"),
        "pd:PhysicalAddress": ("textarea", "street-address"),
        "pd:DateOfBirth": ("date", "bday"),
    }
)
"""What a field of such data is filled in with, and its purpose for browsers that fill in (WCAG 2.2, 1.3.5; HTML)."""


def collection_form(printer: Printer, point: str) -> nodes.Form:
    """The form of the collection point with that id.

    A field without a label of its own has the name of its data, and says that it was taken from there.
    Raises NotThereError when the policy has no such point, or the point no fields.
    """
    index = printer.facts.loaded.index
    entry = index.get(f"collection-point/{point}")
    if entry is None or not isinstance(entry.value, CollectionPoint) or not entry.value.fields:
        points = index.typed(CollectionPoint)
        known = tuple(path.partition("/")[2] for path, each in points if each.fields)
        if not known:
            raise NotThereError("no-forms")
        raise NotThereError("no-form", point=point, near=nearest(point, known) or ", ".join(known))
    texts = {unit.id: unit.text for unit in printer.facts.loaded.units}
    fields = tuple(_field(printer, texts, entry, position) for position in range(len(entry.value.fields)))
    text = texts.get(f"{entry.path}/text")
    title = (_unit(printer, texts, f"{entry.path}/title"),) if entry.value.title else ()
    blocks = (nodes.Paragraph((printer.unit(f"{entry.path}/text", text),)),) if text else ()
    return nodes.Form(entry.id, title, blocks, fields, entry.value.action or "")


def _field(printer: Printer, texts: dict[str, str], entry: Entry, position: int) -> nodes.FormField:
    point = entry.value
    assert isinstance(point, CollectionPoint)  # noqa: S101 - only fields of one come here
    field = point.fields[position]
    path = f"{entry.path}/fields/{position}"
    kind, fill_in = _by_data(field, printer.facts.loaded.index)
    label = f"{path}/label" if field.label else f"data/{field.data}/title"
    options = tuple((_unit(printer, texts, f"{path}/options/{number}"),) for number in range(len(field.options)))
    refused = f"{path}/if-refused" if field.if_refused else f"data/{field.data}/if-refused"
    return nodes.FormField(
        id=field.data,
        label=(_unit(printer, texts, label),) if label in texts else (nodes.Text(field.data),),
        input=field.input or kind,
        options=options,
        required=None if field.provision is None else field.provision == "required",
        note=_note(printer, texts, refused),
        taken=field.label is None,
        fill_in=fill_in,
    )


def _note(printer: Printer, texts: dict[str, str], name: str) -> Inlines:
    return (_unit(printer, texts, name),) if name in texts else ()


def _unit(printer: Printer, texts: dict[str, str], name: str) -> nodes.Unit:
    return printer.unit(name, texts[name])


def _by_data(field: FormField, index: Index) -> tuple[str, str]:
    entry = index.get(f"data/{field.data}")
    terms = entry.value.dpv if entry is not None and isinstance(entry.value, DataDescription) else ()
    return next((_KNOWN[term] for term in terms if term in _KNOWN), ("text", ""))
