"""PO files: one entry a text, its id as msgctxt, never wrapped, so that the same texts give the same bytes."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Final

from msgspec import Struct, field

from hoshin.kernel.regex import regex
from hoshin.translations.exchange.incoming import Incoming, UnreadableError
from hoshin.translations.exchange.rows import Row

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPED: Final = regex(r"\\(.)")
_LINE: Final = regex(r'(msgctxt|msgid|msgstr)?\s*"((?:[^"\\]|\\.)*)"\s*')
_CONTROL: Final = regex(r"[\x00-\x1f\x7f]+")


def write(rows: Sequence[Row], document: str, source: str, target: str) -> bytes:
    """The file. `#|` is the source that a stale text was translated from; such an entry is fuzzy."""
    head = (
        ("Project-Id-Version", document),
        ("Language", target),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", source),
    )
    lines = ['msgid ""', 'msgstr ""', *(f'"{name}: {value}\\n"' for name, value in head), ""]
    for row in rows:
        lines += [*_entry(row), ""]
    return "\n".join(lines).encode()


def _entry(row: Row) -> Iterator[str]:
    yield from (f"#. {_CONTROL.sub(' ', note)}" for note in row.notes)
    if row.is_stale:
        yield "#, fuzzy"
        yield f'#| msgid "{_escaped(row.before)}"'
    yield f'msgctxt "{_escaped(row.id)}"'
    yield f'msgid "{_escaped(row.source)}"'
    yield f'msgstr "{_escaped(row.target)}"'


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


class _Open(Struct):
    """An entry while its lines are read."""

    line: int
    fuzzy: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    part: str = ""


def read(text: str) -> Iterator[Incoming]:
    """The entries of a file, its head and obsolete entries left out. Raises UnreadableError with the line."""
    current = _Open(1)
    for number, line in enumerate((*text.replace("\r\n", "\n").split("\n"), ""), start=1):
        if not line.strip():
            yield from _closed(current)
            current = _Open(number + 1)
        elif line.startswith("#"):
            if current.texts:  # the next entry begins without an empty line
                yield from _closed(current)
                current = _Open(number)
            current.fuzzy |= line.startswith("#,") and "fuzzy" in line
        else:
            current = yield from _continued(current, line, number)


def _continued(current: _Open, line: str, number: int) -> Generator[Incoming, None, _Open]:
    """Takes one line of texts; gives the entry that the next line belongs to."""
    match = _LINE.fullmatch(line)
    if match is None or (match[1] is None and not current.part):
        raise UnreadableError(number, line.strip()[:60])
    if match[1] is not None:
        if match[1] in current.texts:
            yield from _closed(current)
            current = _Open(number)
        current.part = match[1]
        current.line = number if match[1] == "msgctxt" else current.line
    said = _ESCAPED.sub(lambda escape: _PLAIN.get(escape[1], escape[1]), match[2])
    current.texts[current.part] = current.texts.get(current.part, "") + said
    return current


def _closed(current: _Open) -> Iterator[Incoming]:
    name = current.texts.get("msgctxt")
    if name is not None:
        texts = current.texts
        yield Incoming(name, texts.get("msgid", ""), texts.get("msgstr", ""), current.fuzzy, current.line)
    elif current.texts.get("msgid"):
        yield Incoming("", current.texts["msgid"], current.texts.get("msgstr", ""), current.fuzzy, current.line)
