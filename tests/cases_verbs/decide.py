"""What people decided about the changes between two policies: what counts, and what is still asked for.

`decisions` is the file `changes.yaml`. Where it is left out, `paste` shows the entries that people have to fill in.
"""

from __future__ import annotations

from cases_verbs.diff import loaded

from hoshin.diff.change import Change
from hoshin.diff.decisions.decide import Missing, decide
from hoshin.diff.decisions.read import read_decisions
from hoshin.diff.run import diff
from hoshin.document.change_values import Side
from hoshin.document.change_words import Teller
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.skeleton import block
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale
from hoshin.translations.messages import explain

INPUTS = frozenset({"old", "new", "decisions"})
LANGUAGES = ("en", "ja")


def run(blocks: dict[str, str]) -> dict[str, str]:
    """`events`: classes as decided; `findings`; `paste`: the entries that are missing, with their comments."""
    old, new = loaded(blocks["old"]), loaded(blocks["new"])
    file = Snapshot({"policy/case/changes.yaml": blocks.get("decisions", "").encode()})
    made = decide(diff(old, new), read_decisions(file, "case"), LANGUAGES)
    told = {}
    for language in LANGUAGES:
        catalogue = words(language, "changes")
        sides = [Side(side, read_locale(language, None), words(language, "document"), catalogue) for side in (old, new)]
        told[language] = Teller(*sides, catalogue)
    found = [f"{item.rule} {item.place}: {explain(item, 'en').message}" for item in made.findings]
    return {
        "events": "\n".join(shown(event) for event in made.report.events) or "none",
        "missing": "\n".join(map(asked, made.missing)) or "nothing",
        "findings": "\n".join(found) or "none",
        "paste": "\n".join(block(item, told, LANGUAGES, "en") for item in made.missing if not item.entry),
        "paste-ja": "\n".join(block(item, told, LANGUAGES, "ja") for item in made.missing if not item.entry),
    }


def shown(event: Change) -> str:
    was = f", was {event.computed}" if event.computed else ""
    note = f": {event.note.texts['en']}" if event.note and "en" in event.note.texts else ""
    return f"{event.class_}{was} {event.kind} ({' '.join(event.actions) or 'nothing'}){note}"


def asked(missing: Missing) -> str:
    return f"{missing.event.kind}: {', '.join(missing.needs)}"
