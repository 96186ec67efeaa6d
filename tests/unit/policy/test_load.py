from __future__ import annotations

from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot

DOCUMENT = b"document:\n  title: T\n  source_locale: en\n"


def told(**files: bytes) -> list[tuple[str, str]]:
    snapshot = Snapshot({f"policy/shop/{name}.yaml": data for name, data in files.items()})
    return [(item.message_id, str(item.place)) for item in load_document(snapshot, "shop").findings]


def test_a_broken_file_hides_no_fault_of_the_others() -> None:
    broken = b"purposes: [a, b\n"
    wrong = b"rights:\n  - id: access\n    titel: x\n    right: eu-gdpr:A15\n"
    assert told(document=DOCUMENT, purposes=broken, rights=wrong) == [
        ("DOC120.unclosed-bracket", "policy/shop/purposes.yaml:1:11"),
        ("DOC119.near", "policy/shop/rights.yaml:3:5"),
    ]


def test_what_a_broken_file_may_have_said_is_not_called_missing() -> None:
    assert told(document=b"document: [a, b\n") == [("DOC120.unclosed-bracket", "policy/shop/document.yaml:1:11")]


def test_a_spot_is_told_once() -> None:
    assert told(document=DOCUMENT, rights=b"rights:\n  - id: access\n    right:\n") == [
        ("DOC121.empty-value", "policy/shop/rights.yaml:3:5")
    ]


def test_nothing_at_all_lacks_its_document() -> None:
    assert told(document=b"") == [("DOC124.missing", "policy/shop/document.yaml:1:1")]
