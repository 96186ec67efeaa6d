"""Measurements inside one process, each printed as JSON: `python -m bench.probe NAME ARGUMENTS`.

Times are seconds. What a measurement needs is imported and read before its clock starts; each runs once a process.
"""

from __future__ import annotations

import gc
import json
import sys
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from itertools import zip_longest
from pathlib import Path
from time import perf_counter, process_time
from timeit import repeat
from typing import Final, TypeVar

from deepdiff import DeepDiff

import hoshin
from hoshin.check.laws.days import Days
from hoshin.check.laws.run import check_laws
from hoshin.check.rule import Subject
from hoshin.check.run import check_policy
from hoshin.diff.canonical import Canonical, canonical
from hoshin.diff.compare import compare
from hoshin.diff.prose import redline
from hoshin.diff.run import diff
from hoshin.diff.texts import ByLanguage
from hoshin.kernel.overlay import Overlay
from hoshin.policy.load import Loaded, assemble, load_document
from hoshin.policy.matrix import expand
from hoshin.policy.merge import merge_files
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.publish.build import documents
from hoshin.publish.comparison import compare as compare_revisions
from hoshin.publish.comparison_views import views
from hoshin.publish.opening import Opened
from hoshin.publish.revision import resolve
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render
from hoshin.renderers.registry import renderer
from hoshin.schema.policy import Policy
from hoshin.translations.editions import catalogs, languages
from hoshin.translations.status import check_translations

Numbers = dict[str, float]
STEP_FORMATS: Final = ("html", "json", "pdf", "docx")
_ALLOCATIONS: Final = 200_000
_LAW_OF = date(2026, 11, 22)
"""Objects between two runs of the collector, as every command sets it."""
_T = TypeVar("_T")
_MEGABYTE: Final = 1024 * 1024
_CLAUSES: Final = (
    (
        "en",
        "We keep your data for ten years after your last visit.",
        "We keep your data for five years after you leave.",
    ),
    (
        "ja",
        "当社は、お客様の最後のご利用から十年間、データを保存します。",
        "当社は、お客様の退会から五年間、データを保存します。",
    ),
)


def question(folder: str) -> Numbers:
    """The legal bases of a purpose, asked of a policy that is loaded and has been asked before."""
    policy = hoshin.load(folder)
    number = 20_000
    first = perf_counter()
    policy.legal_bases("newsletter")
    first = perf_counter() - first
    each = min(repeat(lambda: policy.legal_bases("newsletter"), number=number, repeat=7)) / number
    return {"first": first, "each": each}


def clause() -> Numbers:
    """The word diff of one sentence, in each language."""
    number = 200
    return {
        lang: min(repeat(partial(redline, old, new, lang), number=number, repeat=5)) / number
        for lang, old, new in _CLAUSES
    }


def pdf(old: str, new: str, document: str) -> Numbers:
    """Both versions in one as PDF beside the plain PDF of the new one, both languages, fonts loaded before."""
    root = Path(new)
    comparison = compare_revisions(resolve(old, root), resolve(new, root), document)
    langs = languages(comparison.new.snapshot, comparison.new.loaded)
    plain = tuple(documents(comparison.new, langs))
    both = tuple(views(comparison, "redline", langs, "public"))
    rendered = tuple(partial(render, made, Look()) for made in (*plain, *both))
    for job in rendered:
        job()
    times = [min(repeat(job, number=1, repeat=5)) for job in rendered]
    return {"plain": sum(times[: len(plain)]), "redline": sum(times[len(plain) :])}


def read(folder: str) -> Numbers:
    """YAML to a typed policy: reading, validating, indexing."""
    start = perf_counter()
    _load(_snapshot(folder))
    return {"read": perf_counter() - start}


def steps(folder: str) -> Numbers:
    """Processor seconds of each step from files to outputs, one language, each run once after its libraries' start."""
    gc.set_threshold(_ALLOCATIONS)
    look = Look(Overlay(Path(folder)), None)
    small = Path(folder).parent / "10-none"
    _steps(small, Look(Overlay(small), None))  # what only the first use costs is no matter of size
    return _steps(Path(folder), look)


def _steps(folder: Path, look: Look) -> Numbers:
    found: Numbers = {}

    def timed(name: str, step: Callable[[], _T]) -> _T:
        start = process_time()
        made = step()
        found[name] = process_time() - start
        return made

    snapshot = timed("files", lambda: read_snapshot(folder))
    name = snapshot.documents()[0]
    parsed = timed("yaml", lambda: merge_files(snapshot.of_document(name)))
    policy = timed("validate", lambda: Policy.model_validate(parsed.value))
    loaded = timed("index", lambda: assemble(name, policy, parsed.places))
    timed("expand", lambda: expand(loaded.index))
    timed("rules", lambda: tuple(check_policy(loaded, project_terms(snapshot))))
    timed("laws", lambda: check_laws(Subject(loaded, project_terms(snapshot)), Days(_LAW_OF)))
    timed("translations", lambda: check_translations(snapshot, loaded))
    opened = Opened(snapshot, loaded, ())
    (document,) = timed("document", lambda: tuple(documents(opened, ("en",))))
    for form in STEP_FORMATS:
        timed(form, partial(renderer(form), document, look))
    return found


def changes(old: str, new: str) -> Numbers:
    """A comparison of two loaded policies, in its steps and as a whole, beside a plain walk over the same facts."""
    gc.set_threshold(_ALLOCATIONS)
    sides = _load(_snapshot(old)), _load(_snapshot(new))
    texts = _texts(old, sides[0]), _texts(new, sides[1])
    start = perf_counter()
    forms = canonical(sides[0]), canonical(sides[1])
    formed = perf_counter()
    found = compare(*forms)
    compared = perf_counter()
    walked = len(_walk(*forms))
    end = perf_counter()
    report = diff(*sides, old_texts=texts[0], new_texts=texts[1])
    done = perf_counter()
    return {
        "forms": formed - start,
        "compare": compared - formed,
        "walk": end - compared,
        "whole": done - end,
        "raw": len(found),
        "walked": walked,
        "events": len(report.events),
    }


def memory(old: str, new: str) -> Numbers:
    """Peak of what a comparison allocates on top of the two loaded policies, in megabytes."""
    sides = _load(_snapshot(old)), _load(_snapshot(new))
    texts = _texts(old, sides[0]), _texts(new, sides[1])
    tracemalloc.start()
    compare(canonical(sides[0]), canonical(sides[1]))
    compared = tracemalloc.get_traced_memory()[1] / _MEGABYTE
    tracemalloc.reset_peak()
    diff(*sides, old_texts=texts[0], new_texts=texts[1])
    return {"compare": compared, "whole": tracemalloc.get_traced_memory()[1] / _MEGABYTE}


def peer(old: str, new: str) -> Numbers:
    """DeepDiff on the same YAML as plain lists and mappings, order ignored."""
    sides = _plain(_snapshot(old)), _plain(_snapshot(new))
    start = perf_counter()
    found = DeepDiff(*sides, ignore_order=True)
    return {"deepdiff": perf_counter() - start, "entries": sum(len(part) for part in found.values())}


def positional(old: str, new: str) -> Numbers:
    """Lists compared by place, as tools for any JSON do it: one inserted entry touches all that follow."""
    sides = _plain(_snapshot(old)), _plain(_snapshot(new))
    start = perf_counter()
    entries = _by_place(*sides)
    return {"positional": perf_counter() - start, "entries": entries}


def _by_place(left: object, right: object) -> int:
    """How many values differ, lists by position."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return sum(_by_place(left.get(key), right.get(key)) for key in left.keys() | right.keys())
    if isinstance(left, list) and isinstance(right, list):
        pairs = zip_longest(left, right)
        return sum(_by_place(one, other) for one, other in pairs)
    return int(left != right)


def _snapshot(folder: str) -> Snapshot:
    return read_snapshot(Path(folder))


def _load(snapshot: Snapshot) -> Loaded:
    reading = load_document(snapshot, snapshot.documents()[0])
    if reading.loaded is None:
        raise SystemExit(str(reading.findings[:3]))
    return reading.loaded


def _plain(snapshot: Snapshot) -> object:
    return merge_files(snapshot.of_document(snapshot.documents()[0])).value


def _texts(folder: str, loaded: Loaded) -> ByLanguage:
    """Translations by language and unit id."""
    found = catalogs(_snapshot(folder), loaded)
    return {one.locale: {unit: entry.text for unit, entry in one.entries.items()} for one in found}


def _walk(old: Canonical, new: Canonical) -> list[tuple[str, ...]]:
    """Paths that differ, by the plainest recursion over keyed mappings."""
    found: list[tuple[str, ...]] = []

    def walk(left: object, right: object, path: tuple[str, ...]) -> None:
        if isinstance(left, Mapping) and isinstance(right, Mapping):
            for key in left.keys() | right.keys():
                walk(left.get(key), right.get(key), (*path, str(key)))
        elif left != right:
            found.append(path)

    walk(old.facts, new.facts, ())
    return found


PROBES: Final[Mapping[str, Callable[..., Numbers]]] = {
    "question": question,
    "clause": clause,
    "pdf": pdf,
    "read": read,
    "steps": steps,
    "changes": changes,
    "memory": memory,
    "peer": peer,
    "positional": positional,
}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
