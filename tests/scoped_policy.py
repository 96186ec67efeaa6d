"""An invented policy with overlays: regions, products that include others, contexts that add to others."""

from __future__ import annotations

from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot

SCOPED = """
document: {title: Ride policy, source_locale: en}
controller: {legal_name: Ride Ltd.}
products:
  - {id: silver, kind: tier, title: Silver, data: [name], purposes: [rides]}
  - {id: gold, kind: tier, title: Gold, includes: silver, data: [history], purposes: [offers], recipients: [partner]}
  - {id: bikes, kind: product, title: Bikes}
contexts:
  - {id: website, title: Website, purposes: [rides], data: [name]}
  - {id: app, title: App, adds_to: website, purposes: [tracking], data: [place]}
subjects: [{id: riders, title: Riders}, {id: applicants, title: Applicants}]
data:
  - {id: account, title: Account, items: [{id: name, title: Name}, {id: history, title: History}]}
  - {id: place, title: Place, scope: {context: [app]}}
  - {id: certificates, title: Certificates, scope: {subjects: [applicants]}}
purposes:
  - {id: rides, title: Rides, text: to rent you a bike, uses: [{data: name}]}
  - {id: offers, title: Offers, text: to make you offers, uses: [{data: history}], scope: {tier: [gold]}}
  - {id: tracking, title: Tracking, text: to find the bike, uses: [{data: place}], scope: {context: [app]}}
  - {id: sale, title: Sale, text: to sell loyalty data, uses: [{data: history}], scope: {region: [US-CA]}}
  - {id: hiring, title: Hiring, text: to choose applicants, uses: [{data: certificates}], subjects: [applicants]}
recipients:
  - {id: partner, title: Partner, purposes: [offers, sale]}
  - {id: broker, title: Broker, purposes: [sale], scope: {region: [US]}}
legal_bases:
  - {id: contract, basis: "eu-gdpr:A6-1-b", purposes: [rides, offers], scope: {region: [EEA, GB]}}
  - {id: consent, basis: "eu-gdpr:A6-1-a", purposes: any, scope: {region: [EEA]}}
retention:
  - {id: general, default: true, period: P3Y}
  - {id: app-data, of: [context/app], period: P30D}
  - {id: applications, of: [subject/applicants], period: P6M}
rights:
  - {id: access, title: Access, right: "eu-gdpr:A15", text: ask for access, scope: {region: [EEA, GB]}}
sections:
  - id: use
    title: Use
    blocks:
      - {kind: list, id: uses, of: purposes, lead: [{id: lead, text: "We use data:"}], order: [rides, sale, offers]}
      - kind: paragraph
        id: cal
        scope: {region: [US-CA]}
        units: [{id: sold, text: We sell., states: [purpose/sale]}]
      - kind: paragraph
        id: one
        units: [{of: purpose/sale}, {id: two, text: Two., states: [purpose/sale, purpose/rides]}]
  - id: rights
    title: Rights
    blocks: [{kind: list, id: all, of: rights, lead: [{id: you-may, text: "You may:"}]}]
  - {id: california, title: California, scope: {region: [US-CA]}, blocks: []}
"""


def scoped(old: str = "", new: str = "") -> Loaded:
    """The policy, with one piece of its YAML replaced."""
    assert old in SCOPED
    reading = load_document(Snapshot({"policy/ride/policy.yaml": SCOPED.replace(old, new, 1).encode()}), "ride")
    assert reading.findings == ()
    assert reading.loaded is not None
    return reading.loaded
