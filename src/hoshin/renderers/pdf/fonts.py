"""Fonts from pinned packages, by path and digest: fonts decide the bytes of every PDF."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from hoshin.kernel.errors import HoshinError


class Font(Struct, frozen=True):
    """A font file of a package, and the digest of the file that this version was made for."""

    package: str
    file: str
    sha256: str


LATIN = (
    Font(
        "fontpkg_source_serif_4",
        "files/SourceSerif4[opsz,wght].ttf",
        "97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
    ),
    Font(
        "fontpkg_source_serif_4",
        "files/SourceSerif4-Italic[opsz,wght].ttf",
        "15fbc7e4679489a501998c3669272637a6646388ef7e4bd77eebb5bf967a1f42",
    ),
    Font(
        "fontpkg_source_sans_3",
        "files/SourceSans3[wght].ttf",
        "042fe2cc0b933e328410d7acbd0aa6a1873dca5aef81875f4bc214b08825c7b9",
    ),
    Font(
        "fontpkg_source_sans_3",
        "files/SourceSans3-Italic[wght].ttf",
        "39e3ab05ccd7cb94907c31005bb5bec1d5432f0b096a2b782976e217a540eb6c",
    ),
)
JAPANESE = (
    Font(
        "pylopdf_fonts_jp",
        "NotoSerifJP-Regular.otf",
        "2c9a12dbd4f2408c4610c7ee84a108b62d7236c3775baed618c64d9cb44b2f04",
    ),
    Font(
        "pylopdf_fonts_jp",
        "NotoSansJP-Regular.otf",
        "dff723ba59d57d136764a04b9b2d03205544f7cd785a711442d6d2d085ac5073",
    ),
    Font(
        "noto_cjk_sans_jp_bold",
        "NotoSansCJKjp-Bold.otf",
        "e53dcb0dcb2922e45d01aae1ebd2f382bb81d4229b18b6b883bd170678af1f76",
    ),
)


@cache
def font_files(*, japanese: bool) -> tuple[Path, ...]:
    """Checked font files for a document; Japanese ones only where they are needed: to hash their 28 MB takes 20 ms.

    Raises HoshinError `font-missing` or `font-changed` with the name of the file.
    """
    return tuple(checked_file(font) for font in (*LATIN, *(JAPANESE if japanese else ())))


def checked_file(font: Font) -> Path:
    """The file of an installed package, with the digest that it must have. Raises HoshinError as `font_files`."""
    spec = find_spec(font.package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    found = [path for folder in folders if (path := Path(folder) / font.file).is_file()]
    if not found:
        raise HoshinError("font-missing", file=font.file)
    with found[0].open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != font.sha256:
        raise HoshinError("font-changed", file=font.file)
    return found[0]
