"""`python -m bench [--quick] [--no-peers] [--out FILE]`: measure everything in one run and write RESULTS.md."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench import machine
from bench.cases import FULL, QUICK, groups
from bench.report import report, write
from bench.results import Results
from bench.timing import FailedJobError, Figures, interleaved


def main() -> int:
    """Run; 1 when a job failed. A missed target is a result, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, up to 1,000 facts; prints, writes nothing")
    parser.add_argument(
        "--no-peers", action="store_true", help="without mkdocs-material (which needs the network once)"
    )
    parser.add_argument("--out", type=Path, help="file to write (default: bench/RESULTS.md)")
    options = parser.parse_args()
    plan = replace(QUICK if options.quick else FULL, with_peers=not options.no_peers)
    figures: dict[str, Figures | FailedJobError] = {}
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="hoshin-bench-") as folder:
        for group in groups(plan, Path(folder)):
            _say(f"{group.name}: {len(group.jobs)} jobs")
            figures |= interleaved(group.jobs, group.rounds, Path(folder), _say)
            loads.append(os.getloadavg()[0])
    run = Results(figures, plan.sizes)
    text = report(run, machine.lines(), loads, plan.rounds)
    print(text)
    if options.out or not options.quick:
        write(options.out or Path(__file__).with_name("RESULTS.md"), text)
    return int(bool(run.failed))


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
