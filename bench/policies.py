"""Made-up but realistic projects of any size on disk: `python -m bench.policies FOLDER SIZE [EDIT]`.

A size counts facts. The same arguments give the same bytes. The parent that measures never builds one itself: a
process's peak memory would count what its parent held when it was started.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.edits import EDITS
from bench.facts import CATEGORY, Fact, facts
from bench.words import Both
from bench.yaml_text import Facts, Value, dump

DOCUMENT: Final = "made-up"
_NONE: Final = ("officers", "transfers", "automated_decisions")
_LISTS: Final = (
    (
        "purposes",
        Both("Purposes of use", "利用目的"),
        Both("We use personal data for:", "個人データの利用目的は次のとおりです。"),
    ),
    ("legal_bases", Both("Legal bases", "法的根拠"), Both("The bases are:", "法的根拠は次のとおりです。")),
    ("recipients", Both("Recipients", "提供先"), Both("Data reach others:", "提供先は次のとおりです。")),
    ("retention", Both("Storage", "保存期間"), Both("Periods of storage:", "保存期間は次のとおりです。")),
    ("rights", Both("Your rights", "お客様の権利"), Both("You can:", "お客様は次の請求ができます。")),
)
_KINDS: Final = {
    "data": "data",
    "purposes": "purpose",
    "recipients": "recipient",
    "retention": "retention",
    "legal_bases": "legal-basis",
    "rights": "right",
}


@dataclass(frozen=True, slots=True)
class Text:
    """One entry of the overlay."""

    unit: str
    both: Both


def write_project(folder: Path, size: int, edit: str = "none") -> None:
    """Write a project of `size` facts, changed as the edit says."""
    made = EDITS[edit](tuple(facts(size)))
    home = folder / "policy" / DOCUMENT
    home.mkdir(parents=True)
    texts = [
        Text(f"{_KINDS[fact.key]}/{fact.data['id']}/{field}", both) for fact in made for field, both in fact.wording
    ]
    for key in _KINDS:
        listed = [fact for fact in made if fact.key == key]
        entities: list[Value] = list(_grouped(listed)) if key == "data" else [fact.data for fact in listed]
        _write(home / f"{key}.yaml", {key: entities})
    sections, more = _sections(made)
    _write(home / "document.yaml", _document())
    _write(home / "sections.yaml", {"sections": sections})
    texts += [
        Text("document/title", Both("Privacy Policy", "プライバシーポリシー")),
        Text("document/short-title", Both("Privacy Policy", "プライバシーポリシー")),
        Text("controller/legal-name", Both("Example Inc.", "見本株式会社")),
        Text("controller/address/street", Both("Chuo 1-2-3", "中央1-2-3")),
        Text("controller/address/city", Both("Chuo-ku", "中央区")),
        Text("controller/address/region", Both("Tokyo", "東京都")),
        Text("contact/desk/title", Both("Privacy Desk", "個人情報窓口")),
        *more,
    ]
    units: Facts = {text.unit: {"en": text.both.en, "ja": text.both.ja} for text in texts}
    _write(folder / "translations" / "ja" / f"{DOCUMENT}.yaml", {"units": units})


def _write(path: Path, data: Facts) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(data), encoding="utf-8")


def _grouped(listed: Iterable[Fact]) -> list[Facts]:
    """Categories with their items inside."""
    groups: list[tuple[Facts, list[Value]]] = []
    for fact in listed:
        if _number(fact) % CATEGORY == 0:
            groups.append((fact.data, []))
        else:
            groups[-1][1].append(fact.data)
    return [{**category, "items": items} if items else category for category, items in groups]


def _number(fact: Fact) -> int:
    return int(str(fact.data["id"]).rpartition("-")[2])


def _document() -> Facts:
    nothing: Facts = {key: {"status": "none", "reason": "There is none."} for key in _NONE}
    return {
        "document": {
            "title": "Privacy Policy",
            "short_title": "Privacy Policy",
            "source_locale": "en",
            "locales": ["en", "ja"],
            "timezone": "Asia/Tokyo",
        },
        "dates": [{"id": "effective", "value": "2026-04-01"}],
        "jurisdictions": [{"id": "gdpr", "law": "legal-eu:law-GDPR"}],
        "controller": {
            "legal_name": "Example Inc.",
            "address": {"street": "Chuo 1-2-3", "city": "Chuo-ku", "region": "Tokyo", "country": "JP"},
        },
        "contacts": [
            {"id": "desk", "title": "Privacy Desk", "email": "privacy@example.com", "handles": ["questions", "rights"]}
        ],
        **nothing,
    }


def _sections(made: Iterable[Fact]) -> tuple[list[Value], list[Text]]:
    """The document side prints every fact, so that none is left unsaid."""
    sections: list[Value] = []
    texts: list[Text] = []
    listed = tuple(made)

    def add(name: str, title: Both, blocks: list[Value]) -> None:
        texts.append(Text(f"section/{name}/title", title))
        sections.append({"id": name, "title": title.en, "blocks": blocks})

    controller = Both(
        "{controller:legal-name}, {controller:address}, handles personal data.",
        "{controller:legal-name}（{controller:address}）は、個人データを取り扱います。",
    )
    texts.append(Text("section/who/us", controller))
    states = ["controller/legal-name", "controller/address"]
    who: Facts = {"kind": "paragraph", "id": "who", "units": [{"id": "us", "text": controller.en, "states": states}]}
    add("who", Both("Who we are", "当社について"), [who])
    add("data", Both("Data", "データの種類"), list(_data_blocks(listed)))
    for key, title, lead in _LISTS:
        name = _KINDS[key]
        texts.append(Text(f"section/{name}/lead", lead))
        block: Facts = {"kind": "list", "id": "all", "of": key, "lead": [{"id": "lead", "text": lead.en}]}
        add(name, title, [block])
    write = Both(
        "Write to {contact:desk/email} by {date:effective} or later.",
        "お問い合わせ先：{contact:desk/email}（{date:effective}以降）",
    )
    texts.append(Text("section/contact/write", write))
    told: Facts = {"id": "write", "text": write.en, "states": ["contact/desk", "date/effective"]}
    add("contact", Both("Contact", "お問い合わせ"), [{"kind": "paragraph", "id": "desk", "units": [told]}])
    return sections, texts


def _data_blocks(made: Iterable[Fact]) -> Iterable[Facts]:
    for fact in made:
        if fact.key == "data" and _number(fact) % CATEGORY == 0:
            name = str(fact.data["id"])
            yield {"kind": "subheading", "id": f"head-{name}", "of": f"data/{name}/title", "states": [f"data/{name}"]}
            yield {"kind": "list", "id": f"list-{name}", "of": "data", "within": name}


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
