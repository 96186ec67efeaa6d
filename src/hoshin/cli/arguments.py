"""What a call says before its options are read: which command, which project, which language. Costs no import."""

from __future__ import annotations

import os
from collections.abc import Sequence

LANGUAGES = ("en", "ja")
_WITH_VALUE = frozenset({"-C", "--project", "--document", "--lang", "--messages"})
"""Options that may stand before the verb and take a value."""


def split_verb(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first word that is no option and no option's value, and everything else in order."""
    position = 0
    while position < len(arguments):
        word = arguments[position]
        if word in _WITH_VALUE:
            position += 2
        elif word.startswith("-"):
            position += 1
        else:
            return word, [*arguments[:position], *arguments[position + 1 :]]
    return None, list(arguments)


def messages_language(arguments: Sequence[str]) -> str:
    """The language of the tool itself: the option, else the environment's, else English."""
    wanted = _value(arguments, "--messages")
    if wanted in LANGUAGES:
        return wanted
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ja" if spoken.startswith("ja") else "en"


def project_folder(arguments: Sequence[str]) -> str:
    """The folder named by `-C` or `--project`, else this one."""
    return _value(arguments, "-C") or _value(arguments, "--project") or "."


def _value(arguments: Sequence[str], option: str) -> str:
    """The last value of an option, written apart or with `=`; the empty text when it is not there."""
    found = ""
    for position, word in enumerate(arguments):
        if word == option and position + 1 < len(arguments):
            found = arguments[position + 1]
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
        elif option == "-C" and word.startswith("-C") and len(word) > len(option):
            found = word[len(option) :]
    return found
