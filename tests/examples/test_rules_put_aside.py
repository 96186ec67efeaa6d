"""A check and a review whose rules run in a copy of the process find what they find in one process."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from projects import EXAMPLES, HOME, snapshot

from hoshin.check.laws.days import Days
from hoshin.kernel import aside
from hoshin.kernel.aside import in_a_copy, when_asked
from hoshin.publish.gate import check_project
from hoshin.publish.review import review
from hoshin.publish.review_start import Question, Started, start
from hoshin.publish.revision import Revision

TODAY = date(2026, 11, 22)
PROJECTS = [HOME, *(folder / "former" for folder in EXAMPLES)]
"""The first document, and the earlier releases of the examples, which have something to be found."""


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner of tests has threads and perhaps one processor."""
    monkeypatch.setattr(aside, "_can_copy", lambda: hasattr(os, "fork"))


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.parent.name)
def test_a_check_finds_the_same(folder: Path) -> None:
    read = snapshot(folder)
    assert check_project(read, read.documents(), Days(TODAY), aside=in_a_copy) == check_project(
        read, read.documents(), Days(TODAY)
    )


DOCUMENTS = [(folder, name) for folder in EXAMPLES for name in snapshot(folder / "former").documents()]


@pytest.mark.parametrize(("folder", "document"), DOCUMENTS, ids=lambda part: getattr(part, "name", part))
def test_a_review_says_the_same(folder: Path, document: str) -> None:
    old, new = (Revision(name, snapshot(folder / name)) for name in ("former", ""))

    def started(way: aside.Aside) -> Started:
        return start(old, new, document, Question(TODAY, None, "en"), way)

    assert len(started(when_asked).begun) == len((old, new))
    here, there = review(started(when_asked)), review(started(in_a_copy))
    assert here.decided is not None
    assert there.decided is not None
    assert here.decided.comparison.report == there.decided.comparison.report
    assert (here.new, here.fixed, here.translations, here.gate) == (
        there.new,
        there.fixed,
        there.translations,
        there.gate,
    )
