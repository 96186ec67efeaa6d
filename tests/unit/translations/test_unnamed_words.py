"""Events and states without words in a language are findings, in each language that lacks them."""

from __future__ import annotations

from hoshin.kernel.finding import Finding
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_document

POLICY = """\
document: {title: Notice, source_locale: en, locales: [en, ja]}
retention:
  - {id: aa, title: A, until: membership_over}
  - {id: bb, title: B, stages: [{state: hidden, period: P1D}, {state: frozen, period: P2D}]}
  - {id: cc, title: C, longest_of: [{period: P1Y}, {until: ours}]}
dates: [{id: effective, earlier_of: [{value: 2026-10-01}, {event: acceptanse}]}]
"""
OURS = b"events: {ours: \xe5\xbd\x93\xe7\xa4\xbe\xe3\x81\xae\xe7\xb5\x82\xe4\xba\x86}\n"


def found(**files: bytes) -> set[tuple[str, str, str, int]]:
    texts = {name.replace("__", "/") + ".yaml": data for name, data in files.items()}
    snapshot = Snapshot({"policy/p/p.yaml": POLICY.encode(), **texts})
    items = [item for item in check_document(snapshot, "p") if item.rule == "loc-word"]
    return {_told(item) for item in items}


def _told(item: Finding) -> tuple[str, str, str, int]:
    args = dict(item.args)
    return item.path, str(args["word"]), str(args["locale"]), item.place.line if item.place else 0


def test_every_word_that_a_language_lacks_is_named_at_its_place() -> None:
    words = {("retention/aa", "membership_over", 3), ("retention/bb", "frozen", 4), ("retention/cc", "ours", 5)}
    words.add(("date/effective", "acceptanse", 6))
    assert found() == {(path, word, lang, line) for path, word, line in words for lang in ("en", "ja")}


def test_a_project_adds_words_of_its_own_per_language() -> None:
    lacking = {(word, lang) for _, word, lang, _ in found(translations__ja__locale=OURS)}
    assert ("ours", "ja") not in lacking
    assert ("ours", "en") in lacking
