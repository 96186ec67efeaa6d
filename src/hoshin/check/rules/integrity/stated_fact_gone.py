"""What a text declares to state is there.

Why:
    A sentence that still tells a fact which was deleted or renamed promises something that the policy no longer
    knows.

Bad (no such fact)::

    sections:
      - id: security
        title: Security
        blocks:
          - kind: paragraph
            id: measures
            units:
              - id: locks
                text: We lock our doors.
                states: [security-measure/locks]

Bad (no such field)::

    children: {min_age: 13}
    sections:
      - id: children
        title: Children
        blocks:
          - kind: paragraph
            id: age
            units:
              - id: minimum
                text: |-
                  Our service is not for people under {children:min-age}.
                states: [children/minimum-age]

Bad (a field without a value)::

    children: {min_age: 13}
    sections:
      - id: children
        title: Children
        blocks:
          - kind: paragraph
            id: age
            units:
              - id: minimum
                text: |-
                  Our service is not for people under {children:min-age}.
                states: [children/min-age, children/on-discovery]

Good::

    children: {min_age: 13}
    sections:
      - id: children
        title: Children
        blocks:
          - kind: paragraph
            id: age
            units:
              - id: minimum
                text: |-
                  Our service is not for people under {children:min-age}.
                states: [children/min-age]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.advice import Advice
from hoshin.check.facts import Found, find_fact
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.purpose import Use
from hoshin.schema.section import Subheading, Unit
from hoshin.schema.walk import hyphened, yaml_keys


def find(subject: Subject) -> Iterator[Fault]:
    """Every path under `states:` that leads nowhere."""
    advice = Advice()
    for node in subject.nodes:
        if isinstance(node.value, Unit | Subheading | Use):
            for position, path in enumerate(node.value.states):
                found = find_fact(path, subject.loaded.index, subject.section_ids)
                if found is not Found.YES:
                    variant, args = _sentence(subject, path, found, advice)
                    yield Fault(node.path, (*node.raw, "states", position), args, variant)


def _sentence(subject: Subject, path: str, found: Found, advice: Advice) -> tuple[str, dict[str, str]]:
    """Which sentence tells it, and what fills it."""
    if found is Found.NOT_GIVEN:
        return "not-given", {"fact": path}
    known = list(subject.loaded.index.entries)
    owner = subject.loaded.index.owner(path)
    if owner is not None:
        known = [f"{owner.path}/{hyphened(key)}" for _, key in yaml_keys(type(owner.value))]
    near = advice.near(path, known)
    return ("near", {"fact": path, "near": near}) if near else ("unknown", {"fact": path})


RULE = Rule("DOC129", "stated-fact-gone", Severity.ERROR, find, ("near", "unknown", "not-given"))
