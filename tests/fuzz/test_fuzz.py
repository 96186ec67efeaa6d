"""Half a minute of the fuzzer (`make fuzz` runs ten), in a process of its own: memory is that of the fuzzer alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).with_name("run.py")


def test_no_input_ends_in_a_traceback_a_wrong_exit_code_a_hang_or_too_much_memory() -> None:
    done = subprocess.run(
        [sys.executable, str(RUN), "--seconds", "30", "--seed", "1"],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.stdout, done.stderr[-4000:]
    found = json.loads(done.stdout)
    assert found["failures"] == []
    assert done.returncode == 0
    assert found["megabytes"] <= 512
    assert found["inputs"] >= 25
    assert found["read"] >= found["inputs"] // 4, "too few inputs got past the reader to try what lies behind it"
    assert {"0", "1"} <= set(found["codes"]) <= {"0", "1", "2", "3"}
