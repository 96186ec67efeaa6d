"""Pydantic's JSON Schema without alternatives.

An editor that meets `anyOf` guesses which alternative was meant and blames the wrong one. Here a value that may be a
list or a mapping has both types at once: `items` speaks of the list only, `if`/`then` of the mapping, `pattern` of the
text. The same values are valid as before, except an empty key (null), which `hoshin check` refuses too (DOC121).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pydantic.json_schema import JsonSchemaValue

_DROPPED: Final = frozenset({"title", "description", "default", "discriminator"})
_NULL: Final = {"type": "null"}
BLOCK: Final = "Block"
"""Name of the definition that stands for all kinds of block."""
WORDS: Final = "words"
"""Marks the closed words of a text that can also be something else, until they become completions."""
FORM: Final = "form"
"""Marks the pattern of such a text without those words, until it becomes a message."""


def shaped(node: JsonSchemaValue) -> JsonSchemaValue:
    """The same schema without alternatives, and without the words that Pydantic makes from the names of fields."""
    kept = {key: value for key, value in node.items() if key not in _DROPPED and key not in {"anyOf", "oneOf"}}
    made = {key: _inner(key, value) for key, value in kept.items()}
    if "const" in made:
        made["enum"] = [made.pop("const")]
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if "discriminator" in node:
        return {"$ref": f"#/$defs/{BLOCK}"}
    options = [shaped(option) for option in _options(node) if option != _NULL]
    return {**made, **_joined(options)} if options else made


def _options(node: JsonSchemaValue) -> Sequence[JsonSchemaValue]:
    alternatives: Sequence[JsonSchemaValue] = node.get("anyOf") or node.get("oneOf") or ()
    return alternatives


def _inner(key: str, value: object) -> object:
    if key in {"properties", "$defs", "patternProperties"} and isinstance(value, Mapping):
        return {name: shaped(part) for name, part in value.items()}
    if key in {"items", "additionalProperties", "propertyNames"} and isinstance(value, dict):
        return shaped(value)
    return value


def _joined(options: Sequence[JsonSchemaValue]) -> JsonSchemaValue:
    """One schema for all options, each of which speaks of another type, or of texts."""
    if len(options) == 1:
        return options[0]
    joined: JsonSchemaValue = {"type": []}
    patterns: list[str] = []
    for option in options:
        kind = "object" if "$ref" in option else option["type"]
        joined["type"] += [kind] if kind not in joined["type"] else []
        if kind == "object":
            joined |= {"if": {"type": "object"}, "then": option}
        elif kind == "string":
            patterns += _patterns(option)
            joined |= {key: value for key, value in option.items() if key not in {"type", "pattern", "enum"}}
            joined |= {FORM: option["pattern"]} if "pattern" in option else {}
            joined |= {WORDS: option["enum"]} if "enum" in option else {}
        else:
            joined |= {key: value for key, value in option.items() if key != "type"}
    if patterns:
        joined["pattern"] = patterns[0] if len(patterns) == 1 else f"^(?:{'|'.join(map(_bare, patterns))})$"
    if len(joined["type"]) == 1:
        joined["type"] = joined["type"][0]
    return joined


def _patterns(option: JsonSchemaValue) -> Iterator[str]:
    if "pattern" in option:
        yield option["pattern"]
    if "enum" in option:
        yield f"^(?:{'|'.join(map(re.escape, option['enum']))})$"


def _bare(pattern: str) -> str:
    return f"(?:{pattern.removeprefix('^').removesuffix('$')})"


def block(models: Mapping[str, str]) -> JsonSchemaValue:
    """A block: `kind` says which model the rest has to follow. `models` holds their names by kind."""
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string", "enum": list(models)}},
        "allOf": [
            {
                "if": {"required": ["kind"], "properties": {"kind": {"const": kind}}},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for kind, name in models.items()
        ],
    }
