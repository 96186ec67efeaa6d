"""The pages of the example companies before the checkers: valid, accessible, whole on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

import pytest
from external.assertions import assert_html_valid, faults, report
from external.pages import Job, chromium

from hoshin.policy.project import read_snapshot
from hoshin.publish.build import build, documents
from hoshin.publish.opening import Opened, open_document
from hoshin.renderers.look import Look
from hoshin.schema.data import CollectionPoint

ROOT = Path(__file__).resolve().parents[2] / "examples"
LANGUAGES = ("en", "ja")
STATES: tuple[tuple[int, Literal["light", "dark"], tuple[Literal["axe"], ...]], ...] = (
    (320, "light", ()),
    (360, "light", ()),
    (360, "dark", ("axe",)),
    (768, "light", ()),
    (1280, "light", ("axe",)),
)
UNSURE = ("color-contrast",)
"""Axe cannot judge cells that a table scrolls out of sight; those in sight it judges."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    place = tmp_path_factory.mktemp("examples")
    folders = sorted(folder for folder in ROOT.iterdir() if folder.is_dir())
    return list(chain.from_iterable(written(folder, place / folder.name) for folder in folders))


def written(folder: Path, place: Path) -> Iterator[Path]:
    """Every document of an example, and each again with every form that it has."""
    place.mkdir()
    snapshot = read_snapshot(folder)
    for name in snapshot.documents():
        opened = open_document(snapshot, name)
        for point in ("", *forms(opened)):
            for output in build(documents(opened, LANGUAGES, point=point), ("html",), Look()):
                (place / output.name).write_bytes(output.data)
                yield place / output.name


def forms(opened: Opened) -> tuple[str, ...]:
    return tuple(point.id for _, point in opened.loaded.index.typed(CollectionPoint) if point.fields)


def test_there_is_a_page_for_each_document_form_and_language(pages: list[Path]) -> None:
    assert len(pages) == (7 + 3) * len(LANGUAGES)


def test_pages_are_valid(pages: list[Path]) -> None:
    assert_html_valid(pages)


def test_pages_are_accessible_and_no_screen_is_too_narrow(pages: list[Path]) -> None:
    """Axe on the widest and on a narrow screen, once light and once dark; on all of them no sideways scrolling."""
    jobs = [
        Job(page.as_uri(), width, 800, scheme, actions=actions) for page in pages for width, scheme, actions in STATES
    ]
    seen = chromium()(jobs)
    report("Examples", [line for job, sight in zip(jobs, seen, strict=True) for line in faults(job, sight, UNSURE)])
