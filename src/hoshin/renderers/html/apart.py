"""A project's own page templates: Jinja's sandbox bounds neither time nor memory, so they run in a child process."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping

from msgspec import Struct

from hoshin.kernel.errors import HoshinError

SECONDS = 30.0
BYTES = 1_000_000_000


class Job(Struct, frozen=True):
    """The folder of the project, the template to fill, and what with."""

    project: str
    template: str
    values: Mapping[str, object]


def fill_apart(job: Job) -> str:
    """The filled template, made by a child process.

    Raises HoshinError as the child does, and `template-timeout` when it takes longer than SECONDS.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="hoshin-template-") as folder:
            done = subprocess.run(
                # -P: the working folder is no place to import from, so no Python file of a project can ever run
                [sys.executable, "-P", "-m", "hoshin.renderers.html.child"],
                input=pickle.dumps(job),
                capture_output=True,
                timeout=SECONDS,
                check=False,
                cwd=folder,
                env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            )
    except subprocess.TimeoutExpired as error:
        raise HoshinError("template-timeout", seconds=f"{SECONDS:g}") from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8")
    raise _fault(done, job)


def _fault(done: subprocess.CompletedProcess[bytes], job: Job) -> HoshinError:
    """What the child said, or that it said nothing: then the system ended it."""
    try:
        message, args = json.loads(done.stderr)
        return HoshinError(message, **args)
    except ValueError:
        file = f"renderers/html/{job.template}"
        return HoshinError("template-broken", file=file, line=1, reason=f"exit {done.returncode}")
