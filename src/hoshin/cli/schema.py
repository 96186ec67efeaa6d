"""`hoshin schema`: the JSON Schemas of the YAML files, printed or written into a folder for editors.

`hoshin schema report` prints that of what `hoshin diff --format json` gives, `hoshin schema findings` that of
`hoshin check --format json`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from hoshin.cli.answer import Answer
from hoshin.cli.arguments import LANGUAGES
from hoshin.kernel.errors import NotThereError
from hoshin.publish.editor.files import BY_NAME, KINDS
from hoshin.publish.editor.schema import schema_text

_ANSWERS = {"report": "hoshin.diff.jsonschema", "findings": "hoshin.cli.reports.findings_schema"}
"""Answers of commands and the module that holds `FILE` and `schema_text`."""


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add KIND and `--out`."""
    kinds = (*BY_NAME, *_ANSWERS)
    about = words["schema.kind"].format(kinds=", ".join(BY_NAME))
    parser.add_argument("kind", metavar="KIND", nargs="?", choices=kinds, help=about)
    parser.add_argument("--out", metavar="DIR", help=words["schema.out"])


def run(options: argparse.Namespace) -> Answer:
    """The schema of a kind, or with `--out` the files of one kind or of all."""
    if options.kind in _ANSWERS:
        return _of_answer(_ANSWERS[options.kind], options.out)
    languages = _languages(options.lang)
    if options.out is None:
        return Answer(0, schema_text(BY_NAME[options.kind or "policy"], languages))
    kinds = KINDS if options.kind is None else (BY_NAME[options.kind],)
    files = tuple(((Path(options.out) / kind.file).as_posix(), schema_text(kind, languages)) for kind in kinds)
    return Answer(0, "".join(f"{name}\n" for name, _ in files), tuple((name, text.encode()) for name, text in files))


def _of_answer(module: str, folder: str | None) -> Answer:
    found = import_module(module)
    text: str = found.schema_text()
    if folder is None:
        return Answer(0, text)
    name = (Path(folder) / found.FILE).as_posix()
    return Answer(0, f"{name}\n", ((name, text.encode()),))


def _languages(given: str | None) -> tuple[str, ...]:
    """Languages of the texts: those that were asked for, else all. Raises NotThereError for any other."""
    wanted = LANGUAGES if given is None else tuple(dict.fromkeys(given.split(",")))
    if unknown := next((lang for lang in wanted if lang not in LANGUAGES), None):
        raise NotThereError("schema-language", lang=unknown, languages=LANGUAGES)
    return wanted
