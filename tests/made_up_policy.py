"""A small invented policy in two languages, for tests of what is printed."""

from __future__ import annotations

from collections.abc import Mapping

from hoshin.document.nodes import Document
from hoshin.document.policy import Edition, policy_document
from hoshin.kernel.overlay import Overlay
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.catalogues import words
from hoshin.translations.locale import load_locale

ENGLISH = """
document: {title: "Privacy Policy of {controller:brand}", source_locale: en, version: 1.2.0, timezone: Asia/Tokyo}
dates: [{id: effective, value: 2026-07-01}, {id: published, value: 2026-03}]
controller:
  legal_name: Aoba Books Ltd.
  brand: Aoba
  address: {floor: 3F, street: 1-2-3 Midori, city: Aoba-ku, region: Sendai, postal_code: "980-0000", country: JP}
  register_number: "1234567"
contacts:
  - {id: desk, title: Reader desk, email: desk@aoba.example, phone: "+81 22 000 0000", same_address_as_controller: true}
sites: [{id: main, url: "https://aoba.example"}]
definitions: [{id: member, term: Member, text: "“{term:member}” means a person who has registered."}]
data:
  - id: account
    title: Account data
    text: "Account data, including"
    modality: may
    completeness: non_exhaustive
    items:
      - {id: name, title: Name}
      - {id: email, title: E-mail address, text: Your e-mail address}
purposes:
  - {id: orders, title: Orders, text: Delivery of orders}
  - id: newsletter
    title: Newsletter
    text: Sending of the newsletter
    condition: {kind: opt_in, text: if you ask for it}
  - {id: hidden, title: A purpose that no text states}
legal_bases:
  - {id: contract, basis: "eu-gdpr:A6-1-b", purposes: [orders], text: "We need the data for the contract."}
interests: []
recipients:
  - {id: couriers, title: Couriers, modality: usually, data_scope: minimal, text: We usually pass parcels to couriers.}
retention:
  - id: accounts
    title: Accounts
    period: P2Y
    bound: about
    modality: usually
    then: delete
    criteria: [purpose_fulfilled]
    text: "Accounts are usually kept for about {retention:accounts}, then deleted."
  - {id: logs, title: Logs, period: P2W, text: "Logs are kept for {retention:logs}."}
rights:
  - {id: access, title: Access, right: "eu-gdpr:A15", text: ask for access}
  - {id: erasure, title: Erasure, right: "eu-gdpr:A17", text: ask for erasure}
children: {min_age: 16}
references: [{id: cookie-list, title: Cookie list, url: "https://aoba.example/cookies"}]
sections:
  - id: about
    title: About
    blocks:
      - kind: paragraph
        id: intro
        units:
          - {id: who, text: "{controller:legal-name} runs {site:main/url}.", states: [controller/legal-name, site/main]}
          - of: term/member
  - id: data
    title: Data
    blocks:
      - kind: list
        id: data-list
        numbering: decimal
        lead: [{id: lead, text: "We may collect:"}]
        items:
          - id: account-item
            units: [{of: data/account}]
            blocks:
              - {kind: list, id: items, of: data, within: account}
              - {kind: subheading, id: why, text: Why}
              - {kind: paragraph, id: because, units: [{of: legal-basis/contract}]}
          - {id: other-item, units: [{id: other, text: "Other *things* as typed {here}"}]}
  - id: use
    title: Use
    blocks:
      - kind: list
        id: purposes
        numbering: decimal
        terminators: semicolon_and
        of: purposes
        order: [newsletter, orders]
      - {kind: paragraph, id: sharing, units: [{of: recipient/couriers}]}
      - {kind: paragraph, id: keeping, units: [{of: retention/accounts}, {of: retention/logs}]}
      - {kind: list, id: rights, numbering: bullet, terminators: semicolon_and, of: rights}
      - kind: paragraph
        id: children
        units: [{id: age, text: "Nobody under {children:min-age}. See {article:contact}.", states: [children/min-age]}]
  - id: contact
    title: Contact
    blocks:
      - kind: paragraph
        id: links
        units:
          - id: list
            text: "Our [list]({reference:cookie-list}), [bad](javascript:alert), [here](#about), [gone](#nowhere)."
      - kind: address
        id: postal
        units:
          - {id: postal-name, text: "{contact:desk}"}
          - {id: postal-address, text: "{contact:desk/address}"}
          - {id: postal-email, text: "{contact:desk/email}", states: [contact/desk/email]}
  - {id: end, title: Closing words, numbered: false}
"""


def load(text: str, name: str = "books") -> Loaded:
    """The policy of one YAML text, which must have no fault."""
    reading = load_document(Snapshot({f"policy/{name}/all.yaml": text.encode()}), name)
    assert reading.findings == ()
    assert reading.loaded is not None
    return reading.loaded


def document(text: str = ENGLISH, lang: str = "en", edition: Edition | None = None) -> Document:
    """That policy as a document in the locale of `lang`."""
    return policy_document(load(text), load_locale(lang, Overlay()), words(lang, "document"), edition)


def changed(replacements: Mapping[str, str]) -> str:
    """The English policy with parts of its YAML replaced; each must stand there."""
    text = ENGLISH
    for old, new in replacements.items():
        assert old in text
        text = text.replace(old, new)
    return text
