"""A document that the policy names can be found.

Why:
    “In accordance with our records retention policy” tells people nothing unless they can read that policy
    (GDPR Art. 12(1): easily accessible). Laws are published, and other people's documents are theirs to publish.

Bad::

    references:
      - id: retention-policy
        title: Records retention policy
        role: internal_policy
    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - id: policy
                text: We delete data in accordance with our records retention policy.
                states: [reference/retention-policy]

Not applicable::

    references:
      - id: other-sites
        title: Privacy policies of linked sites
        held_by: third_party
    sections:
      - id: links
        title: Links
        blocks:
          - kind: paragraph
            id: links
            units:
              - id: read-them
                text: Please read the privacy policies of sites that we link to.
                states: [reference/other-sites]

Not applicable::

    references:
      - id: retention-policy
        title: Records retention policy
        role: internal_policy
        on_request: true
    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - id: policy
                text: Our records retention policy says more; we send it to you on request.
                states: [reference/retention-policy]

Good::

    references:
      - id: retention-policy
        title: Records retention policy
        role: internal_policy
        url: https://www.example.com/records
    sections:
      - id: keeping
        title: Storage
        blocks:
          - kind: paragraph
            id: keeping
            units:
              - id: policy
                text: |-
                  We delete data in accordance with our [records retention policy]({reference:retention-policy/url}).
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.data import Reference


def find(subject: Subject) -> Iterator[Fault]:
    """The company's own documents that some text tells, that have no address and are not sent on request."""
    for path, reference in subject.loaded.index.typed(Reference):
        own = reference.role != "law" and reference.held_by != "third_party"
        if (
            own
            and not reference.on_request
            and reference.url is None
            and reference.document is None
            and path in subject.told
        ):
            yield Fault(path, subject.loaded.index.entries[path].raw, {"name": reference.title or reference.id})


RULE = Rule("DOC117", "external-document", Severity.INFO, find)
