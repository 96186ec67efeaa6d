"""Templates in Jinja's sandbox: a project may replace each of them, and none of them reaches Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.html.apart import Job, fill_apart

FOLDER = "renderers/html"
ENDING = ".html.j2"

_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression in a template can raise. None of it may end in a traceback."""


class _OverlayLoader(BaseLoader):
    """Finds a template in the project first, then among the shipped ones, and notices when the answer changes."""

    def __init__(self, overlay: Overlay) -> None:
        self._overlay = overlay

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text, the file, and whether both still hold."""
        del environment
        if not template.endswith(ENDING):
            raise TemplateNotFound(template)
        relative = "/".join((FOLDER, *split_template_path(template)))
        try:
            found = self._overlay.look(relative)
            stamp = _stamp(found)
            text = self._overlay.read(relative)
        except FileNotFoundError as error:
            raise TemplateNotFound(template) from error
        return text, str(found), lambda: self._overlay.find(relative) == found and _stamp(found) == stamp


def fill(overlay: Overlay, template: str, values: dict[str, object]) -> str:
    """The template's text with `values`; a project's own templates run in a process of their own, which has an end.

    Raises HoshinError when a template is missing or broken, reaches for Python, uses a name that is not given, or takes
    too long, and as `Overlay.read`.
    """
    if overlay.project is not None and any((overlay.project / FOLDER).glob(f"*{ENDING}")):
        return fill_apart(Job(str(overlay.project.resolve()), template, values))
    return fill_here(overlay, template, values)


def fill_here(overlay: Overlay, template: str, values: dict[str, object]) -> str:
    """The template's text with `values`.

    Raises HoshinError when a template is missing or broken, reaches for Python, or uses a name that is not given.
    """
    try:
        return _environment(overlay).get_template(template).render(values)
    except _FAULTS as error:
        file, line = _where(error, template)
        said = "" if isinstance(error, RecursionError) else str(error)  # which differs between versions of Python
        reason = f"{type(error).__name__}: {said}".rstrip(": .")
        raise HoshinError("template-broken", file=f"{FOLDER}/{file}", line=line, reason=reason) from error


def _where(error: BaseException, template: str) -> tuple[str, int]:
    """Template and line of a fault; the first line where it is not known."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template, error.lineno
    for frame in reversed(extract_tb(error.__traceback__)):
        if frame.filename.endswith(ENDING):
            return Path(frame.filename).name, frame.lineno or 1
    return template, 1


@lru_cache(maxsize=8)
def _environment(overlay: Overlay) -> Environment:
    return ImmutableSandboxedEnvironment(
        loader=_OverlayLoader(overlay),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _stamp(file: Path) -> tuple[int, int]:
    state = file.stat()
    return state.st_mtime_ns, state.st_size
