"""The words of the schema: titles, descriptions, meanings of values and error messages, in one or more languages.

They stand in the catalogues `editor` and, where the changelog already has a label, in `changes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final, get_args

from pydantic import BaseModel

from hoshin.kernel.regex import regex
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.model_of import model_of
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy
from hoshin.schema.walk import hyphened
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, words
from hoshin.translations.locale_words import LocaleWords

_CAMEL: Final = regex(r"(?<=[a-z])(?=[A-Z])")
_FAMILIES: Final = {"data": "data-category"}
"""Kinds of fact that the changelog calls by another name."""


class Texts:
    """Looks words up; several languages stand one below the other, or beside each other where there is one line.

    Every look-up raises KeyError for a word that a language lacks: a schema is complete or is not made.
    """

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self._editor: Mapping[str, Mapping[str, Words]] = {lang: words(lang, "editor") for lang in languages}
        self._changes: Mapping[str, Mapping[str, Words]] = {lang: words(lang, "changes") for lang in languages}
        self.used: set[tuple[str, str]] = set()
        """Entries of the catalogue `editor` that were asked for, by group and key."""

    def model(self, model: type[BaseModel]) -> str:
        """What an object of this kind is."""
        key = _keys_of_models().get(model)
        return self._editor_text("fields", (key,)) if key else self._editor_text("models", (model.__name__,))

    def noun(self, model: type[BaseModel]) -> str | None:
        """What such an object is called; None for a part of a locale.yaml, which its key names."""
        key = _keys_of_models().get(model)
        named = self._all("nouns", (model.__name__,))
        if named is None and key is not None and key.startswith("Policy."):
            return self.title(Policy, key.removeprefix("Policy."))
        return " / ".join(named) if named else None

    def named(self, group_name: str, key: str, joiner: str = " / ") -> str:
        """An entry of the catalogue by its name."""
        return joiner.join(self._each(group_name, key))

    def error(self, form: str, closed: Sequence[str] = ()) -> str:
        """What an editor says of a text that has not this form and is none of the closed words either."""
        said = self._each("errors", form)
        more = self._each("errors", "or") if closed and form not in {"any", "words"} else [""] * len(said)
        shown = ", ".join(closed)
        return " / ".join((text + other).format(words=shown) for text, other in zip(said, more, strict=True))

    def description(self, model: type[BaseModel], field: str) -> str:
        """What stands in a field."""
        return self._editor_text("fields", tuple(_keys(model, field)))

    def title(self, model: type[BaseModel], field: str) -> str | None:
        """Name of a field; None where the description is all there is to say."""
        own = self._all("titles", tuple(_keys(model, field)))
        return " / ".join(own or self._labels(model, field)) or None

    def value(self, model: type[BaseModel], field: str, value: str) -> str:
        """What a word of a closed list means."""
        keys = tuple(f"{key}.{value}" for key in _keys(model, field))
        own = self._all("values", (*keys, value))
        if own is not None:
            return " / ".join(own)
        labels = [self._label("values", lang, (f"{field}.{value}", value)) for lang in self.languages]
        found = [label for label in labels if label is not None]
        if len(found) < len(labels):
            raise KeyError("values", model.__name__, field, value)
        return " / ".join(dict.fromkeys(found))

    def _each(self, group_name: str, key: str) -> list[str]:
        found = self._all(group_name, (key,))
        if found is None:
            raise KeyError(group_name, key)
        return found

    def _editor_text(self, group_name: str, keys: tuple[str, ...]) -> str:
        found = self._all(group_name, keys)
        if found is None:
            raise KeyError(group_name, *keys)
        return "\n".join(found)

    def _all(self, group_name: str, keys: tuple[str, ...]) -> list[str] | None:
        """The first entry that there is, in each language."""
        for key in keys:
            texts = [group(catalogue, group_name).get(key) for catalogue in self._editor.values()]
            if any(text is not None for text in texts):
                if None in texts:
                    raise KeyError(group_name, key)
                self.used.add((group_name, key))
                return [text for text in texts if text is not None]
        return None

    def _labels(self, model: type[BaseModel], field: str) -> Iterable[str]:
        family = BY_KEY.get(field) if model is Policy else None
        keys: tuple[str, ...]
        if family is not None:
            group_name, keys = "families", (_FAMILIES.get(family.name, family.name),)
        else:
            own, name = "-".join(_CAMEL.split(model.__name__)).lower(), hyphened(field)
            group_name, keys = "fields", (f"{own}.{name}", name)
        labels = (self._label(group_name, lang, keys) for lang in self.languages)
        return dict.fromkeys(label for label in labels if label is not None)

    def _label(self, group_name: str, lang: str, keys: tuple[str, ...]) -> str | None:
        labels = group(self._changes[lang], group_name)
        return next((labels[key] for key in keys if key in labels), None)


@cache
def _keys_of_models() -> Mapping[type[BaseModel], str]:
    """Models that one top-level key holds: the text of the key is theirs."""
    return {
        part: f"{root.__name__}.{key}"
        for root in (Policy, model_of(LocaleWords))
        for key, field in root.model_fields.items()
        for part in models(field.annotation)
        if part is not Absence
    }


def _keys(model: type[BaseModel], field: str) -> Iterator[str]:
    """Names under which a text of a field can stand, the most special first."""
    bases = (base.__name__ for base in model.__mro__ if issubclass(base, BaseModel) and field in base.model_fields)
    return chain((f"{name}.{field}" for name in bases), (field,))


def models(annotation: object) -> Iterator[type[BaseModel]]:
    """Models that an annotation names itself, not those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from models(arg)
