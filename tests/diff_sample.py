"""Small policies for the tests of changes: plain data in, loaded policies out."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from hoshin.diff.change import Change, Report
from hoshin.diff.run import diff
from hoshin.policy.load import Loaded, assemble
from hoshin.schema.policy import Policy

Data = dict[str, Any]

BASE: Data = {
    "document": {"title": "Privacy Policy of {controller:brand}", "source_locale": "en", "locales": ["ja"]},
    "controller": {"legal_name": "Aoba Inc.", "brand": "Aoba", "address": {"city": "Tokyo", "country": "JP"}},
    "contacts": [{"id": "desk", "title": "Privacy desk", "email": "privacy@aoba.example", "handles": ["questions"]}],
    "data": [
        {
            "id": "account",
            "title": "Account data",
            "items": [{"id": "name", "title": "Name"}, {"id": "email", "title": "E-mail address"}],
        },
        {"id": "logs", "title": "Server logs"},
    ],
    "purposes": [
        {"id": "service", "title": "Service", "text": "Provision of the service", "uses": [{"data": "account"}]},
        {"id": "news", "title": "Newsletter", "text": "Sending the newsletter", "kind": "direct_marketing"},
    ],
    "legal_bases": [
        {"id": "contract", "basis": "eu-gdpr:A6-1-b", "purposes": ["service"]},
        {"id": "consent", "basis": "eu-gdpr:A6-1-a", "purposes": ["news"]},
    ],
    "interests": [{"id": "safety", "title": "Safe operation"}],
    "recipients": [
        {
            "id": "printer",
            "title": "Aoba Print",
            "role": "processor",
            "country": "JP",
            "purposes": ["service"],
            "data": ["name"],
            "safeguards": [{"id": "contract", "kind": "contract"}],
        }
    ],
    "retention": [{"id": "default", "title": "Storage", "default": True, "period": "P10Y", "modality": "usually"}],
    "rights": [
        {"id": "access", "title": "Access", "right": "eu-gdpr:A15", "text": "request access", "channel": "desk"},
        {"id": "erasure", "title": "Erasure", "right": "eu-gdpr:A17", "text": "request erasure", "channel": "desk"},
    ],
    "commitments": [{"id": "no-sale", "title": "No sale", "polarity": "never", "acts": ["sell", "rent"]}],
    "children": {"min_age": 13},
    "amendments": {"methods": ["post_on_page"], "notice": {"period": "P30D"}},
    "definitions": [{"id": "member", "term": "Member", "means": "a person who has registered"}],
    "sections": [
        {
            "id": "purposes",
            "title": "Purposes",
            "blocks": [{"kind": "list", "id": "purpose-list", "of": "purposes", "order": ["service", "news"]}],
        },
        {
            "id": "keeping",
            "title": "Keeping",
            "blocks": [
                {
                    "kind": "paragraph",
                    "id": "period",
                    "units": [
                        {
                            "id": "how-long",
                            "text": "We usually keep data of a {term:member} for {retention:default}.",
                            "states": ["retention/default", "term/member"],
                        },
                        {"id": "courtesy", "text": "We care about your data."},
                    ],
                }
            ],
        },
        {
            "id": "rights",
            "title": "Your rights",
            "blocks": [{"kind": "list", "id": "rights-list", "of": "rights", "order": ["access", "erasure"]}],
        },
    ],
}
"""A policy with something of almost everything."""


def loaded(data: Mapping[str, Any], name: str = "sample") -> Loaded:
    """The policy of plain data; no places, since no file was read."""
    return assemble(name, Policy.model_validate(data), {})


def edited(edit: Callable[[Data], object], base: Mapping[str, Any] = BASE) -> Data:
    """A copy of the base with an edit made."""
    data = copy.deepcopy(dict(base))
    edit(data)
    return data


def changes(edit: Callable[[Data], object], base: Mapping[str, Any] = BASE) -> Report:
    """The report of an edit of the base."""
    return diff(loaded(base), loaded(edited(edit, base)))


def told(report: Report) -> list[str]:
    """Kinds of the events in the order of the report."""
    return [event.kind for event in report.events]


def only(report: Report) -> Change:
    """The one event of a report."""
    assert told(report) == told(report)[:1], told(report)
    return report.events[0]


Edit = Callable[[Data], object]


def add(key: str, **body: Any) -> Edit:
    return lambda data: data.setdefault(key, []).append(body)


def other_length(**fields: Any) -> Edit:
    """The first rule of storage with a length of another form."""

    def edit(data: Data) -> None:
        rule = data["retention"][0]
        rule.pop("period", None)
        rule.update(fields)

    return edit


def first(key: str, **fields: Any) -> Edit:
    return lambda data: data[key][0].update(fields)


def whole(key: str, value: Any) -> Edit:
    return lambda data: data.update({key: value})


def gone(key: str, field: str) -> Edit:
    return lambda data: data[key][0].pop(field)
