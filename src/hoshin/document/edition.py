"""What stands under the title of a document: which version it is, and from when."""

from __future__ import annotations

from hoshin.document.nodes import Meta


def edition(meta: Meta) -> tuple[tuple[str, str], ...]:
    """Version and date as pairs of label and value; no pair for what is not known."""
    labels = dict(meta.labels)
    facts = {"version": meta.version, "effective": meta.effective and labels.get("effective-date", meta.effective)}
    return tuple((labels.get(name, name), value) for name, value in facts.items() if value)
