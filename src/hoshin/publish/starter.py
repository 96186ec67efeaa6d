"""The files of a new project: the commented starter in the company's language, or a copy of an example."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.overlay import SHIPPED
from hoshin.policy.nearest import nearest
from hoshin.publish.editor.files import BY_NAME, KINDS
from hoshin.publish.editor.schema import schema_text

LANGUAGES: Final = ("en", "ja")
"""Languages in which a company can begin to write."""
_STARTERS: Final = SHIPPED / "publish" / "starters"
_DOCUMENT: Final = "privacy"
_NOT_COPIED: Final = frozenset({"former"})
"""The older version of an example is there to be compared, not to begin with."""
Files = tuple[tuple[str, bytes], ...]
"""Paths from the project's folder, and contents."""


def starter(language: str, document: str) -> Files:
    """The starter in a language, with the schemas that its files name; `document` names the folder of its policy.

    The schema of the file that `hoshin changes init` adds later is among them.

    Raises NotThereError for a language without a starter.
    """
    if language not in LANGUAGES:
        raise NotThereError("no-starter", lang=language, languages=LANGUAGES)
    files = dict(_below(_STARTERS / language))
    named = {_renamed(name, document): data for name, data in files.items()}
    lines = (*files.values(), f"/{BY_NAME['changes'].file}\n".encode())
    wanted = [kind for kind in KINDS if any(f"/{kind.file}\n".encode() in data for data in lines)]
    schemas = {f"schema/{kind.file}": schema_text(kind, LANGUAGES).encode() for kind in wanted}
    return tuple(sorted({**named, **schemas}.items()))


def examples() -> tuple[str, ...]:
    """Names of the examples that come with the tool."""
    folder = _examples()
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir())) if folder.is_dir() else ()


def example(name: str) -> Files:
    """A copy of an example. Raises NotThereError with the nearest name."""
    known = examples()
    if name not in known:
        raise NotThereError("no-example", name=name, near=nearest(name, known) or ", ".join(known) or "–")
    return _below(_examples() / name)


def _examples() -> Path:
    """Beside the modules of an installed package, at the top of a checkout."""
    packaged = SHIPPED / "examples"
    return packaged if packaged.is_dir() else SHIPPED.parent.parent / "examples"


def _below(folder: Path) -> Files:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in found
        if not _NOT_COPIED & set(path.relative_to(folder).parts)
    )


def _renamed(name: str, document: str) -> str:
    """The starter's file under the name of the document; a wheel cannot hold `.gitignore` by that name."""
    if name == "gitignore":
        return ".gitignore"
    if name.startswith(f"policy/{_DOCUMENT}/"):
        return name.replace(f"/{_DOCUMENT}/", f"/{document}/", 1)
    return name.replace(f"/{_DOCUMENT}.yaml", f"/{document}.yaml") if name.startswith("translations/") else name
