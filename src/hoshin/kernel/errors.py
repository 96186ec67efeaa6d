"""The one exception family. Faults inside a project are findings, not exceptions; these mean "cannot go on"."""

from __future__ import annotations

from collections.abc import Mapping


class HoshinError(Exception):
    """Something that stops a command; `message` names an entry of the catalogue `errors`, filled from `args_`.

    `exit_code` is the process exit code (DESIGN.md section 10).
    """

    exit_code = 1

    def __init__(self, message: str, **args: object) -> None:
        super().__init__(message, args)
        self.message = message
        self.args_: Mapping[str, object] = args


class UsageError(HoshinError):
    """The command was called wrongly."""

    exit_code = 2


class NotThereError(HoshinError):
    """There is no project, no such document, or a side of a diff cannot be read at all."""

    exit_code = 3
