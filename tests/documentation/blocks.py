"""What each sort of block promises, and whether it holds.

    console          lines with `$ ` are run in the sandbox; the lines below each are what it prints
    diff FILE        the edit that it shows is made in the file
    yaml FILE        stands in the file, word for word
    yaml new FILE    is written into the file; each step of a workflow is run
    yaml             some keys of a policy that the model accepts
    pycon            `>>>` is run, and gives what stands below it
    json             is JSON
    markdown         is a golden case (tests/cases)

`…` alone on a line stands for any lines. A block whose first line begins with `# not run:` is not run.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from cases_runner import blocks as golden_blocks
from cases_runner import parse
from documentation.reading import Block
from documentation.sandbox import PageError, Sandbox
from pydantic import ValidationError
from ruamel.yaml import YAML, YAMLError

from hoshin.schema.policy import Policy

NOT_RUN = "# not run:"
_ELLIPSIS = "…"
_DOCUMENT = {"title": "Privacy Policy", "source_locale": "en"}


def hold(block: Block, box: Sandbox, names: dict[str, object]) -> str:
    """The text of the block as it should be. Raises PageError where nothing can put it right."""
    if not_run(block):
        return block.text
    kind = _KINDS.get(block.language)
    if kind is None:
        raise PageError(f"a block is one of {', '.join(_KINDS)}, not “{block.language}”")
    return kind(block, box, names)


def not_run(block: Block) -> bool:
    return block.text.startswith(NOT_RUN)


def _console(block: Block, box: Sandbox, _: dict[str, object]) -> str:
    return "".join(_answered(command, shown, box) for command, shown in commands(block))


def commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a session with what stands below it. Raises PageError for output without a command."""
    first, *parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    if first or not parts:
        raise PageError("a session begins with `$ ` and a command")
    split = [part.partition("\n") for part in parts]
    return [(command.strip(), shown) for command, _, shown in split]


def _answered(command: str, shown: str, box: Sandbox) -> str:
    lines = shown.rstrip("\n")
    apart = shown[len(lines) :] if lines else shown
    if command.startswith("make ") and not lines:
        box.recipe(command.split()[1])
        return f"$ {command}\n{shown}"
    printed = box.run(command).rstrip("\n")
    body = lines if fits(lines, printed) else shortened(lines, printed)
    gap = "\n" * max(1, apart.count("\n")) if body else apart
    return f"$ {command}\n{body}{gap}"


def fits(shown: str, printed: str) -> bool:
    """Whether the lines are these, where `…` alone on a line stands for any."""
    parts = re.split(rf"^[ \t]*{_ELLIPSIS}(?:\n|$)", shown, flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, f"{printed}\n") is not None or re.fullmatch(pattern, printed) is not None


def shortened(shown: str, printed: str) -> str:
    """What is printed, left out where the page left something out: of each part the lines that are most alike."""
    wanted = [part.splitlines() for part in re.split(rf"^[ \t]*{_ELLIPSIS}(?:\n|$)", shown, flags=re.MULTILINE)]
    lines, kept, start = printed.splitlines(), list[str](), 0
    if len(wanted) == 1:
        return printed
    for number, part in enumerate(wanted):
        last = len(lines) - len(part)
        if last < start:
            return printed
        at = {0: 0, len(wanted) - 1: last}.get(number)
        if at is None:
            at = max(range(start, last + 1), key=lambda here, part=part: _alike(part, lines[here : here + len(part)]))
        kept += [*([_ELLIPSIS] if number else []), *lines[at : at + len(part)]]
        start = at + len(part)
    return "\n".join(kept)


def _alike(part: list[str], window: list[str]) -> float:
    return SequenceMatcher(None, "\n".join(part), "\n".join(window), autojunk=False).ratio()


def _edit(block: Block, box: Sandbox, _: dict[str, object]) -> str:
    path = box.here / _file(block)
    before = "".join(line[1:] for line in block.text.splitlines(keepends=True) if line[0] in " -")
    after = "".join(line[1:] for line in block.text.splitlines(keepends=True) if line[0] in " +")
    if any(line[0] not in " -+" for line in block.text.splitlines()) or before == after:
        raise PageError("each line of an edit begins with a space, - or +")
    text = path.read_text(encoding="utf-8")
    if text.count(before) != 1:
        raise PageError(f"the lines of the edit stand {text.count(before)} times in {_file(block)}:\n{before}")
    path.write_text(text.replace(before, after), encoding="utf-8", newline="\n")
    return block.text


def _yaml(block: Block, box: Sandbox, _: dict[str, object]) -> str:
    if block.rest[:1] == ("new",):
        path = box.here / block.rest[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8", newline="\n")
        for script in _scripts(YAML(typ="safe", pure=True).load(block.text)):
            _run(script, box)
    elif block.rest:
        text = (box.here / _file(block)).read_text(encoding="utf-8")
        parts = re.split(rf"^[ \t]*{_ELLIPSIS}\n", block.text, flags=re.MULTILINE)
        if not re.search(r"^" + r"(?:.*\n)*?".join(map(re.escape, parts)), text, re.MULTILINE):
            raise PageError(f"these lines do not stand in {_file(block)}")
    else:
        try:
            Policy.model_validate({"document": _DOCUMENT, **(YAML(typ="safe", pure=True).load(block.text) or {})})
        except (ValidationError, YAMLError) as fault:
            raise PageError(str(fault)) from fault
    return block.text


def _scripts(value: object) -> Iterator[str]:
    """The shell scripts of a workflow, in order."""
    if isinstance(value, dict):
        if isinstance(script := value.get("run"), str):
            yield script
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _scripts(inner)


def _run(script: str, box: Sandbox) -> None:
    """Run a step of a workflow. Raises PageError where it fails."""
    for line in script.replace(".venv/bin/hoshin", "hoshin").splitlines():
        if line.startswith("make "):
            box.recipe(line.split()[1])
            continue
        printed = box.run(line)
        if box.code > (line.startswith("hoshin check")):  # findings are no fault of the workflow
            raise PageError(f"{line}: exit code {box.code}\n{printed}")


def _json(block: Block, _: Sandbox, __: dict[str, object]) -> str:
    try:
        json.loads(block.text)
    except ValueError as fault:
        raise PageError(str(fault)) from fault
    return block.text


def _case(block: Block, _: Sandbox, __: dict[str, object]) -> str:
    if not golden_blocks(parse(block.text)):
        raise PageError("a golden case has blocks")
    return block.text


def _pycon(block: Block, box: Sandbox, names: dict[str, object]) -> str:
    test = doctest.DocTestParser().get_doctest(block.text, names, "page", None, block.line)
    if not test.examples:
        raise PageError("no line begins with >>>")
    said = io.StringIO()
    with contextlib.chdir(box.here):
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.write, clear_globs=False)
    names |= test.globs
    if said.getvalue():
        raise PageError(said.getvalue())
    return block.text


def _file(block: Block) -> str:
    if len(block.rest) != 1:
        raise PageError(f"{block.language} names one file behind the fence")
    return block.rest[0]


_KINDS: dict[str, Callable[[Block, Sandbox, dict[str, object]], str]] = {
    "console": _console,
    "diff": _edit,
    "yaml": _yaml,
    "json": _json,
    "markdown": _case,
    "pycon": _pycon,
}
