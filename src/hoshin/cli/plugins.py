"""Pydantic without plugins: no stranger's code judges a policy, and the search for some costs 12 ms at each start."""

from __future__ import annotations

import os
import sys
from types import ModuleType

_SWITCH = "PYDANTIC_DISABLE_PLUGINS"
_LOADER = "pydantic.plugin._loader"
"""The module that searches: it reads the metadata of all installed packages, and imports a mail parser for that. Should
Pydantic rename it, the switch still holds and only the time is lost."""


def switch_off() -> None:
    """Before Pydantic is imported, leave out its search for plugins; what the environment asks for holds."""
    if os.environ.setdefault(_SWITCH, "__all__") == "__all__":
        empty = ModuleType(_LOADER)
        vars(empty)["get_plugins"] = tuple
        sys.modules.setdefault(_LOADER, empty)
