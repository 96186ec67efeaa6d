"""A document's overlay in one language: unit id, source text as translated, translation (translations.md 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place, Places, RawPath, nearest_place
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse

_KEYS = ("note", "same", "omit")


@dataclass(frozen=True, slots=True)
class Entry:
    """One translated unit: the snapshot of its source, its translation, and what people noted."""

    source: str = ""
    target: str = ""
    note: str = ""
    same: bool = False
    omit: str = ""
    raw: RawPath = ()

    @property
    def text(self) -> str:
        """What the document prints: the translation, or the source where both are the same on purpose."""
        return self.target or (self.source if self.same else "")


@dataclass(frozen=True, slots=True)
class Catalog:
    """All entries of one document in one language, with their places."""

    locale: str
    file: str
    entries: Mapping[str, Entry]
    places: Places
    findings: tuple[Finding, ...] = ()

    def place(self, unit_id: str) -> Place:
        """Where the entry stands; the head of the file for one that is not there."""
        entry = self.entries.get(unit_id)
        found = nearest_place(self.places, entry.raw if entry else ("units",))
        return found or Place(self.file, 1, 1)


def locales_of(snapshot: Snapshot, document: str) -> tuple[str, ...]:
    """Languages that have an overlay of this document."""
    ending = f"/{document}.yaml"
    return tuple(
        sorted(
            path.split("/")[1] for path in snapshot.files if path.startswith("translations/") and path.endswith(ending)
        )
    )


def read_catalog(snapshot: Snapshot, document: str, source: str, locale: str) -> Catalog:
    """Read `translations/<locale>/<document>.yaml`; faults are findings, a missing file is empty."""
    file = f"translations/{locale}/{document}.yaml"
    data = snapshot.files.get(file)
    if data is None:
        return Catalog(locale, file, {}, {})
    parsed = parse(data, file)
    findings = list(parsed.findings)
    entries: dict[str, Entry] = {}
    root = parsed.value if isinstance(parsed.value, dict) else {}
    findings += [_unknown(str(key), ("units",), (key,), parsed.places) for key in root if key != "units"]
    units = root.get("units") or {}
    if not isinstance(units, dict):
        findings.append(_wrong("units", (), parsed.places))
        units = {}
    for unit_id, body in units.items():
        raw: RawPath = ("units", unit_id)
        if isinstance(body, dict):
            findings += _faults(body, raw, (source, locale, *_KEYS), parsed.places)
            entries[unit_id] = _entry(body, source, locale, raw)
        else:
            findings.append(_wrong(unit_id, raw, parsed.places))
    return Catalog(locale, file, entries, parsed.places, tuple(findings))


def _entry(body: Mapping[str, object], source: str, locale: str, raw: RawPath) -> Entry:
    omit = body.get("omit")
    return Entry(
        _text(body.get(source)),
        _text(body.get(locale)),
        _text(body.get("note")),
        body.get("same") is True,
        _text(omit.get("reason")) if isinstance(omit, dict) else "",
        raw,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _faults(body: Mapping[str, object], raw: RawPath, known: tuple[str, ...], places: Places) -> list[Finding]:
    found = [_unknown(key, known, (*raw, key), places) for key in body if key not in known]
    found += [
        _wrong(key, (*raw, key), places)
        for key, value in body.items()
        if (key == "same" and value is not True)
        or (key == "omit" and not (isinstance(value, dict) and set(value) == {"reason"} and _text(value["reason"])))
        or (key in known[:3] and not isinstance(value, str))
    ]
    return found


def _unknown(key: str, known: tuple[str, ...], raw: RawPath, places: Places) -> Finding:
    near = nearest(key, known)
    message = "DOC119.near" if near else "DOC119.unknown"
    more: Mapping[str, str | tuple[str, ...]] = {"near": near} if near else {"known": known}
    path = "/".join(str(part) for part in raw)
    return finding("DOC119", Severity.ERROR, path, nearest_place(places, raw), message=message, key=key, **more)


def _wrong(key: str, raw: RawPath, places: Places) -> Finding:
    path = "/".join(str(part) for part in raw) or key
    return finding("tr-broken-file", Severity.ERROR, path, nearest_place(places, raw), key=key)
