"""The figures of a run as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.cases import PEAK_EDITS, PEAK_FORMATS
from bench.results import Results, ratio
from bench.targets import Target, targets
from bench.timing import Job

_INTRO: Final = """# Results

Written by `make bench`; do not edit. All figures are of one run. Jobs of one table took turns: a round runs each once,
the first round is thrown away, the tables hold the median. The clock swings with the load of the machine, so compare
within a table: **the ratio is the result**, the seconds say what it meant here.
"""
_POLICIES: Final = """The policies are made up (`python -m bench.policies FOLDER SIZE [EDIT]`): data, purposes,
recipients, storage, legal bases and rights that refer to each other, with a Japanese overlay; `hoshin check` finds gaps
under the GDPR in them and no other error. *Some*: 5 % of the facts changed, 2 % removed, 2 % added, 5 % in another
place. *Every*: one new key on every fact. The first four rows are whole processes, Python's start included; the others
run inside a process that has read both sides.
"""
_STEPS_SAID: Final = """Inside one process that has done each step once with ten facts, by the processor's time; one
language. Small sizes are near the clock's grain, so the last factor counts.
"""
_MEMORY_SAID: Final = """*Few*: 5 % of the facts changed, nothing else. The peak is that of the whole process, the
interpreter and its libraries included.
"""
_NOT_MEASURED: Final = """## Not measured here

Sphinx, WeasyPrint, Chromium and zensical as peers; the portfolio of 2,000 documents; the redline PDF;
`ignore_order=True` above 1,000 facts.
"""
_WHERE: Final = """In the root of the project, with `HOSHIN_CACHE=off` (no memory of answers) where nothing else is
said; `$WORK` is a temporary folder. Before each run of the command on `$WORK/edited` one Japanese text of that copy is
changed.
"""
_START: Final = ("pass", "version", "help", "libraries", "check", "check-again", "query", "query-again", "review")
_SITE: Final = ("site", "site-html", "site-edited", "site-again", "material")
_PROCESSES: Final = ("check", "render", "diff")


def report(run: Results, machine: Iterable[str], loads: Sequence[float], rounds: Sequence[int]) -> str:
    """The whole page."""
    parts = [_INTRO, _machine(machine, loads, rounds), _targets(run), *_failed(run)]
    parts += [_processes("Start", run, _START, "pass")]
    parts += [_inside(run)]
    parts += [_processes("Six formats, two languages", run, _SITE, "material")]
    parts += [_steps(run), _sizes(run), _memory(run), _NOT_MEASURED, _commands(run)]
    return "\n".join(parts)


def write(path: Path, text: str) -> None:
    """Write the page."""
    path.write_text(text, encoding="utf-8")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _machine(machine: Iterable[str], loads: Sequence[float], rounds: Sequence[int]) -> str:
    kept = " / ".join(str(number) for number in rounds)
    load = f"load average {min(loads):.1f} to {max(loads):.1f}"
    said = [*machine, f"{kept} rounds kept (short jobs / middle / 10,000 facts), {load} (the bench itself included)"]
    return "## Machine\n\n" + "".join(f"- {line}\n" for line in said)


def _targets(run: Results) -> str:
    rows = [
        (each.job, each.against, _bound(each), _measured(each), _digits(each.cpu) if each.cpu else "", _met(each))
        for each in targets(run)
    ]
    met = sum(row[-1] == "yes" for row in rows)
    head = ("job", "against", "target", "measured", "by CPU time", "met")
    judged = "The clock judges; processor time stands beside it, because other work on the machine disturbs it less."
    return f"## Targets\n\n{met} of {len(rows)} are met. {judged}\n\n" + _table(head, rows)


def _bound(target: Target) -> str:
    sign = "≤" if target.at_most else "≥"
    return f"{sign} {_value(target.bound, target.unit, exact=True)}"


def _measured(target: Target) -> str:
    return "not measured" if target.measured is None else _value(target.measured, target.unit)


def _value(number: float, unit: str, *, exact: bool = False) -> str:
    shown = f"{number:g}" if exact else _digits(number)
    return f"{shown} ×" if unit == "times" else f"{shown} {unit}"


def _digits(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def _met(target: Target) -> str:
    return {True: "yes", False: "**no**", None: "–"}[target.met]


def _failed(run: Results) -> Iterator[str]:
    if run.failed:
        rows = [(name, str(error).partition("\n")[0].replace("|", " ")) for name, error in run.failed.items()]
        yield "## Failed\n\nThese jobs ended with a wrong exit code and have no figures.\n\n" + _table(
            ("job", "end"), rows
        )


def _processes(title: str, run: Results, names: Sequence[str], unit: str) -> str:
    rows = []
    for name in names:
        if found := run.of(name):
            times = (f"{found.wall * 1000:.0f}", f"{found.least * 1000:.0f}", f"{found.cpu * 1000:.0f}")
            share = ratio(found.wall, run.wall(unit))
            rows.append((_code(found.job), *times, f"{found.peak:.0f}", f"{share:.2f}" if share else "–"))
    base = run.of(unit)
    of = f"× `{base.job.shown}`" if base else "ratio"
    return f"## {title}\n\n" + _table(("process", "ms", "least", "CPU ms", "peak MB", of), rows)


def _code(job: Job) -> str:
    return f"`{job.shown}`"


def _inside(run: Results) -> str:
    words = (
        ("legal bases of a purpose, first question (expands the matrix)", "question", "first"),
        ("the same, each further question", "question", "each"),
        ("word diff of a clause, English", "clause", "en"),
        ("word diff of a clause, Japanese", "clause", "ja"),
        ("PDF of a policy, two languages", "pdf", "plain"),
        ("the same as redline of two versions", "pdf", "redline"),
    )
    rows = [(said, _micro(run.inner(name, key))) for said, name, key in words]
    return "## Inside a process\n\n" + _table(("step", "µs"), rows)


def _micro(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds * 1e6:,.3g}" if seconds < 1e-3 else f"{seconds * 1e6:,.0f}"


_STEPS: Final = (
    ("reading the files", "files"),
    ("YAML to plain data with places", "yaml"),
    ("validating against the types", "validate"),
    ("indexing facts and texts", "index"),
    ("expanding the matrix", "expand"),
    ("checking: rules of the document", "rules"),
    ("checking: packs of the laws that it declares", "laws"),
    ("checking: translations", "translations"),
    ("making the printable document", "document"),
    ("rendering HTML", "html"),
    ("rendering JSON", "json"),
    ("rendering PDF", "pdf"),
    ("rendering DOCX (without pandoc's own time)", "docx"),
)


def _steps(run: Results) -> str:
    """Seconds and growth from each size to the next: ten times the facts should take about ten times as long."""
    sizes = run.sizes
    head = ("processor seconds", *(f"{size:,} facts" for size in sizes), *(f"× from {size:,}" for size in sizes[:-1]))
    rows = []
    for said, key in _STEPS:
        values = [run.inner(f"steps-{size}", key) for size in sizes]
        grown = [ratio(values[at + 1], values[at]) for at in range(len(sizes) - 1)]
        rows.append((said, *map(_seconds, values), *(f"{one:.1f}" if one else "–" for one in grown)))
    return f"## Step by step\n\n{_STEPS_SAID}\n" + _table(head, rows)


def _sizes(run: Results) -> str:
    last = len(run.sizes) - 1
    head = ("seconds", *(f"{size:,} facts" for size in run.sizes), f"growth of the last ×{_step(run)}")
    rows = []
    for said, values in _by_size(run):
        grown = ratio(values[last], values[last - 1]) if last else None
        rows.append((said, *(_seconds(value) for value in values), f"{grown:.1f} ×" if grown else "–"))
    peaks = [(f"{verb}, peak MB", *(_peak(run, name(verb, size)) for size in run.sizes), "") for verb in _PROCESSES]
    return f"## By size\n\n{_POLICIES}\n" + _table(head, [*rows, *peaks])


def name(verb: str, size: int) -> str:
    """The job of a verb at a size."""
    return f"diff-{size}-some" if verb == "diff" else f"{verb}-{size}"


def _step(run: Results) -> str:
    return f"{run.sizes[-1] // run.sizes[-2]}" if len(run.sizes) > 1 else "1"


def _by_size(run: Results) -> Iterator[tuple[str, list[float | None]]]:
    def inner(job: str, *keys: str) -> list[float | None]:
        return [run.inner(job.format(size), *keys) for size in run.sizes]

    def wall(job: str) -> list[float | None]:
        return [run.wall(job.format(size)) for size in run.sizes]

    yield "`hoshin check`", wall("check-{}")
    yield "`hoshin render`, 2 languages × 6 formats", wall("render-{}")
    yield "`hoshin diff --format json`, some", wall("diff-{}-some")
    yield "`hoshin diff --format json`, every", wall("diff-{}-every")
    yield "reading one policy", inner("read-{}", "read")
    for edit in ("some", "every"):
        job = f"changes-{{}}-{edit}"
        yield f"diff, all steps, two languages, {edit}", inner(job, "whole")
        yield f"– of these: canonical forms, {edit}", inner(job, "forms")
        yield f"– of these: keyed comparison, {edit}", inner(job, "compare")
        yield f"a plain recursive walk, {edit}", inner(job, "walk")
    yield "DeepDiff `ignore_order=True`, some", inner("deepdiff-{}", "deepdiff")
    yield "lists by position, some", inner("positional-{}", "positional")


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}" if value < 0.01 else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _peak(run: Results, job: str) -> str:
    found = run.of(job)
    return f"{found.peak:.0f}" if found else "–"


def _memory(run: Results) -> str:
    """Peaks of whole comparisons at the greatest size."""
    rows = [
        (f"{run.sizes[-1]:,} facts, {edit}", *(_peak(run, f"peak-{edit}-{form}") for form in PEAK_FORMATS))
        for edit in PEAK_EDITS
    ]
    head = ("`hoshin diff`, peak MB", *(f"`--format {form}`" for form in PEAK_FORMATS))
    return f"## Memory\n\n{_MEMORY_SAID}\n" + _table(head, rows)


def _commands(run: Results) -> str:
    shown = [found.job.shown for found in map(run.of, run.figures) if found]
    return f"## Commands\n\n{_WHERE}\n```\n" + "\n".join(shown) + "\n```\n"
