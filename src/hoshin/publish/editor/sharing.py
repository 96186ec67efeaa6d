"""Keys that many models have in common stand once, so that the schema stays small."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pydantic.json_schema import JsonSchemaValue

_OFTEN: Final = 3
_LONG: Final = 120
"""Characters of a key's schema below which a reference would save nothing."""


def shared(schema: JsonSchemaValue) -> JsonSchemaValue:
    """The same schema with each repeated key under `$defs`, named after the key; definitions sorted by name."""
    objects = [schema, *schema["$defs"].values()]
    counts = Counter(text for node in objects for _, text in _keys(node))
    names: dict[str, str] = {}
    taken: dict[str, JsonSchemaValue] = {}
    for node in objects:
        for key, text in _keys(node):
            if counts[text] >= _OFTEN and len(text) > _LONG and text not in names:
                names[text] = _free(f"key.{key}", taken)
                taken[names[text]] = json.loads(text)

    def referred(node: JsonSchemaValue) -> JsonSchemaValue:
        keys = {
            key: {"$ref": f"#/$defs/{names[text]}"} if text in names else node["properties"][key]
            for key, text in _keys(node)
        }
        return {**node, "properties": keys} if keys else node

    definitions = {name: referred(node) for name, node in schema["$defs"].items()} | taken
    return {**referred(schema), "$defs": dict(sorted(definitions.items()))}


def _keys(node: JsonSchemaValue) -> Iterator[tuple[str, str]]:
    """Keys of an object, each with its schema as text."""
    for key, part in node.get("properties", {}).items():
        yield key, json.dumps(part, ensure_ascii=False)


def _free(name: str, taken: dict[str, JsonSchemaValue]) -> str:
    """The name, with a number behind it where it is taken."""
    number = sum(1 for other in taken if other == name or other.startswith(f"{name}-"))
    return f"{name}-{number + 1}" if number else name
