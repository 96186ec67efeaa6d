from __future__ import annotations

import pytest

from hoshin.kernel.text import pair_digest
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.editions import Edition, edition, languages

DOCUMENT = b"document:\n  title: Policy\n  source_locale: en\n"
OVERLAY = "units:\n  document/title:\n    en: Policy\n    ja: \u65b9\u91dd\n"
PAIR = pair_digest("Policy", "en", "\u65b9\u91dd", "ja")
APPROVAL = f'shop:\n  document/title: {{pair: "{PAIR}", by: A. Counsel, date: 2026-11-22, role: counsel}}\n'


def made(document: bytes = DOCUMENT, overlay: str = OVERLAY, approvals: str = "") -> Edition:
    files = {"policy/shop/document.yaml": document, "translations/ja/shop.yaml": overlay.encode()}
    if approvals:
        files["translations/ja/approvals.yaml"] = approvals.encode()
    snapshot = Snapshot(files)
    loaded = load_document(snapshot, "shop").loaded
    assert loaded is not None
    assert languages(snapshot, loaded) == ("en", "ja")
    return edition(snapshot, loaded, "ja")[0]


def test_the_same_facts_in_other_words() -> None:
    here = made()
    assert (here.loaded.policy.document.title, here.missing, here.is_source) == ("\u65b9\u91dd", (), False)


@pytest.mark.parametrize(
    ("changes", "draft"),
    [
        ({}, True),
        ({"approvals": APPROVAL}, False),
        ({"approvals": APPROVAL.replace("document/title", "document/other")}, True),
        ({"approvals": APPROVAL, "overlay": OVERLAY.replace("\u91dd", "\u91dd\u91dd")}, True),
        ({"approvals": APPROVAL, "document": DOCUMENT.replace(b"Policy", b"Policies")}, True),
        ({"approvals": APPROVAL, "overlay": "units: {}\n"}, True),
        ({"approvals": APPROVAL.replace(PAIR, "p1:0")}, True),
    ],
    ids=["nobody", "confirmed", "another text", "translation edited", "source edited", "missing", "broken digest"],
)
def test_only_a_confirmed_pair_is_no_draft(changes: dict[str, bytes | str], draft: bool) -> None:
    assert made(**changes).draft is draft  # type: ignore[arg-type]  # one table for three parameters


def test_the_source_is_never_a_draft_translation() -> None:
    snapshot = Snapshot({"policy/shop/document.yaml": DOCUMENT})
    loaded = load_document(snapshot, "shop").loaded
    assert loaded is not None
    assert edition(snapshot, loaded, "en")[0].draft is False
