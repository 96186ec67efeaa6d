# ruff: noqa: INP001 - a script that people read and run, not a package
"""The demo of `hoshin diff`: a copy of OpenWork's policy, six edits as legal would make them, the changelog twice.

Run by `make demo`. Nothing in the project itself is touched. An edit whose text is no longer there stops the demo.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("policy", "schema", "translations")


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that legal changes: file, old text, new text, as often as needed."""

    what: str
    replacements: tuple[tuple[str, str, str], ...]


RECIPIENT = """\
  - id: mail-service
    title: Mailing service provider
    kind: class
    role: processor
    country: US
    purposes: [newsletter]

  - id: authorities
"""
RIGHT = """\
  - id: restriction
    title: Restriction of processing
    text: |-
      request the restriction of processing of your Personal Data
    source_ref: {document: openwork-privacy-policy-en, line: 86}
    right: eu-gdpr:A18
    channel: desk

"""
EDITS = (
    Edit("Retention: 7 years instead of 10", (("retention.yaml", "period: P10Y", "period: P7Y"),)),
    Edit("A recipient in another country", (("recipients.yaml", "  - id: authorities\n", RECIPIENT),)),
    Edit(
        "A right removed, here and in the list of article 6",
        (("rights.yaml", RIGHT, ""), ("sections.yaml", "erasure, restriction, objection", "erasure, objection")),
    ),
    Edit("A typo corrected", (("data.yaml", "Cookies are files with small", "Cookies are files with a small"),)),
    Edit(
        "Two purposes in another order",
        (("sections.yaml", "newsletter, advertising, rule", "advertising, newsletter, rule"),),
    ),
    Edit(
        "A purpose reworded",
        (
            (
                "purposes.yaml",
                "Guidance or response to inquiries relating to our Service",
                "Guidance on our Service and response to inquiries relating to it",
            ),
        ),
    ),
)


class StaleDemoError(Exception):
    """The policy no longer holds the text that the demo edits."""


def apply(edit: Edit, folder: Path) -> None:
    """Make one edit. Raises StaleDemoError unless each old text stands in its file exactly once."""
    for name, before, after in edit.replacements:
        file = folder / "policy" / "openwork" / name
        text = file.read_text(encoding="utf-8")
        if text.count(before) != 1:
            raise StaleDemoError(f"{name}: {edit.what}: {text.count(before)} times there, not once: {before!r}")
        file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def copy_project(folder: Path) -> None:
    """The folders that belong to the company, without the tool."""
    for name in FOLDERS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)


def show(before: Path, after: Path, language: str) -> int:
    """Print the changelog in one language; the exit code of `hoshin diff`."""
    command = [sys.executable, "-m", "hoshin", "diff", str(before), str(after), "--document", "openwork"]
    return subprocess.run([*command, "--lang", language], check=False, cwd=before).returncode  # noqa: S603 - own paths


def main() -> int:
    """Run the demo; 0 unless a command failed."""
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name, "before"), Path(name, "after")
        copy_project(before)
        copy_project(after)
        for number, edit in enumerate(EDITS, start=1):
            apply(edit, after)
            sys.stdout.write(f"{number}. {edit.what}\n")
        sys.stdout.write("\n")
        sys.stdout.flush()
        return max(show(before, after, language) for language in ("en", "ja"))


if __name__ == "__main__":
    raise SystemExit(main())
