"""The child process of `foreign_style`: one job on standard input, one PDF on standard output."""

from __future__ import annotations

import base64
import json
import sys
from datetime import datetime
from pathlib import Path

from hoshin.kernel.errors import HoshinError
from hoshin.renderers.limits import limit_memory
from hoshin.renderers.pdf.compiler import CompileError, Job, compile_style
from hoshin.renderers.pdf.foreign_style import BYTES


def main() -> int:
    """Compile the job; the reason for a failure goes to standard error."""
    limit_memory(BYTES)
    sent = json.load(sys.stdin.buffer)
    fonts = tuple(Path(file) for file in sent["fonts"])
    job = Job(sent["inputs"], fonts, datetime.fromisoformat(sent["when"]))
    try:
        made = compile_style(Path(sent["style"]), job)
    except (CompileError, HoshinError) as error:
        sys.stderr.buffer.write(str(error).encode())
        return 1
    sys.stdout.buffer.write(base64.b64encode(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
