"""Findings as Markdown and as an HTML page, through the same document."""

from __future__ import annotations

from collections.abc import Sequence

from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.document.findings import findings_document
from hoshin.document.nodes import Document
from hoshin.kernel.finding import Finding
from hoshin.policy.snapshot import Snapshot
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.translations.catalogues import words


def as_markdown(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """GitHub-flavoured Markdown."""
    return renderer("md")(_document(findings, snapshot, language), Look()).decode("utf-8")


def as_html(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """One page without script."""
    return renderer("html")(_document(findings, snapshot, language), Look()).decode("utf-8")


def _document(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> Document:
    lines = Lines(snapshot)
    names = snapshot.documents()
    name = names[0] if len(names) == 1 else "policy"
    return findings_document([pinpoint(item, lines) for item in findings], language, words(language, "document"), name)
