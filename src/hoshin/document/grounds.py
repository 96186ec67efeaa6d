"""Why a change has its class, as legal reads it: rule, grounds, what must be done, what follows in Japan, approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hoshin.diff.change import Applied, Change, Citation
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence, words


def ground_lines(event: Change, changes: Mapping[str, Words], language: str) -> Iterator[str]:
    """A line for each rule that judges the event, then what people decided. `changes` is the catalogue of that name."""
    rules = words(language, "change-rules")
    for rule in event.rules:
        yield from _rule(rule, changes, rules)
    note = event.note
    if note is None:
        return
    if note.override is not None:
        arguments = {"reason": note.override.reason, "by": note.override.approved_by}
        yield sentence(str(changes["overridden"]), arguments)
    if note.approved is not None and note.by is not None:
        yield sentence(str(changes["approved"]), {"by": note.by})


def _rule(rule: Applied, changes: Mapping[str, Words], rules: Mapping[str, Words]) -> Iterator[str]:
    told = group(rules, rule.id)
    actions = tuple(group(rules, "actions")[action] for action in rule.actions)
    joiner = str(changes["rule-joiner"])
    yield sentence(str(changes["rule"]), {"id": rule.id, "title": told["title"], "actions": actions}, joiner)
    if rule.citations:
        grounds = tuple(_cited(citation) for citation in rule.citations)
        yield sentence(str(changes["ground"]), {"grounds": grounds}, joiner)
    if rule.japan and (japan := told.get("japan")):
        yield sentence(str(changes["in-japan"]), {"words": japan})
    if not rule.confirmed and (rule.citations or rule.japan):
        yield str(changes["unconfirmed"])


def _cited(citation: Citation) -> str:
    return f"{citation.law} {citation.ref}".strip()
