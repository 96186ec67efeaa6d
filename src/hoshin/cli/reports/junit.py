"""Findings as JUnit XML: a test case each, so that any CI lists them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding, Severity, sort_key
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.messages import explain


def as_junit(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """A suite for each file. An error or warning fails its case, an info passes, a waived one is skipped."""
    lines = Lines(snapshot)
    ordered = sorted((pinpoint(item, lines) for item in findings), key=sort_key)
    suites = [_suite(file, tuple(items), language) for file, items in groupby(ordered, key=_file)]
    counts = f'tests="{len(ordered)}" failures="{sum(map(_fails, ordered))}"'
    body = "".join(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hoshin" {counts}>\n{body}</testsuites>\n'


def _file(item: Finding) -> str:
    return item.place.file if item.place else ""


def _fails(item: Finding) -> bool:
    return item.severity is not Severity.INFO and item.waived is None


def _suite(file: str, items: tuple[Finding, ...], language: str) -> str:
    counts = f'tests="{len(items)}" failures="{sum(map(_fails, items))}"'
    skipped = f'skipped="{sum(item.waived is not None for item in items)}"'
    cases = "".join(_case(item, language) for item in items)
    return f"  <testsuite name={quoteattr(_clean(file or 'hoshin'))} {counts} {skipped}>\n{cases}  </testsuite>\n"


def _case(item: Finding, language: str) -> str:
    explained = explain(item, language)
    place = str(item.place) if item.place else item.path
    text = "\n".join(part for part in (place, explained.message, explained.help, explained.ground) if part)
    name = quoteattr(_clean(f"{item.rule} {item.path}"))
    head = f"    <testcase classname={quoteattr(_clean(item.rule))} name={name}>"
    message, body = quoteattr(_clean(explained.message)), escape(_clean(text))
    if item.waived is not None:
        inner = f"<skipped message={quoteattr(_clean(item.waived.reason))}/>"
    elif _fails(item):
        inner = f"<failure type={quoteattr(item.severity.value)} message={message}>{body}</failure>"
    else:
        inner = f"<system-out>{body}</system-out>"
    return f"{head}{inner}</testcase>\n"


def _clean(text: str) -> str:
    """Without characters that XML 1.0 cannot hold."""
    return "".join(
        sign if sign in "\t\n\r" or " " <= sign <= "\ud7ff" or sign >= "\ue000" else "\ufffd" for sign in text
    )
