"""Rules that a project writes itself, as data: a path, what must hold there, and sentences (rules.md 2.1).

Nothing of them is executed, and there are no patterns: a hostile one could hang the check.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from hoshin.check.rule import Subject
from hoshin.kernel.finding import Finding, Law, Severity
from hoshin.kernel.place import RawPath
from hoshin.policy.index import Entry
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.policy import Policy
from hoshin.schema.rules_file import OwnRule
from hoshin.schema.walk import steps

PACK = "project"
MESSAGE = "project.rule"
"""Its sentences travel with the finding, by language."""
CONDITIONS = ("exists", "equals", "count", "one_of")
_EVERY = "*"


def check_own(rules: tuple[OwnRule, ...], subject: Subject) -> Iterator[Finding]:
    """A finding for each place where a rule does not hold; one that is not well made says nothing."""
    unknown = {position for position, _ in unknown_paths(rules)}
    for rule in (rule for position, rule in enumerate(rules) if position not in unknown and len(conditions(rule)) == 1):
        for path, raw in _broken(rule, subject):
            yield _finding(rule, path, raw, subject)


def conditions(rule: OwnRule) -> tuple[str, ...]:
    """The conditions that a rule gives; a well-made one gives exactly one of `CONDITIONS`."""
    return tuple(name for name in CONDITIONS if getattr(rule, name) is not None)


def unknown_paths(rules: tuple[OwnRule, ...]) -> Iterator[tuple[int, OwnRule]]:
    """Rules whose path no policy can have, with their position: a kind or field that the model does not know."""
    for position, rule in enumerate(rules):
        if not _possible(rule.path):
            yield position, rule


def _possible(path: str) -> bool:
    name, *rest = path.split("/")
    if name not in BY_NAME:
        return False
    kind = BY_NAME[name]
    fields = rest[1:] if kind.many else rest
    models = list(_models_of(kind.key))
    for step in fields:
        models = [inner for model in models for inner in _below(model, step)]
        if not models:
            return False
    return True


def _models_of(key: str) -> Iterator[object]:
    annotation = Policy.model_fields[key].annotation
    yield from _models(annotation)
    if key == "data":
        from hoshin.schema.data import DataItem  # noqa: PLC0415 - items share the ids of their categories

        yield DataItem


def _models(annotation: object) -> Iterator[object]:
    """Models inside an annotation; any other type once, as itself."""
    args = getattr(annotation, "__args__", ())
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif args:
        for arg in args:
            yield from _models(arg)
    else:
        yield annotation


def _below(model: object, step: str) -> Iterator[object]:
    if isinstance(model, type) and issubclass(model, BaseModel) and (name := steps(model).get(step)):
        yield from _models(model.model_fields[name].annotation)


def _broken(rule: OwnRule, subject: Subject) -> Iterator[tuple[str, RawPath]]:
    found = list(_values(rule.path, subject))
    if rule.count is not None:
        there = sum(1 for _, _, value in found if value is not None)
        if there < (rule.count.min or 0) or (rule.count.max is not None and there > rule.count.max):
            kind = BY_NAME[rule.path.partition("/")[0]]
            yield rule.path, (kind.key,)
        return
    for path, raw, value in found:
        if not _holds(rule, value):
            yield path, raw


def _holds(rule: OwnRule, value: object) -> bool:
    if rule.exists is not None:
        return (value is not None) == rule.exists
    if value is None:
        return False
    if rule.one_of is not None:
        values = value if isinstance(value, tuple) else (value,)
        return all(str(one) in rule.one_of for one in values)
    return value == rule.equals or (not isinstance(value, bool) and str(value) == str(rule.equals))


def _values(path: str, subject: Subject) -> Iterator[tuple[str, RawPath, object]]:
    """Every fact or field that the path names with its value; None where it is not given."""
    name, *rest = path.split("/")
    kind = BY_NAME[name]
    entries: tuple[Entry, ...] = subject.loaded.index.of_kind(name)
    if kind.many:
        wanted, rest = (rest[0] if rest else _EVERY), rest[1:]
        entries = tuple(entry for entry in entries if wanted in (_EVERY, entry.id))
        if not entries:
            if wanted != _EVERY:
                yield path, (kind.key,), None
            return
    elif not entries:
        yield path, (kind.key,), None
        return
    for entry in entries:
        here = "/".join((entry.path, *rest))
        yield here, (*entry.raw, *(step.replace("-", "_") for step in rest)), _value(entry.value, rest)


def _value(value: object, rest: list[str]) -> object:
    for step in rest:
        if not isinstance(value, BaseModel) or (name := steps(type(value)).get(step)) is None:
            return None
        value = getattr(value, name)
        if value in (None, ()):
            return None
    return value


def _finding(rule: OwnRule, path: str, raw: RawPath, subject: Subject) -> Finding:
    said = {f"message_{lang}": text for lang, text in rule.message.items()}
    said |= {f"help_{lang}": text for lang, text in rule.help.items()}
    args = tuple(sorted({**said, "fact": path}.items()))
    return Finding(rule.id, Severity(rule.severity), path, subject.loaded.place(raw), MESSAGE, args, Law(PACK))
