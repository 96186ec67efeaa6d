"""The machine and the versions, in neutral words: no name, no path."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

from bench import peers
from hoshin.version import __version__

_PACKAGES: Final = ("pydantic", "ruamel.yaml", "deepdiff", "typst", "pypandoc_binary", "Jinja2")


def lines() -> Iterator[str]:
    """One fact a line."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, {python}"
    yield ", ".join((f"hoshin {__version__}", *(f"{name} {version(name)}" for name in _PACKAGES)))
    yield ", ".join(("peers:", *(name.replace("==", " ") for name in peers.PACKAGES))).replace(":,", ":")
