"""Bounds of a child process that runs what a project brought along."""

from __future__ import annotations

import importlib


def limit_memory(most: int) -> None:
    """Let this process have at most that many bytes of address space, where the system can hold it to that."""
    try:
        resource = importlib.import_module("resource")  # POSIX only
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, OSError, ValueError):
        return
