"""A review for programs: the report of changes as decided, findings, and what is missing, with its entries to paste."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import to_builtins

from hoshin.kernel.finding import Finding
from hoshin.publish.review import Review
from hoshin.publish.skeleton import block
from hoshin.translations.messages import explain


def as_json(found: Review, language: str) -> str:
    """The review as JSON, the same bytes for the same review."""
    decided = found.decided
    unreadable = found.unreadable
    data = {
        "schema": "hoshin-review/1",
        "document": found.document,
        "base": found.base,
        "head": found.head,
        "comparable": decided is not None,
        "unreadable": {"message": unreadable.message, **_plain(unreadable.args_)} if unreadable else None,
        "changes": to_builtins(decided.comparison.report) if decided else None,
        "notice": to_builtins(found.gate),
        "missing": [
            {
                "event": item.event.event_id,
                "needs": list(item.needs),
                "entry": item.entry,
                "yaml": None if item.entry else block(item, decided.told, decided.languages, language),
            }
            for item in decided.missing
        ]
        if decided
        else [],
        "findings": {
            "new": [_finding(item, language) for item in found.new],
            "fixed": [_finding(item, language) for item in found.fixed],
        },
        "translations": [
            {
                "language": item.language,
                "touched": list(item.touched),
                "stale": list(item.stale),
                "missing": item.missing,
            }
            for item in found.translations
        ],
        "conflicts": [
            {"kind": item.kind, "path": list(item.path), "remover": item.remover, "detail": list(item.detail)}
            for item in found.conflicts
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(args: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in args.items()}


def _finding(item: Finding, language: str) -> dict[str, object]:
    told = explain(item, language)
    place = item.place
    return {
        "rule": item.rule,
        "severity": item.severity.value,
        "path": item.path,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": told.message,
        "help": told.help,
    }
