"""Find a project and read its files. The project root is the folder that holds `policy/`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import ENDINGS, Snapshot

FOLDERS = ("policy", "schema", "translations")
MAX_FILE = 2_000_000
MAX_FILES = 2_000
_ARCHIVE = "releases"


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds `policy/`.

    Raises NotThereError when there is none, or `start` is no folder: a mistyped one must not name the project above.
    """
    if not start.is_dir():
        raise NotThereError("no-folder", folder=str(start))
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "policy").is_dir():
            return folder
    raise NotThereError("no-project", folder=str(start))


def read_snapshot(root: Path) -> Snapshot:
    """All YAML files of the working tree below the project's folders; what cannot be read becomes a finding.

    A project with too many files is not read at all, since half of one would give false findings.
    """
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for path in _yaml_files(root, findings):
        name = shown_name(path.relative_to(root).as_posix())
        if len(files) >= MAX_FILES:
            return Snapshot({}, (file_fault("too-many-files", name, limit=MAX_FILES),))
        try:
            if (fault := _fault_of(path, name, root)) is None:
                files[name] = path.read_bytes()
            else:
                findings.append(fault)
        except OSError as error:
            findings.append(_unreadable(name, error))
    return Snapshot(files, tuple(findings))


def _yaml_files(root: Path, findings: list[Finding]) -> list[Path]:
    """What has the name of a YAML file, sorted, and links to folders, which nothing behind is read of."""

    def told(error: OSError) -> None:
        name = Path(os.fsdecode(error.filename)).relative_to(root).as_posix()
        if (root / name).is_dir():  # one of the three folders may simply not be there
            findings.append(_unreadable(shown_name(name), error))

    return sorted(path for folder in FOLDERS for path in _below(root / folder, told))


def _below(folder: Path, told: Callable[[OSError], None]) -> Iterator[Path]:
    """Hidden files and folders are those of editors and systems, releases those of the archive; neither is read."""
    for place, inner, names in os.walk(folder, onerror=told):
        here = Path(place)
        inner[:] = [name for name in inner if name != _ARCHIVE and not is_hidden(name)]
        yield from (here / name for name in inner if (here / name).is_symlink())
        yield from (here / name for name in names if not is_hidden(name) and _counts(here / name))


def _counts(path: Path) -> bool:
    """A YAML file by its name, or a link to nothing, behind which a folder of them may have been."""
    return path.name.endswith(ENDINGS) or (path.is_symlink() and not path.exists())


def is_hidden(path: str) -> bool:
    """Whether a part of a POSIX path begins with a point."""
    return any(part.startswith(".") for part in path.split("/"))


def _fault_of(path: Path, name: str, root: Path) -> Finding | None:
    """Why a file is not read. Raises OSError where the system says so."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return file_fault("outside", name)
    if "\ufffd" in name:
        return file_fault("file-name", name)
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        return file_fault("folder-link", name)
    if not stat.S_ISREG(state.st_mode):
        return file_fault("no-file", name)
    return file_fault("too-large", name, limit=MAX_FILE) if state.st_size > MAX_FILE else None


def shown_name(name: str) -> str:
    """A file's name as text: bytes that belong to no character become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unreadable(name: str, error: OSError) -> Finding:
    return file_fault("unreadable", name, reason=error.strerror or type(error).__name__)


def file_fault(what: str, name: str, **args: str | int) -> Finding:
    """A finding on a file that is not read."""
    return finding("DOC120", Severity.ERROR, name, Place(name, 1, 1), message=f"DOC120.{what}", file=name, **args)
