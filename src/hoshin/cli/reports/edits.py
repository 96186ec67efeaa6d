"""What an edit does to a file, as a unified diff of lines."""

from __future__ import annotations

from difflib import unified_diff


def as_diff(file: str, before: bytes, after: bytes) -> str:
    """The lines that change with one around them; "" where nothing does."""
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    lines = list(unified_diff(old, new, f"a/{file}", f"b/{file}", n=1, lineterm=""))
    return "".join(f"{line}\n" for line in lines)
