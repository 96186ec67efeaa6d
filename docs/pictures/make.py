# ruff: noqa: INP001 - a script that people read and run, not a package
"""The pictures of the documentation: photographs of what hoshin makes, by a headless Chromium.

Run by `make pictures`. Each is made from the project as it stands, or from a copy with one edit.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from hoshin.cli.reports.findings import as_text
from hoshin.policy.project import read_snapshot
from hoshin.publish.gate import check_project
from hoshin.renderers.pdf.fonts import JAPANESE, LATIN, checked_file

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDERS = ("policy", "schema", "translations", "renderers")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
COLUMNS = 80
LINE = 20
"""Pixels from one line of the terminal to the next."""
MARGIN = 20
PAGE = (1000, 760)
TYPO = ("policy/openwork/retention.yaml", "period: P10Y", "peroid: P10Y")
COLOURS = {
    "1": "font-weight: bold",
    "2": "opacity: .6",
    "31": "color: #b3261e",
    "33": "color: #7a5900",
    "36": "color: #00658b",
}
TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: {margin}px; background: #fafafa; color: #1b1b1b }}
pre {{ margin: 0; font: 15px/{line}px "DejaVu Sans Mono", "Noto Sans JP", monospace }}
.wide {{ display: inline-block; width: 2ch; text-align: center }}
</style><pre>{text}</pre>"""


ONLY_BOLD = "noto_cjk_sans_jp_bold"
"""A family without a regular face, which a browser would take for all of the text."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
{folders}<dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias><family>serif</family><prefer><family>Source Serif 4</family><family>Noto Serif JP</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Source Sans 3</family><family>Noto Sans JP</family></prefer></alias>
</fontconfig>"""


class NoPictureError(Exception):
    """A picture could not be taken."""


def main() -> int:
    """Take all pictures."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.stderr.write(f"None of {', '.join(BROWSERS)} is there. On Debian and Ubuntu: apt-get install chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        os.environ["FONTCONFIG_FILE"] = str(_fonts(work))
        for lang in ("en", "ja"):
            page = _rendered(lang, work)
            _photograph(browser, page, HERE / f"page.{lang}.png", PAGE, work)
            text = _checked(lang, work / lang)
            page = work / f"check.{lang}.html"
            page.write_text(TERMINAL.format(margin=MARGIN, line=LINE, text=_as_html(text)), encoding="utf-8")
            size = (COLUMNS * 9 + 2 * MARGIN + 20, (text.count("\n") + 1) * LINE + 2 * MARGIN)
            _photograph(browser, page, HERE / ("check.png" if lang == "en" else f"check.{lang}.png"), size, work)
    return 0


def _fonts(work: Path) -> Path:
    """Settings that let the browser use the fonts of the PDF, Japanese ones included, whatever the machine has."""
    folders = sorted({checked_file(font).parent for font in (*LATIN, *JAPANESE) if font.package != ONLY_BOLD})
    text = FONTS.format(folders="".join(f"<dir>{folder}</dir>" for folder in folders), cache=work / "fonts")
    file = work / "fonts.conf"
    file.write_text(text, encoding="utf-8")
    return file


def _rendered(lang: str, work: Path) -> Path:
    """The page of OpenWork's policy."""
    command = [sys.executable, "-m", "hoshin", "-C", str(ROOT), "render", "--document", "openwork", "--to", "html"]
    subprocess.run([*command, "--lang", lang, "--out", str(work)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return work / f"openwork.{lang}.html"


def _checked(lang: str, copy: Path) -> str:
    """What `hoshin check` prints in colour for a key with a typing error: the command, then the file with the error."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, copy / name)
    file, before, after = TYPO
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8", newline="\n")
    snapshot = read_snapshot(copy)
    found = [item for item in check_project(snapshot, ("openwork",)) if item.severity.value == "error"]
    if len(found) != 1:
        raise NoPictureError(f"{file}: not one error but {len(found)}")
    return f"$ hoshin check\n{as_text(found, snapshot, lang, columns=COLUMNS, colour=True)}".rstrip("\n")


def _as_html(text: str) -> str:
    """The text of a terminal: its colours, and East Asian letters two columns wide."""
    letters = "".join(
        f'<span class="wide">{letter}</span>' if unicodedata.east_asian_width(letter) in "WF" else letter
        for letter in html.escape(text, quote=False)
    )
    return re.sub("\x1b\\[(\\d+)m", lambda match: _painted(match.group(1)), letters)


def _painted(code: str) -> str:
    return "</span>" if code == "0" else f'<span style="{COLOURS[code]}">'


def _photograph(browser: str, page: Path, picture: Path, size: tuple[int, int], work: Path) -> None:
    """Take a picture of a page. Raises NoPictureError when there is none afterwards."""
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    )  # fmt: skip
    command = [browser, *options, f"--user-data-dir={work / 'profile'}", f"--window-size={size[0]},{size[1]}"]
    picture.unlink(missing_ok=True)
    subprocess.run(  # noqa: S603 - the browser that was found
        [*command, f"--screenshot={picture}", page.as_uri()],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
    if not picture.is_file():
        raise NoPictureError(picture.name)
    sys.stdout.write(f"{picture.relative_to(ROOT)}\n")


if __name__ == "__main__":
    raise SystemExit(main())
