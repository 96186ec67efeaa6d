"""The table of ways to break a project: one entry a case, as it stands in tests/errors/cases/*.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
PROJECT = HERE.parent / "fixtures" / "garden"
"""The project without a fault that each case breaks in one place."""


class TableError(Exception):
    """A case is not well made."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to one file: `old` becomes `new`, `text` is written, `add` appended, `hex` written as bytes.

    `encoding` is that of the text; `make` names a function of makers.py for what no table can hold.
    """

    file: str = ""
    old: str | None = None
    new: str | None = None
    text: str | None = None
    add: str | None = None
    hex: str | None = None
    encoding: str = "utf-8"
    make: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One way to break a project, and what hoshin must answer.

    `finds` are the findings that the page shows, `also` those that follow from the change; both as
    `error DOC119 policy/garden/facts.yaml:3:5`, and together with `others`, a number, they are all. `says` names the
    entry of the catalogue of errors instead. `holds` and `lacks` are pieces of text of written files. A `child` runs
    as a process of its own as well; `linux` tells that other systems have no such files, rights or bounds.
    """

    id: str
    en: str
    ja: str
    do: tuple[Change, ...]
    call: tuple[str, ...]
    exit: int
    finds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    others: int = 0
    says: str = ""
    holds: dict[str, str] = field(default_factory=dict)
    lacks: dict[str, str] = field(default_factory=dict)
    child: bool = False
    linux: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """The cases of one file, and its heading."""

    en: str
    ja: str
    cases: tuple[Case, ...]


def read_chapter(path: Path) -> Chapter:
    """One file of the table. Raises TableError for an entry with unknown keys."""
    body = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return Chapter(body["en"], body["ja"], tuple(_case(entry) for entry in body["cases"]))


def _case(entry: dict[str, Any]) -> Case:
    try:
        made = dict(entry)
        made["do"] = tuple(Change(**change) for change in entry.get("do", ()))
        made["call"] = tuple(str(entry.get("call", "check")).split())
        for name in ("finds", "also"):
            made[name] = tuple(entry.get(name, ()))
        return Case(**made)
    except TypeError as fault:
        raise TableError(f"{entry.get('id')}: {fault}") from fault


CHAPTERS = tuple(read_chapter(path) for path in sorted((HERE / "cases").glob("*.yaml")))
CASES = tuple(case for chapter in CHAPTERS for case in chapter.cases)
