"""A citation as people write it in each language: GDPR Art. 13(1)(a), 個人情報保護法第32条第1項第1号."""

from __future__ import annotations

import re
from typing import Final

from hoshin.kernel.ground import Ground
from hoshin.kernel.regex import regex
from hoshin.translations.catalogues import group, sentence, words

_GENERAL: Final = "laws/general"
_PART: Final = regex(r"\(([0-9]+|[ivx]+|[a-z]{1,2}|[A-Z])\)")
_ARTICLE: Final = regex(r"([0-9]+(?:-[0-9]+)*[A-Z]?)((?:\((?:[0-9]+|[ivx]+|[a-z]{1,2}|[A-Z])\))*)")
_COUNTED_BY_ITEMS: Final = frozenset({"APPI", "TBA"})
"""Laws of Japan, with their orders and rules."""
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def cited(ground: Ground, language: str) -> str:
    """One citation; an instrument without words of its own keeps its name."""
    template = group(words(language, _GENERAL), "instruments").get(ground.instrument)
    if template is None:
        return f"{ground.instrument} {ground.provision}".strip()
    japanese = language.partition("-")[0] == "ja" and ground.kind == "statute" and "条" not in template
    items = ground.instrument.partition(" ")[0] in _COUNTED_BY_ITEMS
    provision = articles(ground.provision, items=items) if japanese else ground.provision
    return sentence(template, {"provision": provision}).strip()


def all_cited(grounds: tuple[Ground, ...], language: str) -> str:
    """Several citations in one line."""
    joiner = group(words(language, _GENERAL), "words")["joiner"]
    return joiner.join(dict.fromkeys(cited(ground, language) for ground in grounds))


def articles(provision: str, *, items: bool) -> str:
    """A provision in Japanese: 第32条第1項第1号. `items`: Roman numerals are 号, as Japanese laws count.

    In translations of EU law, letters and what looks like a Roman numeral stay in brackets: GDPR第9条第2項(i).
    """
    return _ARTICLE.sub(lambda match: _japanese(match, items=items), provision)


def _japanese(match: re.Match[str], *, items: bool) -> str:
    number, *branches = match[1].split("-")
    text = f"第{number}条" + "".join(f"の{branch}" for branch in branches)
    for part in _PART.findall(match[2]):
        if part.isdecimal():
            text += f"第{part}項"
        elif items and set(part) <= _ROMAN.keys():
            text += f"第{_value(part)}号"
        else:
            text += f"({part})"
    return text


def _value(roman: str) -> int:
    numbers = [_ROMAN[sign] for sign in roman]
    return sum(-one if one < after else one for one, after in zip(numbers, [*numbers[1:], 0], strict=True))
