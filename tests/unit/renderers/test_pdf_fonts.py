"""The fonts: their digests, a changed one, a missing one, one that nobody checked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoshin.kernel.errors import HoshinError
from hoshin.renderers.pdf import compiler, fonts

DIGESTS = {
    "files/SourceSerif4[opsz,wght].ttf": "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
    "files/SourceSerif4-Italic[opsz,wght].ttf": "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42",
    "files/SourceSans3[wght].ttf": "042fe2cc0b933e328410d7acbd0aa6a1873dca5aef81875f4bc214b08825c7b9",
    "files/SourceSans3-Italic[wght].ttf": "39e3ab05ccd7cb94907c31005bb5bec1d5432f0b096a2b782976e217a540eb6c",
    "NotoSerifJP-Regular.otf": "2c9a12dbd4f2408c4610c7ee84a108b62d7236c3775baed618c64d9cb44b2f04",
    "NotoSansJP-Regular.otf": "dff723ba59d57d136764a04b9b2d03205544f7cd785a711442d6d2d085ac5073",
    "NotoSansCJKjp-Bold.otf": "e53dcb0dcb2922e45d01aae1ebd2f382bb81d4229b18b6b883bd170678af1f76",
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `own_fonts` on the path with a copy of a shipped font."""
    folder = tmp_path / "own_fonts"
    folder.mkdir()
    (folder / "__init__.py").touch()
    shutil.copy(fonts.checked_file(fonts.LATIN[2]), folder / "font.ttf")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def test_digests_are_those_of_the_design() -> None:
    assert {font.file: font.sha256 for font in (*fonts.LATIN, *fonts.JAPANESE)} == DIGESTS


def test_every_installed_font_is_the_one_meant() -> None:
    assert [str(path).endswith(font.file) for path, font in zip(
        fonts.font_files(japanese=True), (*fonts.LATIN, *fonts.JAPANESE), strict=True
    )] == [True] * 7  # fmt: skip


def test_a_document_in_latin_letters_opens_no_japanese_font() -> None:
    assert [path.name[:6] for path in fonts.font_files(japanese=False)] == ["Source"] * 4


def test_an_unchanged_file_passes(package: Path) -> None:
    assert fonts.checked_file(fonts.Font("own_fonts", "font.ttf", fonts.LATIN[2].sha256)) == package / "font.ttf"


def test_a_changed_file_stops_the_build_with_its_name(package: Path) -> None:
    with (package / "font.ttf").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(HoshinError) as caught:
        fonts.checked_file(fonts.Font("own_fonts", "font.ttf", fonts.LATIN[2].sha256))
    assert (caught.value.message, caught.value.args_) == ("font-changed", {"file": "font.ttf"})


@pytest.mark.parametrize(("name", "file"), [("own_fonts", "other.ttf"), ("no_such_fonts", "font.ttf")])
@pytest.mark.usefixtures("package")
def test_a_missing_file_or_package_stops_the_build_with_the_file_s_name(name: str, file: str) -> None:
    with pytest.raises(HoshinError) as caught:
        fonts.checked_file(fonts.Font(name, file, ""))
    assert (caught.value.message, caught.value.args_) == ("font-missing", {"file": file})


def test_a_font_beside_the_checked_ones_is_refused(package: Path) -> None:
    shutil.copy(package / "font.ttf", package / "stranger.ttf")
    with pytest.raises(HoshinError) as caught:
        compiler.loaded((package / "font.ttf",))
    assert (caught.value.message, caught.value.args_) == ("font-changed", {"file": str(package / "stranger.ttf")})


def test_fonts_are_loaded_once_and_none_comes_from_the_system_or_from_typst() -> None:
    files = fonts.font_files(japanese=True)
    assert compiler.loaded(files) is compiler.loaded(files)
    assert compiler.loaded(files).families() == [
        "Noto Sans CJK JP",
        "Noto Sans JP",
        "Noto Serif JP",
        "Source Sans 3",
        "Source Serif 4",
    ]
