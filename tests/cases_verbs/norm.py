"""How a text is compared: normalised, with its digest. The language is the role of the block."""

from __future__ import annotations

from hoshin.kernel.text import norm, unit_digest

INPUTS = frozenset({"en", "ja"})


def run(blocks: dict[str, str]) -> dict[str, str]:
    """For each language the text as it is compared, then its digest."""
    lines = [
        line
        for language in sorted(blocks)
        for line in (norm(blocks[language], language), unit_digest(blocks[language], language))
    ]
    return {"norm": "\n".join(lines)}
