"""The last approved text of a language, from the archive: what stays in public while a newer one is not ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from hoshin.kernel.errors import NotThereError
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.archive import Archive, Release, key_of, policy_files, read_archive
from hoshin.publish.opening import Opened
from hoshin.schema.partial_date import PartialDate
from hoshin.translations.states import translation
from hoshin.translations.status import confirmed, required


class Held(Struct, frozen=True):
    """A released document whose translation was confirmed: its version, and the day from which that version held."""

    opened: Opened
    version: str
    since: PartialDate


def last_approved(opened: Opened, lang: str, root: Path) -> Held | None:
    """The newest release, up to the version of the text that is opened, whose translation is proved to be confirmed.

    The proof is who confirmed which pair, as the release recorded it. None where there is none. Raises NotThereError
    for an archive that cannot be read.
    """
    archive = read_archive(root, opened.loaded.name)
    for release in _candidates(archive, opened.loaded.policy.document.version):
        found = _confirmed_in(opened, release, lang)
        if found is not None:
            return Held(found, release.core, _since(archive, release))
    return None


def _candidates(archive: Archive, version: str | None) -> Iterator[Release]:
    """Releases with a text, newest first; none that was taken back, and none that is newer than `version`."""
    last = _core(version)
    gone = {release.core for release in archive.versions if archive.withdrawn(release)}
    for release in reversed(archive.releases):
        told = release.manifest.kind in {"policy", "correction", "translation"}
        newer = last is not None and release.key[:3] > last
        if told and not newer and release.core not in gone and (release.folder / "policy.json").is_file():
            yield release


def _core(version: str | None) -> tuple[int, int, int] | None:
    try:
        return key_of(version or "")[:3]
    except NotThereError:
        return None


def _since(archive: Archive, release: Release) -> PartialDate:
    base = next((each for each in archive.versions if each.core == release.core), release)
    day = archive.effective_from(base) or release.manifest.published_at.date()
    return PartialDate.parse(day.isoformat())


def _confirmed_in(opened: Opened, release: Release, lang: str) -> Opened | None:
    """The release under the project's present patterns, if its translation was confirmed as the project asks."""
    snapshot = Snapshot({**_around(opened), **policy_files(release)})
    loaded = load_document(snapshot, opened.loaded.name).loaded
    if loaded is None or loaded.policy.document.source_locale == lang:
        return None
    made = translation(snapshot, loaded, lang)
    return Opened(snapshot, loaded, ()) if made.there and confirmed(made, required(snapshot, lang)) else None


def _around(opened: Opened) -> dict[str, bytes]:
    """The project without this document and its translations: patterns, words, other documents."""
    name = opened.loaded.name
    return {
        file: data
        for file, data in opened.snapshot.files.items()
        if not file.startswith(f"policy/{name}/") and not file.endswith((f"/{name}.yaml", "/approvals.yaml"))
    }
