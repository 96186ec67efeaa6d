"""One `pandoc lua` process for any number of outputs (rendering.md 7.1), and nothing of the machine it runs on.

pypandoc brings pandoc and says where it is. Its own conversion call is not used: it picks a pandoc from PATH and runs
what it finds there, has no time limit, and cannot give the child the fixed time that equal bytes need.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import Struct

from hoshin.kernel.errors import HoshinError

_BATCH: Final = Path(__file__).with_name("batch.lua")
_ZIP_EPOCH: Final = 315_532_800
"""1980-01-01, the earliest time a zip entry can carry: stands where a document has no date, and is shown nowhere."""
_SECONDS: Final = 60.0
_SECONDS_PER_JOB: Final = 5.0
_SHOWN: Final = 400


class PandocJob(Struct, frozen=True):
    """One output: the tree, the writer (`gfm`, `plain`, `docx`, ...), the time that it may carry, the look of Word.

    `broad` lays a Word file on the broad side of the sheet, its tables ruled as a form.

    The tree is kept as JSON: as objects it takes ten times the memory, and those of all formats wait for each other.
    """

    tree: str
    writer: str
    timestamp: datetime | None = None
    reference: Path | None = None
    broad: bool = False


@cache
def pandoc_path() -> Path:
    """The pandoc inside the package pypandoc_binary. Raises HoshinError `no-pandoc`."""
    spec = find_spec("pypandoc")
    if spec is None or spec.origin is None:
        raise HoshinError("no-pandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    path = Path(spec.origin).parent / "files" / name
    if not path.is_file():
        raise HoshinError("no-pandoc")
    return path


def convert(jobs: Sequence[PandocJob]) -> list[bytes]:
    """The outputs in the order of the jobs, by one process for all that carry the same time.

    The same jobs give the same bytes on any machine. Raises HoshinError `pandoc-failed` with what pandoc said,
    `pandoc-timeout`, or `no-pandoc`.
    """
    by_time: dict[int, list[int]] = {}
    for position, job in enumerate(jobs):
        by_time.setdefault(_epoch(job), []).append(position)
    made: dict[int, bytes] = {}
    for epoch, positions in by_time.items():
        made.update(zip(positions, _batch([jobs[position] for position in positions], epoch), strict=True))
    return [made[position] for position in range(len(jobs))]


def _epoch(job: PandocJob) -> int:
    return _ZIP_EPOCH if job.timestamp is None else max(_ZIP_EPOCH, int(job.timestamp.timestamp()))


def _batch(jobs: Sequence[PandocJob], epoch: int) -> list[bytes]:
    with TemporaryDirectory(prefix="hoshin-") as name:
        folder = Path(name)
        manifest = [_entry(job, epoch, folder, position) for position, job in enumerate(jobs)]
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        _run(folder, epoch, _SECONDS + _SECONDS_PER_JOB * len(jobs))
        return [(folder / f"{position}.out").read_bytes() for position in range(len(jobs))]


def _entry(job: PandocJob, epoch: int, folder: Path, position: int) -> Mapping[str, str | int | bool | None]:
    source = folder / f"{position}.json"
    source.write_text(job.tree, encoding="utf-8")
    return {
        "src": str(source),
        "out": str(folder / f"{position}.out"),
        "writer": job.writer,
        "epoch": epoch,
        "dated": job.timestamp is not None,
        "broad": job.broad,
        "reference": None if job.reference is None else str(job.reference.resolve()),
    }


def _run(folder: Path, epoch: int, seconds: float) -> None:
    command = [str(pandoc_path()), "lua", str(_BATCH), str(folder / "manifest.json")]
    empty = str(folder)
    environment = {
        "SOURCE_DATE_EPOCH": str(epoch),
        "HOME": empty,
        "XDG_DATA_HOME": empty,
        "TMPDIR": empty,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    try:
        done = subprocess.run(  # noqa: S603 - the packaged program with file names that this module made
            command, cwd=folder, env=environment, capture_output=True, check=False, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise HoshinError("pandoc-timeout", seconds=int(seconds)) from None
    except OSError as error:
        raise HoshinError("pandoc-failed", reason=type(error).__name__) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").partition("stack traceback:")[0].replace(empty, "")
        said = said.partition("HasCallStack")[0]
        raise HoshinError("pandoc-failed", reason=said.strip()[-_SHOWN:])
