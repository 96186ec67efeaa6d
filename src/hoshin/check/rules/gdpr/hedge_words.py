"""The text says what is done, not what may be.

Why:
    Words such as “may”, “might” and “some” leave open what happens to people's data (GDPR Art. 12(1), WP260 para
    12). Counted for each article: above `hedges-per-100-words`, and at least three of them.

Bad::

    sections:
      - id: vague
        title: Vague
        blocks:
          - {kind: paragraph, id: vague, units: [{id: words, text: "We may use it, might share it, and often keep it."}]}

Good::

    sections:
      - id: clear
        title: Clear
        blocks:
          - {kind: paragraph, id: clear, units: [{id: words, text: "We use it, share it with nobody, and keep it as said above."}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.check.laws.sections import by_section
from hoshin.kernel.finding import Arg, Severity
from hoshin.kernel.ground import Ground
from hoshin.kernel.regex import regex

LEAST: Final = 3
_WORD: Final = regex(r"[^\W\d_]+")
_WIDE: Final = regex(r"[\u3040-\u30ff\u4e00-\u9fff]")
_SIGNS_A_WORD: Final = 2
_SERIOUS: Final = frozenset({"purpose", "recipient", "transfer", "retention"})


def judge(case: Case) -> Iterator[Outcome]:
    """Articles with more hedges in a hundred words than the limit; more serious where uses of data are told."""
    hedges = case.phrases("hedges")
    for path, texts in by_section(case).items():
        found = [word for unit in texts for word in hedges.find(unit.text)]
        words = sum(_words(unit.text) for unit in texts)
        if len(found) < LEAST or 100 * len(found) <= case.limits["hedges-per-100-words"] * words:
            yield Held(path, tuple(unit.id for unit in texts))
            continue
        serious = any(unit.id.partition("/")[0] in _SERIOUS for unit in texts)
        entry = case.subject.loaded.index.entries[path]
        args: dict[str, Arg] = {
            "name": getattr(entry.value, "title", path),
            "count": len(found),
            "words": tuple(dict.fromkeys(word.lower() for word in found))[:5],
        }
        yield Breach("unclear", path, entry.raw, args, severity=Severity.WARNING if serious else None)


def _words(text: str) -> int:
    """Words of a text; Japanese has no spaces, two signs count as one word."""
    wide = len(_WIDE.findall(text))
    return wide // _SIGNS_A_WORD + len(_WORD.findall(_WIDE.sub(" ", text)))


RULE = LawRule(
    id="GDPR701",
    slug="hedge-words",
    judge=judge,
    grounds=(
        Ground("GDPR", "12(1)"),
        Ground("WP260", "para 12", "guidance"),
    ),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    certain=False,
    confirmed=False,
)
