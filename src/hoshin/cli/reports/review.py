"""A review that was begun, finished and written in the format that was asked for."""

from __future__ import annotations

import argparse

from hoshin.cli.answer import Answer
from hoshin.publish.review import Review, fails, review
from hoshin.publish.review_parts import page
from hoshin.publish.review_start import Started
from hoshin.publish.revision import Revision

_LEAST = 1_000
"""Characters below which no review can be folded."""


def answer(started: Started, parent: Revision | None, options: argparse.Namespace, language: str) -> Answer:
    """The report; 1 when it reaches `--fail-on`, 3 when the base cannot be read."""
    found = review(started, parent)
    code = 3 if _base_is_broken(found) else int(fails(found, options.fail_on))
    return Answer(code, _written(found, options, language))


def _base_is_broken(found: Review) -> bool:
    fault = found.unreadable
    return fault is not None and fault.args_.get("revision") == found.base and not found.is_new


def _written(found: Review, options: argparse.Namespace, language: str) -> str:
    """Only the writer that was asked for is loaded."""
    if options.format == "json":
        from hoshin.cli.reports.review_json import as_json  # noqa: PLC0415 - as above

        return as_json(found, language)
    locales = {lang: teller.new.locale for lang, teller in found.decided.told.items()} if found.decided else {}
    made = page(found, language, locales, options.redline)
    if options.format == "html":
        from hoshin.cli.reports.review_html import as_html  # noqa: PLC0415 - as above

        return as_html(made)
    from hoshin.cli.reports.review_markdown import as_markdown  # noqa: PLC0415 - as above

    return as_markdown(made, max(options.most, _LEAST))
