"""The other documents of a project that a policy names, read and put into the language of the page."""

from __future__ import annotations

from hoshin.policy.load import Loaded, load_document
from hoshin.policy.siblings import Siblings, named_documents, sibling
from hoshin.policy.snapshot import Snapshot


def siblings_of(snapshot: Snapshot, loaded: Loaded) -> Siblings:
    """Those documents in their source language; one that cannot be read is left out and has findings of its own."""
    found = {name: _loaded(snapshot, name, loaded) for name in named_documents(loaded)}
    return {name: sibling(other) for name, other in found.items() if other is not None}


def siblings_in(snapshot: Snapshot, loaded: Loaded, lang: str) -> Siblings:
    """Those documents in `lang`, as far as they are translated."""
    from hoshin.translations.editions import edition  # noqa: PLC0415 - a copy that runs the rules needs no translation

    found = {name: _loaded(snapshot, name, loaded) for name in named_documents(loaded)}
    return {
        name: sibling(edition(snapshot, other, lang)[0].loaded) for name, other in found.items() if other is not None
    }


def _loaded(snapshot: Snapshot, name: str, asking: Loaded) -> Loaded | None:
    if name == asking.name:
        return asking
    return load_document(snapshot, name).loaded if name in snapshot.documents() else None
