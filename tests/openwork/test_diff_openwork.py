"""Every edit of a single leaf of OpenWork's policy is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from policy_variants import Place, is_valid, leaves, put, without

from hoshin.diff.canonical import Canonical, canonical
from hoshin.diff.compare import compare
from hoshin.diff.draft import drafts
from hoshin.diff.kinds import KINDS
from hoshin.diff.run import diff
from hoshin.policy.load import Loaded, assemble, load_document
from hoshin.policy.project import read_snapshot
from hoshin.schema.policy import Policy

ROOT = Path(__file__).parents[2]
READING = load_document(read_snapshot(ROOT), "openwork")
assert READING.loaded is not None
OPENWORK: Loaded = READING.loaded
DATA: dict[str, Any] = OPENWORK.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
SIDE: Canonical = canonical(OPENWORK)
PLACES = list(leaves(DATA))
WORDS = (
    "unknown", "none", "may", "will", "other", "exhaustive", "non_exhaustive", "about", "closest",
    "third_party", "archive", "promptly", "fr", "eu-gdpr:A6-1-e", "only", "on_date", "email", "exact", "opt_in",
    "legal", "server", "processor", "all", "minimisation", "log", "never", "person", "none", "lower_alpha",
    "post", "questions", "DE", "law", "block", "named", "details", "P1Y", "https://other.example/",
)  # fmt: skip
WORKED: dict[str | int, str] = {}
"""What was a valid other value of a field before; tried first."""


def other_values(place: Place) -> Iterator[Any]:
    here: Any = DATA
    for step in place:
        here = here[step]
    if isinstance(here, bool):
        yield not here
    elif isinstance(here, int):
        yield here + 1
    else:
        key = next(step for step in reversed(place) if isinstance(step, str))
        for word in dict.fromkeys((WORKED.get(key, f"{here} other"), f"{here} other", f"{here}-other", *WORDS)):
            if word != here:
                WORKED[key] = word if not word.endswith("other") else WORKED.get(key, word)
                yield word


def mutants(place: Place) -> Iterator[dict[str, Any]]:
    changed = next((data for value in other_values(place) if is_valid(data := put(DATA, place, value))), None)
    if changed is not None:
        yield changed
    if is_valid(gone := without(DATA, place)):
        yield gone


def kinds_of(data: dict[str, Any]) -> list[str]:
    new = assemble("openwork", Policy.model_validate(data), {})
    sides = SIDE, canonical(new, like=(OPENWORK, SIDE))
    return [draft.kind for draft in drafts(compare(*sides), *sides)]


def test_the_policy_does_not_differ_from_itself() -> None:
    assert diff(OPENWORK, OPENWORK).events == ()


@pytest.mark.parametrize("key", DATA)
def test_every_edit_of_a_leaf_is_told(key: str) -> None:
    places = [place for place in PLACES if place[0] == key]
    changed = 0
    for place in places:
        for data in mutants(place):
            changed += 1
            if Policy.model_validate(data) == OPENWORK.policy:
                continue  # a default written out says nothing more
            kinds = kinds_of(data)
            assert kinds, str(place)
            assert "FIELD_CHANGED" not in kinds, place
            assert set(kinds) <= set(KINDS)
    assert changed >= len(places) * 0.9


def test_a_shorter_retention_is_one_event_with_its_sentence() -> None:
    data = put(DATA, ("retention", 0, "period"), "P7Y")
    report = diff(OPENWORK, assemble("openwork", Policy.model_validate(data), {}))
    (event,) = report.events
    assert (event.kind, event.class_, event.units) == ("RETENTION_SHORTENED", "notable", ("retention/default/text",))
    assert report.bump == "minor"
