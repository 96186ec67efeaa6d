"""Shipped files that a project can replace with its own: templates, sheets and styles."""

from __future__ import annotations

from typing import Final

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.overlay import SHIPPED
from hoshin.policy.nearest import nearest
from hoshin.renderers.pandoc.reference import REFERENCES, reference

_FOLDERS: Final = ("renderers",)
_ENDINGS: Final = (".css", ".j2", ".typ")


def replaceable() -> tuple[str, ...]:
    """Paths from the project's folder, sorted."""
    found = (path for folder in _FOLDERS for path in (SHIPPED / folder).rglob("*") if path.suffix in _ENDINGS)
    return tuple(sorted([*REFERENCES, *(path.relative_to(SHIPPED).as_posix() for path in found if path.is_file())]))


def shipped(name: str) -> bytes:
    """The shipped file of that path. Raises NotThereError with the nearest one."""
    known = replaceable()
    if name not in known:
        raise NotThereError("not-replaceable", file=name, near=nearest(name, known) or ", ".join(known[:3]))
    return reference(name) if name in REFERENCES else (SHIPPED / name).read_bytes()
