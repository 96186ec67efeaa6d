"""The document names the sites or services for which it holds.

Why:
    A company with a shop, an app and a recruiting page leaves readers in doubt whether this policy is theirs.

Bad::

    document: {title: Privacy Policy, source_locale: en}
    sites: {status: unknown}

Good::

    sites:
      - {id: shop, title: Shop, url: "https://shop.example.com"}

Good (a product)::

    sites: {status: none, reason: The app has no website.}
    products:
      - {id: app, title: The app, kind: product}
    sections:
      - id: contact
        title: Contact
        blocks:
          - kind: paragraph
            id: how
            units:
              - {id: writing, text: Write to us about the app., states: [product/app]}

Not applicable::

    sites: {status: none, reason: The notice is handed to visitors of our office on paper.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.modifiers import Absence

_KINDS: Final = ("site", "product", "context", "collection-point")


def find(subject: Subject) -> Iterator[Fault]:
    """The document, where it has no site, product, context or form and does not say that there is none."""
    policy = subject.loaded.policy
    if any(subject.loaded.index.of_kind(kind) for kind in _KINDS):
        return
    answers = (policy.sites, policy.products, policy.contexts)
    if not any(isinstance(one, Absence) and one.status != "unknown" and one.reason for one in answers):
        key = "sites" if policy.sites else "document"
        yield Fault(key, (key,), {"placeholder": "{site:main}"})


RULE = Rule("DOC114", "scope-unclear", Severity.INFO, find)
