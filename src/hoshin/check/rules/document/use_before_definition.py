"""A term is defined before it is used.

Why:
    Who reads from the top meets the word without its meaning. Headings and the title do not count.

Bad::

    definitions:
      - id: rules
        term: Rules
        inline: true
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: read-them, text: Please read the Rules as well.}
              - id: terms
                text: This policy stands beside our terms (the “Rules”).
                states: [term/rules]

Good::

    definitions:
      - id: rules
        term: Rules
        inline: true
    sections:
      - id: about
        title: The Rules
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: terms
                text: This policy stands beside our terms (the “Rules”).
                states: [term/rules]
              - {id: read-them, text: Please read the Rules as well.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.data import Definition


def find(subject: Subject) -> Iterator[Fault]:
    """Terms whose first use in running text stands above the text that defines them, at that use."""
    for path, definition in subject.loaded.index.typed(Definition):
        defined = subject.definitions[path].defined
        running = (
            position
            for position in subject.definitions[path].elsewhere
            if not subject.prose[position].id.endswith("/title")
        )
        first = next(running, None)
        if defined and first is not None and first < defined[0]:
            unit = subject.prose[first]
            place = subject.loaded.place(subject.prose[defined[0]].raw)
            yield Fault(unit.id, unit.raw, {"term": definition.term, "defined": str(place or path)})


RULE = Rule("DOC103", "use-before-definition", Severity.INFO, find)
