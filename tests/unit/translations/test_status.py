"""States of translated texts (translations.md sections 5 and 8)."""

from __future__ import annotations

import pytest

from hoshin.kernel.finding import Finding
from hoshin.kernel.text import pair_digest
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.staleness import classify, marked
from hoshin.translations.status import block, check_translations

POLICY = """document:
  title: Privacy Policy
  source_locale: en
  locales: [en, ja]
sections:
  - id: about
    title: About
    blocks:
      - kind: paragraph
        id: about-p
        units:
          - id: hello
            text: |-
              Write to us.
              We answer.
"""
FULL = """units:
  document/title: {en: Privacy Policy, ja: プライバシーポリシー}
  section/about/title: {en: About, ja: 本方針について}
  section/about/hello:
    en: Write to us. We answer.
    ja: 当社までご連絡ください。お答えします。
"""


def loaded(snapshot: Snapshot) -> Loaded:
    reading = load_document(snapshot, "x")
    assert reading.loaded is not None
    assert reading.findings == ()
    return reading.loaded


def check(translation: str | None, policy: str = POLICY, **files: str) -> list[Finding]:
    texts = {"policy/x/p.yaml": policy, **{f"translations/ja/{name}.yaml": text for name, text in files.items()}}
    texts["translations/en/locale.yaml"] = "governing: {language: en, others: reference}"
    if translation is not None:
        texts["translations/ja/x.yaml"] = translation
    snapshot = Snapshot({name: text.encode() for name, text in texts.items()})
    return sorted(check_translations(snapshot, loaded(snapshot)), key=lambda item: (item.message_id, item.path))


def told(items: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.message_id, item.severity.value, item.path) for item in items]


DRAFT = ("tr-draft", "info", "translations/ja/x.yaml")


def test_a_complete_translation_is_a_draft_until_it_is_reviewed() -> None:
    items = check(FULL)
    assert told(items) == [DRAFT]
    assert dict(items[0].args) == {"all": 3, "count": 3, "locale": "ja"}


def approvals(*texts: tuple[str, str, str]) -> str:
    lines = [
        f'  {unit}: {{pair: "{pair_digest(en, "en", ja, "ja")}", by: counsel, date: 2026-11-22, role: counsel}}'
        for unit, en, ja in texts
    ]
    return "\n".join(["x:", *lines, ""])


TITLE = ("document/title", "Privacy Policy", "プライバシーポリシー")
ABOUT = ("section/about/title", "About", "本方針について")
HELLO = ("section/about/hello", "Write to us.\nWe answer.", "当社までご連絡ください。\nお答えします。")


def test_reviewed_texts_are_no_drafts() -> None:
    assert told(check(FULL, approvals=approvals(TITLE, ABOUT, HELLO))) == []


def test_an_approval_is_bound_to_both_texts() -> None:
    changed = (TITLE[0], TITLE[1], "個人情報保護方針")
    items = check(FULL, approvals=approvals(changed, ABOUT, HELLO))
    assert told(items) == [DRAFT, ("tr-unused-approval.lapsed", "warning", "document/title")]
    assert str(items[1].place) == "translations/ja/approvals.yaml:2:3"
    assert dict(items[0].args) == {"all": 3, "count": 1, "locale": "ja"}


def test_faults_of_approvals_have_their_place() -> None:
    broken = approvals(ABOUT, HELLO) + "  document/title: {pair: p2, by: counsel, date: 2026-11-22, role: counsel}\n"
    items = check(FULL, approvals=broken)
    assert told(items) == [("DOC124.pair", "error", "document/title/pair"), DRAFT]
    assert str(items[0].place) == "translations/ja/approvals.yaml:4:20"
    assert told(check(FULL, approvals="x: [1]\n")) == [("DOC124.expects-mapping", "error", "x"), DRAFT]
    assert told(check(FULL, approvals="- 1\n")) == [("DOC121.root", "error", ""), DRAFT]
    assert told(check(FULL, approvals="other: {}\n")) == [DRAFT]
    assert [item.rule for item in check(FULL, approvals="x: [\n")] == ["DOC120", "tr-draft"]


def test_a_language_that_was_not_begun_is_told_once() -> None:
    items = check(None)
    assert told(items) == [("tr-missing.file", "warning", "translations/ja/x.yaml")]
    assert dict(items[0].args)["block"] == (
        "units:\n  document/title:\n    en: |-\n      Privacy Policy\n    ja: |-\n      …"
    )


def test_a_missing_text_comes_with_the_lines_to_paste() -> None:
    items = check(
        FULL.replace(
            "  section/about/hello:\n    en: Write to us. We answer.\n    ja: 当社までご連絡ください。お答えします。\n",
            "",
        )
    )
    assert told(items) == [DRAFT, ("tr-missing.unit", "warning", "section/about/hello")]
    lines = str(dict(items[1].args)["block"])
    assert lines == ("  section/about/hello:\n    en: |-\n      Write to us.\n      We answer.\n    ja: |-\n      …")


def test_the_lines_to_paste_make_the_text_present() -> None:
    head = "units:\n  document/title: {en: Privacy Policy, ja: プライバシーポリシー}\n"
    pasted = head
    for item in check(head):
        pasted += str(dict(item.args).get("block", "")) + "\n" if item.rule == "tr-missing" else ""
    assert told(check(pasted.replace("…", "訳文"))) == [DRAFT]


def test_texts_that_are_meant_to_be_equal_or_left_out_are_not_missing() -> None:
    same = FULL.replace("{en: About, ja: 本方針について}", "{en: About, same: true}")
    assert told(check(same)) == [DRAFT]
    left_out = FULL.replace("ja: 当社までご連絡ください。お答えします。", "omit: {reason: not here}")
    assert told(check(left_out)) == [DRAFT]
    heading = FULL.replace("{en: About, ja: 本方針について}", "{en: About, omit: {reason: no heading}}")
    assert told(check(heading)) == [DRAFT, ("tr-omit", "error", "section/about/title")]
    empty = FULL.replace("{en: About, ja: 本方針について}", "{en: About}")
    assert told(check(empty)) == [DRAFT, ("tr-missing.empty", "warning", "section/about/title")]


def test_white_space_makes_nothing_stale() -> None:
    spaced = POLICY.replace("Write to us.\n              We answer.", "Write to us.   We\n              answer.  ")
    assert told(check(FULL, spaced)) == [DRAFT]


@pytest.mark.parametrize(
    ("now", "message"),
    [
        ("We must answer.", "tr-stale.critical"),
        ("We answer within 30 days.", "tr-stale.critical"),
        ("We always reply.", "tr-stale.critical"),
        ("We reply.", "tr-stale.substantive"),
        ("We answer!", "tr-stale.cosmetic"),
    ],
)
def test_a_changed_source_is_stale(now: str, message: str) -> None:
    items = check(FULL, POLICY.replace("We answer.", now))
    assert told(items) == [DRAFT, (message, "warning", "section/about/hello")]
    assert str(items[1].place) == "translations/ja/x.yaml:4:3"


def test_lints_compare_with_the_text_that_was_translated() -> None:
    """The newer source text is told as stale; the translation of the older one is not wrong."""
    items = check(FULL, POLICY.replace("We answer.", "We answer within 30 days."))
    assert [item.rule for item in items] == ["tr-draft", "tr-stale"]


def test_entries_that_nothing_needs_are_orphans() -> None:
    assert told(check(FULL + "  section/about/old: {en: Old., ja: 旧。}\n")) == [
        DRAFT,
        ("tr-orphan.left", "warning", "section/about/old"),
    ]
    renamed = FULL.replace("section/about/hello", "section/about/greeting")
    items = check(renamed)
    assert told(items)[2] == ("tr-orphan.renamed", "warning", "section/about/greeting")
    assert dict(items[2].args)["near"] == "section/about/hello"
    mistyped = renamed.replace("section/about/greeting", "section/about/helo").replace("Write to us. We answer.", "Hi.")
    assert [item.message_id for item in check(mistyped) if item.rule == "tr-orphan"] == ["tr-orphan.near"]


def test_a_lint_speaks_of_the_place_of_the_translation() -> None:
    items = check(FULL.replace("お答えします。", "お答えする。"))
    assert told(items) == [("ja-style", "error", "section/about/hello"), DRAFT]
    assert str(items[0].place) == "translations/ja/x.yaml:6:5"


def test_values_of_placeholders_are_known_to_the_lints() -> None:
    more = "requests: {deadline: {period: P30D}}\n"
    policy = POLICY.replace("We answer.", "We answer within {requests:deadline}.") + more
    source = "Write to us. We answer within {requests:deadline}."
    right = FULL.replace("en: Write to us. We answer.", f'en: "{source}"')
    good = right.replace("ja: 当社までご連絡ください。お答えします。", 'ja: "当社まで{requests:deadline}以内です。"')
    assert told(check(good, policy)) == [DRAFT]
    bad = right.replace("ja: 当社までご連絡ください。お答えします。", 'ja: "当社まで30日以内です。"')
    assert [item.rule for item in check(bad, policy)] == ["ja-literal", "tr-draft"]


def test_a_file_that_cannot_be_read_does_not_make_everything_missing() -> None:
    assert {item.rule for item in check("units:\n  a: [\n")} == {"DOC120"}


def test_faults_of_the_file_are_told() -> None:
    broken = FULL.replace("ja: 本方針について", "jp: 本方針について")
    assert told(check(broken)) == [
        ("DOC119.unknown", "error", "units/section/about/title/jp"),
        DRAFT,
        ("tr-missing.empty", "warning", "section/about/title"),
    ]


def test_staleness_looks_at_terms_and_placeholders() -> None:
    assert classify("the Rules hold", "the rules hold", "en", ("Rules",)) == "critical"
    assert classify("the Rules hold", "the rules hold", "en") == "cosmetic"
    assert classify("in {data:aa}", "in {data:bb}", "en") == "critical"
    assert classify("any of it", "some of it", "en") == "critical"
    assert classify("1.5 times", "15 times", "en") == "critical"
    assert classify("収集します", "収集しません", "ja") == "critical"


def test_a_change_is_shown_inside_the_text() -> None:
    assert marked("We may share.", "We will share.", "en") == "We [-may-]{+will+} share."


def test_a_block_keeps_the_lines_of_the_text() -> None:
    unit = loaded(Snapshot({"policy/x/p.yaml": POLICY.encode()})).units[-1]
    assert block(unit, "en", "ja", "訳") == (
        "  section/about/hello:\n    en: |-\n      Write to us.\n      We answer.\n    ja: |-\n      訳"
    )
