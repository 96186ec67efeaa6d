"""`hoshin fmt`: the canonical layout of the project's YAML files; order, comments and words stay."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.edits import as_diff
from hoshin.cli.reports.findings import as_text
from hoshin.cli.words import edit_words
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.editing import Change, canonical, yaml_files
from hoshin.publish.opening import PolicyError


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add FILES, `--check` and `--diff`."""
    parser.add_argument("files", metavar="FILE", nargs="*", help=words["fmt.files"])
    parser.add_argument("--check", action="store_true", help=words["fmt.check"])
    parser.add_argument("--diff", action="store_true", help=words["fmt.diff"])


def run(options: argparse.Namespace) -> Answer:
    """Write every file that is laid out otherwise; with `--check` only name them, and 1 when there are some."""
    language = options.messages or messages_language(())
    root, snapshot = project.root_of(options), project.draft(options)
    changes: list[Change] = []
    broken: list[Finding] = []
    for file in _files(options.files, root, snapshot):
        try:
            change = canonical(snapshot, file)
        except PolicyError as error:
            broken.extend(error.findings)
            continue
        if change.after != change.before:
            changes.append(change)
    said = edit_words(language)
    write = not (options.check or options.diff)
    out = [said["laid_out" if write else "would_lay_out"].format(file=change.file) for change in changes]
    if options.diff:
        out = [as_diff(change.file, change.before, change.after).removesuffix("\n") for change in changes]
    if broken:
        out.append(as_text(broken, snapshot, language).removesuffix("\n"))
    elif not changes:
        out.append(said["nothing_to_lay_out"])
    files = tuple((str((root / change.file).resolve()), change.after) for change in changes) if write else ()
    return Answer(int(bool(broken or (changes and options.check))), "\n".join(out) + "\n", files)


def _files(wanted: list[str], root: Path, snapshot: Snapshot) -> tuple[str, ...]:
    """The files named, as paths from here or from the project's root; all of them when none is named."""
    there = yaml_files(snapshot)
    chosen = []
    for name in wanted:
        paths = (Path(name).resolve(), root / name)
        known = next((path.relative_to(root).as_posix() for path in paths if _holds(root, path, there)), None)
        if known is None:
            raise NotThereError("no-such-file", file=name, near=nearest(name, there) or ", ".join(there[:3]))
        chosen.append(known)
    return tuple(dict.fromkeys(chosen)) if wanted else there


def _holds(root: Path, path: Path, there: tuple[str, ...]) -> bool:
    return path.is_relative_to(root) and path.relative_to(root).as_posix() in there
