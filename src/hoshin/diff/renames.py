"""Declared renames: which ids of the old side have another name on the new side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from hoshin.diff.references import targets
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, PATTERN, read
from hoshin.schema.modifiers import Entity


class Renames(Struct, frozen=True):
    """New path of each renamed fact by its old path."""

    paths: Mapping[str, str] = field(default_factory=dict)

    def reversed(self) -> Renames:
        """From the new ids back to the old ones."""
        return Renames({new: old for old, new in self.paths.items()})

    def path(self, path: str) -> str:
        """The path under the new ids; a field or text of a renamed fact moves with it."""
        if not self.paths:
            return path
        kind, _, rest = path.partition("/")
        name, slash, field_ = rest.partition("/")
        return self.paths.get(f"{kind}/{name}", f"{kind}/{name}") + slash + field_ if name else path

    def reference(self, field_name: str, value: object) -> str | int | bool:
        """A value of a field under the new ids."""
        if not isinstance(value, str):
            return value if isinstance(value, int) else str(value)
        if not self.paths:
            return value
        for old in targets(field_name, value):
            new = self.path(old)
            if new != old:
                return new if old == value else new.partition("/")[2]
        return value

    def in_text(self, text: str) -> str:
        """A text with its placeholders under the new ids."""
        return PATTERN.sub(self._placeholder, text) if self.paths else text

    def _placeholder(self, match: re.Match[str]) -> str:
        placeholder = read(match)
        new = self.path(placeholder.fact)
        if new == placeholder.fact:
            return match.group(0)
        rest = f"/{placeholder.field}" if placeholder.field else ""
        name = new.partition("/")[2]
        return f"{{{ARTICLE if placeholder.kind == ARTICLE else placeholder.kind}:{name}{rest}}}"


NONE: Final = Renames()


class Declared(Struct, frozen=True):
    """What `formerly:` declares: plain renames, splits (one old fact, several new) and merges (the reverse)."""

    renames: Renames = NONE
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merges: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def declared(old: Loaded, new: Loaded) -> Declared:
    """The renames that matter between two sides: the old id stood on the old side only, the new one on the new only."""
    pairs = [
        (f"{entry.kind.name}/{former}", path)
        for path, entry in new.index.entries.items()
        if isinstance(entry.value, Entity) and path not in old.index.entries
        for former in entry.value.formerly
        if f"{entry.kind.name}/{former}" in old.index.entries and f"{entry.kind.name}/{former}" not in new.index.entries
    ]
    heirs: dict[str, list[str]] = {}
    elders: dict[str, list[str]] = {}
    for former, path in pairs:
        heirs.setdefault(former, []).append(path)
        elders.setdefault(path, []).append(former)
    plain = {former: paths[0] for former, paths in heirs.items() if len(paths) == 1 and len(elders[paths[0]]) == 1}
    return Declared(
        Renames(plain),
        {former: tuple(paths) for former, paths in heirs.items() if len(paths) > 1},
        {path: tuple(formers) for path, formers in elders.items() if len(formers) > 1},
    )
