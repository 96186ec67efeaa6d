"""The events of the C parser, which only delivers them, and what takes them; here ruamel.yaml is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.parser import Parser as SlowParser

from hoshin.kernel.errors import HoshinError
from hoshin.policy.yaml_builder import Builder
from hoshin.policy.yaml_source import Source
from hoshin.policy.yaml_syntax import Trouble


def feed(builder: Builder, source: Source) -> Trouble | None:
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
