"""One language as the formatters need it: the shipped locale.yaml with the project's own keys over it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from msgspec import convert
from msgspec.structs import asdict
from pydantic import BaseModel, ValidationError

from hoshin.kernel.compiled import compiled
from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.kernel.place import Place, Places
from hoshin.kernel.regex import regex
from hoshin.policy.faults import schema_findings
from hoshin.policy.nearest import nearest
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml
from hoshin.schema.model_of import model_of
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, has_words, languages, read_words, words
from hoshin.translations.locale_words import LocaleWords
from hoshin.translations.pseudo import PSEUDO, base, pseudo

_CODE: Final = regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


class Locale(LocaleWords, frozen=True, kw_only=True):
    """The words and patterns of `language`. Read once by the caller and handed to every formatter."""

    language: str
    own: Mapping[str, Mapping[str, Words]]

    def words(self, family: str) -> Mapping[str, Words]:
        """A catalogue in this language: the project's own entries over the shipped ones.

        Raises NotThereError `no-catalogue` for a language that neither side has it in.
        """
        mine = self.own.get(family)
        if mine is None:
            return words(self.language, family)
        try:
            shipped = words(self.language, family)
        except NotThereError:
            return mine
        return MappingProxyType({**shipped, **mine})

    def speaks(self, family: str) -> bool:
        """Whether there is a catalogue in this language, of the project or shipped; it is not read for that."""
        return family in self.own or has_words(self.language, family)

    def labels(self) -> Mapping[str, str]:
        """Short names of vocabulary terms, such as the legal bases."""
        return group(self.words("labels"), "terms")


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


FAMILIES: Final = ("document", "labels", "changes")
"""Catalogues that a project may hold beside its locale.yaml; a language that is not shipped needs all of them."""


def locale_in(files: Mapping[str, bytes], language: str) -> Locale:
    """The locale of `language` in a project with these files, its own catalogues included. Raises as `load_locale`."""
    names = {family: f"translations/{language}/{family}.yaml" for family in FAMILIES}
    own = tuple((family, files[name]) for family, name in names.items() if name in files)
    return read_locale(language, files.get(f"translations/{language}/locale.yaml"), own)


@lru_cache(maxsize=32)
def read_locale(language: str, own: bytes | None, families: tuple[tuple[str, bytes], ...] = ()) -> Locale:
    """The locale of `language`, with what a project's file holds (at some revision, say) over the shipped one.

    `families` are the project's own catalogues.

    Mappings are merged key by key; a text or list replaces the shipped one. A language that is not shipped needs every
    key, so that no page mixes languages unseen. A region (`en-GB`) stands on its language. Raises as `load_locale`.
    """
    file = _file(language)
    shipped = _shipped(language)
    mine = None if own is None else parse(own, file)
    if shipped is None and mine is None:
        raise NotThereError("no-locale", language=language)
    if mine is not None and mine.findings:
        raise LocaleError(language, mine.findings)
    merged = _merged({"countries": _countries(language)}, shipped)
    if mine is not None:
        merged = _merged(merged, mine.value)
    if language in PSEUDO and isinstance(merged, dict):
        merged |= {key: _pseudo(merged[key], language) for key in ("notices", "countries")}
    if mine is not None and mine.value is not None:
        keys = frozenset(mine.value) if shipped is not None and isinstance(mine.value, Mapping) else None
        merged = _checked(merged, keys, language, mine.places)
    words = asdict(convert(merged, LocaleWords))
    return Locale(language=language, own=_own(language, families), **words)


def _checked(merged: object, keys: frozenset[str] | None, language: str, places: Places) -> object:
    """The words as plain data. Raises LocaleError for what their types do not allow.

    Only the `keys` that a project's file has are looked at where the rest is shipped; faults are told by the whole.
    """
    if keys is not None and isinstance(merged, Mapping):
        with suppress(ValidationError):
            return {**merged, **_plain(model_of(LocaleWords, keys), {key: merged[key] for key in keys})}
    model = model_of(LocaleWords)
    try:
        return _plain(model, merged)
    except ValidationError as error:
        raise LocaleError(language, schema_findings(error, merged, places, model)) from None


def _plain(model: type[BaseModel], value: object) -> dict[str, object]:
    """The value as the model reads it. Raises pydantic.ValidationError."""
    return model.model_validate(value).model_dump(mode="json", by_alias=True)


def _own(language: str, families: tuple[tuple[str, bytes], ...]) -> Mapping[str, Mapping[str, Words]]:
    """The project's catalogues. Raises LocaleError for what is no sentence, and for entries that a language lacks."""
    found: dict[str, Mapping[str, Words]] = {}
    faults: list[Finding] = []
    for family, data in families:
        file = f"translations/{language}/{family}.yaml"
        entries, told = read_words(data, file)
        found[family] = entries
        faults += told
        faults += _strange(entries, family, file, whole=language.partition("-")[0] not in languages())
    if faults:
        raise LocaleError(language, tuple(faults))
    return MappingProxyType(found)


def _strange(entries: Mapping[str, Words], family: str, file: str, *, whole: bool) -> Iterator[Finding]:
    """Entries that nobody asks for, and, where the language has no others, those that are missing."""
    known = words("en", family)
    place = Place(file, 1, 1)
    for key in entries:
        if key not in known:
            near = nearest(key, known) or ""
            args: dict[str, Arg] = {"near": near} if near else {"known": tuple(known)}
            message = "DOC119.near" if near else "DOC119.unknown"
            yield finding("DOC119", Severity.ERROR, key, place, message=message, key=key, **args)
    for key in known if whole else ():
        if key not in entries:
            yield finding("DOC124", Severity.ERROR, key, place, message="DOC124.missing", key=key)


def is_code(language: str) -> bool:
    """Whether it has the form of a language code (BCP 47)."""
    return bool(_CODE.fullmatch(language))


def _file(language: str) -> str:
    """Raises NotThereError for what is no language code, so that no path is made of it."""
    if not is_code(language):
        raise NotThereError("no-locale", language=language)
    return f"translations/{language}/locale.yaml"


def _shipped(language: str) -> Mapping[str, Yaml] | None:
    """What the tool's own file says; None where it has none."""
    for code in (language, base(language).split("-", maxsplit=1)[0]):
        file = SHIPPED / _file(code)
        if file.is_file():
            return compiled(file)
    return None


def _countries(language: str) -> Mapping[str, str]:
    """Names of the countries of ISO 3166-1, from Unicode CLDR."""
    file = SHIPPED / "translations" / base(language).split("-", maxsplit=1)[0] / "countries.json"
    if not file.is_file():
        return {}
    names: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return names


def _pseudo(words: object, language: str) -> object:
    """Words that are printed as they stand; patterns of values stay those of the base language."""
    return {key: pseudo(str(text), language) for key, text in words.items()} if isinstance(words, Mapping) else words


def _merged(below: object, above: object) -> object:
    """`above` over `below`, mappings key by key. An empty file changes nothing."""
    if above is None:
        return below
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}
