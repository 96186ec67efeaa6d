"""PDF by Typst, in process: PDF/A-3a and PDF/UA-1 in one file, with the policy as JSON inside."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from hoshin.document.nodes import Document
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import SHIPPED
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.fonts import font_files
from hoshin.renderers.pdf.foreign_style import compile_apart
from hoshin.renderers.pdf.tree import document_data, needs_japanese_fonts

STYLE = "renderers/pdf/style.typ"
STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_PACKAGE = re.compile(r"@[a-z]+\s*/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""PDF/A-3 demands a date where a file is attached; a policy without an effective date gets this evident non-date."""


def render(document: Document, look: Look) -> bytes:
    """The document as PDF.

    Raises HoshinError: a glyph that no font has, a style that asks for a package, a font that changed.
    """
    style = look.overlay.find(STYLE)
    inputs = _inputs(document, look.policy_json or document.data)
    fonts = font_files(needs_japanese_fonts(document))
    when = look.timestamp or _EPOCH
    if style.is_relative_to(SHIPPED):
        return compile_style(style, inputs, fonts, when)
    _refuse_packages(style)
    return compile_apart(style, inputs, fonts, when)


def compile_style(style: Path, inputs: dict[str, str], fonts: tuple[Path, ...], when: datetime) -> bytes:
    """One compile. Every warning is an error: an unknown font family is only a warning to Typst."""
    try:
        compiler = typst.Compiler(
            str(style),
            root=str(style.parent),
            font_paths=_loaded(fonts),
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=when)
    except typst.TypstError as error:
        raise HoshinError("pdf-failed", reason="; ".join([error.message, *error.hints])) from error
    if warnings:
        raise HoshinError("pdf-failed", reason="; ".join(warning.message for warning in warnings))
    return _one(made)


def _one(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise HoshinError("pdf-failed", reason="no output")
    return made


@cache
def _loaded(fonts: tuple[Path, ...]) -> typst.Fonts:
    folders = list(dict.fromkeys(str(file.parent) for file in fonts))
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )


def _inputs(document: Document, attached: str) -> dict[str, str]:
    data = json.dumps(document_data(document), ensure_ascii=False, sort_keys=True)
    name = f"{document.meta.document}.{document.lang}.json"
    return {"data": data, "policy": attached, "policy-name": name}


def _refuse_packages(style: Path) -> None:
    found = _PACKAGE.search(style.read_text(encoding="utf-8"))
    if found:
        raise HoshinError("style-refused", file=STYLE, reason=found.group(0))
