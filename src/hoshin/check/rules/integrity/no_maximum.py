"""A limit of time says how long at most, or what ends it.

Why:
    “At least six months” is no limit: data kept for ever would keep the promise too (GDPR Art. 5(1)(e), Art. 13(2)(a)).

Bad::

    retention:
      - id: logs
        title: Log files
        min: P6M
        text: |-
          We keep log files for at least {retention:logs/min}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}

Good::

    retention:
      - id: logs
        title: Log files
        min: P6M
        max: P18M
        text: |-
          We keep log files for {retention:logs}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.time_limit import TimeLimit


def find(subject: Subject) -> Iterator[Fault]:
    """Limits that have a least length and neither a greatest one nor an end."""
    for node in subject.nodes:
        limit = node.value
        if isinstance(limit, TimeLimit) and limit.min is not None and limit.max is None and limit.until is None:
            yield Fault(node.path, (*node.raw, "min"), {"fact": node.path})


RULE = Rule("DOC141", "no-maximum", Severity.WARNING, find)
