"""What the parser could not read, in the terms of the person who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, field

from hoshin.kernel.regex import regex
from hoshin.policy.yaml_faults import Faults, shown
from hoshin.policy.yaml_source import Source

_KEY = regex(r"[A-Za-z][\w-]*:(?=\s|$)", re.ASCII)
_TERM = regex(r"[A-Za-z][\w-]*:[^\s,\]}]+")
_CONFLICT = regex(r"(<{7}|={7}|>{7})(?=\s|$)")
"""What git leaves in a file that it could not merge."""
_ESCAPE = regex(r"\\(?:u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|x[0-9A-Fa-f]{0,2}|.)?")
_LONGEST_KEY = 1_024
"""Characters in front of a colon within which YAML looks for a key."""
_CLOSERS = {'"': "after-quote", "'": "after-quote", "]": "after-bracket", "}": "after-bracket"}


class Trouble(Struct, frozen=True):
    """The parser's complaint; points are lines and columns from 0, `begin` where the construct began."""

    problem: str
    at: tuple[int, int]
    begin: tuple[int, int]


class _Sentence(Struct, frozen=True):
    """A message of the catalogue, the point it speaks of, and what fills it."""

    message: str
    at: tuple[int, int]
    args: dict[str, str] = field(default_factory=dict)


def report(trouble: Trouble, source: Source, faults: Faults) -> int | None:
    """Add the finding; the next line that begins a top-level key, where reading may go on (None: the end)."""
    judge = next(judge for fragment, judge in _JUDGES if fragment in trouble.problem)
    sentence = _conflict(judge(trouble, source), source)
    faults.add(f"DOC120.{sentence.message}", source.place(*sentence.at), (), **sentence.args)
    after = max(sentence.at[0], 0) + 1
    return next((line for line in range(after, len(source.lines)) if _KEY.match(source.lines[line])), None)


def _conflict(sentence: _Sentence, source: Source) -> _Sentence:
    """The same, or what really is wrong with a line that git put there."""
    line = sentence.at[0]
    mark = _CONFLICT.match(source.line(line))
    return _Sentence("conflict", (line, 0), {"mark": mark[0]}) if mark else sentence


def _unknown(trouble: Trouble, _source: Source) -> _Sentence:
    return _Sentence("syntax", trouble.at)


def _start(trouble: Trouble, source: Source) -> _Sentence:
    """A plain text begins with a sign that YAML keeps for itself."""
    line, column = trouble.begin if trouble.begin[0] == trouble.at[0] else trouble.at
    character = source.line(line)[column : column + 1]
    if not character:
        return _open_end(trouble, source)
    if character == "\t":
        return _Sentence("tab", (line, column))
    return _Sentence("start-character", (line, column), {"character": character})


def _open_end(trouble: Trouble, source: Source) -> _Sentence:
    """The file ends where a value should begin: behind a bracket that was just opened, or a comma."""
    line = trouble.at[0]
    while line > 0 and not source.line(line).split("#")[0].strip():
        line -= 1
    text = source.line(line).rstrip()
    column = max(text.rfind("["), text.rfind("{"))
    if column < 0 or text[-1] not in "[{,":
        return _unknown(trouble, source)
    return _Sentence("unclosed-bracket", (line, column), {"bracket": text[column]})


def _tab(trouble: Trouble, _source: Source) -> _Sentence:
    return _Sentence("tab", trouble.at)


def _directive(trouble: Trouble, _source: Source) -> _Sentence:
    return _Sentence("directive", (trouble.at[0], 0))


def _unclosed_quote(trouble: Trouble, source: Source) -> _Sentence:
    line, column = trouble.begin
    return _Sentence("unclosed-quote", trouble.begin, {"quote": source.line(line)[column : column + 1]})


def _unclosed_bracket(trouble: Trouble, source: Source) -> _Sentence:
    line, column = trouble.begin
    return _Sentence("unclosed-bracket", trouble.begin, {"bracket": source.line(line)[column : column + 1]})


def _escape(trouble: Trouble, source: Source) -> _Sentence:
    line, column = trouble.at
    start = max(source.line(line).rfind("\\", 0, column + 1), 0)
    written = _ESCAPE.match(source.line(line), start)
    return _Sentence("escape", (line, start), {"escape": written[0] if written else ""})


def _colon_in_braces(trouble: Trouble, source: Source) -> _Sentence:
    """A colon in a list or mapping on one line: an unquoted term, or a text that begins with a placeholder."""
    line, column = trouble.at
    text = source.line(line)
    term = _TERM.search(text, max(text.rfind(sign, 0, column) for sign in "[{, ") + 1)
    brace = text.rfind("{", 0, column)
    if term and term.start() <= column < term.end() and (brace < 0 or term.start() != brace + 1):
        return _Sentence("colon-in-list", (line, term.start()), {"term": shown(term.group())})
    if brace < 0:
        return _unknown(trouble, source)
    end = text.find("}", brace)
    return _Sentence("brace", (line, brace), {"text": shown(text[brace : end + 1 if end >= 0 else None])})


def _block_header(trouble: Trouble, _source: Source) -> _Sentence:
    return _Sentence("block-header", trouble.at)


def _dash(trouble: Trouble, _source: Source) -> _Sentence:
    return _Sentence("dash", trouble.at)


def _no_colon(trouble: Trouble, source: Source) -> _Sentence:
    """A line that should be `key: value` has no colon that counts."""
    return _colon(source, trouble.begin[0])


def _second_colon(trouble: Trouble, source: Source) -> _Sentence:
    """A colon where no key can stand: inside a text, behind an odd indentation, or below a line without its colon."""
    line, column = trouble.at
    before = source.line(line)[:column]
    if re.search(r":\s", before):
        return _Sentence("colon-in-text", trouble.at)
    if "\u3000" in before[: len(before) - len(before.lstrip())]:
        return _Sentence("full-width-space", (line, before.index("\u3000")))
    if len(before.strip()) > _LONGEST_KEY:
        return _Sentence("scalar", (line, _indent(before)), {"length": str(len(before.strip())), "limit": "1024"})
    above = line - 1
    while above > 0 and not source.line(above).split("#")[0].strip():
        above -= 1
    text = source.line(above)
    if above >= 0 and not re.search(r":(\s|$)|^\s*-\s", text) and _indent(text) <= _indent(before):
        return _colon(source, above)
    return _Sentence("indentation", (line, _indent(before)))


def _no_key(trouble: Trouble, source: Source) -> _Sentence:
    """Something stands where the next key should: more text behind a finished value, or a line set in wrongly."""
    line, column = trouble.at
    before = source.line(line)[:column].rstrip()
    if not before:
        return _Sentence("indentation", trouble.at)
    if before[-1] in _CLOSERS:
        return _Sentence(_CLOSERS[before[-1]], trouble.at, {"sign": before[-1]})
    star = re.search(r"[*]\S+$", before)
    if star:
        return _Sentence("start-character", (line, star.start()), {"character": "*"})
    return _unknown(trouble, source)


def _no_document(trouble: Trouble, source: Source) -> _Sentence:
    """The first document is over: it began further right, or `...` ended it."""
    if any(line.startswith("...") for line in source.lines[: trouble.at[0] + 1]):
        return _Sentence("ended", trouble.at)
    if source.line(trouble.at[0])[: trouble.at[1]].strip():
        return _no_key(trouble, source)
    return _Sentence("indentation", trouble.at)


def _colon(source: Source, line: int) -> _Sentence:
    text = source.line(line)
    if match := re.search(r"^\s*(?:-\s+)?[\w-]+(\uff1a)", text):
        return _Sentence("full-width-colon", (line, match.start(1)))
    if "\u3000" in text[: _indent(text)]:
        return _Sentence("full-width-space", (line, text.index("\u3000")))
    if match := re.search(r"^\s*(?:- +)?[\w-]+(:)\S", text):
        return _Sentence("colon-space", (line, match.start(1)), {"text": shown(text)})
    return _Sentence("colon", (line, _indent(text)), {"text": shown(text)})


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


_JUDGES: tuple[tuple[str, Callable[[Trouble, Source], _Sentence]], ...] = (
    ("tab character", _tab),
    ("directive", _directive),
    ("incompatible YAML document", _directive),
    ("while scanning a quoted scalar", _unclosed_quote),
    ("while parsing a quoted scalar", _escape),
    ("found unexpected ':'", _colon_in_braces),
    ("did not find expected ',' or", _unclosed_bracket),
    ("did not find expected comment or line break", _block_header),
    ("block sequence entries are not allowed", _dash),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _second_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_key),
    ("did not find expected <document start>", _no_document),
    ("cannot start any token", _start),
    ("while scanning an anchor", _start),
    ("while scanning an alias", _start),
    ("while scanning a tag", _start),
    ("while parsing a tag", _start),
    ("undefined tag handle", _start),
    ("mapping keys are not allowed", _start),
    ("did not find expected node content", _start),
    ("", _unknown),
)
"""Fragments of the parser's own sentences, the more telling first."""
