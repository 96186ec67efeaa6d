"""The child process of `foreign_style`: one job on standard input, one PDF on standard output."""

from __future__ import annotations

import base64
import json
import sys
from datetime import datetime
from pathlib import Path

from hoshin.kernel.errors import HoshinError
from hoshin.renderers.pdf.render import compile_style


def main() -> int:
    """Compile the job; the reason for a failure goes to standard error."""
    job = json.load(sys.stdin)
    fonts = tuple(Path(file) for file in job["fonts"])
    try:
        made = compile_style(Path(job["style"]), job["inputs"], fonts, datetime.fromisoformat(job["when"]))
    except HoshinError as error:
        sys.stderr.write(str(error.args_.get("reason", error.message)))
        return 1
    sys.stdout.write(base64.b64encode(made).decode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
