"""The information is told in Japanese, where people easily find it.

Why:
    It must be notified or easily knowable: in Japanese, in plain words and a legible size, on the page that sends
    or one link away (Enforcement Rules Art. 22-2-28). The size follows from the templates of this project; language
    and place are told by the facts.

Bad::

    without: [document/url]

Bad (no link from the site)::

    sites:
      - {id: board, title: みんなの広場, url: "https://hiroba.example/", tba_in_scope: {status: declared}}

Good::

    document: {url: "https://hiroba.example/ja/external"}

Not applicable::

    without: [technologies]
    technologies: {status: none, reason: 外部に送信しません}
    sections:
      - id: tags
        title: 送信される情報
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.transmission import bound
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.jurisdiction import Site


def judge(case: Case) -> Iterator[Outcome]:
    """Where a tag sends: a Japanese edition, an address, and a link to it from the site."""
    if not bound(case):
        yield Exempt()
        return
    document = case.subject.loaded.policy.document
    linked = any(fact.value.linked_from for fact in case.facts(Site))
    languages = (document.source_locale, *document.locales)
    there = {
        "locales": any(one.partition("-")[0] == "ja" for one in languages),
        "url": bool(document.url),
        "linked_from": linked,
    }
    if lacking := tuple(name for name, given in there.items() if not given):
        yield Breach("missing", "document", ("document",), {"keys": lacking})
    else:
        yield Held("document/url")


RULE = LawRule(
    id="TBA104",
    slug="where-how",
    judge=judge,
    grounds=(
        Ground("TBA", "27-12"),
        Ground("TBA Rules", "22-2-28"),
    ),
    severity=Severity.WARNING,
)
