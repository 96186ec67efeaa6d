"""A value -> YAML as the house writes it: plain where every reader takes it for text, `|-` for prose, else quoted."""

from __future__ import annotations

import json
import re
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.policy.yaml_frames import Yaml

_PLAIN: Final = regex(r"[^\W\d_](?:[^\n:#,\[\]{}\"'\\]|:(?=[^\s,\[\]{}])|(?<=\S)#)*(?<![\s:])")
"""Begins with a letter and holds nothing that YAML reads as more than text, inside `[…]` and `{…}` too."""
_SIMPLE: Final = regex(r"[\w ./+-]+")
"""What may stand plain inside of brackets, where the parser takes colons and question marks for more."""
_DATE: Final = regex(r"\d{4}-\d\d(?:-\d\d)?")
_WORDS: Final = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""Words that a reader of YAML 1.1 or 1.2 takes for something else than text."""
_LONG: Final = 90
"""Characters from which a text of its own lines reads better."""
_PROSE: Final = regex(r"[^\s].*[^\s\n]|[^\s]", re.DOTALL)


def written(value: Yaml, indent: int, *, style: str = "", number: bool = False, flow: bool = False) -> str:
    """The value as it stands behind `key: `; lines after the first begin with `indent` spaces.

    `style` is that of the scalar it replaces: a block text stays one, quotes stay. `number` says that the model reads
    a number. In `flow` everything stands on one line.
    """
    if isinstance(value, dict):
        inner = (f"{written(key, 0, flow=True)}: {written(part, 0, flow=True)}" for key, part in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(part, 0, flow=True) for part in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return _text(value, indent, style, number=number, flow=flow)


def _text(value: str, indent: int, style: str, *, number: bool, flow: bool) -> str:
    if not flow and _PROSE.fullmatch(value) and (style in ("|", ">") or "\n" in value or (not style and _long(value))):
        return "|-\n" + "\n".join(f"{' ' * indent}{line}" if line else "" for line in value.split("\n"))
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    simple = not flow or _SIMPLE.fullmatch(value)
    if style != '"' and simple and (plain(value) or (number and value.lstrip("-").replace(".", "", 1).isdigit())):
        return value
    return json.dumps(value, ensure_ascii=False)


def plain(value: str) -> bool:
    """Whether the text can stand without quotes and no reader of YAML takes it for anything else."""
    return bool(_PLAIN.fullmatch(value) or _DATE.fullmatch(value)) and value.casefold() not in _WORDS


def _long(value: str) -> bool:
    return len(value) > _LONG and " " in value
