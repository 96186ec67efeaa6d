"""Files at a git revision, without checkout, worktree, hooks or network (changes.md section 15)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from hoshin.kernel.ahead import made_ahead
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding
from hoshin.kernel.regex import regex
from hoshin.policy.project import FOLDERS, MAX_FILE, MAX_FILES, file_fault, is_hidden
from hoshin.policy.snapshot import ENDINGS, Snapshot

_REVISION = regex(r"^[A-Za-z0-9_][A-Za-z0-9_./@{}^~-]{0,199}$")
_SYMLINK = "120000"
_SECONDS = 60
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}


def git_snapshot(root: Path, revision: str) -> Snapshot:
    """The project's YAML files as they stood at `revision`.

    Raises NotThereError when git, the repository or the revision is missing, or the revision holds no project.
    """
    if not _REVISION.match(revision) or ".." in revision:
        raise NotThereError("git-bad-name", revision=revision)
    if shutil.which("git") is None:
        raise NotThereError("git-missing")
    tree = ("ls-tree", "-r", "-l", "-z")
    listed = _run(root, *tree, f"{revision}^{{commit}}", "--", *FOLDERS)
    found = _git(root, *tree, _commit(root, revision), "--", *FOLDERS) if listed.returncode else listed.stdout
    wanted, findings = _select(found.decode("utf-8", "replace"))
    if not findings and not any(name.startswith("policy/") for name, _ in wanted):
        raise NotThereError("git-no-project", revision=revision)
    return Snapshot(_blobs(root, wanted), tuple(findings))


def _commit(root: Path, revision: str) -> str:
    """The id of that commit; why there is none is asked only where there is none."""
    if shutil.which("git") is None:
        raise NotThereError("git-missing")
    if found := _ids(root, revision):
        return found[0]
    if _run(root, "rev-parse", "--git-dir").returncode:
        raise NotThereError("git-no-repository", folder=root.name)
    raise NotThereError("git-shallow" if is_shallow(root) else "git-no-revision", revision=revision)


def _ids(root: Path, *revisions: str) -> tuple[str, ...]:
    """The ids of those commits, by one process; nothing where one of them is not known."""
    found = _run(root, "rev-parse", *(f"{revision}^{{commit}}" for revision in revisions), "--")
    *ids, end = found.stdout.decode("ascii", "replace").split() or [""]
    return tuple(ids) if not found.returncode and end == "--" and len(ids) == len(revisions) else ()


def is_shallow(root: Path) -> bool:
    """Whether a clone holds only the newest part of the history."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def merge_base(root: Path, one: str, other: str) -> str | None:
    """The commit that two revisions come from; None where it is one of them, is not known, or a name is none."""
    if not all(_REVISION.match(name) and ".." not in name for name in (one, other)):
        return None
    commits = _ids(root, one, other)
    if len(set(commits)) <= 1:
        return None
    found = _run(root, "merge-base", *commits)
    commit = found.stdout.decode("ascii", "replace").strip()
    return None if found.returncode or commit in commits else commit


def commits_of(root: Path, revision: str, most: int) -> tuple[str, ...]:
    """The last commits up to `revision` that touched the project, oldest first.

    Raises NotThereError as `git_snapshot`.
    """
    if not _REVISION.match(revision) or ".." in revision:
        raise NotThereError("git-bad-name", revision=revision)
    commit = _commit(root, revision)
    listed = _git(root, "rev-list", "--first-parent", f"--max-count={most}", commit, "--", *FOLDERS)
    return tuple(reversed(listed.decode("ascii").split()))


def _select(listed: str) -> tuple[list[tuple[str, str]], list[Finding]]:
    """Names and object ids of the files to read; links and oversized files become findings."""
    wanted: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for row in listed.split("\0"):
        head, _, name = row.partition("\t")
        if not name.endswith(ENDINGS) or "/releases/" in name or is_hidden(name):
            continue
        mode, kind, blob, size = head.split()
        if kind != "blob":
            continue
        if mode == _SYMLINK:
            findings.append(file_fault("outside", name))
        elif int(size) > MAX_FILE:
            findings.append(file_fault("too-large", name, limit=MAX_FILE))
        elif len(wanted) >= MAX_FILES:
            return [], [file_fault("too-many-files", name, limit=MAX_FILES)]
        else:
            wanted.append((name, blob))
    return wanted, findings


def _blobs(root: Path, wanted: list[tuple[str, str]]) -> dict[str, bytes]:
    """All blobs through one process; each answer is a line `<id> blob <size>`, the bytes, a line end."""
    stream = _git(root, "cat-file", "--batch", input_="".join(f"{blob}\n" for _, blob in wanted).encode("ascii"))
    files: dict[str, bytes] = {}
    position = 0
    for name, _ in wanted:
        line_end = stream.index(b"\n", position)
        size = int(stream[position:line_end].split()[2])
        files[name] = stream[line_end + 1 : line_end + 1 + size]
        position = line_end + 1 + size + 1
    return files


def _git(root: Path, *arguments: str, input_: bytes = b"") -> bytes:
    done = _run(root, *arguments, input_=input_)
    if done.returncode:
        raise NotThereError("git-failed", reason=done.stderr.decode("utf-8", "replace").strip()[:200])
    return done.stdout


@made_ahead
def _run(root: Path, *arguments: str, input_: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    executable = shutil.which("git") or "git"
    command = [executable, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *arguments]
    environment = os.environ | _ENVIRONMENT
    try:
        return subprocess.run(  # noqa: S603 list of arguments, no shell; the revision was matched against a strict pattern
            command, cwd=root, input=input_, capture_output=True, env=environment, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotThereError("git-failed", reason=f"> {_SECONDS} s") from error
