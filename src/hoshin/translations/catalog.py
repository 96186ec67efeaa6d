"""A document's overlay in one language: unit id, source text as translated, translation (translations.md 3)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place, Places, RawPath, nearest_place
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import Parsed, parse

_KEYS = ("note", "same", "omit")
_LONGEST = 20_000
"""Characters of a text, as in the source."""


class Entry(Struct, frozen=True):
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

    @property
    def has_answer(self) -> bool:
        """Whether somebody decided what this language says: a translation, the same words, or none on purpose."""
        return bool(self.text or self.omit)


class Catalog(Struct, frozen=True):
    """All entries of one document in one language, with their places.

    `readable` tells that the file says which texts it holds; without that nothing can be called missing.
    """

    locale: str
    file: str
    entries: Mapping[str, Entry]
    places: Places
    findings: tuple[Finding, ...] = ()
    readable: bool = True

    def place(self, unit_id: str) -> Place:
        """Where the entry stands; the head of the file for one that is not there."""
        return self.place_of(self.entries.get(unit_id))

    def place_of(self, entry: Entry | None) -> Place:
        """Where that entry stands; the head of the file for none."""
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


def read_catalog(
    snapshot: Snapshot, document: str, source: str, locale: str, *, file: str = "", root: str = "units"
) -> Catalog:
    """Read `translations/<locale>/<document>.yaml`; faults are findings, a missing file is empty.

    `file` and `root` name another file of entries and the key that they stand under.
    """
    name = file or f"translations/{locale}/{document}.yaml"
    data = snapshot.files.get(name)
    return Catalog(locale, name, {}, {}) if data is None else _read(data, name, (source, locale), root, alone=not file)


@lru_cache(maxsize=8)
def _read(data: bytes, file: str, langs: tuple[str, str], root: str, *, alone: bool) -> Catalog:
    """Kept, since a comparison asks for the same file of both sides again and again; nobody changes a catalogue."""
    source, locale = langs
    parsed = parse(data, file)
    findings = list(parsed.findings)
    entries: dict[str, Entry] = {}
    for unit_id, body in _units(parsed, findings, root, alone=alone).items():
        raw: RawPath = (root, unit_id)
        if isinstance(body, dict):
            findings += _faults(body, raw, (source, locale, *_KEYS), parsed.places)
            entries[unit_id] = _entry(body, source, locale, raw)
        else:
            findings.append(_wrong(unit_id, raw, parsed.places))
    readable = bool(entries) or not any(item.severity is Severity.ERROR for item in findings)
    return Catalog(locale, file, entries, parsed.places, tuple(findings), readable)


def _units(parsed: Parsed, findings: list[Finding], root: str, *, alone: bool) -> Mapping[str, object]:
    """What stands under `root`, the only key where it is `alone`; faults of the file go to `findings`."""
    places = parsed.places
    if parsed.value is None:
        return {}
    if not isinstance(parsed.value, dict):
        findings.append(finding("DOC121", Severity.ERROR, "", places[()], message="DOC121.root"))
        return {}
    findings += [_unknown(key, (root,), (key,), places) for key in parsed.value if alone and key != root]
    units = parsed.value.get(root) or {}
    if isinstance(units, dict):
        return units
    place, message = nearest_place(places, (root,)), "DOC124.expects-mapping"
    findings.append(finding("DOC124", Severity.ERROR, root, place, message=message, key=root))
    return {}


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
    """A text that can be used, cut to its greatest length; nothing but spaces is none."""
    return value[:_LONGEST] if isinstance(value, str) and value.strip() else ""


def _faults(body: Mapping[str, object], raw: RawPath, known: tuple[str, ...], places: Places) -> list[Finding]:
    found = [_unknown(key, known, (*raw, key), places) for key in body if key not in known]
    found += [
        _wrong(key, (*raw, key), places)
        for key, value in body.items()
        if (key == "same" and value is not True)
        or (key == "omit" and not (isinstance(value, dict) and set(value) == {"reason"} and _text(value["reason"])))
        or (key in known[:3] and not isinstance(value, str))
    ]
    found += [_too_long(key, (*raw, key), places) for key, value in body.items() if len(str(value)) > _LONGEST]
    return found


def _too_long(key: str, raw: RawPath, places: Places) -> Finding:
    path, place = "/".join(str(part) for part in raw), nearest_place(places, raw)
    return finding("DOC124", Severity.ERROR, path, place, message="DOC124.too-long", key=key, limit=str(_LONGEST))


def _unknown(key: str, known: tuple[str, ...], raw: RawPath, places: Places) -> Finding:
    near = nearest(key, known)
    message = "DOC119.near" if near else "DOC119.unknown"
    more: Mapping[str, str | tuple[str, ...]] = {"near": near} if near else {"known": known}
    path = "/".join(str(part) for part in raw)
    return finding("DOC119", Severity.ERROR, path, nearest_place(places, raw), message=message, key=key, **more)


def _wrong(key: str, raw: RawPath, places: Places) -> Finding:
    path = "/".join(str(part) for part in raw) or key
    return finding("tr-broken-file", Severity.ERROR, path, nearest_place(places, raw), key=key)
