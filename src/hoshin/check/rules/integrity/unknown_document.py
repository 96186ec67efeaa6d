"""A reference to another document of the project leads to one that is there.

Why:
    The cookie notice that a policy sends its readers to must exist, with the article that is named, or people stand
    before a dead link (GDPR Art. 12(1): easily accessible).

Bad::

    references:
      - id: cookie-notice
        role: details
        document: cookies
        section: choices
    sections:
      - id: tools
        title: Cookies
        blocks:
          - kind: paragraph
            id: tools
            units:
              - {id: more, text: "See {reference:cookie-notice/section}."}

Good::

    references:
      - id: cookie-notice
        role: details
        title: Cookie notice
        url: https://www.example.com/cookies
    sections:
      - id: tools
        title: Cookies
        blocks:
          - kind: paragraph
            id: tools
            units:
              - {id: more, text: "See our {reference:cookie-notice}."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Arg, Severity
from hoshin.policy.nearest import nearest
from hoshin.schema.data import Reference


def find(subject: Subject) -> Iterator[Fault]:
    """References whose document, or section in it, is not there."""
    for path, reference in subject.loaded.index.typed(Reference):
        raw = subject.loaded.index.entries[path].raw
        if reference.document is None:
            if reference.section is not None:
                yield Fault(path, (*raw, "section"), {"section": reference.section}, "no-document")
            continue
        found = subject.siblings.get(reference.document)
        if found is None:
            yield Fault(path, (*raw, "document"), {"document": reference.document}, "document")
        elif reference.section is not None and reference.section not in found.sections:
            args: dict[str, Arg] = {"section": reference.section, "document": found.name}
            near = nearest(reference.section, tuple(found.sections))
            variant = "near" if near else "section"
            yield Fault(path, (*raw, "section"), {**args, "near": near} if near else args, variant)


RULE = Rule("DOC139", "unknown-document", Severity.ERROR, find, variants=("document", "section", "near", "no-document"))
