"""Every text is translated from the text that holds.

Why:
    A translation that lags tells its readers something else (GDPR Art. 12(1), WP260 para 13). The rule judges what
    is about to be published; while a draft is written, the translations' own findings say what is open.

Bad::

    untranslated: {ja: 3}

Good::

    untranslated: {ja: 0}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """No language with a text that is missing or behind; nothing to say where none is about to be published."""
    if not case.untranslated:
        yield Exempt()
    for language, count in sorted(case.untranslated.items()):
        if count:
            yield Breach("missing", "document/locales", ("document",), {"language": language, "count": count})
        else:
            yield Held("document")


RULE = LawRule(
    id="GDPR709",
    slug="translation-parity",
    judge=judge,
    grounds=(
        Ground("GDPR", "12(1)"),
        Ground("WP260", "para 13", "guidance"),
    ),
    severity=Severity.ERROR,
)
