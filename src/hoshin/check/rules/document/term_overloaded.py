"""One label has one meaning.

Why:
    Where “Service” stands for the shop in one definition and for the app in another, no sentence with it can be read
    with certainty.

Bad::

    definitions:
      - id: shop
        term: Service
        inline: true
      - id: app
        term: App
        aliases: [Service]
        inline: true
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: both
                text: Our shop (the “Service”) and our app (the “App” or the “Service”) are ours.
                states: [term/shop, term/app]
              - {id: use, text: The Service and the App are free.}

Good::

    definitions:
      - id: shop
        term: Shop
        text: |-
          “Shop” means our online shop.
      - id: app
        term: App
        text: |-
          “App” means our app.
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - of: term/shop
              - of: term/app
              - {id: use, text: The Shop and the App are free.}

Not applicable (each of its own region)::

    definitions:
      - id: service-eu
        term: Service
        scope: {region: [EEA]}
        inline: true
      - id: service-jp
        term: Service
        scope: {region: [JP]}
        inline: true
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: both
                text: Our shop (in the EEA the “Service”) and our app (in Japan the “Service”) are ours.
                states: [term/service-eu, term/service-jp]
              - {id: use, text: The Service is free.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.data import Definition


def find(subject: Subject) -> Iterator[Fault]:
    """Definitions with a label that an earlier definition for the same readers has already."""
    taken: dict[tuple[str, object], str] = {}
    for path, definition in subject.loaded.index.typed(Definition):
        for label in dict.fromkeys((definition.term, *definition.aliases)):
            first = taken.setdefault((label.casefold(), definition.scope), path)
            if first != path:
                place = subject.loaded.place(subject.loaded.index.entries[first].raw)
                raw = subject.loaded.index.entries[path].raw
                yield Fault(path, raw, {"term": label, "first": str(place or first)})


RULE = Rule("DOC105", "term-overloaded", Severity.INFO, find)
