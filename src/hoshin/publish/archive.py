"""The archive of releases, read side: `policy/<document>/releases/<version>/` (changes.md 12).

A release holds `policy.json` and `manifest.json`. What is said about it later stands in folders of its own with build
metadata: `1.2.0+ja.2`, `2.0.0+postponed.1`, `2.0.0+withdrawn.1`. States are computed, never stored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.regex import regex
from hoshin.policy.project import MAX_FILE

FOLDER: Final = "releases"
_NAME: Final = regex(r"([0-9]{1,6})\.([0-9]{1,6})\.([0-9]{1,6})(?:\+([a-z][a-z-]{0,30})\.([0-9]{1,6}))?")
_MOST: Final = 2_000
"""Releases of one document that are read."""
_POLICY: Final = 16 * MAX_FILE
ReleaseName = Annotated[str, StringConstraints(pattern=f"^{_NAME.pattern}$")]
State = Literal["scheduled", "in-force", "superseded", "withdrawn"]


class Manifest(BaseModel):
    """What is read of `manifest.json`; hashes and provenance are for the check of the archive."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    document: str
    version: ReleaseName
    previous: ReleaseName | None = None
    kind: Literal["policy", "correction", "translation", "rendering", "postponement", "withdrawal"] = "policy"
    of: ReleaseName | None = None
    published_at: datetime
    effective_from: date | None = None


class Release(Struct, frozen=True):
    """One folder of the archive."""

    name: str
    folder: Path
    manifest: Manifest

    @property
    def key(self) -> tuple[int, int, int, str, int]:
        """Sorts by version, then by build metadata."""
        return key_of(self.name)

    @property
    def core(self) -> str:
        """The version without build metadata."""
        return self.name.partition("+")[0]


class Archive(Struct, frozen=True):
    """All releases of one document, oldest version first."""

    document: str
    releases: tuple[Release, ...]

    @property
    def versions(self) -> tuple[Release, ...]:
        """Releases of the policy itself, oldest first, without later records about them."""
        return tuple(release for release in self.releases if release.manifest.kind in {"policy", "correction"})

    def named(self, name: str) -> Release:
        """The release of that name; for a version the newest revision of its text. Raises NotThereError."""
        wanted = name.removeprefix("v")
        texts = [
            release
            for release in self.releases
            if wanted in {release.name, release.core} and (release.folder / "policy.json").is_file()
        ]
        if not texts:
            known = tuple(release.name for release in self.releases) or ("–",)
            raise NotThereError("no-release", revision=name, known=known)
        return texts[-1]

    def effective_from(self, release: Release) -> date | None:
        """From when it holds: as postponed last."""
        moved = [
            later.manifest.effective_from
            for later in self.releases
            if later.manifest.kind == "postponement" and later.manifest.of == release.name
        ]
        return moved[-1] if moved else release.manifest.effective_from

    def withdrawn(self, release: Release) -> bool:
        """Whether it was taken back before it took effect."""
        return any(later.manifest.kind == "withdrawal" and later.manifest.of == release.name for later in self.releases)

    def in_force(self, day: date) -> Release:
        """What held on a day: the greatest effective date up to it. Raises NotThereError before the first."""
        dated = [
            (since, release.key, release)
            for release in self.versions
            if not self.withdrawn(release) and (since := self.effective_from(release)) is not None
        ]
        if not dated:
            raise NotThereError("no-release", revision=f"@{day}", known=("–",))
        before = [entry for entry in dated if entry[0] <= day]
        if not before:
            raise NotThereError("no-policy-then", day=str(day), first=str(min(entry[0] for entry in dated)))
        return self.named(max(before)[2].name)

    def state(self, release: Release, day: date) -> State:
        """What became of a release by that day."""
        if self.withdrawn(release):
            return "withdrawn"
        since = self.effective_from(release)
        if since is None or since > day:
            return "scheduled"
        return "in-force" if self.in_force(day).core == release.core else "superseded"


def key_of(name: str) -> tuple[int, int, int, str, int]:
    """The parts of a release's name, for sorting. Raises NotThereError for one that is none."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise NotThereError("no-release", revision=name, known=())
    major, minor, patch, what, number = match.groups()
    return int(major), int(minor), int(patch), what or "", int(number or 0)


def read_archive(root: Path, document: str) -> Archive:
    """The archive of a document; empty where there is none. Raises NotThereError for a release that cannot be read."""
    home = root / "policy" / document / FOLDER
    found = sorted(_releases(home), key=lambda release: release.key) if home.is_dir() and not home.is_symlink() else ()
    return Archive(document, tuple(found))


def _releases(home: Path) -> Iterator[Release]:
    for count, folder in enumerate(sorted(home.iterdir())):
        if not _NAME.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        if count >= _MOST:
            raise NotThereError("release-broken", release=folder.name, reason=f"> {_MOST}")
        yield Release(folder.name, folder, _manifest(folder))


def _manifest(folder: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(read_bounded(folder / "manifest.json", MAX_FILE))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        reason = f"manifest.json: {'/'.join(map(str, first['loc']))} {first['type']}"
        raise NotThereError("release-broken", release=folder.name, reason=reason) from error
    if manifest.version != folder.name:
        raise NotThereError("release-broken", release=folder.name, reason=f"manifest.json: version {manifest.version}")
    return manifest


def read_bounded(path: Path, most: int) -> bytes:
    """A file of the archive. Raises NotThereError when it is missing, no plain file, or too large."""
    try:
        if path.is_symlink() or not path.is_file():
            raise NotThereError("release-broken", release=path.parent.name, reason=f"{path.name}: –")
        if path.stat().st_size > most:
            raise NotThereError("release-broken", release=path.parent.name, reason=f"{path.name}: > {most}")
        return path.read_bytes()
    except OSError as error:
        reason = f"{path.name}: {error.strerror or type(error).__name__}"
        raise NotThereError("release-broken", release=path.parent.name, reason=reason) from error


def policy_files(release: Release) -> dict[str, bytes]:
    """The files that `policy.json` stands for: JSON is YAML, so a release is read like any other revision.

    Raises NotThereError for a file that is none of ours.
    """
    try:
        data = json.loads(read_bounded(release.folder / "policy.json", _POLICY))
    except (ValueError, RecursionError) as error:
        raise NotThereError("release-broken", release=release.name, reason="policy.json: JSON") from error
    if (
        not isinstance(data, dict)
        or data.get("schema") != "hoshin-release/1"
        or not isinstance(data.get("policy"), dict)
    ):
        raise NotThereError("release-broken", release=release.name, reason="policy.json: schema")
    document = release.manifest.document
    files = {f"policy/{document}/policy.yaml": _dump(data["policy"])}
    translations, approvals = data.get("translations"), data.get("approvals")
    for language, body in translations.items() if isinstance(translations, dict) else ():
        if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", str(language)):
            files[f"translations/{language}/{document}.yaml"] = _dump(body)
            if isinstance(approvals, dict) and language in approvals:
                files[f"translations/{language}/approvals.yaml"] = _dump({document: approvals[language]})
    for name in ("vocabulary", "rules"):
        if isinstance(data.get(name), dict):
            files[f"schema/{name}.yaml"] = _dump(data[name])
    return files


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
