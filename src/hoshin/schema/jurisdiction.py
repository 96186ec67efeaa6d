"""Which laws the policy answers to, and the facts that decide what they ask for. Nothing here is printed by itself."""

from typing import Literal

from hoshin.schema.modifiers import Answer, Entity
from hoshin.schema.names import Country, Curie, Id, LocaleCode, PlainText, Url

OnRequest = Literal[
    "address",
    "representative_person",
    "purposes",
    "request_procedures",
    "security_measures",
    "complaint_contact",
    "accredited_organisation",
]
"""Items of APPI Art. 32(1) that may be answered on request instead of being published."""


class Membership(Answer):
    """Whether the company belongs to an accredited organisation, and which (APPI, Cabinet Order Art. 10(iii))."""

    party: Id | None = None


class Storage(Answer):
    """Where data are kept abroad: countries of those who run the servers, and of the servers (APPI Art. 23).

    `candidate_countries` stand where the country is not known yet; `reason` says why.
    """

    operator_countries: tuple[Country, ...] = ()
    server_countries: tuple[Country, ...] = ()
    candidate_countries: tuple[Country, ...] = ()


class Jurisdiction(Entity):
    """A law that the policy answers to, and why it applies; `law` decides which rules read it.

    `ground` is the one of GDPR Art. 3 or of a like rule, `note` says more for the keepers. `on_request` lists what is
    told to those who ask. The answers below decide what the CCPA asks for; `shares` is for advertising across contexts,
    `sells_under_16` is about data known to be of people under 16.
    """

    law: Curie | None = None
    ground: Literal["establishment", "offering", "monitoring", "voluntary"] | None = None
    note: PlainText | None = None
    on_request: tuple[OnRequest, ...] = ()
    accredited_organisation: Membership | None = None
    sells: Answer | None = None
    shares: Answer | None = None
    sells_under_16: Answer | None = None
    sensitive_use_beyond_7027m: Answer | None = None
    financial_incentive: Answer | None = None
    admt_significant_decisions: Answer | None = None
    consumers_over_10m: Answer | None = None


class Site(Entity):
    """A website that the policy covers.

    `languages` are those of the site, `audience_languages` those of the people whom it is made for (WP260 para 13).
    `link_label` and `linked_from` tell how its pages lead to the policy. `tba_in_scope`: a service of the Japanese
    Telecommunications Business Act Art. 27-12.
    """

    url: Url
    languages: tuple[LocaleCode, ...] = ()
    audience_languages: tuple[LocaleCode, ...] = ()
    tba_in_scope: Answer | None = None
    link_label: PlainText | None = None
    linked_from: tuple[Literal["top_page", "every_page"], ...] = ()
    do_not_track: Literal["honoured", "not_honoured"] | None = None
