"""A project's own Typst style is compiled in a child process: Typst has no time limit, and a loop must not hang us.

The child sees a folder with the style alone, so it can read nothing of the project or the machine.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from hoshin.kernel.errors import HoshinError

SECONDS = 30


def compile_apart(style: Path, inputs: dict[str, str], fonts: tuple[Path, ...], when: datetime) -> bytes:
    """The PDF, made by a child process.

    Raises HoshinError `pdf-failed` when the style fails or takes longer than SECONDS.
    """
    with tempfile.TemporaryDirectory(prefix="hoshin-style-") as folder:
        own = Path(folder) / "style.typ"
        shutil.copyfile(style, own)
        job = {
            "style": str(own),
            "inputs": inputs,
            "fonts": [str(file) for file in fonts],
            "when": when.isoformat(),
        }
        command = [sys.executable, "-m", "hoshin.renderers.pdf.child"]
        try:
            done = subprocess.run(  # noqa: S603 our own module, list of arguments
                command, input=json.dumps(job).encode(), capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise HoshinError("pdf-failed", reason=f"> {SECONDS} s") from error
    if done.returncode:
        raise HoshinError("pdf-failed", reason=done.stderr.decode("utf-8", "replace").strip()[-300:])
    return base64.b64decode(done.stdout)
