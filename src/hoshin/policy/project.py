"""Find a project and read its files. The project root is the folder that holds `policy/`."""

from __future__ import annotations

from pathlib import Path

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import ENDINGS, Snapshot

FOLDERS = ("policy", "schema", "translations")
MAX_FILE = 2_000_000
MAX_FILES = 2_000


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds `policy/`.

    Raises NotThereError when there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "policy").is_dir():
            return folder
    raise NotThereError("no-project", folder=str(start))


def read_snapshot(root: Path) -> Snapshot:
    """All YAML files of the working tree below the project's folders; what cannot be read becomes a finding."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    home = root.resolve()
    for path in _yaml_files(root):
        name = path.relative_to(root).as_posix()
        if len(files) >= MAX_FILES:
            findings.append(_fault("too-many-files", name, limit=MAX_FILES))
            break
        if not path.resolve().is_relative_to(home):
            findings.append(_fault("outside", name))
            continue
        try:
            if path.stat().st_size > MAX_FILE:
                findings.append(_fault("too-large", name, limit=MAX_FILE))
                continue
            files[name] = path.read_bytes()
        except OSError as error:
            findings.append(_fault("unreadable", name, reason=type(error).__name__))
    return Snapshot(files, tuple(findings))


def _yaml_files(root: Path) -> list[Path]:
    found = [
        path
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in ENDINGS and path.is_file() and "releases" not in path.relative_to(root).parts
    ]
    return sorted(found)


def _fault(what: str, name: str, **args: str | int) -> Finding:
    return finding("DOC120", Severity.ERROR, name, Place(name, 1, 1), message=f"DOC120.{what}", file=name, **args)
