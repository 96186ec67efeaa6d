"""`hoshin schema`: the JSON Schema of the YAML files."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from hoshin.cli.answer import Answer
from hoshin.schema.jsonschema import schema_text


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Nothing beyond the common options."""


def run(_: argparse.Namespace) -> Answer:
    """The schema."""
    return Answer(0, schema_text())
