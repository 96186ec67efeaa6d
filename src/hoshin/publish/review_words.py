"""Sentences of a review: how much changed, what the notice period asks, where two sides contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hoshin.diff.bodies import Node
from hoshin.diff.change import Report
from hoshin.diff.chg import CLASSES
from hoshin.diff.decisions.decide import Missing
from hoshin.diff.merge import Conflict
from hoshin.diff.notice import Notice
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.translations.catalogues import plural, sentence, words
from hoshin.translations.dates import format_date
from hoshin.translations.durations import duration
from hoshin.translations.locale import Locale


def said(language: str) -> Callable[[str], str]:
    """Single sentences of the catalogue."""
    catalogue = words(language, "review")
    return lambda key: str(catalogue[key])


def counted(key: str, count: int, language: str, **more: str) -> str:
    """A sentence with a number in it."""
    return sentence(plural(words(language, "review")[key], count), {"count": count, **more})


def headline(report: Report, language: str) -> str:
    """How many changes of which class."""
    if not report.events:
        return said(language)("nothing")
    counts: dict[str, object] = {
        class_: counted(f"count-{class_}", report.counts.get(class_, 0), language) for class_ in CLASSES
    }
    return sentence(said(language)("headline"), counts)


def needs_line(missing: Missing, language: str) -> str:
    """What an entry lacks."""
    word = said(language)
    return word("joiner").join(word(f"need-{need}") for need in missing.needs)


def gate_line(gate: Notice, locale: Locale | None, language: str) -> str:
    """What the notice period asks for, and whether the effective date keeps it."""
    days = counted("notice-days", gate.days, language)
    if gate.promise and Duration.parse(gate.promise).canonical != "P0D":
        promise = duration(locale, Duration.parse(gate.promise)) if locale else gate.promise
        days = sentence(said(language)("notice-promise"), {"days": days, "promise": promise})
    key = f"notice-{gate.verdict}"
    if gate.verdict == "undetermined" and gate.earliest is None:
        key = "notice-undetermined-day"
    args = {
        "effective": day(gate.effective, locale),
        "earliest": day(gate.earliest, locale),
        "published": day(gate.published, locale),
        "days": days,
    }
    return sentence(said(language)(key), args)


def day(value: date | None, locale: Locale | None) -> str:
    """A day as the language writes it."""
    if value is None:
        return "–"
    return format_date(locale, PartialDate.of(value)) if locale else value.isoformat()


def conflict_line(item: Conflict, language: str) -> str:
    """One contradiction. Paths stand for people who merge; they know them from the files."""
    word = said(language)
    args: dict[str, str] = {"path": "/".join(item.path), "detail": "/".join(item.detail)}
    if item.kind == "both":
        return sentence(
            word("merge-both"), {**args, "ours": _value(item.ours, word), "theirs": _value(item.theirs, word)}
        )
    other = "theirs" if item.remover == "ours" else "ours"
    sides = {"remover": word(f"merge-{item.remover}"), "other": word(f"merge-{other}")}
    return sentence(word(f"merge-{item.kind}"), {**args, **sides})


def _value(node: Node | None, word: Callable[[str], str]) -> str:
    return word("merge-gone") if node is None else str(node)
