"""What is promised never to happen is not declared elsewhere.

Why:
    “We never share your e-mail address” and a recipient that gets it cannot both be true, in whatever group statement
    the e-mail address hides. Only promises without qualification, condition or scope are compared: whether the others
    are broken is for people to judge.

Bad (sharing)::

    data:
      - id: email
        title: E-mail address
    purposes:
      - id: printing
        title: Printing
        text: Printing labels
        uses:
          - data: email
    recipients:
      - id: printer
        title: A printer
        text: We share data with a printer.
        purposes: [printing]
        data: [email]
    commitments:
      - id: no-sharing
        polarity: never
        acts: [share]
        data: [email]
        recipients: any
        text: We never share your e-mail address.
    sections:
      - id: all
        title: All
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients}
          - {kind: list, id: promises, of: commitments}

Bad (using)::

    data:
      - id: email
        title: E-mail address
    purposes:
      - id: advertising
        title: Advertising
        text: Advertising
        uses:
          - data: email
    commitments:
      - id: no-advertising
        polarity: never
        acts: [use]
        data: [email]
        purposes: [advertising]
        text: We never use your e-mail address for advertising.
    sections:
      - id: all
        title: All
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: promises, of: commitments}

Good::

    data:
      - id: email
        title: E-mail address
    purposes:
      - id: printing
        title: Printing
        text: Printing labels
        uses:
          - data: email
    recipients:
      - id: printer
        title: A printer
        text: We share data with a printer.
        purposes: [printing]
        data: [email]
    commitments:
      - id: no-marketing
        polarity: never
        acts: [share]
        data: [email]
        qualifier: so that others can market their services
        text: We never share your e-mail address so that others can market their services.
    sections:
      - id: all
        title: All
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients}
          - {kind: list, id: promises, of: commitments}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.policy.matrix import Cell
from hoshin.schema.names import Selector
from hoshin.schema.purpose import Commitment
from hoshin.schema.recipient import Recipient

_GIVING: Final = frozenset({"share", "disclose", "give", "provide", "transfer", "pass_on"})
_SELLING: Final = frozenset({"sell", "rent", "lease", "trade"})
_USING: Final = frozenset({"use", "process", "collect", "keep"})
_SALES: Final = frozenset({"sale", "sell", "rent", "rental", "lease", "trade"})
_ANYBODY: Final = frozenset({"third_party", "third_parties", "anyone", "anybody", "others"})


def find(subject: Subject) -> Iterator[Fault]:
    """Promises with the first row of the matrix that each forbids."""
    promises = [(path, promise) for path, promise in subject.loaded.index.typed(Commitment) if _is_plain(promise)]
    if not promises:
        return
    recipients = {value.id: value for _, value in subject.loaded.index.typed(Recipient)}
    groups = _groups(subject)
    for path, promise in promises:
        cell = next((row for row in subject.cells if _forbids(promise, row, recipients, groups)), None)
        if cell is not None:
            raw = subject.loaded.index.entries[path].raw
            yield Fault(path, raw, {"facts": tuple(dict.fromkeys(cell.origins))})


def _is_plain(promise: Commitment) -> bool:
    """Whether it is a promise that facts alone can break."""
    open_to_judgement = (promise.qualifier, promise.condition, promise.scope)
    return promise.polarity == "never" and not any(open_to_judgement) and promise.modality in {None, "will"}


def _groups(subject: Subject) -> dict[str, str]:
    """The category of each item of data."""
    return {entry.id: entry.parent.partition("/")[2] for entry in subject.loaded.index.of_kind("data") if entry.parent}


def _forbids(promise: Commitment, row: Cell, recipients: dict[str, Recipient], groups: dict[str, str]) -> bool:
    if not _names(promise.purposes, row.purpose):
        return False
    if not (_names(promise.data, row.data) or groups.get(row.data, "") in promise.data):
        return False
    acts = frozenset(promise.acts)
    if not row.recipient:
        told = promise.data or promise.purposes
        return bool(acts & _USING) and not promise.recipients and not promise.to and bool(told)
    return _gives(acts, recipients.get(row.recipient)) and _reaches(promise, recipients.get(row.recipient))


def _gives(acts: frozenset[str], recipient: Recipient | None) -> bool:
    if acts & _GIVING:
        return True
    return bool(acts & _SELLING) and recipient is not None and recipient.mechanism in _SALES


def _reaches(promise: Commitment, recipient: Recipient | None) -> bool:
    """Whether the promise speaks of that recipient: by id, as a third party, or of everybody."""
    if recipient is None:
        return False
    if promise.recipients:
        return _names(promise.recipients, recipient.id)
    if promise.to:
        third = recipient.appi_role == "third_party" or recipient.role == "controller"
        return recipient.id in promise.to or (third and bool(_ANYBODY & set(promise.to)))
    return bool(promise.data or promise.purposes)


def _names(selector: Selector, value: str) -> bool:
    """Whether a selector names the value; one that is left out asks for nothing."""
    return not selector or (bool(value) if selector == "any" else value in selector)


RULE = Rule("DOC109", "contradiction", Severity.WARNING, find)
