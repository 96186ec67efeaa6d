"""YAML text -> plain data, the place of everything in it, and all faults at once.

The C parser only delivers events; they are put together with a stack of our own, because its own tree builders recurse
and kill the process on deep nesting (design: rendering.md section 9).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct

from hoshin.kernel.ahead import made_ahead
from hoshin.kernel.finding import Finding
from hoshin.kernel.place import Place, RawPath
from hoshin.policy.yaml_bounds import BOUNDS, Bounds
from hoshin.policy.yaml_builder import Builder
from hoshin.policy.yaml_faults import Faults, Stop
from hoshin.policy.yaml_frames import Yaml
from hoshin.policy.yaml_source import Source, read_source
from hoshin.policy.yaml_syntax import Trouble, report


class Parsed(Struct, frozen=True):
    """What a file, or several merged ones, say.

    `places` has the place of the key for an entry of a mapping, of the item for an item of a list, and `()` for the
    whole; what came through an alias or a merge key keeps the place where it is written. `value` is None where the
    file is empty, or broken (then a finding of DOC120 says why).
    """

    value: Yaml
    places: Mapping[RawPath, Place]
    findings: tuple[Finding, ...]


Reader: TypeAlias = Callable[[bytes, str], Parsed]
"""What reads a file, given as bytes and name: `parse`, or one that remembers what it gave. Nobody changes a Parsed."""


_SMALL: Final = 65_536
"""Bytes of a file whose reading is kept: two revisions share most of their files, and several steps read one."""


def parse(data: bytes, file: str, bounds: Bounds = BOUNDS) -> Parsed:
    """Read one YAML file; `file` is its name in places and findings.

    Bad input never raises: every fault is a finding. Raises HoshinError `no-c-parser` when ruamel.yaml lacks its C
    part, whose slower substitute reads some texts differently.
    """
    return _kept(data, file, bounds) if len(data) <= _SMALL else _parse(data, file, bounds)


@lru_cache(maxsize=64)
def _kept(data: bytes, file: str, bounds: Bounds) -> Parsed:
    return _parse(data, file, bounds)


@made_ahead
def _parse(data: bytes, file: str, bounds: Bounds) -> Parsed:
    faults = Faults(bounds.findings)
    places: Mapping[RawPath, Place] = {(): Place(file, 1, 1)}
    value: Yaml = None
    with suppress(Stop):
        source = read_source(data, file, faults, bounds)
        builder = Builder(source, faults, bounds)
        trouble = _feed(builder, source)
        if trouble is None:
            builder.end()
            value, places = builder.value, builder.places
        else:
            _go_on(trouble, source, faults, bounds)
    return Parsed(value, places, faults.found())


def _go_on(trouble: Trouble, source: Source, faults: Faults, bounds: Bounds) -> None:
    """Look for further faults from the next top-level key on: one broken line must not hide those below."""
    for _ in range(bounds.breaks):
        line = report(trouble, source, faults)
        if line is None:
            return
        source = source.rest(line)
        further = _feed(Builder(source, faults, bounds), source)
        if further is None:
            return
        trouble = further
    raise faults.stop("DOC120.findings", source.place(*trouble.at), limit=bounds.breaks)


def _feed(builder: Builder, source: Source) -> Trouble | None:
    from hoshin.policy.yaml_feed import feed  # noqa: PLC0415 - no file is read here where all were read ahead

    return feed(builder, source)
