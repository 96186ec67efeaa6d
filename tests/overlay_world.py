"""A small project in memory whose source and translation are edited by the tests of translation work."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.approving import approve
from hoshin.translations.states import Translation, translation
from hoshin.translations.syncing import Synced, Wish, sync

POLICY = """\
document:
  title: Privacy Policy
  source_locale: en
  locales: [en, ja]
rights:
  - id: access
    right: eu-gdpr:A15
    text: |-
      You may ask us for a copy of your data.
  - id: restriction
    right: eu-gdpr:A18
    text: |-
      You may ask us to restrict the processing of your data.
retention:
  - id: default
    period: P10Y
    text: |-
      We do not keep data longer than {retention:default}.
"""
OVERLAY = """\
# Kept by hand.
units:
  # The title
  document/title:
    en: |-
      Privacy Policy
    ja: |-
      プライバシーポリシー
  # What people may ask for
  right/access/text:
    en: |-
      You may ask us for a copy of your data.
    ja: |-
      お客様は、データの写しを請求することができます。
    note: 写し, not コピー
  right/restriction/text: # as counsel said
    en: |-
      You may ask us to restrict the processing of your data.
    ja: |-
      お客様は、データの取扱いの制限を請求することができます。
  retention/default/text:
    en: |-
      We do not keep data longer than {retention:default}.
    ja: |-
      当社は、データを{retention:default}を超えて保存しません。
"""
IDS = ("document/title", "retention/default/text", "right/access/text", "right/restriction/text")
FILE = "translations/ja/x.yaml"
APPROVALS = "translations/ja/approvals.yaml"
ATTIC = "translations/ja/attic.yaml"


@dataclass(frozen=True)
class World:
    """The files; every edit gives a new world."""

    files: dict[str, str] = field(default_factory=lambda: {"policy/x/p.yaml": POLICY, FILE: OVERLAY})

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot({name: text.encode() for name, text in self.files.items()})

    @property
    def made(self) -> Translation:
        reading = load_document(self.snapshot, "x")
        assert reading.loaded is not None, reading.findings
        return translation(self.snapshot, reading.loaded, "ja")

    def states(self) -> dict[str, str]:
        """State by id; a stale text with its class."""
        return {
            each.id: f"{each.state} {each.staleness}" if each.state == "stale" else each.state
            for each in self.made.units
        }

    def edit(self, old: str, new: str, file: str = "policy/x/p.yaml") -> World:
        assert old in self.files[file], old
        return replace(self, files={**self.files, file: self.files[file].replace(old, new)})

    def approved(self, *ids: str, role: str = "counsel") -> World:
        assert role in {"counsel", "reviewer"}
        done = approve(self.snapshot, self.made, ids or ("*",), ("A. Counsel", role), "2026-11-22")  # type: ignore[arg-type] # checked above
        return replace(self, files={**self.files, done.file: done.after.decode()})

    def sync(self, **wish: object) -> tuple[World, Synced]:
        done = sync(self.snapshot, self.made, Wish(**wish))  # type: ignore[arg-type] # the tests name the fields
        return replace(
            self, files={**self.files, **{name: new.decode() for name, (_, new) in done.files.items()}}
        ), done
