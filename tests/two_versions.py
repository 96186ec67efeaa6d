"""Two releases of the examples and of OpenWork, and what is made of each pair, once for all tests."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hoshin.document.changelog import Audience
from hoshin.document.nodes import Document
from hoshin.kernel.overlay import Overlay
from hoshin.publish.build import build, documents, timestamp
from hoshin.publish.comparison import Comparison, compare
from hoshin.publish.comparison_views import View, views
from hoshin.publish.revision import resolve
from hoshin.renderers.look import Look

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "ja")
PAIRS = ("hinata/privacy", "marula/app", "tandem/rides", "openwork/openwork")


@dataclass(frozen=True, slots=True)
class Sides:
    """The plain documents of both versions in one language."""

    old: Document
    new: Document


@cache
def compared(pair: str) -> Comparison:
    project, document = pair.split("/")
    root = ROOT if project == "openwork" else ROOT / "examples" / project
    old, new = (root / "former", root) if project != "openwork" else (root, edited())
    return compare(resolve(str(old), root), resolve(str(new), root), document)


@cache
def edited() -> Path:
    """OpenWork with the edits of the demo."""
    folder = Path(mkdtemp(prefix="hoshin-demo-"))
    demo = runpy.run_path(str(ROOT / "docs" / "demo" / "demo.py"))
    demo["copy_project"](folder)
    for edit in demo["EDITS"]:
        demo["apply"](edit, folder)
    return folder


@cache
def made(pair: str, view: View, audience: Audience = "public") -> tuple[Document, ...]:
    return tuple(views(compared(pair), view, LANGUAGES, audience))


@cache
def sides(pair: str, lang: str) -> Sides:
    comparison = compared(pair)
    (old,), (new,) = (tuple(documents(side, (lang,))) for side in (comparison.old, comparison.new))
    return Sides(old, new)


def look(pair: str) -> Look:
    return Look(Overlay(None), timestamp(compared(pair).new.loaded))


def files(view: View, *formats: str, audience: Audience = "public") -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every pair's files; the name begins with the project."""
    for pair in PAIRS:
        for output in build(made(pair, view, audience), formats, look(pair)):
            yield f"{pair.split('/')[0]}-{output.name}", output.data
