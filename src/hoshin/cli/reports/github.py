"""Findings as workflow commands that a hosted review shows beside the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding, sort_key
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.messages import explain

_LEVELS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """One command a finding, in the order of the report. What is waived is a notice, whatever its severity."""
    lines = Lines(snapshot)
    ordered = sorted((pinpoint(item, lines) for item in findings), key=sort_key)
    return "".join(f"{_command(item, language)}\n" for item in ordered)


def _command(item: Finding, language: str) -> str:
    explained = explain(item, language)
    level = "notice" if item.waived else _LEVELS[item.severity.value]
    place = (
        [("file", item.place.file), ("line", str(item.place.line)), ("col", str(item.place.column))]
        if item.place
        else []
    )
    named = ",".join(f"{name}={_property(value)}" for name, value in (*place, ("title", f"{item.rule} {item.path}")))
    text = "\n".join(part for part in (explained.message, explained.help, explained.ground) if part)
    return f"::{level} {named}::{_data(text)}"


def _data(text: str) -> str:
    """The characters that would end a command or its line, escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
