"""Findings as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hoshin.cli.reports.pinpoint import Lines, pinpoint
from hoshin.kernel.finding import Finding, sort_key
from hoshin.kernel.fingerprint import fingerprint
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.grounds import cited
from hoshin.translations.messages import explain, rule_title
from hoshin.version import __version__

_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES: Final = ("en", "ja")
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding], snapshot: Snapshot, language: str) -> str:
    """One run with all findings in the order of the report; waived ones are suppressed, not left out."""
    lines = Lines(snapshot)
    ordered = sorted((pinpoint(item, lines) for item in findings), key=sort_key)
    rules = list(dict.fromkeys(item.rule for item in ordered))
    driver = {
        "name": "hoshin",
        "semanticVersion": __version__,
        "rules": list(_rules(rules, ordered, language)),
    }
    run = {
        "tool": {"driver": driver},
        "language": {"en": "en-US", "ja": "ja-JP"}.get(language, language),
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, rules, language) for item in ordered],
    }
    report = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _rules(rules: Iterable[str], found: Sequence[Finding], language: str) -> Iterator[dict[str, object]]:
    first = {item.rule: item for item in reversed(found)}
    for rule in rules:
        item = first[rule]
        title = rule_title(rule, language) if item.law is not None else explain(item, language).message
        yield {
            "id": rule,
            "shortDescription": {"text": title},
            "defaultConfiguration": {"level": _LEVELS[item.severity.value]},
        }


def _result(item: Finding, rules: list[str], language: str) -> dict[str, object]:
    explained = explain(item, language)
    parts = (explained.message, explained.help, explained.ground)
    result: dict[str, object] = {
        "ruleId": item.rule,
        "ruleIndex": rules.index(item.rule),
        "level": _LEVELS[item.severity.value],
        "message": {"text": "\n\n".join(part for part in parts if part)},
        "partialFingerprints": {"hoshin/v1": fingerprint(item)},
        "properties": _properties(item),
    }
    if item.place is not None:
        result["locations"] = [_location(item)]
    if item.waived is not None:
        told = f"{item.waived.reason} ({item.waived.by}, {item.waived.until})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": told}]
    return result


def _location(item: Finding) -> dict[str, object]:
    assert item.place is not None  # noqa: S101 the caller asked
    region = {"startLine": item.place.line, "startColumn": item.place.column}
    physical = {"artifactLocation": {"uri": _uri(item.place.file)}, "region": region}
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": item.path}]}


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only this report names files as addresses

    return quote(file)


def _properties(item: Finding) -> dict[str, object]:
    texts = {language: explain(item, language) for language in _LANGUAGES}
    told: dict[str, object] = {
        "path": item.path,
        "texts": {language: {"message": one.message, "help": one.help} for language, one in texts.items()},
    }
    if item.law is not None:
        told["grounds"] = {lang: [cited(ground, lang) for ground in item.law.grounds] for lang in _LANGUAGES}
        told["certain"] = item.law.certain
        told["confirmed"] = item.law.confirmed
    return told
