"""The document carries the day from which it holds, or of its last change.

Why:
    Without a date nobody can tell which version held when their data were collected, and a reader who comes back
    cannot see whether anything is new.

Bad::

    document: {title: Privacy Policy, source_locale: en}
    dates: {status: unknown}

Bad (another day only)::

    document: {title: Privacy Policy, source_locale: en}
    dates:
      - {id: reviewed, title: Reviewed, value: "2026-04-01"}
    sections:
      - id: end
        title: Dates
        blocks:
          - kind: paragraph
            id: end
            units:
              - id: reviewed
                text: |-
                  Reviewed on {date:reviewed}.

Good::

    dates:
      - {id: last-updated, title: Last updated, value: "2026-04-01"}
    sections:
      - id: end
        title: Dates
        blocks:
          - kind: paragraph
            id: end
            units:
              - id: updated
                text: |-
                  Last updated on {date:last-updated}.

Not applicable::

    dates: {status: none, reason: The date stands in the contract to which this notice belongs.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.modifiers import Absence
from hoshin.schema.people import KindOfDate

_TELLING: Final = frozenset({"date/effective", "date/last-updated", "date/established", "date/published"})


def find(subject: Subject) -> Iterator[Fault]:
    """The document, where it has none of these dates and does not say why."""
    dates = subject.loaded.policy.dates
    if isinstance(dates, Absence) and dates.status != "unknown" and dates.reason:
        return
    if not any(path in _TELLING for path, _ in subject.loaded.index.typed(KindOfDate)):
        key = "dates" if dates else "document"
        yield Fault(key, (key,), {"placeholder": "{date:effective}"})


RULE = Rule("DOC113", "dates-missing", Severity.WARNING, find)
