"""The path that people know (`retention/default/period`) -> the way through the YAML, and what the model reads."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.place import RawPath
from hoshin.policy.index import Index
from hoshin.policy.load import Loaded
from hoshin.policy.nearest import nearest
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.walk import hyphened, yaml_keys


class Target(Struct, frozen=True):
    """Where a value belongs: `raw` through the YAML, `order` the model's keys around it, `types` what may stand there.

    `below` are keys under `raw` that are not written yet: the value stands inside them.
    """

    raw: RawPath
    order: tuple[str, ...] = ()
    types: frozenset[type] = frozenset()
    below: tuple[str, ...] = ()

    @property
    def number(self) -> bool:
        """Whether the model reads a number there."""
        return bool(self.types & {int, float, Decimal})

    @property
    def truth(self) -> bool:
        """Whether the model reads true or false there."""
        return bool in self.types


def find_target(loaded: Loaded, path: str) -> Target:
    """The place that a path names: a text by its unit id, a fact, a field of a fact, or a member of a list.

    Raises NotThereError with the nearest path that there is.
    """
    unit = next((unit for unit in loaded.units if unit.id == path), None)
    if unit is not None:
        return Target(unit.raw, _keys_around(loaded, unit.raw), frozenset({str}))
    owner = loaded.index.owner(path)
    if owner is None:
        raise NotThereError("no-such-path", path=path, near=_near(loaded, path))
    target = Target(owner.raw, types=frozenset({dict}))
    holder: object = owner.value
    model: type[BaseModel] | None = type(owner.value)
    for step in path.removeprefix(owner.path).strip("/").split("/"):
        if step:
            holder, model, target = _into(loaded, path, step, (holder, model, target))
    return target


_State = tuple[object, type[BaseModel] | None, Target]


def _into(loaded: Loaded, path: str, step: str, state: _State) -> _State:
    holder, model, target = state
    if isinstance(holder, tuple):
        position = next((number for number, part in enumerate(holder) if getattr(part, "id", None) == step), None)
        position = int(step) if position is None and step.isdecimal() and int(step) <= len(holder) else position
        if position is None:
            raise NotThereError("no-such-path", path=path, near=_near(loaded, path))
        member = holder[position] if position < len(holder) else None
        inner = type(member) if isinstance(member, BaseModel) else None
        return member, inner, replace(target, raw=(*target.raw, position), order=())
    keys = dict(yaml_keys(model)) if model else {}
    name = next((name for name, key in keys.items() if step in (name, key, hyphened(name))), None)
    if model is None or name is None:
        raise NotThereError("no-such-path", path=path, near=_near(loaded, path, tuple(keys), step))
    given = holder if isinstance(holder, BaseModel) and name in holder.model_fields_set else None
    value = getattr(given, name) if given is not None else None
    types = frozenset(_types(model.model_fields[name].annotation))
    inner = next((kind for kind in types if issubclass(kind, BaseModel)), None)
    inner = type(value) if isinstance(value, BaseModel) else inner
    key, order = keys[name], tuple(keys.values())
    if isinstance(holder, BaseModel):
        return value, inner, Target((*target.raw, key), order, types)
    return value, inner, replace(target, below=(*target.below, key), types=types)


def _types(annotation: object) -> Iterator[type]:
    """All plain types inside an annotation."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _keys_around(loaded: Loaded, raw: RawPath) -> tuple[str, ...]:
    """The model's keys of the mapping that holds `raw`."""
    value: object = loaded.policy
    for step in raw[:-1]:
        if isinstance(value, BaseModel):
            names = {key: name for name, key in yaml_keys(type(value))}
            value = getattr(value, names[str(step)])
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
    return tuple(key for _, key in yaml_keys(type(value))) if isinstance(value, BaseModel) else ()


def _near(loaded: Loaded, path: str, fields: tuple[str, ...] = (), step: str = "") -> str:
    """What was probably meant: a field of that fact, another fact of the kind, or a kind."""
    if fields:
        found = nearest(step, map(hyphened, fields))
        return f"{path[: path.rindex(step)]}{found}" if found else ", ".join(map(hyphened, fields))
    return nearest(path, _known(loaded.index)) or nearest(path.partition("/")[0], BY_NAME) or ", ".join(BY_NAME)


def _known(index: Index) -> tuple[str, ...]:
    return tuple(index.entries)
