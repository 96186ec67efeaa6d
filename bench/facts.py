"""The facts of a made-up policy: data, purposes, recipients, storage, legal bases, rights that refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bench.words import ACTIVITIES, BASES, DATA, RIGHTS, Both, Names, names
from bench.yaml_text import Facts, Value

CATEGORY: Final = 8
"""Data facts in one group: the category and its items."""
_SHARES: Final = {"data": 4, "purposes": 2, "recipients": 1, "retention": 1, "legal_bases": 1, "rights": 1}
"""Tenths of all facts by YAML key."""
_USES = 3
_PURPOSES_A_BASIS = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """One entity as YAML data, and its wording in both languages by field."""

    key: str
    data: Facts
    wording: tuple[tuple[str, Both], ...]


def counts(size: int) -> dict[str, int]:
    """How many facts of each kind a policy of `size` facts has; `size` is a multiple of ten."""
    return {key: size * tenths // 10 for key, tenths in _SHARES.items()}


def facts(size: int) -> Iterator[Fact]:
    """All facts in the order of their lists; a category stands in front of its items."""
    made = counts(size)
    makers: dict[str, Callable[[int, dict[str, int]], Fact]] = {
        "data": _data,
        "purposes": _purpose,
        "recipients": _recipient,
        "retention": _retention,
        "legal_bases": _legal_basis,
        "rights": _right,
    }
    for key, maker in makers.items():
        for number in range(made[key]):
            yield maker(number, made)


def _fact(key: str, name: str, wording: dict[str, Both], rest: Facts) -> Fact:
    texts: Facts = {field: both.en for field, both in wording.items()}
    return Fact(key, {"id": name, **texts, **rest}, tuple(wording.items()))


def _near(number: int, count: int, wanted: int) -> tuple[int, ...]:
    """A few numbers below `count`, the same for the same `number`."""
    return tuple(dict.fromkeys((number * 7 + step * 3) % count for step in range(wanted)))


def _other_names(number: int) -> Names:
    """Words for the kinds whose texts name no activity: different below 1,000."""
    return names(number * len(ACTIVITIES))


def _leaves(count: int) -> int:
    return count - -(-count // CATEGORY)


def leaf(number: int) -> str:
    """Id of the data item with that number among the items; every eighth fact of data is a category."""
    return f"d-{number + number // (CATEGORY - 1) + 1}"


def _data(number: int, _: dict[str, int]) -> Fact:
    words = _other_names(number // CATEGORY)
    if number % CATEGORY == 0:
        title = Both(
            f"{words.subject.en.capitalize()} through the {words.channel.en} in {words.region.en}",
            f"{words.region.ja}の{words.channel.ja}を通じた{words.subject.ja}",
        )
        return _fact("data", f"d-{number}", {"title": title}, {"dpv": ["dpv:CollectedPersonalData"]})
    en, ja, term = DATA[number % len(DATA)]
    title = Both(f"{en.capitalize()} for {words.subject.en}", f"{words.subject.ja}の{ja}")
    return _fact("data", f"d-{number}", {"title": title}, {"dpv": [term], "match": "closest"})


def _purpose(number: int, made: dict[str, int]) -> Fact:
    words = names(number)
    title = Both(f"{words.activity.en.capitalize()} of {words.subject.en}", f"{words.subject.ja}の{words.activity.ja}")
    text = Both(
        f"{title.en} received through the {words.channel.en} in {words.region.en}",
        f"{words.region.ja}の{words.channel.ja}で受け付けた{title.ja}",
    )
    uses: list[Value] = [{"data": leaf(one)} for one in _near(number, _leaves(made["data"]), _USES)]
    rest: Facts = {"kind": "service", "uses": uses, "dpv": ["dpv:ServiceProvision"], "match": "closest"}
    return _fact("purposes", f"p-{number}", {"title": title, "text": text}, rest)


def _recipient(number: int, made: dict[str, int]) -> Fact:
    words = _other_names(number)
    title = Both(f"Partners for {words.subject.en}", f"{words.subject.ja}に関する委託先")
    text = Both(
        f"We share data with partners for {words.subject.en} who run the {words.channel.en} in {words.region.en}.",
        f"当社は、{words.region.ja}の{words.channel.ja}を運営する{words.subject.ja}に関する委託先にデータを提供します。",
    )
    rest: Facts = {
        "kind": "class",
        "role": "processor",
        "purposes": [f"p-{one}" for one in _near(number, made["purposes"], 2)],
        "safeguards": [{"id": "contract", "kind": "contract"}],
        "dpv": ["dpv:ServiceProvider"],
    }
    return _fact("recipients", f"c-{number}", {"title": title, "text": text}, rest)


def _retention(number: int, made: dict[str, int]) -> Fact:
    words = _other_names(number)
    placeholder = f"{{retention:k-{number}}}"
    text = Both(
        f"We keep data on {words.subject.en} from the {words.channel.en} in {words.region.en} for {placeholder}.",
        f"当社は、{words.region.ja}の{words.channel.ja}の{words.subject.ja}に関するデータを{placeholder}保存します。",
    )
    reach: Facts = {"default": True}
    if number:
        reach = {"of": [f"data/{leaf(number % _leaves(made['data']))}"]}
    rest: Facts = {**reach, "period": f"P{number % 9 + 1}Y", "then": "delete"}
    return _fact("retention", f"k-{number}", {"text": text}, rest)


def _legal_basis(number: int, made: dict[str, int]) -> Fact:
    words = _other_names(number)
    text = Both(
        f"We handle {words.subject.en} from the {words.channel.en} in {words.region.en} on this basis.",
        f"{words.region.ja}の{words.channel.ja}の{words.subject.ja}は、この根拠により取り扱います。",
    )
    first = number * _PURPOSES_A_BASIS
    wanted = [f"p-{one}" for one in range(first, min(first + _PURPOSES_A_BASIS, made["purposes"]))]
    rest: Facts = {"basis": BASES[number % len(BASES)], "purposes": wanted}
    return _fact("legal_bases", f"b-{number}", {"text": text}, rest)


def _right(number: int, _: dict[str, int]) -> Fact:
    words = _other_names(number)
    en, ja, term = RIGHTS[number % len(RIGHTS)]
    text = Both(
        f"request {en} data on {words.subject.en} from the {words.channel.en} in {words.region.en}",
        f"{words.region.ja}の{words.channel.ja}の{words.subject.ja}に関するデータ{ja}の請求",
    )
    return _fact("rights", f"r-{number}", {"text": text}, {"right": term, "channel": "desk"})
