"""The JSON Schema of a report of changes, for programs that read it: made from the types, never by hand."""

from __future__ import annotations

import json

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from hoshin.diff.change import Report
from hoshin.schema.model_of import model_of

FILE = "hoshin-changes.schema.json"
"""Its name in the folder `schema`."""
_DIALECT = GenerateJsonSchema.schema_dialect


def schema() -> JsonSchemaValue:
    """The schema (2020-12). What a report leaves out because it is empty is not required."""
    return {"$schema": _DIALECT, **model_of(Report).model_json_schema(by_alias=True, mode="validation")}


def schema_text() -> str:
    """The schema as it is committed: sorted keys, two spaces, a final line end."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
