"""Feed made-up and damaged projects to every command: no traceback, no other exit code, 2 s and 512 MB at most.

    python tests/fuzz/run.py --seconds 600 [--seed N]

Each failing input is written to build/fuzz/<number>/ with the call that fails on it. Times are those of the processor.
Memory is the most that this process and each of its children ever held.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import io
import json
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ["HOSHIN_CACHE"] = "off"
os.environ["HOSHIN_TRACEBACK"] = "1"

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from mutations import HOME, mutated, seeds
from strategies import projects

from hoshin.cli.main import main
from hoshin.publish.coverage import laws
from hoshin.query.rows import nouns

CODES = {0, 1, 2, 3}
SECONDS = 2.0
MEGABYTES = 512
HANG = 60
"""Seconds of the clock after which the run gives up and says where it stands."""
Files = Mapping[str, bytes]


@dataclass
class Run:
    """What was done so far. `until` is a point of the clock."""

    until: float
    inputs: int = 0
    read: int = 0
    codes: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    failures: list[str] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether the time is up or nothing more is to be learned."""
        return time.monotonic() > self.until or len(self.failures) >= 10


def calls(number: int, before: Path, after: Path) -> Iterator[tuple[str, ...]]:
    """The commands that one input goes through; the dear ones on a share of the inputs."""
    home = ("-C", str(after), "--document", "p")
    format_ = ("text", "json", "sarif", "github", "junit")[number % 5]
    yield (*home, "check", "--messages", "ja" if number % 2 else "en", "--format", format_)
    yield (*home, "coverage", "--law", laws()[number % len(laws())], "--format", ("json", "text", "csv")[number % 3])
    yield (*home, "fmt", "--check")
    yield (*home, "query", nouns()[number % len(nouns())], "--format", "json")
    yield (*home, "render", "--to", "html,json", "--out", str(after / "out"))
    yield (*home, "set", "--dry-run", "document/title", "x: y")
    yield ("--document", "p", "diff", str(before), str(after), "--format", "json" if number % 2 else "markdown")
    if number % 4 == 0:
        yield (*home, "render", "--for", "region=EU", "--to", "html", "--out", str(after / "out"))
    if number % 40 == 0:
        yield (*home, "render", "--to", "pdf,docx,odt,epub,md,txt", "--out", str(after / "out"))


def feed(run: Run, files: Files, before: Files) -> None:
    """One input through all commands."""
    run.inputs += 1
    with tempfile.TemporaryDirectory(prefix="hoshin-fuzz-") as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        for place, content in ((old, before), (new, files)):
            (place / "policy").mkdir(parents=True)
            for name, data in content.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_bytes(data)
        for call in calls(run.inputs, old, new):
            fault = _judge(run, call)
            if fault:
                run.failures.append(_kept(len(run.failures), files, before, call, fault))


def _judge(run: Run, call: tuple[str, ...]) -> str:
    """What is wrong with the answer to a call; empty when nothing is."""
    faulthandler.dump_traceback_later(HANG, exit=True)
    started = time.process_time()
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = main(call)
    except BaseException:  # noqa: BLE001 - whatever comes out is the finding
        return traceback.format_exc()
    finally:
        faulthandler.cancel_dump_traceback_later()
    spent = time.process_time() - started
    run.codes[code] += 1
    run.read += code == 0 and "html,json" in call
    run.slowest = max(run.slowest, (spent, " ".join(call[4:8])))
    if code not in CODES:
        return f"exit code {code}"
    if megabytes() > MEGABYTES:
        run.until = 0
        return f"{megabytes()} MB"
    return f"{spent:.1f} s of processor time" if spent > SECONDS else ""


def _kept(number: int, files: Files, before: Files, call: tuple[str, ...], fault: str) -> str:
    place = HOME / "build/fuzz" / str(number)
    for side, content in (("new", files), ("old", before)):
        for name, data in content.items():
            (place / side / name).parent.mkdir(parents=True, exist_ok=True)
            (place / side / name).write_bytes(data)
    (place / "call.txt").write_text(f"{' '.join(call)}\n\n{fault}\n", encoding="utf-8")
    return f"{' '.join(call[4:])}: {fault.strip().splitlines()[-1]} (build/fuzz/{number})"


def made_up(run: Run, number: int) -> None:
    """Twenty-five projects out of nothing, each beside the one before."""
    before: list[Files] = [{}]

    @seed(number)
    @settings(
        max_examples=25, deadline=None, database=None, phases=(Phase.generate,), verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(projects())
    def one(files: Files) -> None:
        if not run.over:
            feed(run, files, before[0])
            before[0] = files

    one()


def damaged(run: Run, number: int) -> None:
    """Twenty-five damaged copies of a real project."""
    chance = random.Random(number)  # noqa: S311 - no secret
    for _ in range(25):
        if run.over:
            return
        _, real = chance.choice(seeds())
        as_p = {_under_one_name(name, real): data for name, data in real.items()}
        feed(run, mutated(as_p, chance), as_p)


def _under_one_name(name: str, real: Files) -> str:
    """The first document of the project is called `p`, so that every call names it."""
    first = min(path.split("/")[1] for path in real if path.count("/") > 1 and path.startswith("policy/"))
    return name.replace(f"policy/{first}/", "policy/p/").replace(f"/{first}.yaml", "/p.yaml")


def megabytes() -> int:
    """The most memory that this process and its children ever held."""
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(peaks) // 1024


def fuzz(seconds: float, first: int, say: Callable[[str], object]) -> Run:
    """Run for that long, from that seed on."""
    run = Run(time.monotonic() + seconds)
    for number in count(first):
        if run.over:
            break
        (made_up if number % 2 else damaged)(run, number)
        say(f"seed {number}: {run.inputs} inputs, {len(run.failures)} failures, {megabytes()} MB\n")
    return run


def summary(run: Run) -> dict[str, object]:
    """What was done and found. `read` counts inputs that were a policy and were rendered."""
    return {
        "inputs": run.inputs,
        "read": run.read,
        "codes": {str(code): number for code, number in sorted(run.codes.items())},
        "slowest": f"{run.slowest[0]:.2f} s ({run.slowest[1]})",
        "megabytes": megabytes(),
        "failures": run.failures,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0)
    done = fuzz(parser.parse_args().seconds, parser.parse_args().seed, sys.stderr.write)
    sys.stdout.write(json.dumps(summary(done), indent=2) + "\n")
    sys.exit(bool(done.failures))
