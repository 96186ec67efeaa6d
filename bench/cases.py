"""What is measured: groups of jobs, each group in rounds of its own. The names are those that the report asks for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

from bench import peers
from bench.timing import Job

ROOT: Final = Path(__file__).parent.parent
SIZES: Final = (10, 100, 1_000, 10_000)
DEEPDIFF_UP_TO: Final = 1_000
"""Above, `ignore_order=True` takes many minutes."""
EDITS: Final = ("some", "every")
PEAK_EDITS: Final = ("few", *EDITS)
PEAK_FORMATS: Final = ("json", "text")
FORMATS: Final = "html,pdf,docx,md,txt,json"
_HOSHIN: Final = Path(sys.executable).with_name("hoshin")
_RELEASES: Final = ("examples/hinata/former", "examples/hinata", "privacy")
"""Two versions of one document."""
_LIBRARIES: Final = "from pydantic import BaseModel; import ruamel.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """Jobs that are compared with each other; `rounds` counts those that are kept."""

    name: str
    rounds: int
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure: rounds of small, middle and large groups, sizes, and whether the peer takes part."""

    rounds: tuple[int, int, int]
    sizes: tuple[int, ...]
    with_peers: bool = True


FULL: Final = Plan((9, 7, 5), SIZES)
QUICK: Final = Plan((3, 3, 1), SIZES[:-1])


def groups(plan: Plan, work: Path) -> Iterator[Group]:
    """All groups; what they read is written into `work` before each is given."""
    small, middle, large = plan.rounds
    yield Group("start", small, _start(work))
    yield Group("inside", middle, _inside())
    yield Group("site", middle, tuple(_site(plan, work)))
    for size in plan.sizes:
        for edit in ("none", *EDITS):
            _make(work, size, edit)
        yield Group(f"size-{size}", large if size > DEEPDIFF_UP_TO else middle, tuple(_sized(size, work)))
    _make(work, plan.sizes[-1], "few")
    yield Group("memory", 1, tuple(_memory(plan.sizes[-1], work)))


def _python(name: str, code: str) -> Job:
    return Job(name, (sys.executable, "-c", code), ROOT, f"python -c {code!r}".replace("'", '"'))


def _hoshin(name: str, *arguments: str, work: Path | None = None) -> Job:
    shown = " ".join(("hoshin", *arguments))
    return Job(name, (str(_HOSHIN), *arguments), ROOT, shown.replace(str(work), "$WORK") if work else shown)


def _probe(name: str, *arguments: str, work: Path | None = None) -> Job:
    shown = " ".join(("python -m bench.probe", *arguments))
    command = (sys.executable, "-m", "bench.probe", *arguments)
    return Job(name, command, ROOT, shown.replace(str(work), "$WORK") if work else shown)


def _again(job: Job) -> Job:
    """The same with the memory of answers on: the round that is thrown away fills it."""
    return replace(job, remembers=True, shown=f"HOSHIN_CACHE=$WORK/answers {job.shown}")


def _start(work: Path) -> tuple[Job, ...]:
    base = _before(work)
    return (
        _python("pass", "pass"),
        _hoshin("version", "--version"),
        _hoshin("help", "--help"),
        _python("libraries", _LIBRARIES),
        _hoshin("check", "check", "--fail-on", "never"),
        _hoshin("query", "query", "purposes"),
        replace(_hoshin("review", "review", "--base", str(base), work=work), codes=(0, 1)),
        _again(_hoshin("check-again", "check", "--fail-on", "never")),
        _again(_hoshin("query-again", "query", "purposes")),
    )


def _before(work: Path) -> Path:
    """A copy of the project as it was before a few edits: another period, a promise less, other words."""
    home = work / "before"
    for name in ("policy", "translations", "schema"):
        shutil.copytree(ROOT / name, home / name)
    folder = home / "policy" / "openwork"
    for file, now, then in (
        ("retention.yaml", "period: P10Y", "period: P8Y"),
        ("purposes.yaml", "Provision, maintenance, protection", "Provision, upkeep, protection"),
        ("security.yaml", "text: |-", "text: |-\n      In short:"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(now, then, 1), encoding="utf-8")
    return home


def _inside() -> tuple[Job, ...]:
    return (_probe("question", "question", "."), _probe("clause", "clause"), _probe("pdf", "pdf", *_RELEASES))


def _site(plan: Plan, work: Path) -> Iterator[Job]:
    """Six formats in two languages, and the peer's pages from the Markdown among them."""
    yield _python("site-pass", "pass")
    site = ("render", "--to", FORMATS, "--lang", "en,ja", "--out", str(work / "site"))
    yield _hoshin("site", *site, work=work)
    yield _hoshin("site-html", "render", "--to", "html", "--lang", "en,ja", "--out", str(work / "html"), work=work)
    yield _again(_hoshin("site-again", *site, work=work))
    yield _edited(work)
    if plan.with_peers:
        program = peers.set_up()
        subprocess.run([_HOSHIN, "render", "--to", "md", "--out", str(work / "md")], cwd=ROOT, check=True)
        texts = [(work / "md" / f"openwork.{lang}.md").read_text(encoding="utf-8") for lang in ("en", "ja")]
        peers.write_site(work / "peer", *texts)
        command = (str(program), "build", "-q", "-f", "material.yml", "-d", str(work / "peer-site"))
        yield Job("material", command, work / "peer", "mkdocs build -q -f material.yml -d $WORK/peer-site")


def _edited(work: Path) -> Job:
    """All files of a copy of the project in which one Japanese text differs from every run before."""
    home = work / "edited"
    for name in ("policy", "translations", "schema", "renderers"):
        shutil.copytree(ROOT / name, home / name)
    overlay = home / "translations" / "ja" / "openwork.yaml"
    text = overlay.read_text(encoding="utf-8")
    versions = count(1)

    def edit() -> None:
        overlay.write_text(
            text.replace("プライバシーポリシー", "プライバシーポリシー" + "改" * next(versions), 1), encoding="utf-8"
        )

    command = ("render", "-C", str(home), "--to", FORMATS, "--lang", "en,ja", "--out", str(work / "edited-site"))
    return replace(_again(_hoshin("site-edited", *command, work=work)), prepare=edit)


def _make(work: Path, size: int, edit: str) -> None:
    command = [sys.executable, "-m", "bench.policies", str(_folder(work, size, edit)), str(size), edit]
    subprocess.run(command, cwd=ROOT, check=True)


def _folder(work: Path, size: int, edit: str) -> Path:
    return work / f"{size}-{edit}"


def _sized(size: int, work: Path) -> Iterator[Job]:
    old = str(_folder(work, size, "none"))
    yield _hoshin(f"check-{size}", "check", "-C", old, "--fail-on", "never", work=work)
    yield _probe(f"read-{size}", "read", old, work=work)
    yield _probe(f"steps-{size}", "steps", old, work=work)
    out = str(work / f"{size}-out")
    yield _hoshin(f"render-{size}", "render", "-C", old, "--to", FORMATS, "--out", out, work=work)
    for edit in EDITS:
        new = str(_folder(work, size, edit))
        yield _hoshin(f"diff-{size}-{edit}", "diff", "-C", old, "draft", new, "--format", "json", work=work)
        yield _probe(f"changes-{size}-{edit}", "changes", old, new, work=work)
    if size <= DEEPDIFF_UP_TO:
        yield _probe(f"deepdiff-{size}", "peer", old, str(_folder(work, size, "some")), work=work)
    yield _probe(f"positional-{size}", "positional", old, str(_folder(work, size, "some")), work=work)


def _memory(size: int, work: Path) -> Iterator[Job]:
    """Apart, because counting allocations slows everything down, and of whole processes only the peak counts."""
    old = str(_folder(work, size, "none"))
    for edit in PEAK_EDITS:
        for form in PEAK_FORMATS:
            command = ("diff", "-C", old, "draft", str(_folder(work, size, edit)), "--format", form)
            yield _hoshin(f"peak-{edit}-{form}", *command, work=work)
    for edit in EDITS:
        sides = (str(_folder(work, size, side)) for side in ("none", edit))
        yield _probe(f"memory-{edit}", "memory", *sides, work=work)
