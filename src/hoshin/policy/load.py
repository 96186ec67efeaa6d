"""From files to a typed policy with the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from hoshin.kernel.finding import Finding, Severity, finding, sort_key
from hoshin.kernel.place import Place, Places, RawPath, nearest_place
from hoshin.policy.faults import schema_findings, shown_path
from hoshin.policy.index import Index, build_index
from hoshin.policy.merge import merge_files
from hoshin.policy.shared import with_known
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.units import TextUnit, units
from hoshin.policy.yaml_events import Parsed, Reader, parse
from hoshin.policy.yaml_frames import Yaml
from hoshin.schema.policy import Policy


class Loaded(Struct, frozen=True):
    """A policy that could be read: its facts by path, its texts, and where each stands in the files."""

    name: str
    policy: Policy
    index: Index
    units: tuple[TextUnit, ...]
    places: Places

    def place(self, raw: RawPath) -> Place | None:
        """Where that part of the YAML stands, or the nearest thing around it."""
        return nearest_place(self.places, raw)

    def place_of(self, path: str) -> Place | None:
        """Where the fact stands that `path` names or lies in."""
        entry = self.index.owner(path)
        return self.place(entry.raw) if entry else None


class Reading(Struct, frozen=True):
    """What reading gave: the policy, unless faults forbid it, and all faults at once."""

    loaded: Loaded | None
    findings: tuple[Finding, ...]


Other: TypeAlias = tuple[Snapshot, Loaded]
"""Another revision's files, and what was read of them by the same reader."""


def load_document(snapshot: Snapshot, name: str, read: Reader = parse, like: Other | None = None) -> Reading:
    """Read one document of a snapshot, its files by `read`; every fault is a finding, nothing is raised.

    Facts that `like` has in the same words are taken from it, which saves time and memory and changes nothing; `read`
    should be one that remembers what it gave.
    """
    parsed = _without_blanks(merge_files(snapshot.of_document(name), read))
    if any(item.severity is Severity.ERROR for item in parsed.findings):
        broken = parsed.findings
        return Reading(None, broken + _partial(parsed.value, parsed.places, broken))
    try:
        policy = _typed(parsed.value, read, like)
    except ValidationError as error:
        return Reading(None, parsed.findings + schema_findings(error, parsed.value, parsed.places))
    return Reading(assemble(name, policy, parsed.places), parsed.findings)


def _typed(value: Yaml, read: Reader, like: Other | None) -> Policy:
    """The policy; faults are those of the YAML as it stands."""
    if like is not None:
        files, loaded = like
        other = merge_files(files.of_document(loaded.name), read).value
        with suppress(ValidationError):
            return Policy.model_validate(with_known(value, other, loaded.policy))
    return Policy.model_validate(value)


def _without_blanks(parsed: Parsed) -> Parsed:
    """With a finding for each text of nothing but spaces, which would print as a gap."""
    found = tuple(
        finding(
            "DOC124",
            Severity.ERROR,
            shown_path(raw, parsed.value),
            nearest_place(parsed.places, raw),
            message="DOC124.empty",
            key=next((str(part) for part in reversed(raw) if isinstance(part, str)), ""),
        )
        for raw in _blanks(parsed.value)
    )
    return replace(parsed, findings=tuple(sorted((*parsed.findings, *found), key=sort_key))) if found else parsed


def _blanks(value: Yaml) -> Iterator[RawPath]:
    """The way to every text of nothing but spaces; nesting is bounded by the reader."""
    if isinstance(value, str):
        if value and not value.strip():
            yield ()
    elif isinstance(value, dict | list):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            for rest in _blanks(part):
                yield (step, *rest)


def assemble(name: str, policy: Policy, places: Places) -> Loaded:
    """Index and texts of a policy that is already typed."""
    index = build_index(policy)
    return Loaded(name, policy, index, units(index), places)


def _partial(value: object, places: Places, broken: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Schema faults of what could be read, so that one broken file hides nothing in the others.

    What a broken file may have said is not called missing, and no spot is reported twice.
    """
    unread = {item.place.file for item in broken if item.place and item.rule == "DOC120"}
    told = {item.place for item in broken}
    try:
        Policy.model_validate(value)
    except ValidationError as error:
        found = schema_findings(error, value, places)
        return tuple(
            item
            for item in found
            if item.place not in told
            and not (item.place and item.place.file in unread)
            and not (unread and item.message_id == "DOC124.missing" and "/" not in item.path)
        )
    return ()
