"""Mirror and overlay: a project file at the same relative path wins over the shipped one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHIPPED = Path(__file__).resolve().parent.parent
"""The package folder, whose `renderers/`, `schema/` and `translations/` hold the shipped defaults."""


@dataclass(frozen=True, slots=True)
class Overlay:
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

    def read(self, relative: str) -> str:
        """The text of that file, UTF-8."""
        return self.find(relative).read_text(encoding="utf-8")
