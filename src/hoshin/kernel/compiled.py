"""YAML of the package itself, read from the JSON that `make words` writes beside it.

People edit the YAML. A command reads some ten of these files, and their JSON costs less than loading a YAML reader; a
test holds the two against each other.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from msgspec.json import decode

Compiled: TypeAlias = "bool | str | list[Compiled] | dict[str, Compiled] | None"
"""What such a file says: only null, true and false are more than text."""


def compiled(file: Path) -> dict[str, Compiled]:
    """The mapping that a shipped YAML file holds. Raises FileNotFoundError where it was not compiled."""
    found: dict[str, Compiled] = decode(beside(file).read_bytes())
    return found


def beside(file: Path) -> Path:
    """Where the compiled form of a YAML file stands."""
    return file.with_suffix(".json")
