"""What a reviewer must look at in a changed text: numbers, dates, negation, modal words (changes.md 10.1 step 6)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hoshin.policy.segment import Segment
from hoshin.policy.typography import plain

_MONTH: Final = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_ENGLISH: Final = {
    "number": (
        r"\d+(?:[.,]\d+)*(?: ?%)?"
        r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen"
        r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|twice|double)\b"
        r"|\bone(?= (?:day|week|month|year|hour|minute|time|copy)\b)"
        r"|\b(?:(?:business|working|calendar) )?(?:day|week|month|year|hour|minute)s?\b"
        r"|\b(?:at (?:least|most)|up to|not more than|no (?:more|less|longer|later) than|(?:more|less) than|within"
        r"|under|over|or (?:more|less|older|younger))\b"
    ),
    "date": rf"\b\d{{4}}-\d\d(?:-\d\d)?\b|\b\d{{1,2}} {_MONTH}\b(?: \d{{4}})?|\b{_MONTH} \d{{1,4}}\b(?:, \d{{4}})?",
    "negation": (
        r"\bno\b(?! (?:more|less|longer|later) than)"
        r"|\b(?:not|never|neither|nor|none|nothing|nobody|without|cannot|except|unless)\b|n['’]t\b"
    ),
    "modal": (
        r"\bmay\b(?<!\d may)(?! \d)"
        r"|\b(?:might|can|could|will|would|shall|should|must|only|solely|exclusively|usually|normally|generally"
        r"|typically|always|sometimes|immediately|promptly|including|includes|such as|strives?|striving|endeavou?r"
        r"|required|obliged|entitled)\b|['’]ll\b"
    ),
}
_JAPANESE: Final = {
    "number": (
        r"[0-9]+(?:[.,][0-9]+)*(?:%|パーセント)?"
        r"|[〇一二三四五六七八九十百千]+(?=年|[かカヵヶケ箇]?月|日|週|歳|回|条|項|号|時間|分)"
        r"|年|[かカヵヶケ箇]月|週間|日間|時間|営業日|半年|半数|以上|以下|以内|以降|以前|未満|超(?=え|の|過|$)|最長|最短"
        r"|少なくとも|まで"
    ),
    "date": (
        r"(?:[0-9]{4}|(?:令和|平成|昭和)(?:[0-9]{1,2}|元))年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日"
        r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"
    ),
    "negation": (
        r"(?<!なければなり)(?<!なくてはなり)ません|(?<!少)(?<!なければなら)(?<!なくてはなら)ない(?!し)"
        r"|(?<![滞少])(?<!間も)なく(?!ては)|なし(?!に)|ず(?=に|、|。|$)|禁止|禁じ|除[くきい]|以外|不要|非公開"
    ),
    "modal": (
        r"(?:しなければ|なければ|なくては)な(?:りません|らない)|てはな(?:りません|らない)|ものとします"
        r"|(?:こと|場合|可能性|おそれ)があります|ことができます|いたします|します|のみ|だけ|に限り|に限る|限り|通常|原則|必ず"
        r"|直ちに|速やかに|遅滞なく|定期的|常に|努め|等|など|含み|含む|その他"
    ),
}
_PATTERNS: Final[Mapping[bool, Mapping[str, str]]] = {False: _ENGLISH, True: _JAPANESE}

_Range = tuple[int, int]


def flags(segments: Sequence[Segment], language: str) -> tuple[str, ...]:
    """Those of `number`, `date`, `negation`, `modal` whose words differ between the two sides of some change.

    `number` includes units of time and limits (under, at most, 未満, 以下). A word that the change only touches counts
    as well: 2026年[-11-]{+12+}月 is a date. Languages other than Japanese are read as English.
    """
    old = _plain("".join(segment.text for segment in segments if segment.op != "+"))
    new = _plain("".join(segment.text for segment in segments if segment.op != "-"))
    changes = tuple(_changes(segments))
    patterns = _PATTERNS[language.split("-", maxsplit=1)[0] == "ja"]
    return tuple(category for category, pattern in patterns.items() if _differs(pattern, old, new, changes))


def _plain(text: str) -> str:
    """Half-width digits and lower case, every character still at its place."""
    if text.isascii():
        return text.lower()
    folded = (plain(character).lower() for character in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, folded, strict=True))


def _changes(segments: Sequence[Segment]) -> Iterator[tuple[_Range, _Range]]:
    """Where each deletion stood in the old text and its insertion stands in the new one; either may be empty."""
    from_old = from_new = to_old = to_new = 0
    for segment in (*segments, Segment("=", "")):
        if segment.op == "-":
            to_old += len(segment.text)
        elif segment.op == "+":
            to_new += len(segment.text)
        else:
            if (from_old, from_new) != (to_old, to_new):
                yield (from_old, to_old), (from_new, to_new)
            from_old = to_old = to_old + len(segment.text)
            from_new = to_new = to_new + len(segment.text)


def _differs(pattern: str, old: str, new: str, changes: Sequence[tuple[_Range, _Range]]) -> bool:
    in_old = tuple(re.finditer(pattern, old))
    in_new = tuple(re.finditer(pattern, new))
    return any(_touched(in_old, a) != _touched(in_new, b) for a, b in changes)


def _touched(found: Sequence[re.Match[str]], change: _Range) -> tuple[str, ...]:
    """The words that overlap the change, or hold the point at which something was inserted or deleted."""
    start, end = change
    first = bisect_right(found, start, key=lambda match: match.end())
    last = bisect_left(found, end, key=lambda match: match.start())
    return tuple(match[0].replace(",", "") for match in found[first:last])
