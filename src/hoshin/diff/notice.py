"""The notice period of a release: how long, from when, and whether the effective date keeps it (rules.md 8.4)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.bump import BUMPS
from hoshin.diff.change import Report
from hoshin.diff.effective import day_of
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.load import Loaded
from hoshin.schema.period import Duration

Verdict = Literal["not-needed", "kept", "too-short", "undetermined"]


class Notice(Struct, frozen=True, kw_only=True):
    """What the notice period asks of a release.

    `days` are the project's own, `promise` the period printed in the version in force: the later end of both counts.
    `earliest` is the first day on which the release may take effect if it is published on `published`. Without a
    stated effective date the verdict is undetermined, never kept.
    """

    days: int
    promise: str | None = None
    published: date | None = None
    effective: date | None = None
    earliest: date | None = None
    verdict: Verdict


def notice(
    report: Report, old: Loaded, new: Loaded, days: int, *, published: date | None, effective: date | None
) -> Notice:
    """The notice that a release of the new side needs. Only material releases are held.

    `published` is the day on which it would be published, `effective` the day from which it is to hold; a document that
    states one itself counts first. A later day of announcement counts instead of that of publication.
    """
    promise = _promise(old)
    stated = day_of(new.policy, "effective") or effective
    told = max((day for day in (published, day_of(new.policy, "announced")) if day), default=None)
    made = Notice(
        days=days,
        promise=promise.text if promise else None,
        published=told,
        effective=stated,
        earliest=earliest(told, days, promise) if told else None,
        verdict="not-needed",
    )
    if report.bump != "major":
        return made
    if made.effective is None or made.earliest is None:
        return replace(made, verdict="undetermined")
    return replace(made, verdict="kept" if made.effective >= made.earliest else "too-short")


def _promise(old: Loaded) -> Duration | None:
    """The promise made to people binds: that of the version in force."""
    amendments = old.policy.amendments
    return amendments.notice.period if amendments and amendments.notice else None


def earliest(published: date, days: int, promise: Duration | None) -> date:
    """The first day on which both periods are over, in calendar days of the policy's time zone."""
    own = published + timedelta(days=days)
    return max(own, after(published, promise)) if promise else own


def after(day: date, period: Duration) -> date:
    """The day a period later. A month that lacks the day ends on its last one; hours begin a further day."""
    months = day.month - 1 + period.months + 12 * period.years
    year, month = min(day.year + months // 12, date.max.year), months % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    clock = 3600 * period.hours + 60 * period.minutes + period.seconds
    more = period.days + 7 * period.weeks - (-clock // 86_400)
    return date.max if more > (date.max - moved).days else moved + timedelta(days=more)


def release_findings(report: Report, gate: Notice, old: Loaded, new: Loaded) -> Iterator[Finding]:
    """What keeps the new side from being released: its version, its notice period, its dates (REL101, 102, 104)."""
    raised = report.declared_bump
    if raised is not None and BUMPS.index(raised) < BUMPS.index(report.bump):
        args = {
            "declared": new.policy.document.version or "",
            "bump": report.bump,
            "before": report.from_.version or "",
        }
        yield finding(
            "REL101",
            Severity.ERROR,
            "document/version",
            new.place(("document", "version")),
            message=f"REL101.{report.bump}",
            **args,
        )
    place = _date_place(new)
    if gate.verdict == "too-short":
        args = {"effective": str(gate.effective), "earliest": str(gate.earliest), "published": str(gate.published)}
        yield finding("REL102", Severity.ERROR, "date/effective", place, **args)
    before = day_of(old.policy, "effective")
    own = day_of(new.policy, "effective")
    if (
        own
        and before
        and report.events
        and own <= before
        and old.policy.document.version != new.policy.document.version
    ):
        args = {"effective": str(own), "before": str(before)}
        yield finding("REL104", Severity.ERROR, "date/effective", place, message="REL104.order", **args)
    elif own and gate.published and report.events and own < gate.published and own != before:
        args = {"effective": str(own), "today": str(gate.published)}
        yield finding("REL104", Severity.ERROR, "date/effective", place, message="REL104.past", **args)


def _date_place(new: Loaded) -> Place | None:
    return new.place_of("date/effective") or new.place(("dates",)) or new.place(("document",))
