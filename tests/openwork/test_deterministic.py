"""Same input, same bytes: another folder, hash seed, zone, locale, home and PATH change nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openwork import rendered

FORMATS = "html,pdf,docx,odt,epub,md,txt,json"
PROJECT = ("policy", "schema", "translations", "renderers")


def render(project: Path, out: Path, **environment: str) -> dict[str, str]:
    command = [sys.executable, "-m", "hoshin", "-C", str(project), "render", "--to", FORMATS, "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | environment, cwd=out.parent)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(out.iterdir())}


@pytest.fixture
def hostile_home(tmp_path: Path) -> Path:
    """A home whose pandoc data folder and whose PATH would change the output, were they read."""
    data = tmp_path / "home" / ".local" / "share" / "pandoc"
    (data / "templates").mkdir(parents=True)
    (data / "templates" / "default.plain").write_text("HOSTILE $body$", encoding="utf-8")
    (data / "templates" / "default.gfm").write_text("HOSTILE $body$", encoding="utf-8")
    (data / "reference.docx").write_bytes(b"no zip")
    pandoc = tmp_path / "home" / "bin" / "pandoc"
    pandoc.parent.mkdir()
    pandoc.write_text("#!/bin/sh\necho HOSTILE\n", encoding="utf-8")
    pandoc.chmod(0o755)
    return tmp_path / "home"


def test_two_renderings_are_equal_byte_for_byte(tmp_path: Path, hostile_home: Path) -> None:
    there = tmp_path / "another folder" / "会社"
    there.mkdir(parents=True)
    for name in PROJECT:
        if (rendered.ROOT / name).is_dir():
            shutil.copytree(rendered.ROOT / name, there / name)
    one, two = tmp_path / "one", tmp_path / "two"
    first = render(rendered.ROOT, one, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    second = render(
        there,
        two,
        PYTHONHASHSEED="4242",
        TZ="Asia/Tokyo",
        LC_ALL="C",
        HOME=str(hostile_home),
        XDG_DATA_HOME=str(hostile_home / ".local" / "share"),
        PATH=f"{hostile_home / 'bin'}:{os.environ['PATH']}",
        SOURCE_DATE_EPOCH="123456789",
    )
    assert first == second
    assert len(first) == 2 * len(FORMATS.split(","))


def test_the_library_gives_the_bytes_of_the_command(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = render(rendered.ROOT, out)
    wanted = rendered.outputs(*FORMATS.split(","))
    assert made == {name: hashlib.sha256(data).hexdigest() for name, data in wanted.items()}
