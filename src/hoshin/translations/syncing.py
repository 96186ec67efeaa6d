"""`hoshin translate sync`: the overlay, the approvals and the attic brought in line with the source (section 9).

Never writes a translation: a new text gets an empty entry, and what is like it is named in the report alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Severity
from hoshin.kernel.text import norm, pair_digest
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.approvals import FILE as APPROVALS
from hoshin.translations.approvals import Approval
from hoshin.translations.catalog import Catalog, Entry, read_catalog
from hoshin.translations.overlay_text import Rewrite, block, line
from hoshin.translations.states import Translation, UnitState

ATTIC: Final = "translations/{locale}/attic.yaml"
_ATTIC_HEAD: Final = (
    b"# Translations of texts that are gone, newest first.\n"
    b"# Memory only: nothing here is printed, and no approval is kept.\n"
)


class Wish(Struct, frozen=True):
    """What `sync` is asked for beside its usual work.

    `confirm` are ids of stale texts whose translation still fits; with `by` their approvals are carried on to the new
    pair under that name on that day. `rename` are pairs of an orphan and a text without a translation.
    """

    confirm: tuple[str, ...] = ()
    by: str = ""
    date: str = ""
    rename: tuple[tuple[str, str], ...] = ()


class Synced(Struct, frozen=True):
    """The files that change, by name with their old and new bytes, and what was done, as ids."""

    files: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    stored: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    refreshed: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()

    def to_write(self) -> Iterator[tuple[str, bytes]]:
        """The files in the order in which a run that is killed between two of them loses no text."""
        attic_first = sorted(self.files, key=lambda name: not name.endswith(ATTIC.rpartition("/")[2]))
        yield from ((name, self.files[name][1]) for name in (attic_first if self.stored else self.files))


def sync(snapshot: Snapshot, made: Translation, wish: Wish) -> Synced:
    """What would be written; a second run on the result changes nothing.

    Raises HoshinError for a file that cannot be read or edited safely, NotThereError for an id that is not there.
    """
    if any(item.severity is Severity.ERROR for item in (*made.catalog.findings, *made.approvals.findings)):
        raise HoshinError("translation-broken", file=made.catalog.file)
    return _Sync(snapshot, made, wish).run()


class _Sync:
    """One run: the three files while they are being changed."""

    def __init__(self, snapshot: Snapshot, made: Translation, wish: Wish) -> None:
        self._made = made
        self._wish = wish
        self._before = {
            name: snapshot.files.get(name, b"")
            for name in (
                made.catalog.file,
                APPROVALS.format(locale=made.locale),
                ATTIC.format(locale=made.locale),
            )
        }
        overlay, approvals, attic = self._before
        name = made.loaded.name
        self._overlay = Rewrite(overlay, self._before[overlay], "units")
        self._approvals = Rewrite(approvals, self._before[approvals], name)
        self._attic = Rewrite(attic, self._before[attic] or _ATTIC_HEAD, name)
        self._memory = _memory(snapshot, made, attic)
        self._ids = [unit.id for unit in made.loaded.units]
        self._done = Synced()

    def run(self) -> Synced:
        """Renames first, since they decide what is missing and what is left over."""
        moves = self._moves()
        stored = tuple(
            each.id for each in self._made.in_state("orphan") if each.id not in moves and each.id in self._overlay.names
        )
        confirmed = self._confirmed()
        for old, new in moves.items():
            if new in self._overlay.names:
                self._overlay.drop(new)
            self._overlay.rename(old, new)
        for name in reversed(stored):
            self._store(name)
        taken = set(moves.values())
        missing = [each for each in self._made.in_state("missing") if each.id not in taken]
        added, restored, refreshed = self._fill(missing, {new: old for old, new in moves.items()})
        for each in confirmed:
            self._confirm(each)
        lapsed = self._approvals_follow({each.id for each in confirmed})
        return replace(
            self._done,
            files=self._files(bool(stored or restored)),
            added=added,
            restored=restored,
            refreshed=refreshed,
            moved=tuple(moves.items()),
            stored=stored,
            confirmed=tuple(each.id for each in confirmed),
            lapsed=lapsed,
        )

    def _moves(self) -> dict[str, str]:
        moves = dict(self._made.moved)
        orphans = {each.id for each in self._made.in_state("orphan")}
        missing = {each.id for each in self._made.in_state("missing")}
        for old, new in self._wish.rename:
            _known(old, orphans)
            _known(new, missing)
            moves[old] = new
        return moves

    def _confirmed(self) -> tuple[UnitState, ...]:
        stale = {each.id: each for each in self._made.units if each.staleness}
        return tuple(stale[_known(name, stale)] for name in dict.fromkeys(self._wish.confirm))

    def _store(self, name: str) -> None:
        if name in self._attic.names:
            self._attic.drop(name)
        self._attic.put(name, self._overlay.drop(name))

    def _fill(
        self, missing: Sequence[UnitState], moved: Mapping[str, str]
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Empty entries for new texts, from the attic those that were there before, the source of empty ones anew."""
        added, restored, refreshed = [], [], []
        before = self._anchors(moved)
        for each in missing:
            assert each.unit is not None  # noqa: S101 an orphan is never missing
            earlier = before[each.id]
            remembered = each.id in self._memory
            if each.id in self._overlay.names:
                if remembered:
                    self._overlay.drop(each.id)
                elif each.entry is not None and each.entry.source != each.unit.text:
                    self._refresh(each, earlier)
                    refreshed.append(each.id)
            if remembered:
                self._overlay.put(each.id, self._attic.drop(each.id), earlier)
                restored.append(each.id)
            elif each.id not in self._overlay.names:
                self._overlay.put(each.id, self._empty(each), earlier)
                added.append(each.id)
        return tuple(added), tuple(restored), tuple(refreshed)

    def _anchors(self, moved: Mapping[str, str]) -> dict[str, list[str]]:
        """The entry of the file that each text comes behind: that of the nearest text before it which has one."""
        anchors: dict[str, list[str]] = {}
        there, last = set(self._overlay.names), list[str]()
        for name in self._ids:
            anchors[name] = last
            written_as = moved.get(name, name)
            last = [written_as] if written_as in there else last
        return anchors

    def _empty(self, each: UnitState) -> str:
        assert each.unit is not None  # noqa: S101 an orphan has no text to be translated
        return block(each.id, {self._made.source: each.unit.text, self._made.locale: ""})

    def _refresh(self, each: UnitState, earlier: Sequence[str]) -> None:
        """Nothing was made from the old source text yet, so that the present one takes its place."""
        assert each.unit is not None  # noqa: S101 as above
        if each.entry is not None and each.entry.source:
            self._overlay.set_text(each.id, self._made.source, each.unit.text)
        else:
            self._overlay.drop(each.id)
            self._overlay.put(each.id, self._empty(each), earlier)

    def _confirm(self, each: UnitState) -> None:
        assert each.unit is not None  # noqa: S101 an orphan is never stale
        self._overlay.set_text(each.id, self._made.source, each.unit.text)

    def _approvals_follow(self, confirmed: set[str]) -> tuple[str, ...]:
        """Approvals of renamed texts move along, those that approve nothing any more go."""
        lapsed = []
        known = {each.id: each for each in self._made.units}
        under = _under(self._made)
        for name in self._approvals.names:
            new = under.get(name, name)
            each = known.get(new)
            approval = self._made.approved.units.get(new)
            if each is None or each.unit is None or each.entry is None or approval is None or self._renamed_to(new):
                self._approvals.drop(name)
                lapsed.append(name)
            elif new in confirmed and self._wish.by:
                self._approvals.drop(name)
                self._approvals.put(new, line(new, self._carried_on(each, each.entry, approval)), [name])
            elif new in confirmed or not self._made.approved.role(new, each.entry, self._made.source):
                self._approvals.drop(name)
                lapsed.append(name)
            elif new != name:
                self._approvals.rename(name, new)
        return tuple(lapsed)

    def _renamed_to(self, name: str) -> bool:
        """Whether the translation was moved there by hand: nobody has approved it as that text's."""
        return any(new == name for _, new in self._wish.rename)

    def _carried_on(self, each: UnitState, entry: Entry, approval: Approval) -> dict[str, str]:
        assert each.unit is not None  # noqa: S101 a stale text is one of the source
        return approval_body(
            pair_digest(each.unit.text, self._made.source, _text(entry, each.unit.text), self._made.locale),
            self._wish.by,
            self._wish.date,
            approval.role,
        )

    def _files(self, attic: bool) -> dict[str, tuple[bytes, bytes]]:  # noqa: FBT001 - whether the attic is touched
        after = [self._overlay.done(), self._approvals.done(), self._attic.done() if attic else None]
        pairs = zip(self._before.items(), after, strict=True)
        return {
            name: (before, new)
            for (name, before), new in pairs
            if new is not None and (new != before) and (new or before)
        }


def _text(entry: Entry, source: str) -> str:
    """What the entry prints once it is made from that source text."""
    return entry.target or (source if entry.same else "")


def _under(made: Translation) -> dict[str, str]:
    """The id in the file -> the id that the approval belongs to now."""
    now = {id(approval): name for name, approval in made.approved.units.items()}
    return {name: now.get(id(approval), name) for name, approval in made.approvals.units.items()}


def _memory(snapshot: Snapshot, made: Translation, file: str) -> frozenset[str]:
    """The texts that the attic remembers with a translation."""
    data = snapshot.files.get(file)
    if not data:
        return frozenset()
    read = _attic_catalog(snapshot, made, file)
    return frozenset(name for name, entry in read.entries.items() if entry.has_answer)


def _attic_catalog(snapshot: Snapshot, made: Translation, file: str) -> Catalog:
    return read_catalog(snapshot, made.loaded.name, made.source, made.locale, file=file, root=made.loaded.name)


def approval_body(pair: str, by: str, date: str, role: str) -> dict[str, str]:
    """The lines of an approval, in the order of the file."""
    return {"pair": pair, "by": by, "date": date, "role": role}


def _known(name: str, names: Mapping[str, object] | set[str]) -> str:
    if name not in names:
        raise NotThereError("no-such-unit", unit=name, near=nearest(name, names) or ", ".join(sorted(names)[:5]) or "–")
    return name


def similar(made: Translation, least: float = 0.75) -> Iterator[tuple[str, str, float]]:
    """Texts without a translation, each with the translated one that it is most like: named, never filled in."""
    from difflib import SequenceMatcher  # noqa: PLC0415 only where something is missing

    there = [(each.id, norm(each.entry.source, made.source)) for each in made.units if each.entry and each.entry.target]
    for each in made.in_state("missing")[:_MOST]:
        assert each.unit is not None  # noqa: S101 an orphan is never missing
        text = norm(each.unit.text, made.source)
        best = (0.0, "")
        for name, other in there:
            if 2 * min(len(text), len(other)) < least * (len(text) + len(other)):
                continue  # no ratio can reach the bound
            matcher = SequenceMatcher(None, text, other, autojunk=False)
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                best = max(best, (matcher.ratio(), name))
        if best[0] >= least:
            yield each.id, best[1], best[0]


_MOST: Final = 100
"""Missing texts for which a similar one is looked for: a language that was just begun has no use for it."""
