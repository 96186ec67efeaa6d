"""A key without a value, where it is a place that somebody has yet to fill."""

from __future__ import annotations

from typing import Final

from pydantic.json_schema import JsonSchemaValue

_HEAD: Final = ("title", "description", "defaultSnippets")


def empty_or(node: JsonSchemaValue) -> JsonSchemaValue:
    """The same schema, satisfied by an empty place too.

    With `null` as a second type an editor would offer that word and name it in its messages. So what a value must be
    stands behind a condition. Around it stands `anyOf` with this one member: nothing to guess for an editor, which
    otherwise writes the key without its colon.
    """
    head: JsonSchemaValue = {key: node[key] for key in _HEAD if key in node}
    wanted = {key: part for key, part in node.items() if key not in _HEAD}
    if "enum" in wanted:  # words behind a condition are not offered by themselves
        pairs = zip(wanted["enum"], wanted["enumDescriptions"], strict=True)
        head["defaultSnippets"] = [{"label": word, "description": text, "body": word} for word, text in pairs]
    return {**head, "anyOf": [{"if": {"type": "null"}, "else": wanted}]}
