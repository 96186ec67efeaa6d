"""Programs that are no Python packages: found, or the test is named as left out; in CI their absence is an error."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

LEFT_OUT = "left out: "
"""A skip reason that starts so is counted at the end of the run; what follows is `name (remedy)`."""

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def absent(name: str, remedy: str) -> NoReturn:
    """Leave the test out, or fail it where `CI` is set: there everything must run."""
    if os.environ.get("CI", "").lower() in {"true", "1"}:
        pytest.fail(f"{name} is missing ({remedy}); with CI=true nothing is left out", pytrace=False)
    pytest.skip(f"{LEFT_OUT}{name} ({remedy})")


def program(*names: str, remedy: str) -> str:
    """Path of the first of these programs that is on PATH."""
    for name in names:
        if found := shutil.which(name):
            return found
    absent(names[0], remedy)


def file(path: Path, name: str, remedy: str) -> Path:
    """The path, if the file is there."""
    if path.is_file():
        return path
    absent(name, remedy)
