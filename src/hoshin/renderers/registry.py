"""Formats by name. A renderer is a function `(Document, Look) -> bytes`, loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import cast

from hoshin.document.nodes import Document
from hoshin.kernel.errors import UsageError
from hoshin.renderers.look import Look

Renderer = Callable[[Document, Look], bytes]

FORMATS = MappingProxyType(
    {
        "html": "hoshin.renderers.html.render:render",
        "pdf": "hoshin.renderers.pdf.render:render",
        "docx": "hoshin.renderers.pandoc.render:docx",
        "odt": "hoshin.renderers.pandoc.render:odt",
        "epub": "hoshin.renderers.pandoc.render:epub",
        "md": "hoshin.renderers.pandoc.render:markdown",
        "txt": "hoshin.renderers.pandoc.render:text",
        "json": "hoshin.renderers.json.render:json_data",
    }
)
"""Name of a format, which is also the ending of its files, and the function that writes it."""


@cache
def renderer(name: str) -> Renderer:
    """The renderer of that format. Raises UsageError `unknown-format`."""
    target = FORMATS.get(name)
    if target is None:
        raise UsageError("unknown-format", format=name, formats=tuple(FORMATS))
    module, _, function = target.partition(":")
    return cast("Renderer", getattr(import_module(module), function))
