"""The JSON Schema of a document's files, for editors and other languages: made from the types, never by hand."""

from __future__ import annotations

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from hoshin.schema.policy import Policy

_DIALECT = GenerateJsonSchema.schema_dialect


def schema() -> JsonSchemaValue:
    """The schema (2020-12). A file holds some of the top-level keys, so none is required in a single file."""
    made = Policy.model_json_schema(by_alias=True)
    made.pop("required", None)
    return {"$schema": _DIALECT, **made}


def schema_text() -> str:
    """The schema as it is committed: sorted keys, two spaces, a final line end."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
