"""What a user would take instead: mkdocs-material on the same two texts, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

HOME: Final = Path(__file__).parent / ".peers"
PACKAGES: Final = ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-static-i18n==1.3.1")
_STAMP: Final = HOME / ".stamp"
_CONFIG: Final = """site_name: Policy
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: ja, name: 日本語, build: true}
"""


def set_up() -> Path:
    """The program `mkdocs`, installed on the first call (network, about half a minute).

    Raises CalledProcessError when that fails.
    """
    if not _STAMP.exists() or _STAMP.read_text(encoding="utf-8") != "\n".join(PACKAGES):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        pip = [str(HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *PACKAGES], check=True)
        _STAMP.write_text("\n".join(PACKAGES), encoding="utf-8")
    return HOME / "bin" / "mkdocs"


def write_site(folder: Path, english: str, japanese: str) -> None:
    """A mkdocs project of two Markdown texts."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for name, lang, text in (("index.md", "en", english), ("index.ja.md", "ja", japanese)):
        (docs / name).write_text(f"---\ntitle: Privacy Policy\nlang: {lang}\n---\n\n{text}", encoding="utf-8")
    (folder / "material.yml").write_text(_CONFIG, encoding="utf-8")
