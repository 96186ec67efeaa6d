"""Golden tests as documents: one Markdown file holds a title, the input and the expected output, for people to read.

The folder under `tests/cases/` names the verb; the second word after a fence is the role of the block. The module
`tests/cases_verbs/<verb>.py` gives `run(blocks) -> outputs`, both by role, and may name its input roles in `INPUTS`.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEFAULT_INPUTS = frozenset({"policy", "old", "new", "translation"})
OPENING = re.compile(r"(`{3,})(.*)")


class CaseError(Exception):
    """A case, or the verb that runs it, is not well made."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What is tested: a pure function from the input blocks to the output blocks, and the roles that it reads."""

    run: Callable[[dict[str, str]], dict[str, str]]
    inputs: frozenset[str] = field(default=DEFAULT_INPUTS)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: language, role, text with a newline at the end of each line."""

    language: str
    role: str
    text: str
    fence: str = "```"

    def __str__(self) -> str:
        longest = max((len(run) for run in re.findall(r"^`{3,}", self.text, re.MULTILINE)), default=0)
        fence = "`" * max(len(self.fence), longest + 1)
        return f"{fence}{self.language} {self.role}\n{self.text}{fence}\n"


Parts = list[str | Block]
"""A case: prose and blocks in the order of the file; joined as text they are the file."""


def parse(source: str) -> Parts:
    """The parts of a case. Raises CaseError: no title, a fence without role, a role given twice, a block not closed."""
    if not source.startswith("# "):
        raise CaseError("the first line must be a title that says what must happen: `# ...`")
    parts: Parts = []
    lines = iter(source.splitlines(keepends=True))
    for line in lines:
        if not (opening := OPENING.fullmatch(line.rstrip("\n"))):
            parts.append(line)
            continue
        fence, info = opening.groups()
        words = info.split()
        if len(words) != 2:
            raise CaseError(f"a fence says language and role, such as `yaml policy`, not `{info}`")
        if words[1] in blocks(parts):
            raise CaseError(f"the role `{words[1]}` is given twice")
        parts.append(Block(words[0], words[1], _until(fence, lines), fence))
    return parts


def _until(fence: str, lines: Iterator[str]) -> str:
    inside: list[str] = []
    for line in lines:
        if line.startswith(fence) and not line.strip().strip("`"):
            return "".join(inside)
        inside.append(line)
    raise CaseError("a fenced block is not closed")


def blocks(parts: Parts) -> dict[str, str]:
    """Text by role."""
    return {part.role: part.text for part in parts if isinstance(part, Block)}


def expected(source: str, verb: Verb) -> str:
    """The case with its output blocks as the verb writes them now.

    Raises CaseError for an unknown role, or where no block takes output.
    """
    parts = parse(source)
    given = {role: text for role, text in blocks(parts).items() if role in verb.inputs}
    made = {role: closed(text) for role, text in verb.run(given).items()}
    if both := sorted(made.keys() & verb.inputs):
        raise CaseError(f"the verb writes into the input {', '.join(both)}")
    roles = blocks(parts).keys()
    if unknown := sorted(roles - verb.inputs - made.keys()):
        raise CaseError(f"unknown role {', '.join(unknown)}; known are {', '.join(sorted(verb.inputs | made.keys()))}")
    if not roles & made.keys():
        raise CaseError(f"no output block; write one of {', '.join(sorted(made)) or 'none: the verb gave nothing'}")
    return "".join(str(_filled(part, made)) for part in parts)


def _filled(part: str | Block, made: Mapping[str, str]) -> str | Block:
    if isinstance(part, Block) and part.role in made:
        return Block(part.language, part.role, made[part.role], part.fence)
    return part


def closed(text: str) -> str:
    """The text with exactly one newline at its end, or nothing at all."""
    return text.rstrip("\n") + "\n" if text.rstrip("\n") else ""


def hold(path: Path, verb: Verb, *, update: bool) -> None:
    """Assert that the case equals itself, or write what the verb says now. Raises CaseError with the file's name."""
    source = path.read_text(encoding="utf-8")
    try:
        now = expected(source, verb)
    except CaseError as fault:
        raise CaseError(f"{path.parent.name}/{path.name}: {fault}") from fault
    if update and now != source:
        path.write_text(now, encoding="utf-8", newline="\n")
    elif now != source:
        assert source.splitlines() == now.splitlines(), f"{path.parent.name}/{path.name}: `make golden` writes it anew"
        raise AssertionError(f"{path.parent.name}/{path.name}: only line ends differ")


def discover(package: str, folder: Path) -> dict[str, Verb]:
    """Every verb of the folder by its name on the command line. Raises CaseError for a module without `run`."""
    found: dict[str, Verb] = {}
    for path in sorted(folder.glob("[!_]*.py")):
        module = importlib.import_module(f"{package}.{path.stem}")
        if not callable(getattr(module, "run", None)):
            raise CaseError(f"{path.name} has no function `run(blocks)`")
        found[path.stem.replace("_", "-")] = Verb(module.run, frozenset(getattr(module, "INPUTS", DEFAULT_INPUTS)))
    return found


def collect(folder: Path) -> list[Path]:
    """Every case, in order."""
    return sorted(folder.glob("*/*.md"))
