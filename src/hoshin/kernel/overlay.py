"""Mirror and overlay: a project file at the same relative path wins over the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec import Struct

from hoshin.kernel.errors import HoshinError

MOST: Final = 1_000_000
"""Bytes of a text file of the look; shipped ones have some ten thousand."""
SHIPPED = Path(__file__).resolve().parent.parent
"""The package folder, whose `renderers/`, `schema/` and `translations/` hold the shipped defaults."""


class Overlay(Struct, frozen=True):
    """Looks a file up in the project first, then in the package. `project` is None where no project takes part."""

    project: Path | None = None

    def find(self, relative: str) -> Path:
        """The file that counts for `relative` (POSIX, such as `renderers/html/theme.css`).

        Raises FileNotFoundError when neither side has it, ValueError when the project's file lies outside the project.
        """
        if self.project is not None:
            own = self.project / relative
            if own.is_file():
                if not own.resolve().is_relative_to(self.project.resolve()):
                    raise ValueError(relative)
                return own
        shipped = SHIPPED / relative
        if not shipped.is_file():
            raise FileNotFoundError(relative)
        return shipped

    def look(self, relative: str) -> Path:
        """As `find`, for a file of the look.

        Raises FileNotFoundError when neither side has it, HoshinError `look-outside`.
        """
        try:
            return self.find(relative)
        except ValueError as error:
            raise HoshinError("look-outside", file=relative) from error

    def read(self, relative: str) -> str:
        """The text of that file, UTF-8.

        Raises FileNotFoundError when neither side has it, and HoshinError: `look-outside`, `look-too-large`,
        `look-encoding`, `look-unreadable`.
        """
        file = self.look(relative)
        try:
            data = file.read_bytes() if file.stat().st_size <= MOST else None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise HoshinError("look-unreadable", file=relative, reason=reason) from error
        if data is None:
            raise HoshinError("look-too-large", file=relative, limit=MOST)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise HoshinError("look-encoding", file=relative) from error
