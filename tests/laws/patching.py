"""A complete policy changed as the example of a rule's page says."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hoshin.policy.yaml_events import parse
from hoshin.schema.kinds import BY_NAME

HERE = Path(__file__).parent
Yaml = dict[str, Any]


def complete(pack: str) -> Yaml:
    """The policy of this folder that has no finding under the pack; `base:` names the one that it changes."""
    text = (HERE / f"{pack}.yaml").read_text(encoding="utf-8")
    base = _read(text).get("base")
    return json.loads(changed(complete(base), text)) if base else _read(text)


def _read(text: str) -> Yaml:
    parsed = parse(text.encode(), "example.yaml")
    assert parsed.findings == ()
    assert isinstance(parsed.value, dict)
    return copy.deepcopy(parsed.value)


def changed(base: Yaml, example: str) -> bytes:
    """The policy with the example's entries in place of those with their ids, and without what `without:` names."""
    own = _read(example)
    for name in ("base", "untranslated"):
        own.pop(name, None)
    made = copy.deepcopy(base)
    for path in own.pop("without", []):
        _take_out(made, path)
    for key, value in own.items():
        made[key] = _joined(made.get(key), value)
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def untranslated(example: str) -> dict[str, int]:
    """What an example says of translations that are about to be published."""
    found: dict[str, int] = {lang: int(count) for lang, count in _read(example).get("untranslated", {}).items()}
    return found


def _joined(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict) and "status" not in new:
        return {**old, **new}
    if isinstance(old, list) and isinstance(new, list) and new and all(isinstance(one, dict) for one in new):
        ids = {one["id"]: one for one in new}
        kept = [ids.pop(one["id"], one) for one in old]
        return [*kept, *ids.values()]
    return new


def _take_out(made: Yaml, path: str) -> None:
    """A fact (`right/access`, `data/email`), a field of one (`controller/email`), or all of a kind (`rights`)."""
    name, *rest = path.split("/")
    key = BY_NAME[name].key if name in BY_NAME else name
    assert key in made, path
    if not rest:
        del made[key]
        return
    if isinstance(made[key], dict):
        _without_field(made[key], rest, path)
        return
    for owner, field in (made, key), *((one, "items") for one in made[key] if "items" in one):
        for one in owner[field]:
            if one["id"] == rest[0]:
                if len(rest) == 1:
                    owner[field] = [other for other in owner[field] if other is not one]
                else:
                    _without_field(one, rest[1:], path)
                return
    raise AssertionError(path)


def _without_field(value: Yaml, steps: list[str], path: str) -> None:
    *outer, last = (step.replace("-", "_") for step in steps)
    for step in outer:
        value = value[step]
    assert last in value, path
    del value[last]
