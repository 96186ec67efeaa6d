"""What `hoshin check` prints: findings by file with the line they speak of, or JSON for programs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import to_builtins

from hoshin.cli.reports import prose
from hoshin.cli.reports.grid import width
from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding, Severity, sort_key
from hoshin.kernel.fingerprint import fingerprint
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.catalogues import group, plural, sentence, words
from hoshin.translations.grounds import cited
from hoshin.translations.messages import explain

_LANGUAGES: Final = ("en", "ja")
_INDENT: Final = "    "
_LEAST: Final = 20
"""Columns that a line of text gets however narrow the terminal is."""
_COLOURS: Final = {"error": "31", "warning": "33", "info": "36", "waived": "2", "file": "1", "mark": "2"}
_WITHOUT_LINE: Final = frozenset(
    {
        "tr-missing.file",
        "tr-missing.unit",
        "tr-draft",
        "tr-draft.approved",
        "tr-draft.reviewed",
        "REL105",
        "DOC120.utf-16",
    }
)
"""Findings on what is not in the file, or cannot be shown: the line that they stand at says nothing."""
_KEPT: Final = frozenset("\n")
WAIVED: Final = "waived"
LEVELS: Final = (*(severity.value for severity in Severity), WAIVED)
"""What is counted, the worst first."""


def as_json(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """All findings with their sentences, sorted by place, and how many there are of each severity."""
    counts = Counter(level(item) for item in findings)
    answer = {
        "findings": [_as_object(item, language) for item in _ordered(findings, Lines(snapshot))],
        "counts": {name: counts[name] for name in LEVELS if name != WAIVED or counts[name]},
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def level(item: Finding) -> str:
    """Its severity, or that people accept it."""
    return WAIVED if item.waived else item.severity.value


def _ordered(findings: Sequence[Finding], lines: Lines) -> list[Finding]:
    return sorted((pinpoint(item, lines) for item in findings), key=sort_key)


def _as_object(item: Finding, language: str) -> dict[str, object]:
    explained = explain(item, language)
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        **({"waived": to_builtins(item.waived)} if item.waived else {}),
        "path": item.path,
        "file": item.place.file if item.place else None,
        "line": item.place.line if item.place else None,
        "column": item.place.column if item.place else None,
        "message": explained.message,
        "help": explained.help,
        "fingerprint": fingerprint(item),
        "texts": {lang: _texts(item, lang) for lang in _LANGUAGES},
        **_of_law(item, language),
    }


def _texts(item: Finding, language: str) -> dict[str, str]:
    explained = explain(item, language)
    return {"message": explained.message, "help": explained.help}


def _of_law(item: Finding, language: str) -> dict[str, object]:
    if item.law is None:
        return {}
    return {
        "grounds": [cited(ground, language) for ground in item.law.grounds],
        "certain": item.law.certain,
        "confirmed": item.law.confirmed,
    }


def as_text(
    findings: Sequence[Finding],
    snapshot: Snapshot,
    language: str,
    *,
    columns: int | None = None,
    colour: bool | None = None,
) -> str:
    """Findings grouped by file with place, sentence, the line itself and the remedy, then one line with counts.

    `columns` is the terminal's width where left out, `colour` what the terminal can show and `NO_COLOR` allows.
    Signs that would act on a terminal are shown as U+FFFD.
    """
    if not findings:
        return str(words(language, "findings/report")["clean"]) + "\n"
    room = columns or shutil.get_terminal_size((80, 24)).columns
    paint = _Paint(on=_may_colour() if colour is None else colour)
    lines = Lines(snapshot)
    page = _Page(lines, language, max(room, _LEAST + len(_INDENT)), paint)
    ordered = _ordered(findings, lines)
    parts = [page.file(file, tuple(items)) for file, items in groupby(ordered, key=_file)]
    return "\n".join([*parts, page.closing(ordered)])


def _file(item: Finding) -> str:
    return item.place.file if item.place else ""


def _may_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _Paint:
    """Puts text in colour, or leaves it as it is."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._on else text


class _Page:
    """One report: the files it quotes, its language and its width."""

    def __init__(self, lines: Lines, language: str, room: int, paint: _Paint) -> None:
        self._lines = lines
        self._language = language
        self._words = words(language, "findings/report")
        self._room = room
        self._paint = paint

    def file(self, name: str, items: Sequence[Finding]) -> str:
        """The findings of one file under its name."""
        places = [f"{item.place.line}:{item.place.column}" if item.place else "" for item in items]
        wide = max(len(place) for place in places)
        head = [self._paint(harmless(name), "file")] if name else []
        entries = ["\n".join(self._entry(item, place, wide)) for item, place in zip(items, places, strict=True)]
        return "\n".join([*head, "\n\n".join(entries)]) + "\n"

    def _entry(self, item: Finding, place: str, wide: int) -> Iterator[str]:
        explained = explain(item, self._language)
        shown = level(item)
        label = group(self._words, "severities")[shown]
        longest = max(width(each) for each in group(self._words, "severities").values())
        painted = self._paint(label, shown) + " " * (longest - width(label))
        yield f"  {place:>{wide}}  {painted}  {item.rule}  {harmless(item.path)}".rstrip()
        yield from self._wrapped(explained.message)
        if item.place and item.message_id not in _WITHOUT_LINE:
            yield from self._excerpt(item.place)
        yield from self._wrapped(explained.help)
        yield from self._wrapped(explained.ground)
        if item.waived:
            told = {"reason": item.waived.reason, "by": item.waived.by, "until": item.waived.until}
            yield from self._wrapped(sentence(str(self._words["waived"]), told))

    def _wrapped(self, text: str) -> Iterator[str]:
        """Sentences wrapped; lines to paste, which are indented, exactly as they are."""
        for line in harmless(text).split("\n") if text else ():
            if line.startswith(" ") or line.endswith(":") and " " not in line:  # noqa: RUF021 - the two sorts of lines to paste
                yield f"{_INDENT}{line}"
            else:
                yield from (f"{_INDENT}{part}" for part in prose.lines(line, self._room - len(_INDENT)))

    def _excerpt(self, place: Place) -> Iterator[str]:
        """The line, cut to the width around the point, and a mark below the point."""
        line = self._lines.at(place)
        if not line.strip():
            return
        gutter = f"{_INDENT}{place.line:>5} | "
        column = min(place.column - 1, len(line))
        shown, before = _window(line, column, self._room - len(gutter))
        yield self._paint(gutter, "mark") + shown
        yield self._paint(f"{_INDENT}{'':>5} | " + " " * before + "^", "mark")

    def closing(self, items: Sequence[Finding]) -> str:
        """How many there are of each severity, in how many files."""
        counts = Counter(level(item) for item in items)
        parts = [
            sentence(plural(self._words[f"{severity}s"], counts[severity]), {"count": counts[severity]})
            for severity in LEVELS
            if counts[severity]
        ]
        files = len({_file(item) for item in items})
        joined = str(self._words["joiner"]).join(parts)
        return sentence(plural(self._words["files"], files), {"count": files, "counts": joined}) + "\n"


def _window(line: str, column: int, room: int) -> tuple[str, int]:
    """The part of a line that fits around a point, and the columns that stand before the point in it.

    Looks at no more of the line than can be shown: a line may be as long as a file.
    """
    first = max(0, column - room)
    near = harmless(line[first : column + room + 1])
    column -= first
    start = 0
    while start < column and width(near[start:column]) > room * 2 // 3:
        start += 1
    head = "…" if first + start else ""
    shown = head + near[start:]
    if width(shown) > room:
        while width(shown) > room - 1:
            shown = shown[:-1]
        shown += "…"
    return shown, width(head + near[start:column])


def harmless(text: str) -> str:
    """The text without signs that move the cursor, change colours or turn the direction of writing."""
    return "".join(
        sign
        if sign in _KEPT or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        else _shown(sign)
        for sign in text
    )


def _shown(sign: str) -> str:
    return " " if sign == "\t" else "\ufffd"
