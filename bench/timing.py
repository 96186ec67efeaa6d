"""Processes measured in interleaved rounds.

Every round runs every job once in turn, so that a slow minute of the machine falls on all of them. Ratios within one
run hold; seconds depend on the machine and its load.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import IO

_KILOBYTE = 1024
_MEGABYTE = 1024 * 1024
_KEPT = 65_536


class FailedJobError(RuntimeError):
    """A measured command ended with an exit code that it must not have."""


@dataclass(frozen=True, slots=True)
class Job:
    """A command to measure. `codes` are the exit codes that count as done, `shown` the command as a reader types it.

    `remembers` lets hoshin keep and use answers from earlier runs; `prepare` runs before each run, outside the clock.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    shown: str
    codes: tuple[int, ...] = (0,)
    remembers: bool = False
    prepare: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds by the clock, seconds of processor time, peak megabytes, the end of what it printed.

    Children that the command waited for count; the peak is that of its largest process.
    """

    wall: float
    cpu: float
    peak: float
    output: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All kept runs of one job."""

    job: Job
    samples: tuple[Sample, ...]

    @property
    def wall(self) -> float:
        """Median seconds by the clock."""
        return median(sample.wall for sample in self.samples)

    @property
    def least(self) -> float:
        """Least seconds by the clock."""
        return min(sample.wall for sample in self.samples)

    @property
    def cpu(self) -> float:
        """Median seconds of processor time."""
        return median(sample.cpu for sample in self.samples)

    @property
    def peak(self) -> float:
        """Greatest peak memory in megabytes."""
        return max(sample.peak for sample in self.samples)


def environment(work: Path, job: Job) -> dict[str, str]:
    """What a job sees: nothing of the caller's settings, and compiled modules kept, as an installed package has."""
    passed = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    memory = str(work / "answers") if job.remembers else "off"
    return passed | {"LC_ALL": "C.UTF-8", "PYTHONPYCACHEPREFIX": str(work / "compiled"), "HOSHIN_CACHE": memory}


def run_once(job: Job, work: Path) -> Sample:
    """Run a job. Raises FailedJobError with the end of what it said."""
    if job.prepare:
        job.prepare()
    seen = environment(work, job)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as wrong:
        start = perf_counter()
        process = subprocess.Popen(
            job.command, cwd=job.folder, env=seen, stdin=subprocess.DEVNULL, stdout=said, stderr=wrong
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output = _text(said)
        if process.returncode not in job.codes:
            raise FailedJobError(f"{job.shown}: exit code {process.returncode}\n{output[-600:]}{_text(wrong)[-2000:]}")
    unit = _MEGABYTE if sys.platform == "darwin" else _KILOBYTE
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, output)


def _text(stream: IO[bytes]) -> str:
    """The end of it: a job starts with the peak of its parent, so this process must not hold what jobs print."""
    stream.seek(max(0, stream.seek(0, os.SEEK_END) - _KEPT))
    return stream.read().decode("utf-8", "replace")


def interleaved(
    jobs: Sequence[Job], rounds: int, work: Path, say: Callable[[str], None]
) -> dict[str, Figures | FailedJobError]:
    """Figures of `rounds` rounds after one that is thrown away, by job name; a job that fails is told and left out."""
    kept: dict[str, list[Sample]] = {}
    failed: dict[str, FailedJobError] = {}
    for job in jobs:
        try:
            run_once(job, work)
            kept[job.name] = []
        except FailedJobError as error:
            failed[job.name] = error
            say(f"failed: {error}")
    running = [job for job in jobs if job.name in kept]
    for number in range(1, rounds + 1):
        for job in running:
            kept[job.name].append(run_once(job, work))
        say(f"round {number} of {rounds}, load {os.getloadavg()[0]:.1f}")
    return {job.name: Figures(job, tuple(kept[job.name])) for job in running} | failed
