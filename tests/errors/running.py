"""Break a copy of the project as a case says, ask hoshin, and keep what it answered."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from errors.makers import MAKERS
from errors.table import PROJECT, Case, Change, TableError

from hoshin.cli.main import main
from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding
from hoshin.policy.snapshot import Snapshot
from hoshin.renderers.html import apart
from hoshin.renderers.pdf import foreign_style

_FILE = 4_000_000
"""Bytes of the largest file that is compared as a whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gave."""

    code: int
    out: str
    err: str


def broken_project(case: Case, folder: Path) -> Path:
    """The project in `folder`, broken."""
    root = folder / "garden"
    shutil.copytree(PROJECT, root)
    for change in case.do:
        _apply(change, root, case.id)
    return root


def _apply(change: Change, root: Path, name: str) -> None:
    if change.make:
        MAKERS[change.make](root)
        return
    path = root / change.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if change.hex is not None:
        path.write_bytes(bytes.fromhex(change.hex))
    elif change.text is not None:
        path.write_bytes(change.text.encode(change.encoding))
    elif change.add is not None:
        path.write_bytes(path.read_bytes() + change.add.encode(change.encoding))
    elif change.old is not None and change.new is not None:
        text = path.read_text(encoding="utf-8")
        if text.count(change.old) != 1:
            raise TableError(f"{name}: {change.old!r} stands {text.count(change.old)} times in {change.file}")
        path.write_text(text.replace(change.old, change.new), encoding=change.encoding)
    else:
        path.unlink()


def ask(root: Path, *arguments: str) -> Answer:
    """The answer of the command line, called in this process from the project's folder."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), rights_count():
        code = main(arguments)
    return Answer(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def rights_count() -> Iterator[None]:
    """Rights of files hold for the administrator too, as whom tests may run; children are given less time."""
    with pytest.MonkeyPatch.context() as patch:
        if os.geteuid() == 0:
            for module, name, right in (
                (os, "scandir", 0o400),
                (Path, "read_bytes", 0o400),
                (tempfile, "mkstemp", 0o200),
            ):
                patch.setattr(module, name, _guarded(getattr(module, name), right))
        patch.setattr(apart, "SECONDS", 3.0)
        patch.setattr(foreign_style, "SECONDS", 3.0)
        yield


def _guarded(call: Callable[..., Any], right: int) -> Callable[..., Any]:
    """`call`, refused where nobody has that right on the folder or file that it is about."""

    def guarded(*args: Any, **options: Any) -> Any:
        path = options.get("dir") or args[0]
        if not stat.S_IMODE(os.stat(path).st_mode) & right:  # noqa: PTH116 - the path may be a text
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return call(*args, **options)

    return guarded


def ask_child(root: Path, *arguments: str) -> Answer:
    """The same as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "hoshin", *arguments],
        cwd=root,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def findings(answer: Answer) -> list[dict[str, str | int | None]]:
    """All findings of `check --format json`."""
    told: list[dict[str, str | int | None]] = json.loads(answer.out)["findings"]
    return told


def short(item: dict[str, str | int | None]) -> str:
    """A finding as the table writes it."""
    place = f"{item['file']}:{item['line']}:{item['column']}" if item["file"] else "nowhere"
    return f"{item['severity']} {item['rule']} {place}"


def short_finding(item: Finding, snapshot: Snapshot) -> str:
    """The same of a finding that was not printed yet."""
    place = pinpoint(item, Lines(snapshot)).place
    return f"{item.severity} {item.rule} {place or 'nowhere'}"


def picture(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything in a folder: kind, size and bytes, so that a test can tell whether anything was written."""
    return {str(path.relative_to(folder)): _state(path) for path in _all(folder)}


def _all(folder: Path) -> Iterator[Path]:
    for place, inner, names in os.walk(folder):
        for name in (*inner, *names):
            yield Path(place) / name


def _state(path: Path) -> tuple[int, int, bytes]:
    state = path.lstat()
    regular = stat.S_ISREG(state.st_mode) and state.st_size < _FILE and os.access(path, os.R_OK)
    return state.st_mode, state.st_size if stat.S_ISREG(state.st_mode) else 0, path.read_bytes() if regular else b""
