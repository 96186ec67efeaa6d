"""There is a rendering in each language of the people addressed.

Why:
    Who offers a service in a language has to inform in it (WP260 para 13 and footnote 15).

Bad::

    sites:
      - {id: shop, title: Shop, url: "https://acme.example/", audience_languages: [en, pt], link_label: Privacy, linked_from: [every_page]}

Good::

    sites:
      - {id: shop, title: Shop, url: "https://acme.example/", audience_languages: [en], link_label: Privacy, linked_from: [every_page]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.jurisdiction import Site


def judge(case: Case) -> Iterator[Outcome]:
    """The languages of the audience are among those of the document."""
    document = case.subject.loaded.policy.document
    there = {document.source_locale, *document.locales}
    for fact in case.facts(Site):
        if not fact.value.audience_languages:
            yield Exempt()
        elif lacking := tuple(lang for lang in fact.value.audience_languages if lang not in there):
            raw = (*fact.raw, "audience_languages")
            yield Breach(
                "missing",
                f"{fact.path}/audience-languages",
                raw,
                {"name": fact.value.title or fact.id, "languages": lacking},
            )
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR710",
    slug="targeted-language",
    judge=judge,
    grounds=(Ground("WP260", "para 13", "guidance"),),
    severity=Severity.WARNING,
)
