"""The archive against its manifests: what was edited, removed, added, and a chain that no longer holds."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.archive_check import archive_findings
from hoshin.publish.gate import check_document
from hoshin.translations.messages import explain


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def release(root: Path, version: str, previous: str | None = None, chain: str = "") -> str:
    folder = root / "policy/shop/releases" / version
    folder.mkdir(parents=True)
    text = f'{{"version": "{version}"}}'.encode()
    (folder / "policy.json").write_bytes(text)
    manifest = {
        "document": "shop",
        "version": version,
        "previous": previous,
        "published_at": "2026-01-01T00:00:00+00:00",
        "files": {"policy.json": digest(text)},
        **({"previous_manifest_sha256": chain} if chain else {}),
    }
    data = json.dumps(manifest).encode()
    (folder / "manifest.json").write_bytes(data)
    return digest(data)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    first = release(tmp_path, "1.0.0")
    release(tmp_path, "1.1.0", "1.0.0", first)
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    found = list(archive_findings(root, "shop"))
    for item in found:
        for language in ("en", "ja"):
            assert "{" not in explain(item, language).message + explain(item, language).help
    return [(item.message_id, item.path) for item in found]


def test_an_archive_as_it_was_released_is_clean(archive: Path) -> None:
    assert told(archive) == []
    assert told(archive / "nowhere") == []


def test_an_edited_a_removed_and_an_added_file_are_found(archive: Path) -> None:
    home = archive / "policy/shop/releases"
    (home / "1.0.0/policy.json").write_bytes(b"{}")
    (home / "1.1.0/policy.json").unlink()
    (home / "1.1.0/note.txt").write_text("later", encoding="utf-8")
    assert told(archive) == [
        ("REL106.changed", "releases/1.0.0"),
        ("REL106.gone", "releases/1.1.0"),
        ("REL106.strange", "releases/1.1.0"),
    ]


def test_an_edited_manifest_breaks_the_chain(archive: Path) -> None:
    file = archive / "policy/shop/releases/1.0.0/manifest.json"
    file.write_bytes(file.read_bytes() + b"\n")
    assert told(archive) == [("REL106.chain", "releases/1.1.0")]


def test_a_manifest_that_leads_out_of_its_folder_is_not_followed(archive: Path) -> None:
    (archive / "secret").write_text("s", encoding="utf-8")
    file = archive / "policy/shop/releases/1.1.0/manifest.json"
    manifest = json.loads(file.read_bytes())
    manifest["files"]["../../../../secret"] = digest(b"s")
    file.write_text(json.dumps(manifest), encoding="utf-8")
    assert told(archive) == [("REL106.strange", "releases/1.1.0")]


def test_a_release_that_cannot_be_read_is_one_finding(archive: Path) -> None:
    (archive / "policy/shop/releases/1.0.0/manifest.json").write_text("{", encoding="utf-8")
    assert told(archive) == [("REL106.unreadable", "releases/1.0.0")]


def test_a_translation_with_gaps_may_not_be_released() -> None:
    policy = b"document: {title: T, source_locale: en, locales: [en, ja]}\nsections: []\n"
    snapshot = Snapshot({"policy/shop/policy.yaml": policy})
    assert load_document(snapshot, "shop").loaded is not None
    at_check = {item.rule for item in check_document(snapshot, "shop")}
    at_release = [item for item in check_document(snapshot, "shop", gate="release") if item.rule == "REL105"]
    assert "REL105" not in at_check
    assert [(item.path, item.severity.value) for item in at_release] == [("ja", "error")]
