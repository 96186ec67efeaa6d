"""Take any fact out of a complete policy: exactly the rules that guard it speak (tests/laws/mutations/*.yaml).

`UPDATE=1 pytest tests/laws/test_mutations.py` writes the tables anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from laws.patching import complete
from ruamel.yaml import YAML

from hoshin.check.laws.days import Days
from hoshin.check.laws.registry import PACKS
from hoshin.check.run import check_policy
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms

FOLDER = Path(__file__).parent / "mutations"
TODAY = Days(date(2026, 11, 22))
KEPT = frozenset({"document", "jurisdictions", "sections", "subjects", "references"})
"""What makes the policy one, or is no fact that a law asks for by itself."""
OPTIONAL_FIELDS = frozenset(
    {"id", "title", "of", "kind", "name", "law", "purposes", "uses", "data", "basis", "right", "role"}
)
"""Fields that identify an entry or link it: without them it is another fact."""


def mutations(policy: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each fact and each of its fields with the policy that lacks it."""
    for key, value in policy.items():
        if key not in KEPT:
            yield key, {name: other for name, other in policy.items() if name != key}
            parts = _of_list(key, value) if isinstance(value, list) else _of_mapping(key, value)
            yield from ((path, {**policy, key: less}) for path, less in parts)


def _of_list(key: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, object]]:
    for position, one in enumerate(entries):
        before, after = entries[:position], entries[position + 1 :]
        if before or after:
            yield f"{key}/{one['id']}", [*before, *after]
        for field in (name for name in one if name not in OPTIONAL_FIELDS):
            yield f"{key}/{one['id']}/{field}", [*before, _less(one, field), *after]


def _of_mapping(key: str, value: dict[str, Any]) -> Iterator[tuple[str, object]]:
    if "status" not in value and len(value) > 1:
        yield from ((f"{key}/{field}", _less(value, field)) for field in value)


def _less(value: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: part for name, part in value.items() if name != field}


def raised(policy: dict[str, Any]) -> list[str] | None:
    """Ids of the laws' rules that speak; None where the policy can no longer be read."""
    data = json.dumps(policy, ensure_ascii=False).encode()
    snapshot = Snapshot({"policy/example/policy.yaml": data})
    loaded = load_document(snapshot, "example").loaded
    if loaded is None:
        return None
    found = check_policy(loaded, project_terms(snapshot), days=TODAY)
    return sorted({item.rule for item in found if item.law is not None})


def table(name: str) -> dict[str, list[str]]:
    told = {path: raised(policy) for path, policy in mutations(complete(name))}
    return {path: rules for path, rules in told.items() if rules}


@pytest.mark.parametrize("name", PACKS)
def test_what_is_taken_out_raises_exactly_the_rules_that_guard_it(name: str) -> None:
    file = FOLDER / f"{name}.yaml"
    made = table(name)
    if os.environ.get("UPDATE"):
        lines = [
            f"# Taken out of tests/laws/{name}.yaml: the rules that speak.",
            *(f"{path}: [{', '.join(rules)}]" for path, rules in made.items()),
        ]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert made == YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PACKS)
def test_every_table_holds_the_facts_that_the_law_mandates(name: str) -> None:
    listed = YAML(typ="safe", pure=True).load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    mandated = {
        "gdpr": {"controller", "purposes", "recipients", "transfers", "retention", "rights/access", "rights/complaint"},
        "uk": {"rights/complain-to-us", "retention", "rights/erasure"},
        "appi": {"controller", "purposes", "security_measures", "requests"},
        "tba": {"technologies"},
        "ccpa": {"retention", "rights/know", "recipients", "dates/last-updated"},
    }
    assert mandated[name] <= listed.keys()
