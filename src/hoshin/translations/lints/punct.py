"""Japanese punctuation: 、 and 。, brackets of full width and in pairs, no mark twice, none forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.amounts import without_addresses
from hoshin.policy.placeholders import PATTERN
from hoshin.translations.lints.style import POLITE
from hoshin.translations.parity import Lint, Pair, Trouble

_WESTERN: Final = regex("[,.;](?![A-Za-z0-9])|[，．]")
_NARROW: Final = regex("[():]")
_DOUBLED: Final = regex("。。|、、|、。|。、")
_TAKES_STOP: Final = regex(r"(?:こと|とき|もの|場合|[うくぐすつぬぶむるい]|[）」』])$")
_PAIRS: Final = {"）": "（", "」": "「", "』": "『", "】": "【"}


def find(pair: Pair) -> Iterator[Trouble]:
    """Western marks in Japanese, narrow brackets, unpaired brackets, doubled marks, a sentence without its end."""
    if not pair.is_japanese:
        return
    text = PATTERN.sub("値", without_addresses(pair.target, keep_placeholders=True))
    doubled = (match[0] for match in _DOUBLED.finditer(text))
    for variant, marks in (("western", _western(text)), ("narrow", _narrow(text)), ("doubled", doubled)):
        if mark := next(marks, ""):
            yield Trouble({"found": mark}, variant)
    if bracket := _unpaired(text):
        yield Trouble({"found": bracket}, "unpaired")
    if pair.source.rstrip().endswith((".", "。")) and POLITE.search(text):
        yield Trouble({}, "open", Severity.WARNING)
    if _is_noun_with_stop(text) and not pair.source.rstrip().endswith((".", "。", "!", "?")):
        yield Trouble({"found": text[-8:]}, "noun-end", Severity.WARNING)


def _western(text: str) -> Iterator[str]:
    for match in _WESTERN.finditer(text):
        if match[0] in "，．" or _is_japanese(text[match.start() - 1 : match.start()]):
            yield match[0]


def _narrow(text: str) -> Iterator[str]:
    for match in _NARROW.finditer(text):
        if _is_japanese(text[match.start() - 1 : match.start()]) or _is_japanese(text[match.end() : match.end() + 1]):
            yield match[0]


def _is_japanese(sign: str) -> bool:
    """Whether it is a character of Japanese words. A pattern with these ranges takes 2 ms to be made."""
    return "\u3005" <= sign <= "\u3007" or "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"


def _is_noun_with_stop(text: str) -> bool:
    """One noun with 。 behind it; こと, とき and the like take it, and so does a verb."""
    body = text.removesuffix("。")
    return body != text and "。" not in body and not POLITE.search(body) and not _TAKES_STOP.search(body)


def _unpaired(text: str) -> str:
    """The first bracket without its other half, or nothing."""
    waiting: list[str] = []
    for sign in text:
        if sign in _PAIRS.values():
            waiting.append(sign)
        elif sign in _PAIRS and (not waiting or waiting.pop() != _PAIRS[sign]):
            return sign
    return waiting[0] if waiting else ""


LINT = Lint("ja-punct", Severity.ERROR, find, ("western", "narrow", "doubled", "unpaired", "open", "noun-end"))
