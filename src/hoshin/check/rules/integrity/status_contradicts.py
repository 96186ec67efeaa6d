"""A status and what stands beside it say the same.

Why:
    “There is none” is a statement of its own and needs a reason; without one it counts as not stated (rules.md 1.4).
    Details beside it contradict it, and “there is one” without any detail tells nobody what there is.

Bad (none, and yet details)::

    officers:
      - id: dpo
        role: dpo
        status: none
        reason: No officer is required.
        email: dpo@example.com

Bad (none without a reason)::

    transfers: {status: none}

Bad (declared without details)::

    officers:
      - id: dpo
        role: dpo
        status: declared
    sections:
      - id: officer
        title: Officer
        blocks:
          - kind: paragraph
            id: officer
            units:
              - {id: there, text: We have a data protection officer., states: [officer/dpo]}

Good::

    transfers: {status: none, reason: All servers stand in the country of the company.}
    officers:
      - id: dpo
        role: dpo
        status: declared
        email: dpo@example.com
    sections:
      - id: officer
        title: Officer
        blocks:
          - kind: paragraph
            id: officer
            units:
              - id: there
                text: |-
                  Write to our data protection officer: {officer:dpo/email}.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from hoshin.check.nodes import Node
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.modifiers import Absence, Answer, Carried, Entity

_STATED = Carried | Absence | Answer
_FRAME = frozenset(Entity.model_fields) - {"text"}
"""Fields that name a fact and say where, when and how firmly it holds, but not what it is."""


def find(subject: Subject) -> Iterator[Fault]:
    """Every fact, part and list with a status."""
    for node in subject.nodes:
        if isinstance(node.value, _STATED) and node.value.status is not None:
            yield from _judge(node, node.value)


def _judge(node: Node, value: _STATED) -> Iterator[Fault]:
    raw = (*node.raw, "status")
    details = _details(value)
    if value.status in {"none", "not_required"}:
        if value.reason is None:
            yield Fault(node.path, raw, {"status": value.status}, "no-reason", Severity.WARNING)
        beside = tuple(name for name in details if name != "text")  # the words of the denial itself
        if beside:
            yield Fault(node.path, raw, {"status": value.status, "details": beside}, "details")
    elif value.status == "declared" and not details and type(value) is not Answer:  # there the yes is all
        yield Fault(node.path, raw, {"status": value.status}, "empty")


def _details(value: BaseModel) -> tuple[str, ...]:
    """YAML keys that say what the fact is; those that every fact of its kind needs to be read do not count."""
    fields = type(value).model_fields
    return tuple(
        fields[name].alias or name for name in fields if name in value.model_fields_set & _optional(type(value))
    )


@cache
def _optional(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for name, field in model.model_fields.items() if not field.is_required()) - _FRAME


RULE = Rule("DOC138", "status-contradicts", Severity.ERROR, find, ("details", "no-reason", "empty"))
