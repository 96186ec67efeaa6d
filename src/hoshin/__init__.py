"""hoshin: a company's privacy policy as code.

    import hoshin
    policy = hoshin.load("path/to/project")
    policy.legal_bases("newsletter")

`load` reads once; what it returns is immutable and does no I/O. Nothing is imported before it is called, so that
`import hoshin` costs nothing.
"""

from __future__ import annotations

from hoshin.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # type checkers take the name for true; the module `typing` would cost more than all the rest
    from pathlib import Path

    from hoshin.query.facade import PolicyView

__all__ = ["__version__", "load"]


def load(path: str | Path = ".", *, document: str | None = None, lang: str | None = None) -> PolicyView:
    """The policy of a project folder (or of a folder below it) as typed, immutable data.

    `document` chooses where the project has several, `lang` a language (by default the source language).
    Raises hoshin.kernel.errors.NotThereError when there is no such project, document or language, and
    hoshin.publish.opening.PolicyError, which carries the findings, when the files cannot be read as a policy.
    """
    from hoshin.publish.languages import open_policy  # noqa: PLC0415 importing the model costs 90 ms; not at import time

    return open_policy(path, document, lang)
