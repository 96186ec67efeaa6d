"""The summary's answer to how long data are kept (GDPR Art. 13(2)(a)): "usually 10 years" stays "usually 10 years"."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.nodes import Blocks, Inlines, Item, ListBlock, Paragraph, Text, Value
from hoshin.document.summary_answers import Answer, bulleted
from hoshin.document.summary_facts import Told, around
from hoshin.policy.index import Entry
from hoshin.schema.keeping import Retention
from hoshin.translations.catalogues import group, sentence
from hoshin.translations.formats import enumeration
from hoshin.translations.limits import full_time_limit


def retention(told: Told) -> Answer:
    """Each rule with its period as hedged as the fact is, then its criteria and what happens afterwards."""
    entries = told.entries("retention")
    lines = [
        (_line(told, entry, entry.value), _under(told, entry.value))
        for entry in entries
        if isinstance(entry.value, Retention)
    ]
    return tuple(entry.path for entry in entries), bulleted(lines)


def _line(told: Told, entry: Entry, rule: Retention) -> Inlines:
    text = full_time_limit(told.facts.locale, rule)
    if not text:
        return told.line(entry)
    words: Inlines = (Value(entry.path, (Text(text),)),)
    if rule.exceptions or rule.suspended_by:
        words = around(told.word("with-exceptions"), words)
    title = told.title(entry)
    words = told.qualified(words, rule, told.hedges("retention"))
    return told.labelled(title, words) if title else words


def _under(told: Told, rule: Retention) -> Blocks:
    items = tuple(Item((Paragraph((Text(text),)),)) for text in _further(told, rule))
    return (ListBlock(items),) if items else ()


def _further(told: Told, rule: Retention) -> Iterator[str]:
    criteria = group(told.facts.words, "criteria")
    named = [criteria[name] for name in rule.criteria if name in criteria]
    if named:
        listed = enumeration(told.facts.locale, named, "or")
        yield sentence(str(told.facts.words["criteria-line"]), {"criteria": listed})
    if rule.then is not None:
        yield group(told.facts.words, "then")[rule.then]
