"""`hoshin review --base REV`: the one report that a pull request needs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.days import day
from hoshin.kernel.aside import in_a_copy
from hoshin.publish.git import merge_base
from hoshin.publish.opening import choose_document
from hoshin.publish.review_start import Question, start
from hoshin.publish.revision import Revision, base_of, resolve

_LEVELS = ("error", "warning", "info", "material", "notable", "editorial")
_MOST = 65_536
"""Characters of a review comment that hosts take."""


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `--base`, `--head`, `--format`, `--fail-on`, the two days, `--most` and `--redline`."""
    parser.add_argument("--base", metavar="REV", help=words["review.base"])
    parser.add_argument("--head", metavar="REV", default="draft", help=words["review.head"])
    parser.add_argument("--format", choices=("markdown", "json", "html"), default="markdown", help=words["format"])
    parser.add_argument("--fail-on", choices=_LEVELS, default="error", help=words["review.fail_on"])
    parser.add_argument("--effective", metavar="DATE", type=day, help=words["effective"])
    parser.add_argument("--published", metavar="DATE", type=day, help=words["published"])
    parser.add_argument("--most", metavar="N", type=int, default=_MOST, help=words["review.most"])
    parser.add_argument("--redline", metavar="URL", default="", help=words["review.redline"])


def run(options: argparse.Namespace) -> Answer:
    """The report; 1 when it reaches `--fail-on`, 3 when the base cannot be read."""
    language = options.messages or messages_language(())
    root = project.root_of(options)
    head = resolve(options.head, root, options.document)
    document = choose_document(head.snapshot, options.document)
    base = base_of(options.base, root, document)
    today = options.published or date.today()  # noqa: DTZ011 - the day where the user is
    started = start(base, head, document, Question(today, options.effective, language, root), in_a_copy)
    from hoshin.cli.reports.review import answer  # noqa: PLC0415 - all this is loaded while the rules run in a copy

    return answer(started, _parent(base, head, options, document), options, language)


def _parent(base: Revision, head: Revision, options: argparse.Namespace, document: str) -> Revision | None:
    """The commit that the base branch and the reviewed side come from, where the branch has moved on."""
    if not base.name.startswith("git:"):
        return None
    root = project.root_of(options)
    there = head.name.removeprefix("git:") if head.name.startswith("git:") else "HEAD"
    commit = merge_base(root, base.name.removeprefix("git:"), there)
    return resolve(f"git:{commit}", root, document) if commit else None
