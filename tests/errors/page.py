"""docs/errors.md and its Japanese twin: each case of the table with what hoshin prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from errors.running import ask, rights_count, short_finding
from errors.table import CHAPTERS, HERE, Case, TableError
from ruamel.yaml import YAML

from hoshin.cli.reports.findings import as_text
from hoshin.kernel.finding import Finding
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_project

ROOT = HERE.parent.parent
PAGES = {"en": ROOT / "docs" / "errors.md", "ja": ROOT / "docs" / "errors.ja.md"}
WORDS: dict[str, dict[str, str]] = YAML(typ="safe", pure=True).load((HERE / "page.yaml").read_text(encoding="utf-8"))
_WIDTH = 100
_LONGEST = 60
"""Lines of one answer that the page shows."""


def section(case: Case, lang: str, root: Path) -> str:
    """The entry of a case whose broken project lies at `root`."""
    title = case.en if lang == "en" else case.ja
    rules = list(dict.fromkeys(entry.split()[1] for entry in case.finds))
    code = WORDS[lang]["code"].format(code=case.exit)
    foot = " · ".join([code, *(f"`{rule}`" for rule in rules)])
    lines = _printed(case, lang, root).rstrip("\n").split("\n")
    shown = lines if len(lines) <= _LONGEST else [*lines[:_LONGEST], "…"]
    body = "\n".join(["$ hoshin " + " ".join(case.call), *shown])
    fence = "`" * max(
        3, 1 + max((len(part) for part in body.replace("\n", " ").split(" ") if set(part) == {"`"}), default=0)
    )
    return f"### {title}\n\n{fence}text\n{body}\n{fence}\n\n{foot}\n"


def _printed(case: Case, lang: str, root: Path) -> str:
    if case.call == ("check",) and not case.says:
        snapshot, found = _checked(root)
        wanted = [item for item in found if short_finding(item, snapshot) in case.finds]
        if case.finds and not wanted:
            raise TableError(f"{case.id}: none of its findings is there")
        text = as_text(wanted, snapshot, lang, columns=_WIDTH, colour=False)
        return text.rpartition("\n\n")[0] if wanted else text
    answer = ask(root, *case.call, "--messages", lang)
    text = (answer.out + answer.err).replace(str(root), "/garden").replace(os.path.realpath(root), "/garden")
    for wording in ("{} second", "{}秒"):
        text = text.replace(wording.format(3), wording.format(30))  # the tests wait no longer than they must
    held = [f"{name}: {piece}" for name, piece in case.holds.items()]
    return "\n".join([text.replace(f" --messages {lang}", "").rstrip("\n"), *held])


@lru_cache(maxsize=2)
def _checked(root: Path) -> tuple[Snapshot, tuple[Finding, ...]]:
    """What `hoshin check` reads and finds, for both languages."""
    with rights_count():
        snapshot = read_snapshot(root)
    return snapshot, check_project(snapshot, snapshot.documents())


def page(lang: str, made: Callable[[Case], str]) -> str:
    """The whole page; `made` gives the entry of a case."""
    return "\n".join(_parts(lang, made))


def _parts(lang: str, made: Callable[[Case], str]) -> Iterator[str]:
    words = WORDS[lang]
    yield f"# {words['title']}\n"
    yield f"{words['intro']}\n"
    for chapter in CHAPTERS:
        title = chapter.en if lang == "en" else chapter.ja
        count = words["cases"].format(count=len(chapter.cases))
        yield f"- {title}: {count}" if lang == "en" else f"- {title}：{count}"
    for chapter in CHAPTERS:
        yield f"\n## {chapter.en if lang == 'en' else chapter.ja}\n"
        yield from (made(case) for case in chapter.cases)


def sections(text: str) -> dict[str, str]:
    """The entries of a page by their titles."""
    found = {}
    for part in text.split("\n### ")[1:]:
        whole = "### " + part.partition("\n\n## ")[0].rstrip("\n") + "\n"
        found[whole.partition("\n")[0]] = whole
    return found
