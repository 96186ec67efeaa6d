"""The policy as JSON: the same data that PDF files carry inside, for any other program."""

from __future__ import annotations

import json

from hoshin.document.nodes import Document, plain
from hoshin.renderers.look import Look


def json_data(document: Document, look: Look) -> bytes:
    """One object, UTF-8, keys sorted, two spaces of indentation, a final line end. No clock takes part."""
    policy = look.policy_json or document.data
    meta = document.meta
    content = {
        "document": meta.document,
        "kind": document.kind,
        "lang": document.lang,
        "title": plain(document.title),
        "meta": {
            name: value
            for name, value in (
                ("company", meta.company),
                ("version", meta.version),
                ("effective", meta.effective),
                ("source_lang", meta.source_lang),
                ("languages", [language.code for language in meta.languages if not language.shows]),
                ("in_place_of", meta.in_place_of),
            )
            if value
        },
        "policy": json.loads(policy) if policy else None,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
