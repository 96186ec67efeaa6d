"""Every view of the examples (`render --for`) is printed whole: no sentence shows a placeholder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import EXAMPLES, document, places, snapshot

from hoshin.document.walk import body_text
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import PATTERN
from hoshin.policy.scopes import DIMENSIONS
from hoshin.publish.build import documents as printed
from hoshin.publish.opening import Opened
from hoshin.schema.modifiers import Scope

LANGUAGES = ("en", "ja")
KINDS = {"product": "product", "context": "context", "subjects": "subject"}


def situations(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Each value that some scope of the document names, and each product, context and group that it has."""
    scopes = [content for _, _, content in places(loaded.policy) if isinstance(content, Scope)]
    stated = {(name, value) for scope in scopes for name in DIMENSIONS for value in getattr(scope, name)}
    there = {(name, value) for name, kind in KINDS.items() for value in loaded.index.ids(kind)}
    yield from sorted(stated | there)


VIEWS = [
    pytest.param(folder, name, view, id=f"{folder.name}/{name}-{'='.join(view)}")
    for folder in EXAMPLES
    for name in snapshot(folder).documents()
    for view in situations(document(folder, name))
]


@pytest.mark.parametrize(("folder", "name", "view"), VIEWS)
def test_a_view_shows_no_placeholder(folder: Path, name: str, view: tuple[str, str]) -> None:
    opened = Opened(snapshot(folder), document(folder, name), ())
    for made in printed(opened, LANGUAGES, dict([view])):
        assert PATTERN.findall(body_text(made)) == []
