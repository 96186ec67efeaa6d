"""A です・ます document ends its sentences in です・ます. Headings, list items and other nouns are no sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_ENDINGS: Final = "です|ます|ません|ました|でした|ください|下さい|でしょう|ましょう|(?:です|ます|ません)か"
POLITE: Final = regex(f"(?:{_ENDINGS})$")
"""A text that ends in a polite verb, without 。"""
_PLAIN: Final = regex(
    r"(?:である|だった|[^まし]だ|ない|なかった|った|いた|した|れた|する|れる|ある|なる|いる|できる|[うくぐすつぬぶむる])$"
)
_NOUNS: Final = regex(r"(?:取り?扱い|支払い|お?願い|違い|お?問い|合い|使い|あなた|[ァ-ヶー]る)$")
_BRACKETED: Final = regex(r"（[^（）]*）|「[^「」]*」|『[^『』]*』|【[^【】]*】")
_CLOSING: Final = regex(r"[」』）】\s]+$")


def find(pair: Pair) -> Iterator[Trouble]:
    """The first sentence with a plain ending; what stands in brackets is part of the sentence around it."""
    if not pair.is_japanese or "。" not in pair.target:
        return
    text = _BRACKETED.sub("", pair.target)
    for sentence in text.split("。")[:-1]:
        body = _CLOSING.sub("", sentence)
        if _PLAIN.search(body) and not POLITE.search(body) and not _NOUNS.search(body):
            yield Trouble({"found": f"{body[-12:]}。"})
            return


LINT = Lint("ja-style", Severity.ERROR, find)
