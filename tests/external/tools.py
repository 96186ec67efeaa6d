"""One small typed callable for each external checker, found once; `missing` says what happens if it is not there."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from external.missing import HERE, ROOT, absent, file, program

APT = "apt-get install"
CHECKERS = "make checkers"
TIMEOUT = 300
NODE_MODULES = HERE / "node_modules"
CHECK_BIN = ROOT / ".check" / "bin"


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """What a checker says: file name, line (0 where it has none), `error`, `warning` or `info`, rule id or "", text."""

    file: str
    line: int
    level: str
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level} {self.rule}: {self.text}"


Checker = Callable[[Sequence[Path]], tuple[Message, ...]]


class CheckerBrokenError(Exception):
    """The checker itself failed, so its silence would prove nothing."""


def run(*command: str | Path, ok: Sequence[int] = (0,), cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The finished process; raises CheckerBrokenError on an exit code beyond `ok`, or after five minutes."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            check=False, capture_output=True, encoding="utf-8", errors="replace", timeout=TIMEOUT, cwd=cwd,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fault:
        raise CheckerBrokenError(f"{command[0]} did not finish within {TIMEOUT} s") from fault
    if done.returncode not in ok:
        raise CheckerBrokenError(
            f"{command[0]} exits with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        )
    return done


def _named(url: str) -> str:
    return Path(unquote(urlsplit(url).path)).name


@cache
def java_vnu() -> Checker:
    """The Nu HTML checker."""
    java = program("java", remedy=f"{APT} default-jre-headless")
    jar = file(NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar", "vnu", CHECKERS)

    def check(paths: Sequence[Path]) -> tuple[Message, ...]:
        done = run(java, "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", *paths, ok=(0, 1))
        try:
            said: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
        except ValueError as fault:
            raise CheckerBrokenError(f"vnu prints no JSON: {done.stderr[:2000]}") from fault
        if any(item["type"] == "non-document-error" for item in said):
            raise CheckerBrokenError(f"vnu could not check: {said}")
        return tuple(
            Message(
                _named(item.get("url", "")),
                item.get("lastLine", 0),
                "error" if item["type"] == "error" else item.get("subType", "info"),
                "vnu",
                item["message"],
            )
            for item in said
        )

    return check


def playwright_node() -> Path:
    """The Node.js inside Playwright: its version is locked, and html-validate needs a newer one than Debian 12 has."""
    found = sorted(CHECK_BIN.parent.glob("lib/python*/site-packages/playwright/driver/node"))
    return file(found[0] if found else CHECK_BIN / "node", "playwright", CHECKERS)


@cache
def html_validate() -> Checker:
    """html-validate with its presets `standard` and `a11y`."""
    node = playwright_node()
    script = file(NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs", "html-validate", CHECKERS)

    def check(paths: Sequence[Path]) -> tuple[Message, ...]:
        done = run(node, script, "--preset", "standard,a11y", "--formatter", "json", *paths, ok=(0, 1))
        report: list[dict[str, Any]] = json.loads(done.stdout)
        return tuple(
            Message(
                Path(sheet["filePath"]).name,
                item["line"],
                "error" if item["severity"] == 2 else "warning",
                item["ruleId"],
                item["message"],
            )
            for sheet in report
            for item in sheet["messages"]
        )

    return check


@cache
def epubcheck() -> Checker:
    """EPUBCheck of the W3C, an EPUB a run."""
    java = program("java", remedy=f"{APT} default-jre-headless")
    jar = file(Path("/usr/share/java/epubcheck.jar"), "epubcheck", f"{APT} epubcheck")

    def check(paths: Sequence[Path]) -> tuple[Message, ...]:
        return tuple(item for path in paths for item in _said_of_book(java, jar, path))

    return check


def _said_of_book(java: str, jar: Path, path: Path) -> Iterator[Message]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        run(java, "-XX:TieredStopAtLevel=1", "-jar", jar, "--quiet", "--json", report, path, ok=(0, 1))
        said: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for item in said["messages"]:
        place = (item["locations"] or [{}])[0]
        line = max(place.get("line", 0), 0)
        yield Message(path.name, line, item["severity"].lower(), item["ID"], f"{place.get('path')}: {item['message']}")


@cache
def axe_source() -> str:
    """The JavaScript of axe-core."""
    return file(NODE_MODULES / "axe-core" / "axe.min.js", "axe-core", CHECKERS).read_text(encoding="utf-8")


@cache
def soffice() -> Callable[[Path, str, Path], Path]:
    """LibreOffice: `(source, "pdf", folder)` converts the source into the folder and gives the new file."""
    command = program("soffice", "libreoffice", remedy=f"{APT} libreoffice-writer-nogui")

    def convert(source: Path, to: str, folder: Path) -> Path:
        profile = (folder / ".profile").resolve().as_uri()
        run(command, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", folder, source)
        made = folder / f"{source.stem}.{to.split(':', maxsplit=1)[0]}"
        if not made.is_file():
            raise CheckerBrokenError(f"LibreOffice made no {made.name}")
        return made

    return convert


Settling = tuple[Path, Path, str]
"""A file, the text to be made of it, and a command of LibreOffice (`-` for none)."""


@cache
def settle() -> Callable[[Sequence[Settling], Path], None]:
    """LibreOffice's own accept and reject: opens each file, runs the command, saves what is there as text."""
    command = program("soffice", "libreoffice", remedy=f"{APT} libreoffice-writer-nogui")
    python = file(Path("/usr/bin/python3"), "python3-uno", f"{APT} python3-uno")
    found = subprocess.run([python, "-c", "import uno"], check=False, capture_output=True)
    if found.returncode:
        absent("python3-uno", f"{APT} python3-uno")

    def settled(jobs: Sequence[Settling], folder: Path) -> None:
        pipe = f"hoshin-{os.getpid()}-{folder.name}"
        profile = (folder / ".profile").resolve().as_uri()
        options = ("--headless", "--norestore", "--nodefault", f"--accept=pipe,name={pipe};urp;")
        with subprocess.Popen(
            [command, f"-env:UserInstallation={profile}", *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        ) as office:  # fmt: skip
            try:
                run(python, HERE / "settle.py", pipe, *(word for job in jobs for word in job))
                office.wait(timeout=TIMEOUT)
            finally:
                office.kill()

    return settled
