"""Answers that were given before: the same call on the same files needs no reading, checking or rendering again.

The key is a digest of the call, of every file of the project that can take part, and of the tool itself, so a wrong
answer would need a collision of SHA-256. A missing, broken or read-only memory costs time, never correctness.
HOSHIN_CACHE names its folder; `off` switches it off.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time

from hoshin.cli.answer import Answer
from hoshin.version import __version__

FOLDERS = ("policy", "schema", "translations", "renderers")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MOST_FILES = 4_000
_MOST_BYTES = 32_000_000
_KEPT = 64
_MAGIC = b"hoshin-answer/1"


def key_of(arguments: list[str], project: str, language: str) -> str | None:
    """The digest of a call on the project at or above the folder `project`; None where nothing may be remembered."""
    root = _root(project)
    if _folder() is None or root is None:
        return None
    digest = hashlib.sha256(_MAGIC)
    for word in (__version__, sys.version, language, *_display(), _today(), os.getcwd(), *arguments):
        _add(digest, word.encode("utf-8", "surrogateescape"))
    if not (_add_tool(digest) and _add_project(digest, root)):
        return None
    return digest.hexdigest()


def recall(key: str) -> Answer | None:
    """The answer that was given, or None."""
    try:
        with open(_file(key), "rb") as stream:
            data = stream.read()
    except OSError:
        return None
    return _decoded(data)


def remember(key: str, answer: Answer) -> None:
    """Keep an answer, and forget the oldest ones."""
    file = _file(key)
    folder = os.path.dirname(file)
    beside = f"{file}.{os.getpid()}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(beside, "wb") as stream:
            stream.write(_encoded(answer))
        os.replace(beside, file)
        kept = sorted(os.scandir(folder), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for entry in kept[_KEPT:]:
            os.unlink(entry.path)
    except OSError:
        return


def _root(start: str) -> str | None:
    here = os.path.abspath(start)
    while not os.path.isdir(os.path.join(here, "policy")):
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above
    return here


def _folder() -> str | None:
    named = os.environ.get("HOSHIN_CACHE", "")
    if named == "off":
        return None
    if named:
        return named
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(home, "hoshin", "answers")


def _file(key: str) -> str:
    return os.path.join(_folder() or "", key)


def _display() -> tuple[str, ...]:
    """What an answer for people depends on: terminal or not, its width, colour."""
    terminal = sys.stdout.isatty()
    width = os.environ.get("COLUMNS") or (str(os.get_terminal_size().columns) if terminal else "")
    return (str(terminal), width, os.environ.get("NO_COLOR", ""), os.environ.get("TERM", "") if terminal else "")


def _today() -> str:
    """The day: checks count from it, and an answer of yesterday may be wrong today."""
    return time.strftime("%Y-%m-%d")


def _add(digest: hashlib._Hash, data: bytes) -> None:
    digest.update(len(data).to_bytes(8, "big"))
    digest.update(data)


def _add_tool(digest: hashlib._Hash) -> bool:
    """The tool's own files by size and time, since a developer changes them under one version, and all packages."""
    for path in _below(_PACKAGE):
        if not path.endswith((".pyc", "~")):
            state = os.stat(path)
            _add(digest, f"{path} {state.st_size} {state.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    for name in sorted(_installed()):
        _add(digest, name.encode("utf-8", "surrogateescape"))
    return True


def _installed() -> set[str]:
    """Every installed package with its version: Typst, pandoc, Jinja2, Pydantic and the fonts decide bytes too."""
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            found |= {name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))}
    return found


def _add_project(digest: hashlib._Hash, root: str) -> bool:
    """Every file of the project's four folders by its bytes."""
    taken = 0
    for count, path in enumerate(_below(*(os.path.join(root, name) for name in FOLDERS))):
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):
                return False  # opening a pipe would wait for its writer for ever
            with open(path, "rb") as stream:
                data = stream.read(_MOST_BYTES)
        except OSError:
            return False
        taken += len(data)
        if count > _MOST_FILES or taken >= _MOST_BYTES:
            return False
        _add(digest, path.encode("utf-8", "surrogateescape"))
        _add(digest, data)
    return True


def _below(*folders: str) -> list[str]:
    found = []
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            links = [name for name in inner if os.path.islink(os.path.join(place, name))]
            found += [os.path.join(place, name) for name in sorted(names + links)]
    return found


def _encoded(answer: Answer) -> bytes:
    """Magic, code, and each text and file with its length; a digest of all that at the end."""
    parts = [answer.out.encode("utf-8", "surrogateescape")]
    for name, data in answer.files:
        parts += [name.encode("utf-8", "surrogateescape"), data]
    body = b"".join([_MAGIC, bytes([answer.code]), *(len(part).to_bytes(8, "big") + part for part in parts)])
    return body + hashlib.sha256(body).digest()


def _decoded(data: bytes) -> Answer | None:
    body, seal = data[:-32], data[-32:]
    if hashlib.sha256(body).digest() != seal or not body.startswith(_MAGIC):
        return None
    position = len(_MAGIC)
    code = body[position]
    position += 1
    parts = []
    while position < len(body):
        size = int.from_bytes(body[position : position + 8], "big")
        parts.append(body[position + 8 : position + 8 + size])
        position += 8 + size
    names = [part.decode("utf-8", "surrogateescape") for part in parts[1::2]]
    return Answer(code, parts[0].decode("utf-8", "surrogateescape"), tuple(zip(names, parts[2::2], strict=True)))
