"""`hoshin translate approve`: a person's confirmation of pairs of texts, bound to their digests (section 7)."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Final

from msgspec import Struct

from hoshin.kernel.errors import HoshinError, NotThereError, UsageError
from hoshin.kernel.text import pair_digest
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.approvals import FILE, Role
from hoshin.translations.overlay_text import Rewrite, line
from hoshin.translations.states import FRESH, Translation, UnitState
from hoshin.translations.syncing import approval_body

_HEAD: Final = (
    b"# Who has confirmed which translation. A digest belongs to one pair of texts: any edit of either lets it lapse.\n"
    b"# Written by: hoshin translate approve\n"
)
_SIGNS: Final = frozenset("*?[")


class Approved(Struct, frozen=True):
    """The file before and after; the texts that are approved now, and those of a pattern that cannot be yet."""

    file: str
    before: bytes
    after: bytes
    units: tuple[str, ...]
    skipped: tuple[str, ...]


def approve(snapshot: Snapshot, made: Translation, wanted: Sequence[str], by: tuple[str, Role], date: str) -> Approved:
    """Approve the texts with these ids, or those that match a pattern (`right/*`), as `by` (name, role) on `date`.

    An approval of the same pair by counsel stays when a reviewer confirms it too. Raises NotThereError for an id that
    is not there, UsageError for a name that is an e-mail address, HoshinError when a text that is named outright is
    missing, broken or stale; then nothing is approved.
    """
    name, role = by
    if "@" in name or not name.strip():
        raise UsageError("approve-by", by=name)
    chosen, skipped = _chosen(made, wanted)
    file = FILE.format(locale=made.locale)
    before = snapshot.files.get(file, b"")
    rewrite = Rewrite(file, before or _HEAD, made.loaded.name)
    done = []
    for each in chosen:
        if each.state == "approved" or (each.state == "reviewed" and role == "reviewer"):
            continue
        assert each.entry is not None  # noqa: S101 what is fresh has an entry
        pair = pair_digest(each.entry.source, made.source, each.entry.text, made.locale)
        if each.id in rewrite.names:
            rewrite.drop(each.id)
        after = [each.id] if each.id in rewrite.names else list(rewrite.names)[-1:]
        rewrite.put(each.id, line(each.id, approval_body(pair, name, date, role)), after)
        done.append(each.id)
    return Approved(file, before, rewrite.done() if done else before, tuple(done), skipped)


def _chosen(made: Translation, wanted: Sequence[str]) -> tuple[list[UnitState], tuple[str, ...]]:
    states = {each.id: each for each in made.units if each.unit is not None}
    chosen: dict[str, UnitState] = {}
    skipped: dict[str, None] = {}
    refused: dict[str, str] = {}
    for word in wanted:
        is_pattern = bool(_SIGNS & set(word))
        names = [name for name in states if fnmatchcase(name, word)] if is_pattern else [word]
        if not names or (not is_pattern and word not in states):
            raise NotThereError("no-such-unit", unit=word, near=nearest(word, states) or next(iter(states), "–"))
        for name in names:
            if states[name].state in FRESH:
                chosen[name] = states[name]
            elif is_pattern:
                skipped[name] = None
            else:
                refused[name] = states[name].state
    if refused:
        listed = ", ".join(f"{name} ({state})" for name, state in refused.items())
        raise HoshinError("approve-refused", units=listed)
    return list(chosen.values()), tuple(skipped)
