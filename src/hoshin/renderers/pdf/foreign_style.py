"""A project's own Typst style: no packages, no files, no network, and an end.

Typst has no time limit, so such a style is compiled in a child process. The child sees a folder that holds the style
alone, so that it can read nothing of the project or the machine.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from hoshin.kernel.errors import HoshinError
from hoshin.renderers.pdf.compiler import CompileError, Job

SECONDS = 30.0
_REFUSED = re.compile(r"(?<![\w-])(?:import|include|eval)(?![\w-])|@(?:preview|local)\b")
"""A style is one file, so it has nothing to import; Typst would download a package whose name may be built at run time.
`eval` could hide both."""
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nobody (the port of RFC 863): what slips past the words above finds no network."""
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
_DIRECT = frozenset({"no_proxy", "NO_PROXY"})


def checked(style: Path, name: str) -> str:
    """The text of a project's style.

    Raises HoshinError `style-refused` with the line of a word that is not allowed, `style-unreadable`.
    """
    try:
        text = style.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise HoshinError("style-unreadable", file=name, reason=str(error)) from error
    if found := _REFUSED.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise HoshinError("style-refused", file=f"{name}:{line}", reason=found.group())
    return text


def compile_apart(style: str, job: Job, seconds: float = SECONDS) -> bytes:
    """The PDF, made by a child process.

    Raises CompileError when the style fails, or takes longer than `seconds`.
    """
    with tempfile.TemporaryDirectory(prefix="hoshin-style-") as folder:
        own = Path(folder) / "style.typ"
        own.write_text(style, encoding="utf-8")
        sent = {
            "style": str(own),
            "inputs": dict(job.inputs),
            "fonts": [str(file) for file in job.fonts],
            "when": job.when.isoformat(),
        }
        return _answer(_run(json.dumps(sent), folder, seconds))


def _run(sent: str, folder: str, seconds: float) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in _DIRECT}
    try:
        return subprocess.run(
            # -P: the working folder is no place to import from, so no Python file of a project can ever run
            [sys.executable, "-P", "-m", "hoshin.renderers.pdf.child"],
            input=sent.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            cwd=folder,
            env=kept | dict.fromkeys(_PROXIES, _NOWHERE),
        )
    except subprocess.TimeoutExpired as error:
        raise CompileError(f"> {seconds:g} s") from error


def _answer(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        raise CompileError(done.stderr.decode("utf-8", "replace").strip() or f"exit {done.returncode}")
    try:
        return base64.b64decode(done.stdout, validate=True)
    except binascii.Error as error:
        raise CompileError(str(error)) from error
