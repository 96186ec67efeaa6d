"""A review as headed parts of lines, in the language of the tool, with what people are told in all languages."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from hoshin.diff.change import Applied, Change
from hoshin.diff.chg import CLASSES
from hoshin.diff.merge import Conflict
from hoshin.document.change_words import Teller
from hoshin.kernel.finding import Finding, Severity
from hoshin.kernel.ground import Ground
from hoshin.publish.decided import DecidedComparison
from hoshin.publish.review import Review
from hoshin.publish.review_words import conflict_line, counted, gate_line, headline, needs_line, said
from hoshin.publish.skeleton import block
from hoshin.translations.catalogues import group, sentence, words
from hoshin.translations.formats import language_name
from hoshin.translations.grounds import all_cited
from hoshin.translations.locale import Locale
from hoshin.translations.messages import explain


class Line(Struct, frozen=True):
    """One line of a part: running text, an item of a list, something below an item, text to paste, or a command."""

    kind: Literal["text", "item", "below", "paste", "command"]
    text: str
    strong: str = ""
    """What stands before the text and counts more, such as the rule of a finding."""


class Part(Struct, frozen=True):
    """A headed part. `count` stands beside the heading of one that is folded; `level` is 2 or 3."""

    title: str
    lines: tuple[Line, ...] = ()
    level: int = 2
    folded: bool = False
    count: int = 0
    lang: str = ""
    """The language of its words, where it is not that of the report."""


class Page(Struct, frozen=True):
    """The report: title, lines that everybody reads, parts. `command` prints all that a shortened report leaves out."""

    title: str
    head: tuple[Line, ...]
    parts: tuple[Part, ...]
    command: str
    language: str


def page(found: Review, language: str, locales: Mapping[str, Locale], redline: str = "") -> Page:
    """The report in one language. `locales` are those of the document's languages that the tool speaks."""
    word = said(language)
    command = f"hoshin review --base {found.base} --format markdown --most 10000000"
    title = sentence(word("title"), {"document": found.document})
    if found.decided is None or found.gate is None:
        args = dict(found.unreadable.args_) if found.unreadable else {}
        shown = {"revision": args.get("revision", found.base), "first": args.get("first") or args.get("document", "–")}
        head = [Line("text", sentence(word("new-document" if found.is_new else "not-comparable"), shown))]
        return Page(title, tuple(head), tuple(_findings(found, language)), command, language)
    report = found.decided.comparison.report
    head = [
        Line("text", headline(report, language)),
        Line("text", word(f"bump-{report.bump}")),
    ]
    if report.declared_bump is not None:
        versions = {"before": report.from_.version or "–", "after": report.to.version or "–"}
        head.append(Line("text", sentence(word("declared"), versions)))
    head.append(Line("text", gate_line(found.gate, locales.get(language), language)))
    parts = [
        *_conflicts(found.conflicts, language),
        *(
            part
            for lang, teller in found.decided.told.items()
            for part in _means(found.decided, lang, teller, language)
        ),
        *_decisions(found.decided, language),
        *_findings(found, language),
        *_translations(found, language, locales),
        _redline(found, language, redline),
    ]
    return Page(title, tuple(head), tuple(parts), command, language)


def _means(decided: DecidedComparison, lang: str, teller: Teller, language: str) -> Iterator[Part]:
    """What people are told in one language: material changes in the open, the others folded."""
    own = said(lang)
    events = decided.comparison.report.events
    nothing = () if events else (Line("text", own("nothing")),)
    yield Part(f"{own('means')} ({lang})", nothing, lang=lang)
    for class_ in reversed(CLASSES):
        told = [event for event in events if event.class_ == class_]
        if told:
            lines = [line for event in told for line in _event(event, teller, lang, language)]
            yield Part(
                own(f"{class_}-heading"), tuple(lines), 3, folded=class_ != "material", count=len(told), lang=lang
            )


def _event(event: Change, teller: Teller, lang: str, language: str) -> Iterator[Line]:
    own = said(lang)
    yield Line("item", teller.sentence(event))
    note = event.note
    if note and (text := note.texts.get(lang)):
        by = note.by or own("by-nobody")
        yield Line("below", sentence(own("note-by"), {"text": text, "by": by}))
    elif event.class_ == "material":
        yield Line("below", own("no-note"))
    if event.computed and note:
        args = {
            "computed": own(f"class-{event.computed}"),
            "class": own(f"class-{event.class_}"),
            "by": (note.override.approved_by if note.override else note.by) or own("by-nobody"),
            "reason": (note.override.reason if note.override else own("attested")) or "–",
        }
        yield Line("below", sentence(own("computed"), args))
    if lang == language:
        yield from (Line("below", _judged(rule, lang), strong=rule.id) for rule in event.rules)


def _judged(rule: Applied, lang: str) -> str:
    """What a rule asks for, on which grounds, and what follows in Japan."""
    own = said(lang)
    told = words(lang, "change-rules")
    actions = own("joiner").join(group(told, "actions")[action] for action in rule.actions)
    grounds = all_cited(tuple(Ground(item.law, item.ref, item.kind) for item in rule.citations), lang)
    japan = group(told, rule.id).get("japan", "") if rule.japan else ""
    unconfirmed = "" if rule.confirmed else own("unconfirmed")
    return " · ".join(part for part in (actions, grounds, japan, unconfirmed) if part)


def _decisions(decided: DecidedComparison, language: str) -> Iterator[Part]:
    """What is missing, with the entries to paste."""
    word = said(language)
    title = word("decisions")
    new = [missing for missing in decided.missing if not missing.entry]
    open_ = [missing for missing in decided.missing if missing.entry]
    if not decided.missing:
        void = any(item.place and item.place.file == decided.decisions.file for item in _faults(decided))
        text = sentence(word("decisions-void"), {"file": decided.decisions.file}) if void else word("decisions-none")
        yield Part(title, (Line("text", text),))
        return
    lines: list[Line] = []
    if new:
        lines.append(Line("text", counted("decisions-count", len(new), language, file=decided.decisions.file)))
        told, langs = decided.told, decided.languages
        lines += (Line("paste", block(missing, told, langs, language)) for missing in new)
    if open_:
        lines.append(Line("text", sentence(word("decisions-open"), {"file": decided.decisions.file})))
        for missing in open_:
            lines.append(Line("item", needs_line(missing, language), strong=missing.event.event_id))
    yield Part(title, tuple(lines), folded=True, count=len(decided.missing))


def _faults(decided: DecidedComparison) -> Iterator[Finding]:
    return (item for item in (*decided.findings, *decided.decisions.findings) if item.severity is Severity.ERROR)


def _findings(found: Review, language: str) -> Iterator[Part]:
    """New findings without those whose entries stand above, then fixed ones."""
    word = said(language)
    new = [item for item in found.new if not item.message_id.endswith(".new") or not _is_missing(item)]
    if not new and not found.fixed:
        yield Part(word("findings"), (Line("text", word("findings-none")),))
        return
    yield Part(word("findings"))
    for key, items in (("findings-new", new), ("findings-fixed", list(found.fixed))):
        if items:
            ordered = sorted(items, key=lambda item: item.severity.rank)
            lines = tuple(_finding(item, language) for item in ordered)
            folded = key == "findings-fixed" or all(item.severity.value != "error" for item in items)
            yield Part(counted(key, len(items), language), lines, 3, folded=folded)


def _is_missing(item: Finding) -> bool:
    return any(name == "block" for name, _ in item.args) and item.rule in {"DOC164", "DOC165", "DOC168", "REL103"}


def _finding(item: Finding, language: str) -> Line:
    place = f" ({item.place.file}:{item.place.line}:{item.place.column})" if item.place else ""
    severity = said(language)(f"severity-{item.severity.value}")
    return Line("item", f"{severity}{place}: {explain(item, language).message}", strong=item.rule)


def _translations(found: Review, language: str, locales: Mapping[str, Locale]) -> Iterator[Part]:
    word = said(language)
    if not found.translations:
        yield Part(word("translations"), (Line("text", word("translations-none")),))
        return
    for item in found.translations:
        locale = locales.get(language)
        name = language_name(locale, item.language) if locale else item.language
        args = {
            "language": name,
            "touched": len(item.touched),
            "stale": len(item.stale),
            "missing": item.missing,
        }
        text = sentence(word("touched"), args)
        names: Sequence[str] = tuple(dict.fromkeys((*item.stale, *item.touched)))
        lines = tuple(Line("item", name) for name in names)
        yield Part(word("translations"), (Line("text", text), *lines), folded=True, count=len(names))


def _conflicts(found: Sequence[Conflict], language: str) -> Iterator[Part]:
    if found:
        lines = tuple(Line("item", conflict_line(item, language)) for item in found)
        yield Part(said(language)("conflicts"), lines)


def _redline(found: Review, language: str, redline: str) -> Part:
    word = said(language)
    sides = shlex.join((found.base, found.head))
    command = f"hoshin diff {sides} --document {found.document} --view redline --format html --out redline"
    lines = (Line("text", redline),) if redline else (Line("text", word("redline-how")), Line("command", command))
    return Part(word("redline"), lines)
