"""The files of one document as one mapping: legal splits them as it likes."""

from __future__ import annotations

from collections.abc import Sequence

from hoshin.kernel.finding import Finding, Severity, finding, sort_key
from hoshin.kernel.place import Place, Places
from hoshin.policy.yaml_events import Parsed, Reader, parse
from hoshin.policy.yaml_faults import shown
from hoshin.policy.yaml_frames import Yaml
from hoshin.policy.yaml_places import MergedPlaces


def merge_files(files: Sequence[tuple[str, bytes]], read: Reader = parse) -> Parsed:
    """Read files, given as name and bytes, and merge their top-level keys.

    A key in two files and a file that is no mapping are findings (the first file by name keeps the key); an empty file
    says nothing. The order in which the files are given never matters. What a broken file would have said is missing.
    `read` stands in for `parse` where files were read before.
    """
    value: dict[str, Yaml] = {}
    start: Place | None = None
    places: dict[str, Places] = {}
    findings: list[Finding] = []
    for name, data in sorted(files):
        parsed = read(data, name)
        findings.extend(parsed.findings)
        start = start or parsed.places[()]
        if isinstance(parsed.value, dict):
            taken = {key: entry for key, entry in parsed.value.items() if key not in value}
            findings.extend(_twice(key, parsed, places[key]) for key in parsed.value if key not in taken)
            places.update(dict.fromkeys(taken, parsed.places))
            value.update(taken)
        elif parsed.value is not None:
            findings.append(finding("DOC121", Severity.ERROR, "", parsed.places[()], message="DOC121.root"))
    return Parsed(value, MergedPlaces(start, places) if start else {}, tuple(sorted(findings, key=sort_key)))


def _twice(key: str, parsed: Parsed, places: Places) -> Finding:
    first, place = str(places[(key,)]), parsed.places[(key,)]
    return finding("DOC121", Severity.ERROR, key, place, message="DOC121.duplicate-key", key=shown(key), first=first)
