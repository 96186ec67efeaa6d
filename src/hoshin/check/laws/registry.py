"""Which packs there are, and which a policy asks for. A pack's rules are imported when it is used: there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Final

from hoshin.check.laws.pack import Pack, PackError, built_on
from hoshin.policy.terms import Terms
from hoshin.schema.jurisdiction import Jurisdiction

PACKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gdpr": "hoshin.check.rules.gdpr.pack",
        "uk": "hoshin.check.rules.uk.pack",
        "appi": "hoshin.check.rules.appi.pack",
        "tba": "hoshin.check.rules.tba.pack",
        "ccpa": "hoshin.check.rules.ccpa.pack",
    }
)
"""Module of each shipped pack; it holds `PACK`."""
LAWS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "legal-eu:law-GDPR": ("gdpr",),
        "legal-jp:law-APPI": ("appi", "tba"),
        "x-jp:TelecommunicationsBusinessAct": ("tba",),
        "x-uk:UKGDPR": ("uk",),
        "x-us:CCPA": ("ccpa",),
    }
)
"""Packs that a declared law switches on; own terms count by their `broader:`."""

GROUP: Final = "hoshin.rules"
"""Entry points of installed packages that hold a `Pack`. A project names those it wants in `schema/rules.yaml`."""

Read = Callable[[str], Pack]


@cache
def shipped(name: str) -> Pack:
    """A shipped pack, complete with what it extends. Raises PackError for an unknown one."""
    return complete(name, _shipped)


def _shipped(name: str) -> Pack:
    if name not in PACKS:
        raise PackError(f"there is no pack {name}")
    pack: Pack = import_module(PACKS[name]).PACK
    return pack


@cache
def installed(name: str) -> Pack:
    """A pack of an installed package, complete with what it extends. Raises PackError for an unknown or broken one.

    Nothing of a project's folder is loaded: the name is looked up among the installed packages.
    """
    return complete(name, _installed)


def _installed(name: str) -> Pack:
    if name in PACKS:
        return _shipped(name)
    from importlib.metadata import entry_points  # noqa: PLC0415 - 50 ms, and few projects name such a pack

    found = [one for one in entry_points(group=GROUP) if one.name == name]
    if not found:
        raise PackError(f"no installed package has a pack {name}")
    try:
        pack = found[0].load()
    except (ImportError, AttributeError) as fault:
        raise PackError(f"the pack {name} cannot be loaded: {fault}") from fault
    if not isinstance(pack, Pack):
        raise PackError(f"{found[0].value} is no pack")
    return pack


def complete(name: str, read: Read, below: tuple[str, ...] = ()) -> Pack:
    """A pack with all that it extends. Raises PackError for a circle, an unknown parent or a wrong override."""
    if name in below:
        raise PackError(f"packs extend each other in a circle: {' > '.join((*below, name))}")
    pack = read(name)
    return built_on(complete(pack.extends, read, (*below, name)), pack) if pack.extends else pack


def asked_for(jurisdictions: tuple[Jurisdiction, ...], terms: Terms) -> tuple[str, ...]:
    """Names of the packs of the laws that a policy declares, in the order of the registry."""
    wanted = {pack for one in jurisdictions for law in _laws(one, terms) for pack in LAWS.get(law, ())}
    return tuple(name for name in PACKS if name in wanted)


def _laws(one: Jurisdiction, terms: Terms) -> Iterator[str]:
    if one.law is not None and one.status in {None, "declared"}:
        yield one.law
        yield from terms.vocabulary.ancestors(one.law)
