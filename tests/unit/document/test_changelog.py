"""The changelog: sentences in both languages, values as people read them, no ids, no field names, no null."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from diff_sample import BASE, Data, edited, loaded
from pydantic import BaseModel

from hoshin.diff.families import FAMILIES
from hoshin.diff.kinds import KINDS
from hoshin.diff.patterns import models_of
from hoshin.diff.run import diff
from hoshin.document.change_words import Teller
from hoshin.document.changelog import Side, Wordings, changelog_document, headline
from hoshin.document.nodes import Deleted, Document, Inserted, ListBlock, Paragraph, Text, plain
from hoshin.schema.walk import hyphened
from hoshin.translations.catalogues import group, words
from hoshin.translations.locale import read_locale

ARGUMENT = re.compile(r"\{([a-z_]+)\}")
LANGUAGES = ("en", "ja")


def page(old: Data, new: Data, language: str, audience: Any = "public") -> Document:
    sides = loaded(old), loaded(new)
    wordings = Wordings(words(language, "changes"), words(language, "document"))
    return changelog_document(diff(*sides), *sides, read_locale(language, None), wordings, audience)


def items(made: Document) -> list[list[str]]:
    found = []
    for section in made.sections:
        for block in section.blocks:
            assert isinstance(block, ListBlock)
            found += [
                [plain(part.children) for part in item.blocks if isinstance(part, Paragraph)] for item in block.items
            ]
    return found


def sentence(new: Data, language: str) -> str:
    ((first, *_),) = items(page(BASE, new, language))
    return first


def test_both_languages_have_the_same_entries_with_the_same_arguments() -> None:
    english, japanese = (words(language, "changes") for language in LANGUAGES)
    assert list(english) == list(japanese)
    for key, entry in english.items():
        other = japanese[key]
        if isinstance(entry, str):
            assert isinstance(other, str)
            assert set(ARGUMENT.findall(entry)) == set(ARGUMENT.findall(other)), key
        elif not key.startswith("count-"):
            assert list(group(english, key)) == list(group(japanese, key)), key


def test_every_kind_has_a_sentence_and_every_sentence_a_kind() -> None:
    sentences = {key for key in words("en", "changes") if key.isupper()}
    assert sentences == {kind.message for kind in KINDS.values()}


def test_every_kind_of_fact_has_a_name() -> None:
    assert set(group(words("en", "changes"), "families")) == set(FAMILIES)


def fields_and_words() -> Iterator[tuple[str, str]]:
    seen: set[type[BaseModel]] = set()
    models = [model for family in FAMILIES for model in models_of(family)]
    while models:
        model = models.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, info in model.model_fields.items():
            yield hyphened(name), ""
            annotations: list[Any] = [info.annotation]
            while annotations:
                here = annotations.pop()
                if get_origin(here) is not None and str(get_origin(here)) == "typing.Literal":
                    yield from ((hyphened(name), word) for word in get_args(here) if isinstance(word, str))
                elif isinstance(here, type) and issubclass(here, BaseModel):
                    models.append(here)
                else:
                    annotations.extend(get_args(here))


NEVER_SHOWN = set(
    re.findall(
        "[a-z-]+",
        "antecedent blocks building city context decided-by document doubt floor formerly id interpretation "
        "language lead line numbering order platform postal-code product reading region source-ref states street "
        "terminators units before",
    )
)
"""Fields whose events name no field, and parts of an address."""
LAYOUT = set(
    re.findall(
        "[a-z_]+",
        "any bullet decimal lower_alpha upper_alpha lower_roman semicolon_and paragraph address subheading table rows "
        "records effective",
    )
)


def test_every_field_that_a_sentence_can_name_has_words() -> None:
    known = group(words("en", "changes"), "fields")
    assert {field for field, _ in fields_and_words()} - set(known) - NEVER_SHOWN == set()


def test_every_word_of_a_closed_list_has_words() -> None:
    known = group(words("en", "changes"), "values")
    assert {word for _, word in fields_and_words() if word} - set(known) - LAYOUT == set()


EDITS: list[tuple[Any, str, str]] = [
    (
        lambda d: d["retention"][0].update(period="P7Y"),
        "We now keep data for a shorter time (“Storage”): 10 years → 7 years.",
        "「Storage」の期間を短縮しました（10年間 → 7年間）。",
    ),
    (
        lambda d: d["retention"][0].pop("period"),
        "We no longer say how long data are kept (“Storage”, 10 years).",
        "「Storage」の期間の記載を削除しました（従前：10年間）。",
    ),
    (
        lambda d: d["retention"][0].update(criteria=["purpose_fulfilled"]),
        "“Storage”: criteria, “fulfilment of the purposes” was added.",
        "「Storage」の基準を変更しました（「利用目的の達成」を追加）。",
    ),
    (
        lambda d: d["recipients"][0].update(country="US"),
        "Data may now be sent to another country (“Aoba Print”): Japan → United States.",
        "個人データの移転先の国を日本からアメリカ合衆国に変更しました（「Aoba Print」）。",
    ),
    (
        lambda d: d["recipients"][0].update(purposes=["service", "news"]),
        "For “Newsletter” we now also share data with: Aoba Print.",
        "「Newsletter」のための提供先に「Aoba Print」を追加しました。",
    ),
    (
        lambda d: d["recipients"][0].update(role="controller"),
        "The role of the recipient “Aoba Print” changed: processor → controller.",
        "提供先「Aoba Print」の立場を変更しました（処理者 → 管理者）。",
    ),
    (
        lambda d: d["legal_bases"][0].update(basis="eu-gdpr:A6-1-f"),
        "Legal basis for “Service”: performance of a contract → legitimate interests.",
        "「Service」の法的根拠を変更しました（契約の履行 → 正当な利益）。",
    ),
    (
        lambda d: d["children"].update(min_age=16),
        "The stated age limit was raised: 13 years → 16 years.",
        "対象年齢を引き上げました（13歳 → 16歳）。",
    ),
    (
        lambda d: d["purposes"][0].update(uses=[{"data": "account"}, {"data": "logs"}]),
        "For “Service” we now also use: Server logs.",
        "「Service」のために利用するデータに「Server logs」を追加しました。",
    ),
    (
        lambda d: d["purposes"][0].update(items=[{"id": "one", "title": "Registration"}]),
        "The purpose “Service” now also covers: Registration.",
        "利用目的「Service」に「Registration」を追加しました。",
    ),
    (
        lambda d: d["rights"][0].pop("channel"),
        "Where you can exercise your rights (“Access”) changed: Privacy desk → no longer stated.",
        "権利「Access」の行使の窓口を変更しました（Privacy desk → 記載なし）。",
    ),
    (
        lambda d: d["controller"]["address"].update(city="Kyoto"),
        "Details of the company changed (address): Tokyo → Kyoto.",
        "会社の情報（住所）を変更しました（Tokyo → Kyoto）。",
    ),
    (
        lambda d: d["amendments"].pop("notice"),
        "You are told about changes of this policy later than before: 30 days → no longer stated.",
        "本ポリシーの変更を事前にお知らせする期間を短縮しました（30日間 → 記載なし）。",
    ),
    (
        lambda d: d["document"].update(title="Our Privacy Policy"),
        "“Privacy Policy of Aoba” is now called “Our Privacy Policy”.",
        "「Privacy Policy of Aoba」の名称を「Our Privacy Policy」に変更しました。",
    ),
    (
        lambda d: d["purposes"][0].pop("title"),
        "The wording about “Provision of the service” changed.",
        "「Provision of the service」についての文言を変更しました。",
    ),
    (
        lambda d: d["sections"][1]["blocks"][0]["units"].reverse(),
        "The order changed: “Keeping” stands at another place.",
        "順序を変更しました（「Keeping」の位置）。",
    ),
    (
        lambda d: d.update(transfers={"status": "none", "reason": "There is none."}),
        "We now say expressly that there is none: transfer to another country.",
        "国外への移転について、該当がないことを明記しました。",
    ),
    (
        lambda d: d["document"].pop("locales"),
        "A translation was removed: Japanese.",
        "日本語の訳文を削除しました。",
    ),
]


@pytest.mark.parametrize(("edit", "english", "japanese"), EDITS)
def test_sentences(edit: Any, english: str, japanese: str) -> None:
    new = edited(edit)
    assert sentence(new, "en") == english
    assert sentence(new, "ja") == japanese


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edit", [edit for edit, _, _ in EDITS])
def test_no_id_no_field_name_no_null(edit: Any, language: str) -> None:
    for new, old in ((edited(edit), BASE), (BASE, edited(edit))):
        for lines in items(page(old, new, language)):
            assert not re.search(r"None|null|\{|\}|[a-z]_[a-z]|\b[a-z]+/[a-z]+|eu-gdpr|P\d", lines[0]), lines


def test_a_redline_has_its_values_filled_in() -> None:
    made = page(BASE, edited(lambda d: d["retention"][0].update(period="P7Y")), "en")
    (section,) = made.sections
    (block,) = section.blocks
    assert isinstance(block, ListBlock)
    (item,) = block.items
    assert item.id.startswith("chg_")
    assert item.blocks[1] == Paragraph(
        (
            Text("We usually keep data of a Member for "),
            Deleted((Text("10"),)),
            Inserted((Text("7"),)),
            Text(" years."),
        )
    )


def test_frame_and_order() -> None:
    def edit(data: Data) -> None:
        data["purposes"].append({"id": "ads", "title": "Ads"})
        data["rights"].pop()
        data["sections"][2]["blocks"][0]["order"].pop()
        data["retention"][0]["period"] = "P7Y"
        data["sections"][0]["title"] = "Purpose"

    made = page(BASE, edited(edit), "en")
    assert made.kind == "changelog"
    assert plain(made.title) == "What changed: Privacy Policy of Aoba"
    assert made.meta.company == "Aoba Inc."
    assert [plain(part.heading) for part in made.sections] == ["Material changes", "Other changes", "Editorial changes"]
    assert [notice.blocks for notice in made.notices] == [(Paragraph((Text("2 material changes, 2 other changes."),)),)]


def test_counsel_sees_rules_and_suspected_renames() -> None:
    new = edited(lambda d: d["purposes"][1].update(id="mailing"))
    public, legal = page(BASE, new, "en"), page(BASE, new, "en", "legal")
    assert not any("CHG" in line for lines in items(public) for line in lines)
    (told,) = (lines for lines in items(legal) if "no longer use" in lines[0])
    assert [line for line in told if line.startswith("CHG")] == [
        "CHG103: A purpose is gone. To do: publish it in the changelog."
    ]
    assert told[-1].endswith("to be confirmed by counsel.")
    assert len(public.notices) == 1
    (warned,) = legal.notices[1].blocks
    assert isinstance(warned, Paragraph)
    assert plain(warned.children).startswith("“Newsletter” is gone and “Newsletter” is new")


@pytest.mark.parametrize(
    ("edit", "english"),
    [
        (len, "No change."),
        (lambda d: d["purposes"].reverse(), "No change of substance; only presentation changed."),
        (lambda d: d["children"].update(min_age=12), "1 material change, 0 other changes."),
    ],
)
def test_headlines(edit: Any, english: str) -> None:
    report = diff(loaded(BASE), loaded(edited(edit)))
    assert headline(report, words("en", "changes")) == english


def test_a_teller_names_what_has_no_name_by_what_it_is() -> None:
    new = {**BASE, "recipients": [{"id": "unnamed", "country": "JP"}]}
    sides = [
        Side(loaded(data), read_locale("en", None), words("en", "document"), words("en", "changes"))
        for data in (BASE, new)
    ]
    teller = Teller(sides[0], sides[1], words("en", "changes"))
    events = {event.kind: event for event in diff(loaded(BASE), loaded(new)).events}
    assert teller.sentence(events["RECIPIENT_ADDED"]) == "Personal data may now also go to: recipient (Japan)."
    assert teller.sentence(events["RECIPIENT_REMOVED"]) == "Personal data no longer goes to: Aoba Print."


@pytest.mark.parametrize(("language", "said"), [("en", "500 yen"), ("ja", "500円")])
def test_an_amount_of_money_is_told_with_its_currency(language: str, said: str) -> None:
    amount = {"value": 500, "currency": "JPY"}
    old = edited(lambda data: data.update(requests={"fee": {"default": "fixed"}}))
    new = edited(lambda data: data.update(requests={"fee": {"default": "fixed", "amount": amount}}))
    found = [line for entry in items(page(old, new, language)) for line in entry]
    assert any(said in line for line in found), found
