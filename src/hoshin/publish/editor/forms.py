"""Which form a text must have, told from its pattern: an id, a date, an address on the web."""

from __future__ import annotations

from functools import cache
from typing import Final

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaValue

from hoshin.diff.decisions.entry import EventId, Fingerprint
from hoshin.publish.editor.shape import FORM
from hoshin.schema import names
from hoshin.schema.money import Currency
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.translations.approvals import Digest

_FORMS: Final = {
    **{
        name: getattr(names, name)
        for name in (
            "Id", "FactRef", "Curie", "LocaleCode", "Country", "Region", "Email", "Url", "Phone", "Version", "Word",
        )
    },
    "Currency": Currency,
    "Digest": Digest,
    "Duration": Duration,
    "EventId": EventId,
    "Fingerprint": Fingerprint,
    "PartialDate": PartialDate,
}  # fmt: skip
"""Forms by the name under which the catalogue says what to write instead."""


@cache
def _patterns() -> dict[str, str]:
    return {TypeAdapter(form).json_schema()["pattern"]: name for name, form in _FORMS.items()}


def form_of(node: JsonSchemaValue) -> str | None:
    """Name of the form; `any` for the one word that may stand for a list, `until` for a word or an end."""
    pattern = node.get("pattern")
    if pattern is None:
        return None
    kinds = node.get("type")
    if isinstance(kinds, list):
        return "any" if "array" in kinds else "until"
    return _patterns().get(str(node.get(FORM, pattern)))
