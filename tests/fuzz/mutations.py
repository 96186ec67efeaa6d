"""Bytes of real files, damaged: cut, doubled, flipped, mixed, with tokens of YAML and of our own put in."""

from __future__ import annotations

import random
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
TOKENS = (
    b"\t", b"\0", b"\r", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"{", b"}", b"[", b"]", b": ", b"- ", b"|-\n",
    b">\n", b"&a ", b"*a", b"<<: *a\n", b"!!python/object:os.system ", b"%YAML 1.1\n", b"---\n", b"...\n", b"? ", b"# ",
    b'"', b"'", b"\\", b"~", b"null", b"id: aa\n", b"of: [data/email]\n", b"status: none\n", b"scope: {region: [EU]}\n",
    b"{article:x}", b"{retention:default}", b"P1Y", b"2026-13-45", b"\xe3\x80\x80", b"\xed\xa0\x80",
    b"formerly: [aa]\n",
)  # fmt: skip


def seeds() -> tuple[tuple[str, dict[str, bytes]], ...]:
    """Real projects by name: their YAML files."""
    folders = (HOME, *sorted(folder for folder in (HOME / "examples").iterdir() if folder.is_dir()))
    return tuple((folder.name, _files(folder)) for folder in folders)


def _files(folder: Path) -> dict[str, bytes]:
    parts = ("policy", "schema", "translations")
    found = (path for part in parts for path in sorted((folder / part).rglob("*.yaml")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def mutated(files: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """The same files with up to four of them damaged."""
    new = dict(files)
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(sorted(new))
        for _ in range(chance.randint(1, 5)):
            new[name] = _damaged(new[name], new, chance)
    return new


def _damaged(data: bytes, files: dict[str, bytes], chance: random.Random) -> bytes:
    at, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    end = min(end, at + chance.choice((1, 8, 200)))
    other = files[chance.choice(sorted(files))]
    start = chance.randrange(len(other) + 1)
    piece = other[start : start + chance.choice((3, 60, 900))]
    line = data.rfind(b"\n", 0, at) + 1
    flipped = bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at:end][:4])
    return chance.choice(
        (
            data[:at] + data[end:],
            data[:at] + flipped + data[at + len(flipped) :],
            data[:at] + chance.choice(TOKENS) + data[at:],
            data[:line] + chance.choice(TOKENS) + data[line:],
            data[:at] + piece + data[at:],
            data[:at] + data[at:end] * chance.choice((2, 3, 40)) + data[end:],
            data[:at],
            data[:line] + b" " * chance.choice((1, 2, 7)) + data[line:],
        )
    )
