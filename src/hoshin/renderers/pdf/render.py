"""PDF by Typst: PDF/A-3a and PDF/UA-1 in one file, with the policy as JSON inside."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hoshin.document.nodes import Document
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import SHIPPED
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.compiler import CompileError, Job, compile_style
from hoshin.renderers.pdf.fonts import font_files
from hoshin.renderers.pdf.foreign_style import checked, compile_apart
from hoshin.renderers.pdf.glyphs import characters_in, named
from hoshin.renderers.pdf.tree import document_data, needs_japanese_fonts

STYLE = "renderers/pdf/style.typ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""PDF/A-3 demands a date where a file is attached; a policy without an effective date gets this evident non-date."""
_LONGEST_REASON = 600


def render(document: Document, look: Look) -> bytes:
    """The document as PDF. The same document and look give the same bytes, in any thread.

    Raises HoshinError: `pdf-failed` for a character that no font has, named with its unit, or a fault of the style;
    `style-refused`, `style-timeout` and as `Overlay.read` for a project's own style; `font-missing`, `font-changed`;
    `link-unsafe`.
    """
    style = look.overlay.look(STYLE)
    inputs = _inputs(document, look.policy_json or document.data)
    job = Job(inputs, font_files(japanese=needs_japanese_fonts(document)), look.timestamp or _EPOCH)
    try:
        if style.is_relative_to(SHIPPED):
            return compile_style(style, job)
        return compile_apart(checked(look.overlay, STYLE), job)
    except CompileError as error:
        raise HoshinError("pdf-failed", reason=_reason(str(error), document)) from error


def _inputs(document: Document, attached: str) -> dict[str, str]:
    data = json.dumps(document_data(document), ensure_ascii=False, sort_keys=True)
    return {"data": data, "policy": attached, "policy-name": f"{document.meta.document}.{document.lang}.json"}


def _reason(said: str, document: Document) -> str:
    """What stands in the way, in short: characters with their units, else what Typst says."""
    characters = characters_in(said)
    if characters:
        return named(characters, document)
    lines = [line for line in said.splitlines() if "--root" not in line]  # advice for Typst's own command line
    return " ".join(" ".join(lines).split())[:_LONGEST_REASON]
