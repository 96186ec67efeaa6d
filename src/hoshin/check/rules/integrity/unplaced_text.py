"""Everything that was imported has found its home.

Why:
    An import that cannot place a sentence keeps it in `unplaced:`, where nothing prints it. Until a person has moved it
    to a fact or a section, or decided that it goes, the policy says less than the text that it was made from.

Bad::

    unplaced:
      - id: last-line
        text: All other rights reserved.
        source_ref: {document: old-policy, line: 203}
        note: Says nothing about personal data?

Good::

    unplaced: []
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.unplaced import Unplaced

_SHOWN = 80
"""Characters of the text that the message quotes."""


def find(subject: Subject) -> Iterator[Fault]:
    """Each text that still waits for a home."""
    for path, waiting in subject.loaded.index.typed(Unplaced):
        text = " ".join(waiting.text.split())
        quoted = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        yield Fault(path, subject.loaded.index.entries[path].raw, {"text": quoted})


RULE = Rule("DOC140", "unplaced-text", Severity.WARNING, find)
