"""An archive of releases as `changes.md` 12 lays it out, written for tests; the tool itself only reads it here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def put_release(  # noqa: PLR0913 - one record
    root: Path,
    name: str,
    policy: Mapping[str, Any] | None = None,
    *,
    effective: str | None = None,
    published: str = "2024-01-01T09:00:00+09:00",
    kind: str = "policy",
    of: str | None = None,
    translations: Mapping[str, Any] | None = None,
    document: str = "privacy",
) -> Path:
    """One folder below `policy/<document>/releases/`."""
    folder = root / "policy" / document / "releases" / name
    folder.mkdir(parents=True)
    manifest = {
        "document": document,
        "version": name,
        "kind": kind,
        "of": of,
        "published_at": published,
        "effective_from": effective,
        "timezone": "Asia/Tokyo",
        "files": {},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    if policy is not None:
        data = {"schema": "hoshin-release/1", "policy": policy, "translations": translations or {}}
        (folder / "policy.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


def put_draft(root: Path, policy: Mapping[str, Any], document: str = "privacy") -> None:
    """The working draft; JSON is YAML."""
    folder = root / "policy" / document
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "policy.yaml").write_text(json.dumps(policy, ensure_ascii=False), encoding="utf-8")
