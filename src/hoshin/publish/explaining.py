"""Everything that is known about each rule, collected from packs, rules, lints and the table of changes."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.pack import Pack
from hoshin.check.laws.registry import PACKS
from hoshin.check.page import Page, read_page
from hoshin.check.rules import RULES
from hoshin.diff.kinds import KINDS
from hoshin.diff.rules import RULES as CHANGE_RULES
from hoshin.document.explain import Record
from hoshin.kernel.errors import UsageError
from hoshin.policy.nearest import nearest
from hoshin.publish.known_rules import READING, SETTINGS, TRANSLATIONS
from hoshin.translations.catalogues import words
from hoshin.translations.lints import LINTS, WHOLE_LINTS, names
from hoshin.translations.parity import Lint, WholeLint


@cache
def records() -> tuple[Record, ...]:
    """Every rule once, pack by pack, in the order of ids."""
    return tuple(_all())


def record(rule: str) -> Record:
    """One rule by its id, in whatever case. Raises UsageError that names the nearest one."""
    known = {one.id.casefold(): one for one in records()}
    found = known.get(rule.casefold())
    if found is None:
        near = nearest(rule.casefold(), tuple(known)) or "doc101"
        raise UsageError("unknown-rule", rule=rule, near=known[near].id)
    return found


def _all() -> Iterator[Record]:
    for name in (*READING, *SETTINGS):
        yield Record(name, "files")
    for rule in sorted(RULES, key=lambda one: (_family(one.find), one.id)):
        severities = (("", rule.severity.value),)
        yield Record(rule.id, _family(rule.find), rule.slug, severities, rule.messages, page=_page(rule.find))
    for name, module in PACKS.items():
        pack: Pack = import_module(module).PACK
        for law in pack.rules:
            yield _of_law(law, name, pack)
    for name in TRANSLATIONS:
        yield Record(name, "translations")
    for name in names():
        every: tuple[Lint | WholeLint, ...] = (*LINTS, *WHOLE_LINTS)
        lints = [lint for lint in every if lint.id == name]
        said = tuple(dict.fromkeys(message for lint in lints for message in lint.messages))
        yield Record(name, "translations", "", (("", lints[0].severity.value),), said)
    kinds = tuple(KINDS.values())
    for name, change in sorted(CHANGE_RULES.items()):
        made = tuple(kind.id for kind in kinds if name in kind.rules)
        yield Record(name, "changes", change.slug, change=change, kinds=made)
    told = dict.fromkeys(key.partition(".")[0] for key in words("en", "findings/changes"))
    for name in (one for one in told if one not in (*READING, *SETTINGS)):
        yield Record(name, "release")


def _of_law(rule: LawRule, name: str, pack: Pack) -> Record:
    severities = (
        ("missing", rule.severity.value),
        ("unknown", rule.unknown.value),
        ("unclear", rule.unclear.value),
    )
    return Record(
        rule.id, name, rule.slug, severities, rule.messages, law=rule, pack=pack, page=_page(rule.judge, rule)
    )


def _family(code: Callable[..., object]) -> str:
    return code.__module__.split(".")[-2]


def _page(code: Callable[..., object], rule: LawRule | None = None) -> Page | None:
    """The page in the rule's file. A law's file is found by its slug, since its judgement may be a shared one."""
    folder = Path(inspect.getfile(sys.modules[code.__module__])).parent
    if rule is None:
        file = Path(inspect.getfile(sys.modules[code.__module__]))
    else:
        rules = Path(inspect.getfile(import_module("hoshin.check.rules"))).parent
        family = rule.id.rstrip("0123456789").lower()
        file = rules / family / f"{rule.slug.replace('-', '_')}.py"
        file = file if file.is_file() else folder / file.name
    return read_page(file.read_text(encoding="utf-8")) if file.is_file() else None
