"""Words of the command line: help texts and errors. JSON, because `--help` must not wait for a YAML reader."""

from __future__ import annotations

import json
import os

from hoshin.kernel.errors import HoshinError

_CATALOGUES = os.path.join(os.path.dirname(__file__), "..", "translations")


def help_words(language: str) -> dict[str, str]:
    """Help texts by name."""
    return _read(language)["help"]


def query_words(language: str) -> dict[str, str]:
    """Sentences of `hoshin query`."""
    return _read(language)["query"]


def translate_words(language: str) -> dict[str, str]:
    """Sentences of `hoshin translate`."""
    return _read(language)["translate"]


def publish_words(language: str) -> dict[str, str]:
    """Sentences about languages that are not ready to be published."""
    return _read(language)["publish"]


def edit_words(language: str) -> dict[str, str]:
    """Sentences of the commands that change files."""
    return _read(language)["edit"]


def replaceable_words(language: str) -> dict[str, str]:
    """What each file is that a project can replace."""
    return _read(language)["replaceable"]


def column_words(language: str) -> dict[str, str]:
    """Headings of table columns by YAML key."""
    return _read(language)["columns"]


def error_lines(error: HoshinError, language: str) -> list[str]:
    """What went wrong, and what to do: one or two lines."""
    words = _read(language)
    template = words["errors"].get(error.message, error.message)
    args = {name: _shown(value) for name, value in error.args_.items()}
    lines = template.format(**args).split("\n")
    return [f"{words['help']['error']}{lines[0]}", *(f"  {line}" for line in lines[1:])]


def _shown(value: object) -> str:
    """A value as a sentence holds it; a dash for a list without members."""
    return (", ".join(value) or "–") if isinstance(value, tuple) else str(value)


def _read(language: str) -> dict[str, dict[str, str]]:
    with open(os.path.join(_CATALOGUES, language, "cli.json"), encoding="utf-8") as stream:
        catalogue: dict[str, dict[str, str]] = json.load(stream)
    return catalogue
