"""“Usually”, “about” or “at most” stands in the text exactly when the fact says so.

Why:
    A hedge weakens what is promised (WP260 rev.01 para 12), and adding one is a change of substance. Grammar binds the
    word to its sentence, so it cannot be printed from the fact; the two are compared instead. Only words right before
    the value count as a hedge of it; a fact that claims a hedge needs it in one of the texts that tell it.

Bad (in the fact only)::

    retention:
      - id: default
        title: Storage
        period: P10Y
        modality: usually
        text: |-
          We keep your data for {retention:default}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}

Bad (in the text only)::

    retention:
      - id: default
        title: Storage
        period: P10Y
        text: |-
          We keep your data for about {retention:default}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}

Good::

    retention:
      - id: default
        title: Storage
        period: P10Y
        modality: usually
        text: |-
          We usually keep your data for {retention:default}.
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
from hoshin.policy.amounts import half_width
from hoshin.policy.index import Entry
from hoshin.policy.placeholders import PATTERN, read
from hoshin.policy.units import TextUnit
from hoshin.policy.wording import Wording

_SOFTENED = frozenset({"about", "min", "max"})


def find(subject: Subject) -> Iterator[Fault]:
    """Facts whose hedge no text has, then texts that hedge a value more than its fact does."""
    if subject.words is None:
        return
    for entry in subject.loaded.index.entries.values():
        for hedge in (getattr(entry.value, "modality", None), getattr(entry.value, "bound", None)):
            if hedge is not None and hedge in subject.words.hedges:
                yield from _missing(subject, subject.words, entry, hedge)
    for unit in subject.prose:
        yield from _added(subject, subject.words, unit)


def _missing(subject: Subject, words: Wording, entry: Entry, hedge: str) -> Iterator[Fault]:
    texts = [subject.texts[unit_id] for unit_id in subject.told.get(entry.path, ()) if unit_id in subject.texts]
    if texts and not any(words.hedges[hedge].search(half_width(unit.text)) for unit in texts):
        args = {"hedge": hedge, "fact": entry.path}
        yield Fault(texts[0].id, texts[0].raw, args, "missing")


def _added(subject: Subject, words: Wording, unit: TextUnit) -> Iterator[Fault]:
    for match in PATTERN.finditer(unit.text) if "{" in unit.text else ():
        entry = subject.loaded.index.get(read(match).fact)
        if entry is None or not entry.kind.values:
            continue
        before = half_width(unit.text[max(0, match.start() - 40) : match.start()])
        modality = getattr(entry.value, "modality", None)
        bound = getattr(entry.value, "bound", None)
        for hedge, pattern in words.beside.items():
            found = pattern.search(before)
            declared = bound == hedge if hedge in _SOFTENED else modality in {"usually", "normally"}
            if found and not declared and not _is_limit(hedge, entry):
                args = {"word": found.group(0).strip(), "fact": entry.path, "hedge": hedge}
                yield Fault(unit.id, unit.raw, args, "added-bound" if hedge in _SOFTENED else "added-modality")


def _is_limit(hedge: str, entry: Entry) -> bool:
    """“At most” before the fact's own `max`, or “within” before a deadline, is no hedge."""
    return hedge in {"min", "max"} and (
        getattr(entry.value, hedge, None) is not None or entry.kind.name in {"requests", "children", "amendments"}
    )


RULE = Rule("DOC136", "hedge-mismatch", Severity.WARNING, find, ("missing", "added-bound", "added-modality"))
