"""The policy says how Do-Not-Track signals are answered.

Why:
    CalOPPA asks for it, for the effective date, and for how changes are told.

Bad::

    sites:
      - {id: home, title: Home, url: "https://acme.example/"}

Good::

    sites:
      - {id: home, title: Home, url: "https://acme.example/", do_not_track: honoured}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.jurisdiction import Site
from hoshin.schema.people import Amendments, KindOfDate


def judge(case: Case) -> Iterator[Outcome]:
    """The answer of each site, the date, the way of telling changes."""
    effective = any(fact.id == "effective" for fact in case.facts(KindOfDate))
    changes = case.the(Amendments)
    silent = [fact for fact in case.facts(Site) if fact.value.do_not_track is None]
    given = {
        "sites": case.facts(Site) and not silent,
        "dates": effective,
        "amendments": changes and changes.value.methods,
    }
    lacking = tuple(name for name, there in given.items() if not there)
    if lacking:
        place = silent[0] if silent else None
        yield Breach(
            "missing", place.path if place else lacking[0], place.raw if place else (lacking[0],), {"keys": lacking}
        )
    else:
        yield Held(case.facts(Site)[0].path, case.told(case.facts(Site)[0].path))


RULE = LawRule(
    id="CCPA115",
    slug="dnt",
    judge=judge,
    grounds=(Ground("CalOPPA", "22575"),),
    severity=Severity.WARNING,
    confirmed=False,
)
