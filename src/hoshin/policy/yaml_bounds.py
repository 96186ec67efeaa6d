"""How much a YAML file may ask of the reader. A policy of fifty pages stays far below every bound."""

from __future__ import annotations

from msgspec import Struct


class Bounds(Struct, frozen=True):
    """Limits of one file; the reader stops at the first that is passed."""

    size: int = 2_000_000
    """Bytes of the file."""
    depth: int = 64
    """Levels of lists and mappings in one another, those behind an alias included."""
    nodes: int = 200_000
    """Keys, values, lists and mappings, as written."""
    expansion: int = 100_000
    """Nodes that all aliases together stand for."""
    scalar: int = 100_000
    """Characters of one text."""
    key: int = 1_024
    """Characters of one key (YAML's own limit for a key in front of a colon)."""
    breaks: int = 100
    """Faults of syntax after which reading is taken up again at the next top-level key."""
    findings: int = 1_000
    """Faults reported of one file."""


BOUNDS = Bounds()
"""What holds for every file of a project."""
