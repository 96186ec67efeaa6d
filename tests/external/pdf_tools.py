"""The checkers and readers of PDF files, each as a small typed callable."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from external.missing import file, program
from external.tools import APT, CHECK_BIN, CHECKERS, Checker, CheckerBrokenError, Message, run


@dataclass(frozen=True, slots=True)
class Font:
    """One row of pdffonts."""

    name: str
    type: str
    embedded: bool
    unicode: bool


@dataclass(frozen=True, slots=True)
class Poppler:
    """What poppler-utils read from a PDF. Version 22 calls a correct `Suspects false` a wrong type: that is ignored."""

    folder: Path

    def info(self, path: Path) -> Mapping[str, str]:
        """The fields of pdfinfo, such as `Title`, `Tagged`, `Pages`."""
        lines = self._out("pdfinfo", "-isodates", path).splitlines()
        return {key: value.strip() for line in lines for key, colon, value in [line.partition(":")] if colon}

    def metadata(self, path: Path) -> str:
        """The XMP packet."""
        return self._out("pdfinfo", "-meta", path)

    def structure(self, path: Path) -> str:
        """The tag tree with its texts."""
        return self._out("pdfinfo", "-struct-text", path)

    def text(self, path: Path) -> str:
        """The text as a search sees it."""
        return self._out("pdftotext", "-enc", "UTF-8", path, "-")

    def laid_out(self, path: Path) -> tuple[str, ...]:
        """Each page with its lines from top to bottom, as they stand there."""
        return tuple(self._out("pdftotext", "-layout", "-enc", "UTF-8", path, "-").rstrip("\f").split("\f"))

    def attachments(self, path: Path) -> tuple[str, ...]:
        """Names of the embedded files."""
        return tuple(re.findall(r"^\d+: (.+)$", self._out("pdfdetach", "-list", path), flags=re.MULTILINE))

    def fonts(self, path: Path) -> tuple[Font, ...]:
        """Every font of the file. The columns stand from the right, since a long name shifts them."""
        rows = self._out("pdffonts", path).splitlines()[2:]
        return tuple(
            Font(row.split()[0], " ".join(row.split()[1:-6]), row.split()[-5] == "yes", row.split()[-3] == "yes")
            for row in rows
        )

    def picture(self, path: Path, folder: Path, *, dots_per_inch: int = 60) -> tuple[Path, ...]:
        """One PNG for each page, in order."""
        self._out("pdftoppm", "-r", str(dots_per_inch), "-png", path, folder / path.stem)
        return tuple(sorted(folder.glob(f"{path.stem}-*.png")))

    def _out(self, command: str, *words: str | Path) -> str:
        return run(self.folder / command, *words).stdout


@cache
def poppler() -> Poppler:
    """pdfinfo, pdftotext, pdffonts, pdfdetach, pdftoppm."""
    return Poppler(Path(program("pdfinfo", remedy=f"{APT} poppler-utils")).parent)


@cache
def qpdf() -> Callable[[Path], str]:
    """What `qpdf --check` complains of; "" for a clean file."""
    command = program("qpdf", remedy=f"{APT} qpdf")

    def check(path: Path) -> str:
        done = run(command, "--check", path, ok=(0, 2, 3))
        return "" if done.returncode == 0 else done.stdout + done.stderr

    return check


@cache
def outloud() -> Checker:
    """PDF/UA-1 conformance and semantic checks, about 90 rules."""
    command = file(CHECK_BIN / "outloud", "outloud", CHECKERS)

    def check(paths: Sequence[Path]) -> tuple[Message, ...]:
        report: Any = json.loads(run(command, "--json", "-", "--quiet", *paths, ok=(0, 1)).stdout)
        if broken := [sheet["error"] for sheet in report["results"] if sheet["error"]]:
            raise CheckerBrokenError(f"outloud could not check: {broken}")
        return tuple(
            Message(Path(sheet["path"]).name, item.get("page") or 0, item["severity"], item["rule"], item["message"])
            for sheet in report["results"]
            for item in sheet["findings"]
        )

    return check


@cache
def pdfua() -> Checker:
    """The machine-checkable part of PDF/UA-1: 16 of 106 rules. Level `skipped`: a rule that did not run."""
    command = file(CHECK_BIN / "pdfua", "pdfua", CHECKERS)

    def check(paths: Sequence[Path]) -> tuple[Message, ...]:
        return tuple(message for path in paths for message in _pdfua_messages(command, path))

    return check


def _pdfua_messages(command: Path, path: Path) -> list[Message]:
    report: Any = json.loads(run(command, "check", "--format", "json", path, ok=(0, 1, 2, 3)).stdout)
    found = [
        Message(path.name, item["page"] or 0, item["severity"], item["rule_id"], item["message"])
        for item in report["findings"]
    ]
    return found + [Message(path.name, 0, "skipped", item["rule_id"], item["reason"]) for item in report["skipped"]]
