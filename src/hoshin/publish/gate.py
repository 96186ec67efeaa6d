"""All checks in order (DESIGN.md section 6): the one place that joins reading, rules and translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from hoshin.check.laws.days import Days
from hoshin.diff.decisions.read import read_decisions
from hoshin.kernel.aside import Aside, when_asked
from hoshin.kernel.finding import Finding, Severity, finding, sort_key
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.language_findings import language_findings
from hoshin.publish.layout import check_layout
from hoshin.publish.ruled import Begun, begin
from hoshin.publish.rules_file import read_rules
from hoshin.publish.settings import read_settings
from hoshin.translations.accepted import FILE as RULES_FILE
from hoshin.translations.levels import Gate


def check_document(
    snapshot: Snapshot, name: str, days: Days | None = None, gate: Gate = "check"
) -> tuple[Finding, ...]:
    """Every finding on one document of a snapshot, sorted by place. Without `days` no law is asked.

    Translations are as bad as they are at that `gate`. Waivers are applied where all documents are known.
    """
    (begun,) = begin([(snapshot, name, load_document(snapshot, name))], days)
    return _sorted((*snapshot.findings, *_beside_rules((begun,), days, gate), *begun.ruled()))


def _beside_rules(documents: Sequence[Begun], days: Days | None, gate: Gate) -> Iterator[Finding]:
    """Faults of files, languages and translations."""
    for begun in documents:
        loaded = begun.reading.loaded
        yield from read_settings(begun.snapshot)[1]
        yield from begun.reading.findings
        yield from read_decisions(begun.snapshot, begun.name).findings
        if loaded is not None:
            yield from language_findings(begun.snapshot, loaded, gate, days.today if days else None)
            yield from _zone(loaded)


def _zone(loaded: Loaded) -> Iterator[Finding]:
    """A time zone that is none; nothing where the machine has no database of them."""
    zone = loaded.policy.document.timezone
    if zone is None or _is_zone(zone) or not (known := available_timezones()):
        return
    near = nearest(zone, known) or ""
    message = "DOC124.timezone-near" if near else "DOC124.timezone"
    place = loaded.place(("document", "timezone"))
    yield finding("DOC124", Severity.ERROR, "document/timezone", place, message=message, value=zone, near=near)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):  # OSError: a folder of the database, such as "Asia"
        return False
    return True


def check_project(
    snapshot: Snapshot,
    names: tuple[str, ...],
    days: Days | None = None,
    more: Iterable[Finding] = (),
    gate: Gate = "check",
    aside: Aside = when_asked,
) -> tuple[Finding, ...]:
    """Every finding on several documents and on the tree of files, each told once.

    `more` was found beside the snapshot, such as in the archive. Translations are as bad as they are at that `gate`.
    """
    begun = begin([(snapshot, name, load_document(snapshot, name)) for name in names], days, aside)
    return check_begun(snapshot, begun, days, more, gate)()


def check_begun(
    snapshot: Snapshot,
    documents: Sequence[Begun],
    days: Days | None = None,
    more: Iterable[Finding] = (),
    gate: Gate = "check",
) -> Callable[[], tuple[Finding, ...]]:
    """What waits for the findings of `check_project`, on documents of that snapshot whose rules are under way.

    All but the rules is asked before it is given.
    """
    found = [*snapshot.findings, *more, *check_layout(snapshot), *_beside_rules(documents, days, gate)]
    return lambda: _with_rules(snapshot, found, documents, days)


def _with_rules(
    snapshot: Snapshot, found: list[Finding], documents: Sequence[Begun], days: Days | None
) -> tuple[Finding, ...]:
    rules = read_rules(snapshot)
    found = [*found, *(item for begun in documents for item in begun.ruled())]
    if snapshot.files.get(RULES_FILE) is not None and days is not None:
        from hoshin.publish.rules_applied import applied  # noqa: PLC0415 - knows all rules; few projects have that file

        found = list(applied(dict.fromkeys(found), rules, days.today))
    return _sorted(found)


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(found), key=sort_key))
