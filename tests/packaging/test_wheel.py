"""The wheel in a fresh environment and an empty folder: a stranger's first minutes, without our source at hand."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
FORMATS = ("html", "pdf", "docx", "odt", "epub", "md", "txt", "json")
NAMED = ("OpenWork", "オープンワーク")
MAY_NAME = ("README.md", "NOTICE", "METADATA", "PKG-INFO")
"""What tells about the project as a whole; no policy among it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Wheel and sdist, built from the working tree in a folder of their own."""
    place = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(place)]
    subprocess.run(command, cwd=HOME, check=True, capture_output=True, timeout=300)
    (wheel,), (sdist,) = place.glob("*.whl"), place.glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


@pytest.fixture(scope="module")
def hoshin(built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel, and the locked packages from this one: nothing is fetched."""
    place = tmp_path_factory.mktemp("fresh")
    venv.create(place, with_pip=False)
    python = place / "bin/python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip())
    with zipfile.ZipFile(built["wheel"]) as archive:
        archive.extractall(site)  # noqa: S202 - our own wheel
    ours = next(Path(folder) for folder in sys.path if folder.endswith("site-packages"))
    for package in ours.iterdir():
        if "hoshin" not in package.name and not (site / package.name).exists() and package.suffix != ".pth":
            (site / package.name).symlink_to(package)
    script = place / "bin/hoshin"
    script.write_text(f"#!{python}\nfrom hoshin.cli.main import run\nrun()\n", encoding="utf-8")
    script.chmod(0o755)
    return script


def call(hoshin: Path, folder: Path, *words: str) -> str:
    """What the command prints; it must not fail, and must not find our source."""
    environment = {"PATH": os.environ["PATH"], "HOSHIN_CACHE": "off", "HOME": str(folder), "LANG": "C.UTF-8"}
    command = [str(hoshin), *words]
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout


@pytest.mark.parametrize(("lang", "title"), [("en", "Privacy Policy of Example"), ("ja", "例示社プライバシーポリシー")])
def test_a_stranger_begins_in_an_empty_folder(hoshin: Path, tmp_path: Path, lang: str, title: str) -> None:
    call(hoshin, tmp_path, "init", "--lang", lang)
    assert "tr-draft" in call(hoshin, tmp_path, "check", "--fail-on", "warning")
    printed = call(hoshin, tmp_path, "render", "--to", ",".join(FORMATS), "--out", "build")
    assert len(printed.splitlines()) == 2 * len(FORMATS)
    assert title in (tmp_path / f"build/privacy.{lang}.html").read_text(encoding="utf-8")
    assert (tmp_path / f"build/privacy.{lang}.pdf").read_bytes().startswith(b"%PDF-1.7")
    call(hoshin, tmp_path, "set", "retention/visits/period", "P7D")
    assert '"P7D"' in call(hoshin, tmp_path, "query", "retention", "--format", "json")
    call(hoshin, tmp_path, "eject", "renderers/pdf/style.typ")
    call(hoshin, tmp_path, "render", "--to", "pdf", "--out", "build")


def test_the_examples_come_with_it(hoshin: Path, tmp_path: Path) -> None:
    call(hoshin, tmp_path, "init", "bikes", "--from", "tandem")
    call(hoshin, tmp_path, "-C", "bikes", "check", "--document", "rides")


def test_no_companys_policy_is_in_the_archives_but_those_of_the_examples(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built["wheel"]) as archive:
        wheel = {name: archive.read(name) for name in archive.namelist()}
    with tarfile.open(built["sdist"]) as archive_:
        members = [member for member in archive_.getmembers() if member.isfile()]
        sdist = {member.name: archive_.extractfile(member).read() for member in members}  # type: ignore[union-attr]  # files have contents
    for files in (wheel, sdist):
        named = {
            name
            for name, data in files.items()
            if any(word in data.decode("utf-8", "replace") or word.casefold() in name.casefold() for word in NAMED)
        }
        assert {name for name in named if not name.endswith(MAY_NAME)} == set()
        policies = {name.split("/policy/")[0].rpartition("hoshin")[2] for name in files if "/policy/" in name}
        assert all("/examples/" in folder or "/starters/" in folder for folder in policies if folder), policies
