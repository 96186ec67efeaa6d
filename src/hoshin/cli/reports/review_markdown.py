"""A review as the one comment of a pull request: Markdown with folded parts, cut to what a host takes."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from hoshin.kernel.regex import regex
from hoshin.publish.review_parts import Line, Page, Part
from hoshin.publish.review_words import said
from hoshin.translations.catalogues import sentence

_SIGNS: Final = regex(r"([\\`*_{}\[\]<>#+!|~@]|(?<![\w)])\d+(?=[.)]\s)|^[-=]+)")
"""What Markdown or a host's comment field (`@name`, `#1`) would take for more than text."""
_FENCE: Final = regex(r"`{3,}")
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What is more than text between two tags; the module `html` would load its 2,231 names for this."""


def as_markdown(page: Page, most: int) -> str:
    """The comment. Where it is longer than `most`, parts lose lines from the end of the longest one on."""
    parts = list(page.parts)
    cut = [0] * len(parts)
    text = _whole(page, parts, cut)
    while len(text) > most:
        sizes = [sum(len(line.text) for line in part.lines) for part in parts]
        longest = max(range(len(parts)), key=lambda at: (sizes[at], -at), default=0)
        if not parts or not sizes[longest]:
            return text[:most]
        lines = parts[longest].lines
        kept = lines[: len(lines) // 2]
        cut[longest] += len(lines) - len(kept)
        parts[longest] = replace(parts[longest], lines=kept)
        text = _whole(page, parts, cut)
    return text


def _whole(page: Page, parts: list[Part], cut: list[int]) -> str:
    head = [f"# {_plain(page.title)}", "", f"**{_plain(page.head[0].text)}**" if page.head else ""]
    head += [f"{_plain(line.text)}  " for line in page.head[1:]]
    blocks = [_part(page, part, left) for part, left in zip(parts, cut, strict=True)]
    return "\n".join(head).rstrip() + "\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def _part(page: Page, part: Part, left: int) -> str:
    lines = _lines(part.lines)
    if left:
        note = sentence(said(page.language)("left-out"), {"count": left, "command": page.command})
        lines += ["", note]
    title = f"{'#' * part.level} {_plain(part.title)}"
    if not part.folded:
        return "\n".join([title, "", *lines]).rstrip()
    count = folded_title(part, page.language)
    return "\n".join([f"<details><summary>{count.translate(_HTML)}</summary>", "", *lines, "", "</details>"])


def folded_title(part: Part, language: str) -> str:
    """The heading of a folded part with the number of what it holds."""
    if not part.count:
        return part.title
    return sentence(said(part.lang or language)("folded"), {"what": part.title, "count": part.count})


def _lines(lines: tuple[Line, ...]) -> list[str]:
    made: list[str] = []
    for number, line in enumerate(lines):
        strong = f"**{_plain(line.strong)}** " if line.strong else ""
        if line.kind == "paste":
            joined = number > 0 and lines[number - 1].kind == "paste"
            made += _paste(line.text, joined=joined, more=lines[number + 1 : number + 2])
        elif line.kind == "command":
            made += ["```", _FENCE.sub("``", line.text), "```"]
        elif line.kind == "below":
            made.append(f"  - {strong}{_plain(line.text)}")
        elif line.kind == "item":
            made.append(f"- {strong}{_plain(line.text)}")
        else:
            made += [f"{strong}{_plain(line.text)}", ""]
    return made


def _paste(text: str, *, joined: bool, more: tuple[Line, ...]) -> list[str]:
    """One fence around all that is pasted together; no text can close it."""
    shown = _FENCE.sub("``", text.rstrip("\n"))
    opening = [""] if joined else ["```yaml"]
    closing = [] if more and more[0].kind == "paste" else ["```"]
    return [*opening, shown, *closing]


def _plain(text: str) -> str:
    """Text that stays text."""
    return _SIGNS.sub(lambda match: _escaped(match[1]), " ".join(text.split()))


def _escaped(sign: str) -> str:
    if sign == "@":
        return "&#64;"
    return sign if sign.isalnum() else "".join(f"\\{one}" for one in sign)
