"""One language as the formatters need it: the shipped locale.yaml with the project's own keys over it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from pydantic import ValidationError

from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Finding
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.policy.faults import schema_findings
from hoshin.policy.yaml_events import Parsed, parse
from hoshin.translations.locale_words import LocaleWords

_CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


class Locale(LocaleWords):
    """The words and patterns of `language`. Read once by the caller and handed to every formatter."""

    language: str


class LocaleError(HoshinError):
    """A locale.yaml that cannot be used; `findings` say why, each with its place."""

    def __init__(self, language: str, findings: tuple[Finding, ...]) -> None:
        super().__init__("locale-broken", language=language)
        self.findings = findings


def load_locale(language: str, overlay: Overlay) -> Locale:
    """The locale of `language`, with the project's `translations/<language>/locale.yaml` over the shipped one.

    Raises LocaleError where a file is at fault, NotThereError where neither side has one, ValueError when the
    project's file lies outside the project.
    """
    relative = _file(language)
    if overlay.project is None or not (overlay.project / relative).is_file():
        return read_locale(language, None)
    return read_locale(language, overlay.find(relative).read_bytes())


@lru_cache(maxsize=32)
def read_locale(language: str, own: bytes | None) -> Locale:
    """The locale of `language`, with what a project's file holds (at some revision, say) over the shipped one.

    Mappings are merged key by key; a text or list replaces the shipped one. A language that is not shipped needs every
    key, so that no page mixes languages unseen. A region (`en-GB`) stands on its language. Raises as `load_locale`.
    """
    file = _file(language)
    shipped = _shipped(language)
    mine = None if own is None else parse(own, file)
    if shipped is None and mine is None:
        raise NotThereError("no-locale", language=language)
    layers = [layer for layer in (shipped, mine) if layer is not None]
    if faults := tuple(finding for layer in layers for finding in layer.findings):
        raise LocaleError(language, faults)
    merged: object = {"countries": _countries(language)}
    for layer in layers:
        merged = _merged(merged, layer.value)
    places = {path: place for layer in layers for path, place in layer.places.items()}
    try:
        words = LocaleWords.model_validate(merged)
    except ValidationError as error:
        raise LocaleError(language, schema_findings(error, merged, places, LocaleWords)) from None
    return Locale.model_construct(language=language, **dict(words))


def _file(language: str) -> str:
    """Raises NotThereError for what is no language code, so that no path is made of it."""
    if not _CODE.fullmatch(language):
        raise NotThereError("no-locale", language=language)
    return f"translations/{language}/locale.yaml"


def _shipped(language: str) -> Parsed | None:
    for code in (language, language.split("-", maxsplit=1)[0]):
        file = SHIPPED / _file(code)
        if file.is_file():
            return parse(file.read_bytes(), _file(code))
    return None


def _countries(language: str) -> Mapping[str, str]:
    """Names of the countries of ISO 3166-1, from Unicode CLDR."""
    file = SHIPPED / "translations" / language.split("-", maxsplit=1)[0] / "countries.json"
    if not file.is_file():
        return {}
    names: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return names


def _merged(below: object, above: object) -> object:
    """`above` over `below`, mappings key by key. An empty file changes nothing."""
    if above is None:
        return below
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}
