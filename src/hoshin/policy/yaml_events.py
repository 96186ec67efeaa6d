"""YAML text -> plain data, the place of everything in it, and all faults at once.

The C parser only delivers events; they are put together with a stack of our own, because its own tree builders recurse
and kill the process on deep nesting (design: rendering.md section 9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final, TypeAlias

from msgspec import Struct
from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.parser import Parser as SlowParser

from hoshin.kernel.errors import HoshinError
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
    """Let the builder take all events; what stopped the parser, or None at the end."""
    steps: dict[type, Callable[[Any], None]] = {  # events come untyped out of the C parser
        events.ScalarEvent: builder.scalar,
        events.MappingStartEvent: builder.mapping,
        events.MappingEndEvent: builder.close,
        events.SequenceStartEvent: builder.sequence,
        events.SequenceEndEvent: builder.close,
        events.AliasEvent: builder.alias,
        events.DocumentStartEvent: builder.document,
    }
    try:
        for event in events_of(source.text):
            if step := steps.get(type(event)):
                step(event)
    except MarkedYAMLError as error:
        at = _point(error.problem_mark)
        return Trouble(f"{error.context}; {error.problem}", at, _point(error.context_mark, at))
    except YAMLError as error:
        return Trouble(str(error), (0, 0), (0, 0))
    return None


def events_of(text: str) -> Iterator[Any]:  # Any: events come untyped out of the C parser
    """The parser's events in order. Raises YAMLError where the text is no YAML."""
    parser = _parser()(text.encode("utf-8"))
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _parser() -> Callable[[bytes], Any]:  # Any: the C part has no types
    parser: Callable[[bytes], Any] = YAML(typ="safe").Parser
    if parser is SlowParser:
        raise HoshinError("no-c-parser")
    return parser


def _point(mark: Any, default: tuple[int, int] = (0, 0)) -> tuple[int, int]:  # noqa: ANN401 - the C part's own class
    return (mark.line, mark.column) if mark is not None else default
