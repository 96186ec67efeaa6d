"""One Typst compile, in process: Typst lets other threads of Python run meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst
from msgspec import Struct

from hoshin.kernel.errors import HoshinError

STANDARDS: tuple[typst.PDFStandard, ...] = ("a-3a", "ua-1")
"""PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file."""


_LARGE: Final = 1_000_000
"""Characters of data from which on two texts at once, or one after the other, would fill the memory."""
_ONE_AFTER_ANOTHER: Final = ThreadPoolExecutor(max_workers=1)
"""Large texts, all in one thread: what one has freed, another thread could not use."""
_KEPT: Final = 10
"""Compiles for which Typst keeps a result that is not used (`comemo::evict`)."""


class CompileError(Exception):
    """Typst gave no PDF; the one argument is all that it said."""


class Job(Struct, frozen=True):
    """What decides every byte of a PDF beside the style: its data, the fonts, the date."""

    inputs: Mapping[str, str]
    fonts: tuple[Path, ...]
    when: datetime


def compile_style(style: Path, job: Job) -> bytes:
    """The PDF. Every warning is an error: an unknown font family is only a warning to Typst.

    Raises CompileError, and HoshinError `font-changed` as `loaded`.
    """
    if sum(map(len, job.inputs.values())) < _LARGE:
        return _compiled(style, job)
    return _ONE_AFTER_ANOTHER.submit(_large, style, job).result()


def _large(style: Path, job: Job) -> bytes:
    try:
        return _compiled(style, job)
    finally:
        _forget(loaded(job.fonts))


def _compiled(style: Path, job: Job) -> bytes:
    compiler = typst.Compiler(
        str(style),
        root=str(style.parent),
        font_paths=loaded(job.fonts),
        ignore_system_fonts=True,
        sys_inputs=dict(job.inputs),
        package_path=str(style.parent / "none"),
        package_cache_path=str(style.parent / "none"),
    )
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(STANDARDS), timestamp=job.when)
    except typst.TypstError as error:
        raise CompileError(error.diagnostic or error.message) from error
    if warnings:
        raise CompileError("\n".join(warning.diagnostic or warning.message for warning in warnings))
    if not isinstance(made, bytes):
        raise CompileError(repr(made))
    return made


def _forget(fonts: typst.Fonts) -> None:
    """Let Typst drop what it remembers of a large text: it keeps for ten compiles what none of them has used."""
    blank = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    for _ in range(_KEPT + 1):
        blank.compile(b"#[]", format="pdf")


@cache
def loaded(files: tuple[Path, ...]) -> typst.Fonts:
    """The fonts, loaded once. Typst takes folders only, so a file beside them that nobody checked is refused.

    Raises HoshinError `font-changed` with the name of that file.
    """
    folders = list(dict.fromkeys(str(file.parent) for file in files))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    known = {file.resolve() for file in files}
    for font in fonts.fonts():
        if font.path is None or Path(font.path).resolve() not in known:
            raise HoshinError("font-changed", file=str(font.path))
    return fonts
