"""From the options of a call to the project and document that it means."""

from __future__ import annotations

import argparse
from pathlib import Path

from hoshin.policy.project import find_root, read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.opening import Opened, open_document
from hoshin.publish.revision import resolve


def root_of(options: argparse.Namespace) -> Path:
    """The project's folder. Raises NotThereError when there is none."""
    return find_root(Path(options.project))


def draft(options: argparse.Namespace) -> Snapshot:
    """The working tree."""
    return read_snapshot(root_of(options))


def opened(options: argparse.Namespace, revision: str = "draft") -> Opened:
    """The document at a revision. Raises NotThereError or PolicyError."""
    return open_document(resolve(revision, root_of(options)).snapshot, options.document)
