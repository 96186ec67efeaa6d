"""The child process of `apart`: one job on standard input, the page or the reason why not on standard output."""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.html.apart import BYTES
from hoshin.renderers.html.templates import fill_here
from hoshin.renderers.limits import limit_memory


def main() -> int:
    """Fill the template; the error for a failure goes to standard error as JSON."""
    limit_memory(BYTES)
    job = pickle.load(sys.stdin.buffer)  # noqa: S301 - made by the parent process, never a file
    try:
        page = fill_here(Overlay(Path(job.project)), job.template, dict(job.values))
    except HoshinError as error:
        sys.stderr.buffer.write(json.dumps([error.message, dict(error.args_)]).encode())
        return 1
    sys.stdout.buffer.write(page.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
