"""What a command gives: an exit code, text for standard output, files to write. Verbs return it and touch nothing."""

from __future__ import annotations


class Answer:
    """A plain class, since the modules behind dataclasses cost more than the whole start of the tool."""

    __slots__ = ("code", "files", "out", "repeatable")

    def __init__(
        self, code: int, out: str = "", files: tuple[tuple[str, bytes], ...] = (), *, repeatable: bool = False
    ) -> None:
        """`files` are paths from the working folder and their bytes.

        `repeatable` says that the same call on the same files of the project would give the same answer.
        """
        self.code = code
        self.out = out
        self.files = files
        self.repeatable = repeatable
