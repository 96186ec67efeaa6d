"""The kinds of file that people write in YAML, and the model behind each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from msgspec import Struct
from pydantic import BaseModel, Field, RootModel, StringConstraints, TypeAdapter

from hoshin.diff.decisions.entry import Entry
from hoshin.publish.settings import Settings
from hoshin.schema.base import Frozen
from hoshin.schema.model_of import model_of
from hoshin.schema.names import Id, LocaleCode, PlainText, Prose, Version
from hoshin.schema.policy import Policy
from hoshin.schema.rules_file import RulesFile
from hoshin.schema.vocabulary_file import VocabularyFile
from hoshin.translations.approvals import Approval
from hoshin.translations.locale_words import LocaleWords


class Omission(Frozen):
    """Why a text is left out of a translation."""

    reason: Prose


class TranslatedUnit(Frozen):
    """An entry of a translation. Its texts stand under the codes of the two languages: see `LANGUAGE_KEYS`."""

    note: Prose | None = None
    same: Literal[True] | None = None
    omit: Omission | None = None


class Overlay(Frozen):
    """`translations/<language>/<document>.yaml`."""

    units: Mapping[str, TranslatedUnit]


class Approvals(RootModel[Mapping[Id, Mapping[str, Approval]]]):
    """`translations/<language>/approvals.yaml`: by document, then by text."""


_Remark = Annotated[str, StringConstraints(max_length=2_000)]
"""A note that may be empty."""


class GlossaryTerm(Frozen):
    """An entry of a glossary from English to Japanese."""

    id: Id
    en: Annotated[tuple[PlainText, ...], Field(min_length=1)]
    ja: PlainText
    allowed: tuple[PlainText, ...] = ()
    forbidden: tuple[PlainText, ...] = ()
    note: _Remark | None = None
    source: PlainText | None = None
    since: Version | Literal["draft"] | None = None


class Glossary(Frozen):
    """`translations/ja/glossary.yaml`."""

    terms: tuple[GlossaryTerm, ...] = ()


_Entry = model_of(Entry)


class ChangesFile(RootModel[tuple[_Entry, ...]]):  # type: ignore[valid-type]  # the type is made when it is needed
    """`policy/<document>/changes.yaml`: what people decided about changes. The reader asks each entry by itself."""


class FileKind(Struct, frozen=True):
    """A kind of file: its name for `hoshin schema`, and the model.

    `may_lack` tells which keys a single file can leave out beside those that the model leaves free: none, those of the
    `top` (a document lies in several files), or `all` (a project's locale.yaml lies over the shipped one).
    `filled_later` tells that a key without a value is a place that somebody has yet to fill, and no fault.
    """

    name: str
    model: type[BaseModel]
    may_lack: Literal["none", "top", "all"] = "none"
    filled_later: bool = False

    @property
    def file(self) -> str:
        """Name of the schema in the folder `schema`."""
        return "hoshin.schema.json" if self.name == "policy" else f"hoshin.{self.name}.schema.json"


KINDS: Final = (
    FileKind("policy", Policy, "top"),
    FileKind("translation", Overlay, "top"),
    FileKind("locale", model_of(LocaleWords), "all"),
    FileKind("glossary", Glossary),
    FileKind("approvals", Approvals),
    FileKind("changes", ChangesFile, filled_later=True),
    FileKind("vocabulary", VocabularyFile),
    FileKind("rules", RulesFile),
    FileKind("project", Settings),
)
BY_NAME: Final = {kind.name: kind for kind in KINDS}
LANGUAGE_KEYS: Final = ("en", "ja")
"""Keys of a translated text that editors offer; any other code of a language can stand there too."""
LANGUAGE_CODE: Final = str(TypeAdapter(LocaleCode).json_schema()["pattern"])
WHOLE_IN_LISTS: Final = frozenset({"Era"})
"""Parts of a partial file that replace the shipped list as a whole, so that nothing may be missing in them."""
