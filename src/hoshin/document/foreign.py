"""Words in another language than the text around them, marked as such (translations.md section 15; WCAG 3.1.2).

In Japanese, two or more Latin words in a row are English (expansions of abbreviations); a single one such as Cookie or
GDPR is used as a Japanese word. In a language of Latin letters, a run of Japanese characters is Japanese. Names and
addresses are left as they are in Japanese text, since nothing tells their language. The characters stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.document.nodes import Break, Card, Document, Foreign, Inline, Inlines, Text, plain
from hoshin.document.rewrite import Rewriter
from hoshin.kernel.regex import regex
from hoshin.policy.load import Loaded
from hoshin.schema.data import Technology
from hoshin.schema.party import Address, Controller, Officer, Party, Product

_LETTER: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD: Final = rf"[{_LETTER}][{_LETTER}’'-]*"
_LATIN: Final = regex(rf"(?<![{_LETTER}0-9@./_:#-]){_WORD}(?:[.,]? (?:{_WORD}|[0-9]+))+\.?(?![{_LETTER}0-9@/_:#-])")
"""Words parted by one space; no part of an address, of a path or of a name for machines."""
_TWO: Final = regex(rf"{_WORD}[^{_LETTER}]+[{_LETTER}]")
_SIGN: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_BETWEEN: Final = "\u3001-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff1f"
_JAPANESE: Final = regex(rf"[{_SIGN}](?:[{_SIGN}{_BETWEEN}]|[ 0-9-]{{1,12}}(?=[{_SIGN}]))*")
"""Kana and kanji with the signs, figures and single spaces between them."""
_KANA: Final = regex("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_EAST_ASIAN: Final = frozenset({"ja", "zh", "ko"})


class Languages(Struct, frozen=True):
    """The language of a text, the names in it, and whether kanji alone are Japanese in its documents."""

    language: str
    names: frozenset[str] = frozenset()
    japanese: bool = False

    def line(self, nodes: Inlines) -> Inlines:
        """The line with its runs marked; one that holds none is the same object."""
        runs = tuple(self._runs(plain(nodes)))
        return tuple(_marked(nodes, runs, 0)) if runs else nodes

    def _runs(self, text: str) -> Iterator[tuple[int, int, str]]:
        if self.language.partition("-")[0] in _EAST_ASIAN:
            for match in _LATIN.finditer(text):
                if _TWO.match(match.group()) and not self._is_name(match.group()):
                    yield match.start(), match.end(), "en"
        elif not text.isascii():
            for match in _JAPANESE.finditer(text):
                if self.japanese or _KANA.search(match.group()):
                    yield match.start(), match.end(), "ja"

    def _is_name(self, words: str) -> bool:
        parts = words.removesuffix(".").split(", ")
        return all(any(part in name for name in self.names) for part in parts)


def with_languages(document: Document, languages: Languages) -> Document:
    """The document with the runs of its title, body, summary and form marked."""
    rewriter = Rewriter(languages.line)
    form = document.form
    return replace(
        document,
        title=languages.line(document.title),
        sections=tuple(rewriter.section(section) for section in document.sections),
        summary=tuple(_card(card, rewriter) for card in document.summary),
        form=replace(form, blocks=rewriter.blocks(form.blocks)) if form is not None else None,
    )


def languages_of(loaded: Loaded, language: str) -> Languages:
    """What is needed to mark the texts of a policy that is already in that language."""
    found: set[str] = set()
    for entry in loaded.index.entries.values():
        fact = entry.value
        if isinstance(fact, Party | Officer | Product | Technology):
            found |= {str(getattr(fact, "name", None) or ""), fact.title or ""}
        if isinstance(fact, Controller):
            found |= {fact.legal_name, fact.brand or ""}
        address = getattr(fact, "address", None)
        if isinstance(address, Address):
            found |= {str(part or "") for _, part in address}
    policy = loaded.policy.document
    japanese = "ja" in {policy.source_locale.partition("-")[0], *(code.partition("-")[0] for code in policy.locales)}
    return Languages(language, frozenset(found - {""}), japanese)


def _card(card: Card, rewriter: Rewriter) -> Card:
    return replace(card, blocks=rewriter.blocks(card.blocks))


def _marked(nodes: Inlines, runs: tuple[tuple[int, int, str], ...], start: int) -> Iterator[Inline]:
    """The nodes with every leaf split where a run begins or ends; what is marked already stays so."""
    for node in nodes:
        match node:
            case Text(value):
                yield from _split(value, runs, start)
                start += len(value)
            case Break():
                yield node
                start += 1
            case Foreign():
                yield node
                start += len(plain(node.children))
            case _:
                yield replace(node, children=tuple(_marked(node.children, runs, start)))
                start += len(plain(node.children))


def _split(value: str, runs: tuple[tuple[int, int, str], ...], start: int) -> Iterator[Inline]:
    at = 0
    for first, end, lang in runs:
        left, right = max(first - start, at), min(end - start, len(value))
        if left < right:
            yield from (Text(value[at:left]),) if left > at else ()
            yield Foreign(lang, (Text(value[left:right]),))
            at = right
    if at < len(value) or not value:
        yield Text(value[at:])
