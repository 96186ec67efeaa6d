"""A rule's docstring as a page: the duty, why, and examples. `hoshin explain` and the tests read it."""

from __future__ import annotations

import ast
from inspect import cleandoc
from typing import Final

from msgspec import Struct

from hoshin.kernel.regex import regex

_HEADING: Final = regex(r"^(Why|Bad|Good|Not applicable)(?: \(([^)]+)\))?(::?)$")


class Example(Struct, frozen=True):
    """A piece of a policy in YAML: `Bad`, `Good` or `Not applicable`, and what it shows where there are several."""

    heading: str
    shows: str
    yaml: str


class Page(Struct, frozen=True):
    """What the docstring of a rule's file says."""

    duty: str
    why: str
    examples: tuple[Example, ...]

    def of(self, heading: str) -> tuple[Example, ...]:
        """Examples under one heading."""
        return tuple(example for example in self.examples if example.heading == heading)


def read_page(source: str) -> Page:
    """The page of a rule's file, from its source: `python -OO` drops docstrings. Raises ValueError without one."""
    text = ast.get_docstring(ast.parse(source), clean=False)
    if text is None:
        raise ValueError("no docstring")
    parts: list[tuple[str, str, list[str]]] = [("", "", [])]
    for line in cleandoc(text).split("\n"):
        if match := _HEADING.match(line):
            parts.append((match[1], match[2] or "", []))
        else:
            parts[-1][2].append(line)
    found = [(heading, shows, cleandoc("\n".join(lines)) + "\n") for heading, shows, lines in parts]
    why = "".join(body for heading, _, body in found if heading == "Why")
    examples = tuple(Example(*part) for part in found if part[0] not in {"", "Why"})
    return Page(" ".join(found[0][2].split()), why, examples)
