"""`hoshin merge-check BASE OURS THEIRS`: contradictions that git merges cleanly."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.diff.merge import conflicts
from hoshin.publish.review_words import conflict_line, counted, said
from hoshin.publish.revision import resolve
from hoshin.publish.sides import read_side


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add the three revisions and `--format`."""
    for name in ("base", "ours", "theirs"):
        parser.add_argument(name, metavar=name.upper(), help=words[f"merge-check.{name}"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words["format"])


def run(options: argparse.Namespace) -> Answer:
    """Each contradiction with what either side does; 1 when there is one."""
    root = project.root_of(options)
    language = options.messages or messages_language(())
    names = (options.base, options.ours, options.theirs)
    sides = [read_side(resolve(name, root, options.document), options.document).loaded for name in names]
    found = conflicts(*sides)
    if options.format == "json":
        rows = [
            {
                "kind": item.kind,
                "path": "/".join(item.path),
                "ours": item.ours,
                "theirs": item.theirs,
                "remover": item.remover,
                "detail": "/".join(item.detail),
            }
            for item in found
        ]
        return Answer(int(bool(found)), json.dumps({"conflicts": rows}, ensure_ascii=False, indent=2) + "\n")
    if not found:
        return Answer(0, said(language)("merge-none") + "\n")
    lines = [counted("merge-count", len(found), language), *(conflict_line(item, language) for item in found)]
    return Answer(1, "\n".join(lines) + "\n")
