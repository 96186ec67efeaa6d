"""English words that checks look for (translations.md section 17)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.policy.wording_table import Wording

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * value for value, word in enumerate(_TENS) if word}
    | {f"{tens}-{_SMALL[unit]}": 10 * value + unit for value, tens in enumerate(_TENS) if tens for unit in range(1, 10)}
    | {"hundred": 100, "twice": 2}
)
_MONTH: Final = f"(?P<month>{'|'.join(_MONTHS)})"
_COUNTED: Final = (
    r"(?:(?:business|working|calendar|consecutive|full|whole) )?(?:year|month|week|day|hour|minute|second)s?\b"
)
_DIGITS: Final = r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?"
_SPELT: Final = (
    rf"(?:{'|'.join(word for word in _TENS if word)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|hundred"
    rf"|{'|'.join(sorted(_SMALL, key=lambda word: (-len(word), word)))}"
)


def _number(text: str) -> str | None:
    return str(_WORDS[text]) if text in _WORDS else None


def _month(text: str) -> str | None:
    return str(_MONTHS.index(text) + 1) if text in _MONTHS else None


def _words(*words: str) -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(words)})\b")


def _limit(before: str = "", after: str = "") -> re.Pattern[str]:
    left = rf"\b(?:{before})(?: the| an)?(?: ages?(?: of)?)? $" if before else ""
    right = (
        rf"^(?:[ -](?:years?|months?|weeks?|days?|hours?|minutes?))?(?: of age| old)?,? (?:{after})\b" if after else ""
    )
    return regex(left or right)


_STRIVING: Final = _words(
    "striv(?:e|es|ing)|endeavou?r(?:s|ing)?|aim(?:s|ing)?|seek(?:s|ing)?|try|trying|best efforts|reasonable efforts",
    "commercially (?:acceptable|reasonable)",
)
_MAY: Final = _words("may", "might", "can", "could")
_USUALLY: Final = _words(
    "usually", "normally", "generally", "typically", "ordinarily", "as a rule", "in general", "in principle"
)
_ABOUT: Final = _words("about", "approximately", "around", "roughly", "circa")
_MAX: Final = _words(
    "at most", "up to", "no more than", "not more than", "within", "no longer than", "not exceeding", "maximum(?: of)?"
)
_MIN: Final = _words("at least", "no less than", "not less than", "minimum(?: of)?")

ENGLISH: Final = Wording(
    hint=regex(r"\d|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|seconds?\b|times\b|twice\b"),
    dates=(
        regex(r"(?<![\w.-])(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?(?![\w-])"),
        regex(rf"(?<![\w.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? (?P<year>\d{{4}})\b)?"),
        regex(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>\d{{4}})\b)?"),
        regex(rf"\b{_MONTH},? (?P<year>\d{{4}})\b"),
    ),
    numbers=(
        regex(rf"\b(?:{_SPELT})[ -]\((?P<digits>\d+)\)(?=[ -]?{_COUNTED})"),
        regex(rf"\b(?P<word>{_SPELT})(?=[ -]{_COUNTED}|[ -]times\b)"),
        regex(r"\b(?P<word>twice)\b"),
        regex(rf"(?P<digits>{_DIGITS})"),
    ),
    units=(
        (regex(r"^[ -]?years?(?:[ -]old| of age)\b"), "age"),
        (regex(r"^[ -]?(?:business|working)[ -]days?\b"), "business day"),
        (regex(r"^[ -]?(?:(?:calendar|consecutive|full|whole) )?years?\b"), "year"),
        (regex(r"^[ -]?(?:(?:calendar|consecutive|full|whole) )?months?\b"), "month"),
        (regex(r"^[ -]?(?:(?:calendar|consecutive|full|whole) )?weeks?\b"), "week"),
        (regex(r"^[ -]?(?:(?:calendar|consecutive|full|whole) )?days?\b"), "day"),
        (regex(r"^[ -]?(?:full )?hours?\b"), "hour"),
        (regex(r"^[ -]?minutes?\b"), "minute"),
        (regex(r"^[ -]?seconds?\b"), "second"),
        (regex(r"^ ?(?:%|per ?cent\b)"), "percent"),
    ),
    age=regex(r"\b(?:ages?(?: of)?|aged|under|over|below|above|younger than|older than|less than|at least) $"),
    limits=(
        (
            _limit("not? more than|at most|up to|within|no older than|no later than|not? longer than|not exceeding"),
            "at_most",
        ),
        (_limit("no less than|not less than|at least|no younger than"), "at_least"),
        (_limit("under|less than|below|younger than|fewer than"), "below"),
        (_limit("over|more than|longer than|above|older than|exceeding|in excess of"), "above"),
        (_limit(after="or (?:less|fewer|younger|under|below)|and (?:younger|under|below)"), "at_most"),
        (_limit(after="or (?:more|older|over|above)|and (?:older|over|above)"), "at_least"),
    ),
    negations=regex(
        r"\bno\b(?! (?:more|less|longer|later|older|younger) than)(?! doubt)"
        r"|\bnot\b(?! (?:only|hesitate|more than|less than|limited to|exceeding))(?<!whether or not)"
        r"|\b(?:never|neither|nor|none|nobody|nothing|cannot|without)\b|\b(?!don)\w+n['’]t\b|\bdon['’]t\b(?! hesitate)"
    ),
    denials=_words(
        "except|unless|other than|unable|refus(?:e|es|ed|ing|al)|prohibit(?:s|ed|ion)?|forbid(?:s|den)?|without",
        "exclud(?:e|es|ed|ing)|fail(?:s|ed|ure)?|lack(?:s|ing)?|un(?:necessary|founded|authori[sz]ed|lawful|known)",
        "in(?:valid|accurate|complete|correct|sufficient)|im(?:possible|proper)|ir(?:relevant|respective)|regardless",
        r"under|below|less than|before|only|not|no|stop(?:s|ped)?|cease(?:s|d)?|free of charge|out-of-date|anonym\w+",
        "difficult",
    ),
    critical=_words("not|no|never|none|only|unless|except|without|may|shall|must|will|any|all"),
    hedges=MappingProxyType(
        {
            "may": _MAY,
            "may_be_obliged": _MAY,
            "usually": _USUALLY,
            "normally": _USUALLY,
            "striving": _STRIVING,
            "about": _ABOUT,
            "max": _MAX,
            "min": _MIN,
        }
    ),
    beside=MappingProxyType(
        {
            "usually": regex(rf"(?:{_USUALLY.pattern})(?: for)? $"),
            "about": regex(rf"(?:{_ABOUT.pattern}) $"),
            "max": regex(rf"(?:{_MAX.pattern}) $"),
            "min": regex(rf"(?:{_MIN.pattern}) $"),
        }
    ),
    blanks=regex(
        r"\b(?:todo|tbd|tbc|fixme|xxx+)\b|\blorem ipsum\b|\[ *(?:\.{2,}|…|_+)? *\](?!\()|_{3,}"
        r"|[\[<(](?:insert|enter|your|add) [^\])>]{1,60}[\])>](?!\()|\?{3,}"
    ),
    article=regex(
        r"(?<!gdpr )(?<!appi )(?<!regulation )(?<!act )\b(?:articles?|arts?\.|sections?|clauses?) (?P<digits>\d{1,3})\b"
        r"(?!\(|\.\d| *\(\d)(?!(?: ?\(\w+\)| and \d+| to \d+)*,? (?:(?:of )?(?:the )?(?!this|our)\w*(?: \w+){0,2} ?"
        r"(?:gdpr|appi|regulation|act|law|directive|ccpa|code)\b))"
    ),
    number=_number,
    year=lambda _: None,
    month=_month,
)
