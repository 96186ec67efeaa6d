"""A project's own Typst style: no packages, no files, no network, and an end.

Typst has no time limit, so such a style is compiled in a child process. The child sees a folder that holds the style
alone, so that it can read nothing of the project or the machine.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.kernel.regex import regex
from hoshin.renderers.pdf.compiler import CompileError, Job

SECONDS = 30.0
BYTES = 4_000_000_000
_REFUSED = regex(r"(?<![\w-])(?:import|include|eval)(?![\w-])|@(?:preview|local)\b")
"""A style is one file, so it has nothing to import; Typst would download a package whose name may be built at run time.
`eval` could hide both."""
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nobody (the port of RFC 863): what slips past the words above finds no network."""
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
_DIRECT = frozenset({"no_proxy", "NO_PROXY"})


def checked(overlay: Overlay, name: str) -> str:
    """The text of a project's style.

    Raises HoshinError `style-refused` with the line of a word that is not allowed, and as `Overlay.read`.
    """
    text = overlay.read(name)
    if found := _REFUSED.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise HoshinError("style-refused", file=f"{name}:{line}", reason=found.group())
    return text


def compile_apart(style: str, job: Job) -> bytes:
    """The PDF, made by a child process.

    Raises CompileError when the style fails, HoshinError `style-timeout` when it takes longer than SECONDS.
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
        return _answer(_run(json.dumps(sent), folder), folder)


def _run(sent: str, folder: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name not in _DIRECT}
    try:
        return subprocess.run(
            # -P: the working folder is no place to import from, so no Python file of a project can ever run
            [sys.executable, "-P", "-m", "hoshin.renderers.pdf.child"],
            input=sent.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=folder,
            env=kept | dict.fromkeys(_PROXIES, _NOWHERE),
        )
    except subprocess.TimeoutExpired as error:
        raise HoshinError("style-timeout", seconds=f"{SECONDS:g}") from error


def _answer(done: subprocess.CompletedProcess[bytes], folder: str) -> bytes:
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").replace(os.path.realpath(folder), "").replace(folder, "")
        said = said.partition("stack backtrace:")[0].strip()
        raise CompileError(said or f"exit {done.returncode}")
    try:
        return base64.b64decode(done.stdout, validate=True)
    except binascii.Error as error:
        raise CompileError(str(error)) from error
