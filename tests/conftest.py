"""What holds for every test: reproducible examples, and an honest list of what was left out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable

import pytest
from external.missing import LEFT_OUT
from hypothesis import settings

# The same examples in every run: a red test is red for everybody. `HYPOTHESIS_PROFILE=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Tests ask the code, not what it remembers of an earlier run.
os.environ["HOSHIN_CACHE"] = "off"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each program whose absence left tests out, with their number and the remedy."""
    lines = left_out(str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    if lines:
        terminalreporter.section("left out, since a program is missing", sep="-", yellow=True)
        for line in lines:
            terminalreporter.write_line(line)


def left_out(reasons: Iterable[str]) -> list[str]:
    """One line a program: `chromium: 12 tests (apt-get install chromium)`."""
    found = (re.search(re.escape(LEFT_OUT) + r"(\S+) (\(.*?\))", reason) for reason in reasons)
    count = Counter(match.groups() for match in found if match)
    return [f"{name}: {n} test{'s' if n > 1 else ''} {remedy}" for (name, remedy), n in sorted(count.items())]
