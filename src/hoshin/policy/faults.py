"""Faults that the types found, as findings with places: unknown keys, missing keys, values of the wrong shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import get_args

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Places, RawPath, nearest_place
from hoshin.policy.nearest import nearest
from hoshin.schema import names
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.policy import Policy
from hoshin.schema.walk import yaml_keys

_SHOWN = 60
"""Characters of a wrong value that a message quotes."""


def schema_findings(
    error: ValidationError, data: object, places: Places, model: type[BaseModel] = Policy
) -> tuple[Finding, ...]:
    """One finding for each fault, at the place of the key or item that holds it; of alternatives the one that fits."""
    judged = [(raw_path(detail["loc"], data), detail) for detail in error.errors(include_url=False)]
    deeper = {raw[:length] for raw, _ in judged for length in range(len(raw))}
    found: dict[tuple[RawPath, str], tuple[int, Finding]] = {}
    for raw, detail in judged:
        if raw in deeper and _is_echo(detail):
            continue
        rule, message, args = _judge(detail, raw, model)
        item = finding(
            rule,
            Severity.ERROR,
            shown_path(raw, data) if raw or model is Policy else "",
            nearest_place(places, raw),
            message=f"{rule}.{message}",
            **args,
        )
        rank = _rank(message, args, detail["input"])
        if (raw, rule) not in found or rank < found[raw, rule][0]:
            found[raw, rule] = (rank, item)
    return tuple(item for _, item in found.values())


def _is_echo(detail: ErrorDetails) -> bool:
    """A fault that only repeats one further inside: a list that is no word, and a list without its faulty items."""
    return detail["type"] == "too_short" or (detail["type"] == "literal_error" and not isinstance(detail["input"], str))


def _rank(message: str, args: Mapping[str, Arg], value: object) -> int:
    """Which of several alternatives was probably meant: one with a remedy, then any but a wrong form."""
    if message == "choice-near" or args.get("remedy"):
        return 0
    if message == "choice" and not isinstance(value, str):
        return 3
    return 2 if message.startswith("expects-") else 1


def raw_path(loc: tuple[str | int, ...], data: object) -> RawPath:
    """The validator's way to a fault without the tags that it adds for alternatives."""
    kept: list[str | int] = []
    here: object = data
    for number, part in enumerate(loc):
        if _leads_on(here, part):
            here = _child(here, part)
        elif number < len(loc) - 1 or not isinstance(here, dict) or not isinstance(part, str) or _is_tag(part):
            continue
        kept.append(part)
    return tuple(kept)


def _leads_on(here: object, part: str | int) -> bool:
    if isinstance(here, dict):
        return part in here
    return isinstance(here, list) and isinstance(part, int) and part < len(here)


def _is_tag(part: str) -> bool:
    return not part.replace("_", "").isalnum() or part in {"list", "absence", "paragraph", "subheading"}


def shown_path(raw: RawPath, data: object) -> str:
    """A path for people: `purpose/newsletter/text` where the entity is known, else the keys joined by slashes."""
    if not raw:
        return "policy"
    kind = BY_KEY.get(str(raw[0]))
    here: object = data
    parts: list[str] = []
    for number, part in enumerate(raw):
        here = _child(here, part)
        if number == 0:
            parts.append(kind.name if kind else str(part))
        elif isinstance(part, int) and isinstance(here, dict) and isinstance(here.get("id"), str):
            parts.append(here["id"])
        else:
            parts.append(str(part))
    return "/".join(parts)


def _child(here: object, part: str | int) -> object:
    if not _leads_on(here, part):
        return None
    return here[part] if isinstance(here, list) and isinstance(part, int) else _get(here, part)


def _get(here: object, part: str | int) -> object:
    return here.get(part) if isinstance(here, dict) else None


_Judged = tuple[str, str, dict[str, Arg]]


def _judge(detail: ErrorDetails, raw: RawPath, model: type[BaseModel]) -> _Judged:
    kind = detail["type"]
    key = next((part for part in reversed(raw) if isinstance(part, str)), "")
    if kind == "extra_forbidden":
        near = nearest(key, _keys_at(raw[:-1], model))
        if near:
            return "DOC119", "near", {"key": key, "near": near}
        return "DOC119", "unknown", {"key": key, "known": _keys_at(raw[:-1], model)}
    if kind == "missing":
        return "DOC124", "missing", {"key": str(raw[-1])}
    special = _BY_TYPE.get(kind)
    if special:
        return special(detail, key)
    if kind.startswith(_OWN):
        return _own(detail, key)
    expected = EXPECTED.get(kind, "wrong-type")
    whole_file = not raw and expected == "expects-mapping"
    return ("DOC121", "root", {}) if whole_file else ("DOC124", expected, {"key": key})


def _quote(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_OWN = ("duration_", "date_", "pattern_slots", "approval_by")
"""Beginnings of the types of faults that our own types explain."""

EXPECTED = {
    "model_type": "expects-mapping",
    "model_attributes_type": "expects-mapping",
    "dict_type": "expects-mapping",
    "mapping_type": "expects-mapping",
    "tuple_type": "expects-list",
    "list_type": "expects-list",
    "string_type": "expects-text",
    "int_parsing": "expects-number",
    "int_type": "expects-number",
    "int_from_float": "expects-number",
    "bool_type": "expects-boolean",
    "bool_parsing": "expects-boolean",
    "date_from_datetime_parsing": "expects-date",
}
"""Which sentence asks for the right form, by the validator's name of the fault."""


def _pattern(detail: ErrorDetails, key: str) -> _Judged:
    pattern = str(detail.get("ctx", {}).get("pattern", ""))
    return "DOC124", _pattern_sentences().get(pattern, "pattern"), {"key": key, "value": _quote(detail["input"])}


PATTERNS = {
    "id": names.Id,
    "fact-ref": names.FactRef,
    "curie": names.Curie,
    "locale": names.LocaleCode,
    "country": names.Country,
    "region": names.Region,
    "email": names.Email,
    "url": names.Url,
    "phone": names.Phone,
    "version": names.Version,
    "word": names.Word,
}
"""Which sentence explains a constrained word, by its type."""


@cache
def _pattern_sentences() -> Mapping[str, str]:
    return {
        str(item.pattern): name
        for name, kind in PATTERNS.items()
        for item in getattr(kind, "__metadata__", ())
        if isinstance(item, StringConstraints)
    }


def _literal(detail: ErrorDetails, key: str) -> _Judged:
    allowed = tuple(
        word.strip(" '") for word in str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ",").split(",")
    )
    value = _quote(detail["input"])
    near = nearest(value, allowed)
    if near:
        return "DOC124", "choice-near", {"key": key, "value": value, "near": near, "allowed": allowed}
    return "DOC124", "choice", {"key": key, "value": value, "allowed": allowed}


def _tag(detail: ErrorDetails, _: str) -> _Judged:
    context: Mapping[str, object] = detail.get("ctx", {})
    allowed = tuple(word.strip(" '") for word in str(context.get("expected_tags", "")).split(","))
    tag = str(context.get("tag", ""))
    near = nearest(tag, allowed)
    if near:
        return "DOC124", "choice-near", {"key": "kind", "value": _quote(tag), "near": near, "allowed": allowed}
    return "DOC124", "choice", {"key": "kind", "value": _quote(tag), "allowed": allowed}


def _no_tag(_: ErrorDetails, __: str) -> _Judged:
    return "DOC124", "missing", {"key": "kind"}


SHAPES = (
    "unit_shape",
    "heading_shape",
    "list_shape",
    "cell_shape",
    "table_shape",
    "column_shape",
    "row_shape",
    "one_limit",
    "one_form",
    "date_shape",
    "date_or_event",
    "governing_shape",
)
"""Faults of a whole mapping, each of which has a sentence under its own name."""


def _shape(detail: ErrorDetails, key: str) -> _Judged:
    return "DOC124", detail["type"].replace("_", "-"), {"key": key}


def _number(detail: ErrorDetails, key: str) -> _Judged:
    context: Mapping[str, object] = detail.get("ctx", {})
    limit = next((str(context[name]) for name in ("ge", "le", "gt", "lt") if name in context), "")
    return "DOC124", detail["type"].replace("_", "-"), {"key": key, "value": _quote(detail["input"]), "limit": limit}


def _length(detail: ErrorDetails, key: str) -> _Judged:
    context: Mapping[str, object] = detail.get("ctx", {})
    if detail["type"] == "string_too_long":
        return "DOC124", "too-long", {"key": key, "limit": str(context.get("max_length", ""))}
    return "DOC124", "empty", {"key": key}


def _own(detail: ErrorDetails, key: str) -> _Judged:
    """Faults that a type of ours explains itself: its code names the sentence, its context fills it."""
    if detail["type"] in EXPECTED:
        return "DOC124", EXPECTED[detail["type"]], {"key": key}
    context: Mapping[str, object] = detail.get("ctx", {})
    args: dict[str, Arg] = {name: str(value) for name, value in context.items()}
    return "DOC124", detail["type"].replace("_", "-"), {"key": key, "value": _quote(detail["input"]), **args}


_BY_TYPE: dict[str, Callable[[ErrorDetails, str], _Judged]] = {
    "string_pattern_mismatch": _pattern,
    "literal_error": _literal,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _no_tag,
    **dict.fromkeys(SHAPES, _shape),
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "string_too_long": _length,
    "string_too_short": _length,
    "too_short": _length,
}


def _keys_at(raw: RawPath, model: type[BaseModel]) -> tuple[str, ...]:
    """Keys that the mapping at `raw` may hold; for alternatives the keys of all of them."""
    models = {model}
    for part in raw:
        if isinstance(part, int):
            continue
        models = {
            found
            for current in models
            for name, key in yaml_keys(current)
            if key == part
            for found in _models(current.model_fields[name].annotation)
        }
    return tuple(sorted({key for found in models for _, key in yaml_keys(found)}))


def _models(annotation: object) -> frozenset[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return frozenset({annotation})
    return frozenset(found for arg in get_args(annotation) for found in _models(arg))
