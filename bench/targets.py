"""The targets of the design, each with the ratio or figure that this run has for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bench.results import Results, ratio

Unit = Literal["times", "s", "ms", "MB"]


_PEAK: Final = 200
"""Megabytes that a comparison of 10,000 facts may take, the interpreter and its libraries included."""


@dataclass(frozen=True, slots=True)
class Target:
    """One promise. `at_most` tells a ceiling from a floor; `measured` is None where nothing was measured.

    `cpu` is the same ratio of processor times where two processes are compared.
    """

    job: str
    against: str
    bound: float
    measured: float | None
    unit: Unit = "times"
    at_most: bool = True
    cpu: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether it holds; None where nothing was measured."""
        if self.measured is None:
            return None
        return self.measured <= self.bound if self.at_most else self.measured >= self.bound


def targets(run: Results) -> tuple[Target, ...]:
    """All targets that this bench can judge, in the order of the report."""
    return (*_start(run), *_site(run), *_diff(run))


def _start(run: Results) -> Iterator[Target]:
    question = run.inner("question", "each")
    yield _processes(run, "`hoshin --version`", "bare Python", 3.5, ("version", "pass"))
    yield _processes(run, "`hoshin --help`", "bare Python", 3.5, ("help", "pass"))
    yield _processes(run, "`hoshin check`, OpenWork", "importing its libraries", 1.6, ("check", "libraries"))
    yield _processes(run, "the same asked again", "bare Python", 5, ("check-again", "pass"))
    yield _processes(run, "`hoshin query` asked again", "bare Python", 5, ("query-again", "pass"))
    yield Target("`hoshin review`, OpenWork, cold", "", 0.5, run.wall("review"), "s")
    yield Target("question to a loaded policy", "", 0.1, _milli(question), "ms")
    faster = ratio(run.wall("query-again"), question)
    yield Target("the same", "`hoshin query` asked again: times faster", 500, faster, at_most=False)


def _site(run: Results) -> Iterator[Target]:
    sides = ("site", "material")
    yield _processes(run, "OpenWork, 2 languages × 6 formats, cold", "mkdocs-material, HTML only", 0.74, sides)
    yield Target("the same", "", 0.5, run.wall("site"), "s")
    yield _processes(run, "one text of one language edited", "mkdocs-material", 0.37, ("site-edited", "material"))
    yield _processes(run, "nothing changed", "bare Python", 5, ("site-again", "site-pass"))


def _processes(run: Results, job: str, against: str, bound: float, sides: tuple[str, str]) -> Target:
    """One process against another."""
    one, other = (run.of(name) for name in sides)
    if one is None or other is None:
        return Target(job, against, bound, None)
    return Target(job, against, bound, ratio(one.wall, other.wall), cpu=ratio(one.cpu, other.cpu))


def _diff(run: Results) -> Iterator[Target]:
    whole = {size: run.inner(f"changes-{size}-some", "whole") for size in run.sizes}
    every = run.inner("changes-10000-every", "whole")
    yield Target("diff of 10,000 facts, 14 % touched, all steps", "", 1, whole.get(10_000), "s")
    yield Target("the same, one field changed in every fact", "", 1, every, "s")
    yield Target("diff of 1,000 facts, 14 % touched", "", 0.1, whole.get(1_000), "s")
    deepdiff = run.inner("deepdiff-1000", "deepdiff")
    yield Target(
        "the same", "DeepDiff `ignore_order=True`: times faster", 100, ratio(deepdiff, whole.get(1_000)), at_most=False
    )
    entries, real = run.inner("positional-10000", "entries"), run.inner("changes-10000-some", "raw")
    yield Target(
        "entries for the same edits of 10,000 facts",
        "lists by position: times more entries",
        2,
        ratio(entries, real),
        at_most=False,
    )
    compare = run.inner("changes-10000-some", "compare")
    walk = run.inner("changes-10000-some", "walk")
    yield Target("keyed comparison of 10,000 facts", "a plain recursive walk", 5, ratio(compare, walk))
    yield Target("growth from 1,000 to 10,000 facts", "", 20, ratio(whole.get(10_000), whole.get(1_000)))
    for lang, name in (("en", "English"), ("ja", "Japanese")):
        yield Target(f"word diff of a clause, {name}", "", 1, _milli(run.inner("clause", lang)), "ms")
    times = ratio(run.inner("pdf", "redline"), run.inner("pdf", "plain"))
    yield Target("redline of two versions as PDF", "the plain PDF", 1.5, times)
    if run.sizes[-1] == 10_000:
        yield Target("memory on top of two policies of 10,000 facts", "", 100, run.inner("memory-some", "whole"), "MB")
        yield Target("the same, every fact changed", "", 100, run.inner("memory-every", "whole"), "MB")
        said = "peak of the whole `hoshin diff`, JSON and text, 10,000 facts, 5 % changed"
        yield Target(said, "", _PEAK, run.peak("peak-few-json", "peak-few-text"), "MB")
        yield Target("the same, 14 % touched", "", _PEAK, run.peak("peak-some-json", "peak-some-text"), "MB")


def _milli(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000
