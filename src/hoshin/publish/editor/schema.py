"""The JSON Schema (2020-12) of each kind of file, made for editors: every key and word explained, faults told exactly.

It says no more than the types. What the types cannot say (an id that nobody has, a placeholder that is missing) is
the business of `hoshin check`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from hoshin.diff.decisions.entry import Entry
from hoshin.kernel.overlay import SHIPPED
from hoshin.publish.editor.empty import empty_or
from hoshin.publish.editor.files import LANGUAGE_CODE, LANGUAGE_KEYS, WHOLE_IN_LISTS, FileKind, TranslatedUnit
from hoshin.publish.editor.forms import form_of
from hoshin.publish.editor.offers import label, offered
from hoshin.publish.editor.shape import BLOCK, FORM, WORDS, block, shaped
from hoshin.publish.editor.sharing import shared
from hoshin.publish.editor.texts import Texts, models
from hoshin.schema.model_of import model_of
from hoshin.schema.section import Block, ListBlock, Paragraph, Section, Subheading, TableBlock, Unit

_MADE: Final = "Made by `hoshin schema`; not edited by hand."
_SNIPPETS: Final = SHIPPED / "publish" / "editor" / "snippets.json"

_UNLESS_OF: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    Unit: ("id", "text"),
    Subheading: ("text",),
    ListBlock: ("items",),
    TableBlock: ("rows",),
}
"""Keys that are needed where the words are not those `of` a fact: the validators of these models in another form."""


def schema_text(kind: FileKind, languages: Sequence[str]) -> str:
    """The schema as it is committed: two spaces, keys in the order of the model, a final line end."""
    return json.dumps(schema(kind, Texts(languages)), ensure_ascii=False, indent=2) + "\n"


def schema(kind: FileKind, texts: Texts) -> JsonSchemaValue:
    """The schema of a kind of file. Raises KeyError for a key or a word without a text."""
    made = shaped(kind.model.model_json_schema(by_alias=True))
    definitions: dict[str, JsonSchemaValue] = made.pop("$defs", {})
    known = dict(_tree(kind.model))
    if Section in known.values():
        definitions[BLOCK] = _block(texts)
    root = _explained(kind.model, made, kind, texts)
    for name, node in definitions.items():
        if name != BLOCK:
            definitions[name] = _explained(known[name], node, kind, texts)
    if kind.may_lack != "none":
        root.pop("required", None)
    return shared({"$schema": GenerateJsonSchema.schema_dialect, "$comment": _MADE, **root, "$defs": definitions})


def _tree(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """All models that a model is made of, by name."""
    found: dict[str, type[BaseModel]] = {}
    open_ends = [model]
    while open_ends:
        part = open_ends.pop()
        if part.__name__ not in found:
            found[part.__name__] = part
            open_ends += [inner for field in part.model_fields.values() for inner in models(field.annotation)]
    return found


def _explained(model: type[BaseModel], node: JsonSchemaValue, kind: FileKind, texts: Texts) -> JsonSchemaValue:
    """The schema of a model with the texts of the model and of its keys."""
    fields = {field.alias or name: name for name, field in model.model_fields.items()}
    noun = texts.noun(model)
    made = {**({"title": noun} if noun else {}), "description": texts.model(model), **node}
    if kind.may_lack == "all" and model.__name__ not in WHOLE_IN_LISTS:
        made.pop("required", None)
    if "properties" in node:
        made["properties"] = {
            key: _field(model, fields[key], part, kind, texts) for key, part in node["properties"].items()
        }
        if kind.filled_later:
            made["properties"] |= {
                key: empty_or(part) for key, part in made["properties"].items() if key not in node.get("required", ())
            }
    if "items" in node and (inside := _new_entry(node["items"], texts)) is not None:
        made["defaultSnippets"] = [inside]
    if wanted := _UNLESS_OF.get(model):
        made |= {"if": {"required": ["of"]}, "else": {"required": [*wanted]}}
    if model is TranslatedUnit:
        made |= _languages(made["properties"], texts)
    return made


def _new_entry(items: JsonSchemaValue, texts: Texts) -> JsonSchemaValue | None:
    """A new entry of a list that completion writes; None where there is none for this model."""
    return _snippet(items.get("$ref", "").removeprefix("#/$defs/"), texts, {"type": "array"})


def _snippet(name: str, texts: Texts, of: Mapping[str, str]) -> JsonSchemaValue | None:
    """What completion writes for a model or for `Model.field`; `of` is the type that it belongs to."""
    body = _snippets().get(name)
    return None if body is None else {"label": texts.named("snippets", name), **of, "body": body}


def _field(model: type[BaseModel], name: str, node: JsonSchemaValue, kind: FileKind, texts: Texts) -> JsonSchemaValue:
    title = None if kind.name == "locale" else texts.title(model, name)
    head = {"title": title} if title else {}
    made = {**head, "description": texts.description(model, name), **node}
    if "items" in made:
        if (inside := _new_entry(made["items"], texts)) is not None:
            made["defaultSnippets"] = [inside]
        made["items"] = _value(model, name, made["items"], texts)
    if (whole := _snippet(f"{model.__name__}.{name}", texts, {})) is not None:
        made["defaultSnippets"] = [whole]
    if (model, name) == (model_of(Entry), "note"):
        made |= _note(made["patternProperties"], texts)
    return _value(model, name, made, texts)


def _value(model: type[BaseModel], name: str, node: JsonSchemaValue, texts: Texts) -> JsonSchemaValue:
    """A value with the meaning of its words and with what an editor says of a wrong one."""
    made = dict(node)
    closed, _ = made.pop(WORDS, ()), made.pop(FORM, None)
    if "enum" in made and made.get("type") == "string":
        del made["type"]  # the words say it, and one fault is told once
        made["enumDescriptions"] = [texts.value(model, name, word) for word in made["enum"]]
        made["errorMessage"] = texts.error("words", made["enum"])
    meant = [(word, texts.value(model, name, word)) for word in closed]
    more = offered(model.__name__, name, texts.languages) if "pattern" in made else ()
    if meant or more:
        made["defaultSnippets"] = [
            *({"label": word, "description": text, "body": word} for word, text in meant),
            *({"label": label(word, parts), "description": " / ".join(parts), "body": word} for word, parts in more),
        ]
    form = form_of(node)
    if form is not None:
        made["patternErrorMessage"] = texts.error(form, closed)
    if isinstance(made.get("type"), list) and not {"boolean", "integer"} & set(made["type"]):
        made["errorMessage"] = texts.error(form or "listed")
    return made


def _block(texts: Texts) -> JsonSchemaValue:
    union, *_ = get_args(Block)
    kind_of = {model: get_args(model.model_fields["kind"].annotation) for model in get_args(union)}
    names = {word: model.__name__ for model, closed in kind_of.items() for word in closed}
    made = block(names)
    kinds = made["properties"]["kind"]
    kinds["title"] = texts.title(Paragraph, "kind")
    del kinds["type"]
    kinds["errorMessage"] = texts.error("words", tuple(names))
    kinds["description"] = texts.named("fields", "kind", "\n")
    kinds["enumDescriptions"] = [texts.named("values", f"kind.{word}") for word in names]
    head = {"title": texts.named("nouns", BLOCK), "description": texts.named("models", BLOCK, "\n")}
    return {**head, **made}


def _languages(properties: Mapping[str, JsonSchemaValue], texts: Texts) -> JsonSchemaValue:
    """Keys of a translated text: those that an editor offers, and any other code of a language."""
    text = {"description": texts.named("fields", "TranslatedUnit.source", "\n"), "type": "string", "maxLength": 20_000}
    offered = dict.fromkeys(LANGUAGE_KEYS, text)
    return {"properties": {**offered, **properties}, "patternProperties": {LANGUAGE_CODE: text}}


def _note(patterns: Mapping[str, JsonSchemaValue], texts: Texts) -> JsonSchemaValue:
    """The languages of a note, each of which may wait for its words."""
    text = {"description": texts.named("fields", "Entry.note.text", "\n"), **patterns[LANGUAGE_CODE]}
    return {
        "properties": dict.fromkeys(LANGUAGE_KEYS, empty_or(text)),
        "patternProperties": {LANGUAGE_CODE: empty_or(text)},
    }


@cache
def _snippets() -> Mapping[str, JsonSchemaValue]:
    """Bodies of the commonest entries, by the name of their model or by `Model.field`."""
    bodies: dict[str, JsonSchemaValue] = json.loads(_SNIPPETS.read_text(encoding="utf-8"))
    return bodies
