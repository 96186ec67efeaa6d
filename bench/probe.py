"""Measurements inside one process, each printed as JSON: `python -m bench.probe NAME ARGUMENTS`.

Times are seconds. What a measurement needs is imported and read before its clock starts; each runs once a process.
"""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from timeit import repeat
from typing import Final

from deepdiff import DeepDiff

import hoshin
from hoshin.diff.canonical import Canonical, canonical
from hoshin.diff.compare import compare
from hoshin.diff.prose import redline
from hoshin.diff.run import diff
from hoshin.diff.texts import ByLanguage
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.merge import merge_files
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish import comparison as versions
from hoshin.publish.build import documents
from hoshin.publish.revision import resolve
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render
from hoshin.translations.editions import catalogs, languages

Numbers = dict[str, float]
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
    comparison = versions.compare(resolve(old, root), resolve(new, root), document)
    langs = languages(comparison.new.snapshot, comparison.new.loaded)
    plain = tuple(documents(comparison.new, langs))
    both = tuple(versions.views(comparison, "redline", langs, "public"))
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


def changes(old: str, new: str) -> Numbers:
    """A comparison of two loaded policies, in its steps and as a whole, beside a plain walk over the same facts."""
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
    "changes": changes,
    "memory": memory,
    "peer": peer,
}

if __name__ == "__main__":
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
