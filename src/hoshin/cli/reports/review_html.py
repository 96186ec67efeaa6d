"""A review as one page of HTML: no script, nothing loaded, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from hoshin.cli.reports.review_markdown import folded_title
from hoshin.publish.review_parts import Line, Page, Part

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8886; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem;
  overflow-wrap: anywhere; }
:lang(ja) { font-family: system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; line-height: 1.8; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
pre { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem; overflow-x: auto; font-size: .85rem; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .8rem; margin: .8rem 0; }
summary { cursor: pointer; font-weight: 600; } li { margin: .3rem 0; }
.below { font-size: .92rem; padding-left: 1rem; list-style: none; }
.headline { font-size: 1.1rem; font-weight: 600; }
"""
_GROUPS: Final = {"text": "text", "item": "list", "below": "list", "paste": "pre", "command": "pre"}


def as_html(page: Page) -> str:
    """The page."""
    first, *rest = page.head
    parts = "\n".join(_part(page, part) for part in page.parts)
    facts = "\n".join(f"<p>{escape(line.text)}</p>" for line in rest)
    title = escape(page.title)
    return (
        f'<!doctype html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="headline">{escape(first.text)}</p>\n{facts}\n{parts}\n</main>\n</body>\n</html>\n'
    )


def _part(page: Page, part: Part) -> str:
    body = _lines(part.lines)
    lang = f' lang="{escape(part.lang)}"' if part.lang else ""
    if part.folded:
        count = folded_title(part, page.language)
        return f"<details{lang}><summary>{escape(count)}</summary>\n{body}\n</details>"
    return f"<h{part.level}{lang}>{escape(part.title)}</h{part.level}>\n<div{lang}>\n{body}\n</div>"


def _lines(lines: tuple[Line, ...]) -> str:
    """Items with what stands below them as lists in lists, neighbours to paste as one block."""
    made: list[str] = []
    for group, members in groupby(lines, key=lambda line: _GROUPS[line.kind]):
        if group == "list":
            made += ["<ul>", *_items(tuple(members)), "</ul>"]
        elif group == "pre":
            made += ["<pre>" + "\n".join(escape(line.text.rstrip("\n")) + "\n" for line in members) + "</pre>"]
        else:
            made += [f"<p>{_strong(line)}{escape(line.text)}</p>" for line in members]
    return "\n".join(made)


def _items(lines: tuple[Line, ...]) -> Iterator[str]:
    opened = False
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        below = after is not None and after.kind == "below"
        text = f"{_strong(line)}{escape(line.text)}"
        if line.kind == "below":
            yield f"<li>{text}</li>"
            if opened and not below:
                yield "</ul></li>"
                opened = False
        elif below:
            yield f'<li>{text}<ul class="below">'
            opened = True
        else:
            yield f"<li>{text}</li>"


def _strong(line: Line) -> str:
    return f"<strong>{escape(line.strong)}</strong> " if line.strong else ""
