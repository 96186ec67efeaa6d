"""`hoshin changelog`: what changed over many revisions, step by step and in one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import to_builtins

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.terminal import fitted
from hoshin.diff.chg import CLASSES
from hoshin.publish.comparison import Comparison, compare
from hoshin.publish.history import Step, default_revisions, steps
from hoshin.publish.review_words import headline, said
from hoshin.publish.revision import Revision, resolve
from hoshin.publish.telling import tellers
from hoshin.translations.catalogues import sentence


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add revisions, `--net` and `--format`."""
    parser.add_argument("revisions", metavar="REV", nargs="*", help=words["log.revs"])
    parser.add_argument("--net", action="store_true", help=words["changelog.net"])
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help=words["format"])


def run(options: argparse.Namespace) -> Answer:
    """The newest step first; with `--net` the first and the last revision compared directly stand before all."""
    root = project.root_of(options)
    language = options.messages or messages_language(())
    named = tuple(resolve(name, root, options.document) for name in options.revisions)
    revisions = named or default_revisions(root, options.document)
    walked = list(steps(revisions, options.document))
    net = _net(revisions, options) if options.net and revisions else None
    if options.format == "json":
        return Answer(0, _json(net, walked))
    langs = tuple(options.lang.split(",")) if options.lang else (language,)
    parts = [_told(net, langs, language, options.format)] if net else []
    parts += [_told(step, langs, language, options.format) for step in reversed(walked)]
    text = "\n\n".join(parts) + "\n" if parts else said(language)("nothing") + "\n"
    return Answer(0, fitted(text) if options.format == "text" else text)


def _net(revisions: Sequence[Revision], options: argparse.Namespace) -> Step:
    """What was added and removed in between does not stand here: only what is different now."""
    first, last = revisions[0], revisions[-1]
    return Step(compare(first, last, options.document, root=project.root_of(options)), first.name, last.name)


def _told(step: Step, langs: Sequence[str], language: str, form: str) -> str:
    mark = "## " if form == "markdown" else ""
    title = sentence(said(language)("step"), {"before": step.before, "after": step.after})
    lines = [f"{mark}{title}", *([""] if mark else []), headline(step.comparison.report, language)]
    return "\n".join([*lines, *_events(step.comparison, langs, language, form)])


def _events(comparison: Comparison, langs: Sequence[str], language: str, form: str) -> Iterator[str]:
    """Sentences by class, the most serious first, each with the note of the people who released it."""
    told = tellers(comparison, langs)
    for class_ in reversed(CLASSES):
        events = [event for event in comparison.report.events if event.class_ == class_]
        if events:
            heading = said(language)(f"{class_}-heading")
            yield from ("", f"### {heading}", "") if form == "markdown" else ("", heading)
        for event in events:
            for number, (lang, teller) in enumerate(told.items()):
                yield f"{'- ' if number == 0 else '  '}{teller.sentence(event)}"
                if event.note and (text := event.note.texts.get(lang)):
                    yield f"  {text}"


def _json(net: Step | None, walked: Sequence[Step]) -> str:
    data = {
        "net": _report(net) if net else None,
        "steps": [_report(step) for step in walked],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _report(step: Step) -> object:
    return to_builtins(step.comparison.report)
