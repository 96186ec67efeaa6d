"""Contact addresses lie on the company's own domains.

Why:
    A reader who is sent to an unknown domain cannot tell whether the address is genuine, and an old domain that somebody
    else buys receives requests for personal data. Where `controller/domains` says nothing, the sites count.

Bad::

    controller:
      legal_name: Example Inc.
      domains: [example.com]
    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.net
        text: |-
          Write to {contact:desk/email}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
          - kind: paragraph
            id: who
            units:
              - id: we
                text: |-
                  We are {controller:legal-name}.

Bad (no domains named)::

    sites:
      - {id: main, url: "https://www.example.com"}
    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.net
        text: |-
          Write to {contact:desk/email}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}

Good::

    controller:
      legal_name: Example Inc.
      domains: [example.com, example.net]
    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.net
        url: https://help.example.com/privacy
        text: |-
          Write to {contact:desk/email} or visit {contact:desk/url}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
          - kind: paragraph
            id: who
            units:
              - id: we
                text: |-
                  We are {controller:legal-name}.

Not applicable::

    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.net
        text: |-
          Write to {contact:desk/email}.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Arg, Severity
from hoshin.kernel.place import RawPath
from hoshin.schema.data import CollectionPoint
from hoshin.schema.jurisdiction import Site
from hoshin.schema.party import Contact, Controller

_FIELDS: Final = ("email", "form_url", "url", "action")


def find(subject: Subject) -> Iterator[Fault]:
    """Addresses of the company, its desks and its forms that lie on no domain of its own."""
    controller = subject.loaded.policy.controller
    named = controller.domains if isinstance(controller, Controller) else ()
    own = {name.casefold() for name in named}
    own |= {_host(site.url) for _, site in subject.loaded.index.typed(Site)}
    if not own:
        return
    for path, raw, address in _addresses(subject):
        host = _host(address)
        if host and not any(host == one or host.endswith(f".{one}") or one.endswith(f".{host}") for one in own):
            args: dict[str, Arg] = {"address": address, "domains": tuple(sorted(own))}
            yield Fault(path, raw, args, "domains" if named else "sites")


def _addresses(subject: Subject) -> Iterator[tuple[str, RawPath, str]]:
    for entry in subject.loaded.index.entries.values():
        if isinstance(entry.value, Controller | Contact | CollectionPoint):
            for field in _FIELDS:
                address = getattr(entry.value, field, None)
                if address is not None:
                    yield entry.path, (*entry.raw, field), str(address)


def _host(address: str) -> str:
    """The domain of an e-mail or web address without `www.`; empty for others."""
    _, web, rest = address.partition("://")
    host = rest.partition("/")[0] if web else address.partition("@")[2]
    return host.partition(":")[0].casefold().removeprefix("www.")


RULE = Rule("DOC111", "domain-consistency", Severity.INFO, find, ("domains", "sites"))
