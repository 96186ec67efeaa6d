"""Japanese words that checks look for (translations.md section 17)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.policy.wording_table import Wording

_KANJI: Final = MappingProxyType({sign: value for value, sign in enumerate("〇一二三四五六七八九")})
_POWERS: Final = MappingProxyType({"十": 10, "百": 100, "千": 1000})
_ERAS: Final = MappingProxyType({"令和": 2018, "平成": 1988, "昭和": 1925})
_MONTHS: Final = "(?:[かカヵヶケ箇]|ヵ)月"
_COUNTER: Final = rf"年|{_MONTHS}|日間|日以|日前|日後|営業日|週間|歳|回|度|条|項|号|時間|分間|パーセント"
_NUMERAL: Final = "(?<![\u3007一二三四五六七八九十百千])[\u3007一二三四五六七八九十百千]{1,12}"
"""A run of figures from its beginning, with a bound: a text of nothing else must not take the square of its length."""
_DIGITS: Final = r"(?<![a-z\d.,])\d+(?:,\d{3})*(?:\.\d+)?"
_YEAR: Final = r"(?P<year>(?:令和|平成|昭和)(?:元|\d{1,2})|\d{4})年"


def _number(text: str) -> str | None:
    """The value of a numeral such as 二十一 or 二〇二六; None for other text."""
    if not text or any(sign not in _KANJI and sign not in _POWERS for sign in text):
        return None
    if not any(sign in _POWERS for sign in text):
        return str(int("".join(str(_KANJI[sign]) for sign in text)))
    total = digit = 0
    for sign in text:
        if sign in _POWERS:
            total += (digit or 1) * _POWERS[sign]
            digit = 0
        else:
            digit = _KANJI[sign]
    return str(total + digit)


def _year(text: str) -> str | None:
    """The Gregorian year of 令和8 or 平成元."""
    start = _ERAS.get(text[:2])
    if start is None:
        return None
    return str(start + (1 if text[2:] == "元" else int(text[2:])))


_MAY: Final = regex(r"(?:こと|場合|可能性|おそれ|恐れ)が(?:あり|ある)|得ます|かもしれ")
_USUALLY: Final = regex(r"通常|原則|一般に|一般的に|概ね|おおむね|基本的に")
_ABOUT: Final = regex(r"約|およそ|おおよそ|概ね|おおむね|程度|前後")
_MAX: Final = regex(r"最長|最大|以内|以下|上限|を限度")
_MIN: Final = regex(r"少なくとも|最低|最短|以上")

JAPANESE: Final = Wording(
    hint=regex(rf"\d|{_NUMERAL}"),
    dates=(
        regex(rf"{_YEAR}(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?"),
        regex(_YEAR),
        regex(r"(?<![a-z\d.-])(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?(?![\d-])"),
        regex(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    ),
    numbers=(
        regex(rf"(?P<word>{_NUMERAL})(?={_COUNTER})"),
        regex(rf"(?P<digits>{_DIGITS})"),
    ),
    units=(
        (regex(r"^[歳才]"), "age"),
        (regex(r"^営業日"), "business day"),
        (regex(r"^ ?(?:年|カ年|か年)(?!月|度)"), "year"),
        (regex(rf"^ ?{_MONTHS}"), "month"),
        (regex(r"^ ?週"), "week"),
        (regex(r"^ ?(?:暦日|日)(?!付)"), "day"),
        (regex(r"^ ?時間"), "hour"),
        (regex(r"^ ?分(?!の)"), "minute"),
        (regex(r"^ ?秒"), "second"),
        (regex(r"^ ?(?:%|パーセント)"), "percent"),
    ),
    age=regex(r"年齢(?:は|が)?$"),
    limits=(
        (regex(r"^[^\d、。{]{0,6}?(?:未満|に満たない|より(?:少な|短|若))"), "below"),
        (regex(r"^(?:[^\d、。{]{0,6}?(?:以下|以内)|[回日年名人件歳月週か時間分]{1,3}まで(?!に))"), "at_most"),
        (regex(r"^[^\d、。{]{0,6}?(?:以上)"), "at_least"),
        (regex(r"^[^\d、。{]{0,6}?(?:を超|超)"), "above"),
        (regex(r"(?:最長|最大|長くとも|多くとも|上限)(?:で|は)?$"), "at_most"),
        (regex(r"(?:少なくとも|最低|最短)(?:で|は)?$"), "at_least"),
    ),
    negations=regex(
        r"(?<!なければなり)(?<!なくてはなり)(?<!かもしれ)(?<!に過ぎ)ません"
        r"|(?<!少)(?<!なければなら)(?<!なくてはなら)(?<!かもしれ)(?<!違い)ない(?!し)"
        r"|(?<![滞少])(?<!間も)なく(?!ては|とも)|なし(?!に?くずし)|(?<!のみなら)(?<!かかわら)(?<!関わら)(?<!必)(?<!ま)(?<!わ)ず(?=に|、|。|$)"
        r"|かね(?:ます|る)|ざる"
    ),
    denials=regex(
        r"ません|ない|なく|ず(?:、|に)|禁止|禁じ|除[くきい]|以外|不[要可能明当正]|拒[否む]|非[公該]|未満|無[効断料償]|停止|中止|限[りる]"
        r"|のみ|だけ|匿名|前に|困難|わらず|なし"
    ),
    critical=regex(r"ない|ません|ず(?=、|に|。|$)|のみ|限り|除き|場合|ことがあります|すべて|全て"),
    hedges=MappingProxyType(
        {
            "may": _MAY,
            "may_be_obliged": _MAY,
            "usually": _USUALLY,
            "normally": _USUALLY,
            "striving": regex(r"努め|努力|心がけ|心掛け|目指"),
            "about": _ABOUT,
            "max": _MAX,
            "min": _MIN,
        }
    ),
    beside=MappingProxyType(
        {
            "usually": regex(r"(?:通常|原則(?:として)?|一般に|概ね|おおむね)、?$"),
            "about": regex(r"(?:約|およそ|おおよそ|概ね|おおむね)$"),
            "max": regex(r"(?:最長|最大)(?:で)?$"),
            "min": regex(r"(?:少なくとも|最低|最短)(?:で)?$"),
        }
    ),
    blanks=regex(
        r"\b(?:todo|tbd|tbc|fixme|xxx+)\b|lorem ipsum|\[ *(?:\.{2,}|…|_+)? *\](?!\()|_{3,}|\?{3,}"
        r"|[○\u3007●◯△▲×]{2,}|【[^】]{0,20}(?:要確認|未定|記入|入力)[^】]{0,20}】|\[[^\]]{0,20}(?:要確認|未定|記入|入力)[^\]]{0,20}\](?!\()|（(?:要確認|未定)）"
    ),
    article=regex(
        rf"(?<![法律令則程約款例定]|[a-z」』])(?: |の)?第(?:(?P<digits>\d{{1,3}})|(?P<word>{_NUMERAL}))条"
        r"(?!の\d|の[一二三四五六七八九])"
    ),
    number=_number,
    year=_year,
    month=lambda _: None,
)
