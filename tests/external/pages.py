"""What a browser sees: the typed side of `browser.py`, which runs in the checkers' own environment."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from external.missing import HERE, file, program
from external.tools import APT, CHECK_BIN, CHECKERS, TIMEOUT, CheckerBrokenError, axe_source

FONT_PACKAGES = ("pylopdf_fonts_jp", "noto_cjk_sans_jp_bold", "fontpkg_source_serif_4", "fontpkg_source_sans_3")
LISTS = ("requests", "refused", "console", "focusable", "reached", "unmarked", "broken")
"""What `Sight` holds as it came."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page in one state. `url` begins with file: or names this machine; sizes are CSS pixels."""

    url: str
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    javascript: bool = True
    actions: tuple[Literal["axe", "keyboard"], ...] = ("axe",)
    screenshot: str = ""

    @property
    def state(self) -> str:
        """For messages: file name, width, scheme."""
        return f"{self.url.rsplit('/', maxsplit=1)[-1]} at {self.width} px, {self.scheme}"


@dataclass(frozen=True, slots=True)
class AxeFinding:
    """One element that axe names; `impact` is minor, moderate, serious or critical."""

    rule: str
    impact: str
    target: str
    html: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of one job. `requests` are those beyond the page itself; `refused` what its CSP held back.

    `broken` are links that shall stand on one line and do not.
    """

    violations: tuple[AxeFinding, ...]
    incomplete: tuple[AxeFinding, ...]
    scroll_width: int
    client_width: int
    requests: tuple[str, ...]
    refused: tuple[str, ...]
    console: tuple[str, ...]
    focusable: tuple[str, ...]
    reached: tuple[str, ...]
    unmarked: tuple[str, ...]
    broken: tuple[str, ...]


Visit = Callable[[Sequence[Job]], tuple[Sight, ...]]


@cache
def chromium() -> Visit:
    """Chromium, driven by Playwright from .check, with the fonts of the tool and no others."""
    command = program("chromium", "chromium-browser", "google-chrome", remedy=f"{APT} chromium")
    python = file(CHECK_BIN / "python", "playwright", CHECKERS)

    def visit(jobs: Sequence[Job]) -> tuple[Sight, ...]:
        axe = axe_source() if any("axe" in job.actions for job in jobs) else ""
        order = {"executable": command, "axe": axe, "jobs": [asdict(job) for job in jobs]}
        with tempfile.TemporaryDirectory(prefix="hoshin-browser-") as folder:
            done = subprocess.run(
                [python, HERE / "browser.py"],
                input=json.dumps(order), check=False, capture_output=True, encoding="utf-8",
                env={**os.environ, "FONTCONFIG_FILE": str(font_settings(Path(folder)))},
                timeout=TIMEOUT + 10 * len(jobs),
            )  # fmt: skip
        if done.returncode != 0:
            raise CheckerBrokenError(f"browser.py exits with {done.returncode}: {done.stderr[-3000:]}")
        return tuple(_sight(seen) for seen in json.loads(done.stdout))

    return visit


def font_settings(folder: Path) -> Path:
    """A fontconfig file that names only the fonts of the tool's own packages: pictures are alike on every machine."""
    dirs = "".join(f"  <dir>{package_folder(name)}</dir>\n" for name in FONT_PACKAGES)
    prefer = "".join(
        f"  <alias><family>{generic}</family><prefer><family>{latin}</family><family>{wide}</family></prefer></alias>\n"
        for generic, latin, wide in (
            ("serif", "Source Serif 4", "Noto Serif JP"),
            ("sans-serif", "Source Sans 3", "Noto Sans JP"),
            ("system-ui", "Source Sans 3", "Noto Sans JP"),
        )
    )
    # The bold face comes in a family of its own; as such it would stand for every weight.
    bold = (
        '  <match target="scan"><test name="family"><string>Noto Sans CJK JP</string></test>'
        '<edit name="family" mode="assign"><string>Noto Sans JP</string></edit></match>\n'
    )
    settings = folder / "fonts.conf"
    cache_folder = f"  <cachedir>{folder / 'cache'}</cachedir>\n"
    settings.write_text(
        f'<?xml version="1.0"?>\n<fontconfig>\n{dirs}{prefer}{bold}{cache_folder}</fontconfig>\n', encoding="utf-8"
    )
    return settings


def package_folder(name: str) -> Path:
    """Where an installed package lies."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise CheckerBrokenError(f"the font package {name} is not installed")
    return Path(found.origin).parent


def _sight(seen: dict[str, Any]) -> Sight:
    lists = {name: tuple(seen[name]) for name in LISTS}
    return Sight(
        violations=tuple(AxeFinding(**row) for row in seen["violations"]),
        incomplete=tuple(AxeFinding(**row) for row in seen["incomplete"]),
        scroll_width=seen["scroll_width"],
        client_width=seen["client_width"],
        **lists,
    )
