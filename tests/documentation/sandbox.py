"""A copy of the repository's company folders in which the commands of one page are run, one after the other."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from documentation.reading import ROOT

from hoshin.cli.main import main

_COPIED = ("policy", "schema", "translations", "renderers", "examples", "docs/pictures")
SHELL = frozenset({"cat", "cp", "git", "grep", "head", "ls", "mkdir", "sed", "wc"})
"""Programs, besides `hoshin`, that a page may use."""
_MORE_THAN_WORDS = re.compile(r"[|<>;&*]")


class PageError(Exception):
    """A page shows something that does not hold."""


@dataclass
class Sandbox:
    """Where a page is: its folder, and the exit code of its last command."""

    root: Path
    here: Path = field(init=False)
    code: int = 0

    def __post_init__(self) -> None:
        for name in _COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self.root / name)
        self.here = self.root
        self._shell("git init --quiet --initial-branch=main && git add . && git commit --quiet -m 'The policy'")
        self._shell("git update-ref refs/remotes/origin/main HEAD")

    def run(self, command: str) -> str:
        """What a command prints, both streams."""
        name = command.split(maxsplit=1)[0]
        if command == "echo $?":
            return f"{self.code}\n"
        if name == "cd":
            self.here = (self.here / command.split()[1]).resolve(strict=True)
            if not self.here.is_relative_to(self.root):
                raise PageError(f"{command}: leads out of the project")
            return ""
        if name == "make":
            return self._make(command.split()[1])
        if name == "hoshin" and not _MORE_THAN_WORDS.search(command):
            return self._hoshin(shlex.split(command)[1:])
        if name == "hoshin" or name in SHELL:
            return self._shell(command)
        raise PageError(f"{command}: pages run hoshin, make and {', '.join(sorted(SHELL))} only")

    def _hoshin(self, words: list[str]) -> str:
        printed = io.StringIO()
        with contextlib.chdir(self.here), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                self.code = main(words)
            except SystemExit as left:  # `--help`
                self.code = int(left.code or 0)
        return self._own(printed.getvalue())

    def _shell(self, command: str) -> str:
        names = {"GIT_AUTHOR_NAME": "Legal", "GIT_AUTHOR_EMAIL": "legal@shop.example"}
        names |= {"GITHUB_STEP_SUMMARY": str(self.root / "summary.md")}
        names |= {"GIT_COMMITTER_NAME": "Legal", "GIT_COMMITTER_EMAIL": "legal@shop.example"}
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=self.here,
            env={**os.environ, **names, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code = done.returncode
        return self._own(done.stdout)

    def recipe(self, target: str) -> str:
        """The commands of a target of the Makefile. Raises PageError where there is none."""
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        found = re.search(rf"^{re.escape(target)}:.*\n((?:\t.*\n)*)", makefile, re.MULTILINE)
        if found is None:
            raise PageError(f"make {target}: the Makefile has no such target")
        return found.group(1)

    def _make(self, target: str) -> str:
        """What a target prints whose recipe is a script of docs/; it runs with this Python."""
        script = re.fullmatch(r"\t@\$\(BIN\)/python (docs/\S+)\n", self.recipe(target))
        if script is None:
            raise PageError(f"make {target}: its output cannot be shown, since it is not run here")
        return self._shell(f"{sys.executable} {ROOT / script.group(1)}")

    def _own(self, text: str) -> str:
        return text.replace(f"{self.here}/", "").replace(str(self.here), ".").replace(str(self.root), "")
