"""The Japanese of OpenWork's policy, beside its English: complete, of the same force, and clean as Japanese text.

What can be said of any translation is the work of the checks; here stands what this one must say.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from openwork_english import ROOT, english, openwork
from pydantic import BaseModel, TypeAdapter

from hoshin.document.policy import policy_document
from hoshin.document.walk import body_text
from hoshin.kernel.text import norm
from hoshin.policy.placeholders import find
from hoshin.policy.project import read_snapshot
from hoshin.policy.yaml_events import parse
from hoshin.translations.catalog import Catalog, read_catalog
from hoshin.translations.catalogues import words
from hoshin.translations.editions import edition
from hoshin.translations.locale import read_locale

FOLDER = ROOT / "translations" / "ja"
SHIPPED = ROOT / "src" / "hoshin" / "translations" / "ja" / "glossary.yaml"
POSTAL = {f"section/contact/postal-{line}" for line in ("company", "desk", "address", "email")}
SAME = {"controller/brand", "term/gdpr/term", "term/gdpr/title", *POSTAL}


@cache
def catalog() -> Catalog:
    return read_catalog(read_snapshot(ROOT), "openwork", "en", "ja")


def source() -> dict[str, str]:
    return {unit.id: unit.text for unit in openwork().units}


def japanese() -> dict[str, str]:
    return {name: norm(entry.text, "ja") for name, entry in catalog().entries.items()}


@cache
def page() -> str:
    """The document as it is read, values filled in, without notices."""
    made, findings = edition(read_snapshot(ROOT), openwork(), "ja")
    assert findings == ()
    locale = read_locale("ja", (FOLDER / "locale.yaml").read_bytes())
    return body_text(policy_document(made.loaded, locale, words("ja", "document")))


def test_every_unit_has_a_translation_and_nothing_else_is_there() -> None:
    assert catalog().findings == ()
    assert list(catalog().entries) == [unit.id for unit in openwork().units]
    assert [name for name, text in japanese().items() if not text] == []
    assert len(catalog().entries) == 204


def test_every_snapshot_is_the_current_english() -> None:
    stale = [
        name for name, entry in catalog().entries.items() if norm(entry.source, "en") != norm(source()[name], "en")
    ]
    assert stale == []


def test_the_same_in_both_languages_is_declared_and_nothing_else_is_the_same() -> None:
    assert {name for name, entry in catalog().entries.items() if entry.same} == SAME
    assert [n for n, e in catalog().entries.items() if not e.same and (not e.target or e.target == e.source)] == []


def test_placeholders_are_those_of_the_english() -> None:
    def used(text: str) -> Counter[str]:
        return Counter(placeholder.written for placeholder in find(text))

    assert {name: used(text) for name, text in japanese().items() if used(text) != used(source()[name])} == {}


def test_nobody_has_approved_it() -> None:
    assert not (FOLDER / "approvals.yaml").exists()
    assert "暫定版" in (FOLDER / "openwork.yaml").read_text(encoding="utf-8").splitlines()[2]


def prose(text: str) -> str:
    """The text with a Latin word in place of each placeholder, so that its braces are not read as signs."""
    return re.sub(r"\{[^{}]*\}", "X", text)


WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]"


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("half-width kana", r"[\uff61-\uff9f]"),
        ("combining marks", r"[\u0300-\u036f\u3099\u309a]"),
        ("full-width digits or Latin", r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"),
        ("full-width per cent beside a half-width digit", r"\d\uff05"),
        ("ideographic space", r"\u3000"),
        ("invisible characters", r"[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"),
        ("radicals and compatibility ideographs", r"[\u2e80-\u2fdf\uf900-\ufaff]"),
        ("a dash for the long vowel", r"[\u30a1-\u30fa][\u2010-\u2015\u2212\uff0d-]|[\u30a1-\u30fa]一[\u30a1-\u30fa]"),
        ("half-width signs", r"[,;:!?()\[\]\"']"),
        ("half-width full stop", r"\.(?![a-z])"),
        ("full-width comma or full stop of other styles", r"[\uff0c\uff0e\uff61\uff64]"),
        ("curved Latin quotes", r"[“”‘’]"),
        ("typed space", rf"{WIDE} | {WIDE}"),
        ("double signs", r"、、|。。|、。|。、|「、|（、|、）|・・"),
        ("double particles", r"をを|がが|はは|にに|でで|のの|とと|へへ"),
        ("typed numbering", r"^(?:第?\d+[条項号.]|[（(]\d|[①-⑳・])"),
    ],
)  # fmt: skip
def test_characters(what: str, pattern: str) -> None:
    typed = {n: prose(e.text.replace("\n", "")) for n, e in catalog().entries.items() if "/address/" not in n}
    assert [name for name, text in typed.items() if re.search(pattern, text)] == [], what


def test_only_one_number_is_typed_as_in_the_english() -> None:
    digits = {name: re.findall(r"\d+", prose(text)) for name, text in japanese().items()}
    assert {name: found for name, found in digits.items() if found} == {
        "controller/address/floor": ["39"],
        "controller/address/street": ["2", "24", "12"],
        "security-measure/no-absolute-security/text": ["100"],
    }


@pytest.mark.parametrize("pair", ["（）", "「」", "『』"])
def test_brackets_are_matched_and_never_nested(pair: str) -> None:
    signs = {name: "".join(sign for sign in text if sign in pair) for name, text in japanese().items()}
    assert {name: found for name, found in signs.items() if found.replace(pair, "")} == {}


def bare(text: str) -> str:
    """The text without what stands in full-width brackets."""
    return re.sub(r"（[^（）]*）", "", text)


def test_as_many_sentences_as_the_english() -> None:
    ends = {name: len(re.findall(r"[.!?:](?:\s|$)", prose(text))) for name, text in source().items()}
    both = {name: (ends[name], bare(text).count("。")) for name, text in japanese().items()}
    assert {name: pair for name, pair in both.items() if pair[0] != pair[1]} == {
        "section/statement/company-and-website": (0, 1),  # a slip: no full stop after the address of the website
        "data/other-form-information/text": (1, 0),  # a noun with a full stop
        "controller/legal-name": (1, 0),  # OpenWork Inc.
        "data/collected/text": (1, 0),  # "including:", where the Japanese is a noun
        "legal-basis/sharing-with-suppliers/text": (2, 1),  # "Legal basis: Legitimate Interests."
        "legal-basis/disclosure-to-authorities/text": (2, 1),
    }


def test_every_sentence_is_polite() -> None:
    """Also those in brackets, （お問い合わせを含みます。）; 「…いいます。）」 closes a definition."""
    sentences = [
        (name, sentence)
        for name, text in japanese().items()
        for sentence in re.findall(r"[^。]*。", text)
        if not sentence.endswith(("}。", "Regulation。"))  # a remark in brackets before 以下
    ]
    assert len(sentences) == 60
    polite = re.compile(r"(です|ます|ません|ください)。$")
    assert [pair for pair in sentences if not polite.search(pair[1])] == []


def test_a_noun_takes_no_full_stop() -> None:
    """Titles and items of lists end like nouns; a bracket at their end may hold a sentence."""
    wrong = [n for n, t in japanese().items() if n.endswith(("/title", "/term")) and ("。" in t or t[-1] == "、")]
    assert wrong == []


def test_no_sentence_is_longer_than_180_characters() -> None:
    assert max(len(text) for text in japanese().values()) <= 180


def test_one_word_for_a_person_and_for_the_company() -> None:
    whole = "\n".join(japanese().values())
    assert re.findall("ユーザー|利用者|あなた|お客さま|弊社|当サイト|我々|私たち", whole) == []
    assert [name for name, text in japanese().items() if "本人" in text and "/title" not in name] == []


def test_conjunctions_are_in_hiragana_and_nested_as_lawyers_do() -> None:
    for name, text in japanese().items():
        assert not re.search("又は|若しくは|及び|並びに", text), name
        assert "もしくは" not in text or "または" in text or name.startswith("recipient/authorities/members/"), name
        assert "ならびに" not in text or "および" in text, name


class Term(BaseModel, extra="forbid"):
    """An entry of a glossary: all keys, no other."""

    id: str
    en: tuple[str, ...]
    ja: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]
    note: str
    source: str
    since: str

    @property
    def right(self) -> tuple[str, ...]:
        return (self.ja, *self.allowed)


def read_terms(data: bytes) -> dict[str, Term]:
    parsed = parse(data, "glossary.yaml")
    assert parsed.findings == ()
    terms = TypeAdapter(dict[str, tuple[Term, ...]]).validate_python(parsed.value)["terms"]
    found = {term.id: term for term in terms}
    assert len(found) == len(terms)
    return found


@cache
def glossary() -> tuple[Term, ...]:
    own = read_terms((FOLDER / "glossary.yaml").read_bytes())
    return tuple({**read_terms(SHIPPED.read_bytes()), **own}.values())


def terms_of(text: str) -> list[Term]:
    """The terms of an English text, longest form first; what one has matched no other matches."""
    text = prose(text)
    found = []
    for form, term in sorted(((f, t) for t in glossary() for f in t.en), key=lambda p: -len(p[0])):
        pattern = re.compile(rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])", re.IGNORECASE)
        if pattern.search(text):
            text = pattern.sub("#", text)
            found.append(term)
    return found


def masked(text: str, terms: list[Term]) -> str:
    for word in sorted((word for term in terms for word in term.right), key=len, reverse=True):
        text = text.replace(word, "#")
    return text


def test_longest_form_wins() -> None:
    assert [term.id for term in terms_of("computation and payment of use fees")] == ["use-fees"]
    assert [term.id for term in terms_of("a reasonable fee")] == ["fee"]
    browser = terms_of("browser version")
    assert "ブラウザ" not in masked("ブラウザーのバージョン", browser)
    assert "ブラウザ" in masked("ブラウザのバージョン", browser)


def test_one_form_belongs_to_one_entry() -> None:
    forms = Counter(form.casefold() for term in glossary() for form in term.en)
    assert {form: count for form, count in forms.items() if count > 1} == {}


def test_no_forbidden_word() -> None:
    found = []
    for name, text in japanese().items():
        terms = terms_of(source()[name])
        rest = masked(text, terms)
        found += [(name, wrong) for term in terms for wrong in term.forbidden if wrong in rest]
    assert found == []


def test_every_term_is_rendered_by_its_word() -> None:
    found = [
        (name, term.id)
        for name, text in japanese().items()
        for term in terms_of(source()[name])
        if not any(right in text for right in term.right)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "term", "unit", "words_there"),
    [
        ("company", "当社", "section/statement/company-and-website", "以下「当社」といいます。"),
        ("service", "本サービス", "section/statement/company-and-website", "以下「本サービス」といいます。"),
        ("gdpr", "GDPR", "section/statement/scope-and-law", "以下「GDPR」といいます。"),
        ("personal-data", "個人データ", "term/personal-data/text", "「個人データ」とは、"),
        ("log-data", "ログデータ", "data/log-data/text", "「ログデータ」と呼ばれる"),
        ("rules", "本規約等", "purpose/rule-violations/text", "以下「{term:rules}」といいます。"),
    ],
)
def test_every_definition_stands_once_with_its_term(name: str, term: str, unit: str, words_there: str) -> None:
    assert [n for n, text in japanese().items() if text == term and n.endswith("/term")] == [f"term/{name}/term"]
    assert japanese()[f"term/{name}/title"] == term
    assert [n for n, text in japanese().items() if words_there in text] == [unit]
    assert page().count(f"「{term}」") == 1


@pytest.mark.parametrize(
    ("unit", "says"),
    [
        # may
        ("section/data/by-method", "収集することのある個人データ"),
        ("section/data/log-data-items", "含まれることがあります。"),
        ("choice/refuse-cookies/consequence", "ご利用いただけないことがあります。"),
        ("commitment/limited-sharing/text", "次の限られた場合に、個人データを共有することがあります。"),
        ("recipient/authorities/text", "開示する義務を負うことがあります。"),
        ("section/rights/reasonable-fee", "当社は、合理的な手数料を請求することがあります。"),
        ("section/rights/refusal", "お断りすることがあります。"),
        ("section/links/links-may-exist", "含まれることがあります。"),
        ("section/amendments/may-update", "随時更新することがあります。"),
        # will, shall, striving
        ("section/purposes/purposes-lead", "次のものが含まれるものとします。"),
        ("commitment/secure-destruction/text", "安全に廃棄します。"),
        ("section/amendments/notice", "お客様に通知します。"),
        ("security-measure/acceptable-means/text", "保護するよう努めています。"),
        # only, as long as, usually, immediately, at any time
        ("section/sharing/contracts-and-necessity", "当該目的のために必要なデータのみを共有します。"),
        ("commitment/necessary-retention/text", "必要な期間に限り保存します。"),
        ("recipient/suppliers/text", "必要最小限の個人データ"),
        ("retention/default/text", "データの保存期間は、通常{retention:default}間ですが、"),
        ("section/rights/no-fee", "通常、手数料をお支払いいただく必要はありません。"),
        ("section/children/deletion-on-discovery", "直ちにこれを当社のサーバーから削除します。"),
        ("section/amendments/effect", "本ページに掲載された後、直ちに効力を生じます。"),
        ("right/complaint/text", "いつでも、"),
        # not
        ("commitment/no-third-party-marketing/text", "第三者に提供し、販売し、または貸与することはありません。"),
        ("commitment/no-third-party-ads/text", "第三者からの広告を受け付けることもありません。"),
        ("purpose/service/text", "を含みますが、これらに限りません。）"),
        ("section/children/not-addressed", "{children:min-age}歳未満の方を対象としていません。"),
        ("section/children/not-knowingly-collected", "それと知りながら個人を識別できる情報を収集することはありません"),
        ("section/links/not-operated-by-us", "当社が運営するものではありません"),
        ("section/links/no-responsibility", "管理しておらず、これらについて責任を負いません。"),
        ("security-measure/no-absolute-security/text", "100%安全で信頼できるものはなく、"),
        ("security-measure/no-absolute-security/text", "保証することができません"),
        ("commitment/secure-destruction/text", "必要としなくなったときは、"),
    ],
)  # fmt: skip
def test_the_force_of_the_english_is_kept(unit: str, says: str) -> None:
    assert says in japanese()[unit]


NEGATIVE = r"(?i)\b(no|not|nor|never|none|without|cannot|unfounded)\b"
NEGATED = r"ない|ません|なく|おらず"


def test_a_negative_sentence_is_negative_in_both_languages() -> None:
    wrong = [n for n, t in japanese().items() if bool(re.search(NEGATIVE, source()[n])) != bool(re.search(NEGATED, t))]
    assert wrong == []


def test_an_open_force_in_one_language_is_open_in_the_other() -> None:
    """English "may" and Japanese ことがある, in exactly the same sentences."""
    may = {name for name, text in source().items() if re.search(r"\bmay\b", text)}
    assert {n for n, t in japanese().items() if re.search("ことがあります|ことのある", t)} == may
    assert len(may) == 10


def test_values_in_the_printed_text() -> None:
    assert page().count("13歳未満") == 3
    assert not re.search("13歳(?!未満)|以下の方|13才|歳以下", page())
    assert page().count("10年間") == page().count("10年") == 1
    assert page().count("第11条に記載の連絡先") == 1
    assert page().count("オープンワーク株式会社") == 2
    assert page().count("〒150-6139 東京都渋谷区渋谷2-24-12 渋谷スクランブルスクエア39階") == 2
    assert page().count("https://www.openwork.co.jp") == 1
    assert page().count("privacy@vorkers.com") == 1
    assert page().count("個人情報に関するお問い合わせ窓口") == 1


def test_headings_of_articles() -> None:
    headings = re.findall(r"(?m)^第(\d+)条（(.*)）$", page())
    assert [int(number) for number, _ in headings] == list(range(1, 12))
    assert "／".join(title for _, title in headings) == (
        "プライバシーに関する当社の方針／個人データの種類および収集方法／利用目的／データの共有／個人データの保存期間／"
        "お客様の権利／セキュリティ／他のサイトへのリンク／子どものプライバシー／本プライバシーポリシーの改定／お問い合わせ"
    )


def test_lists_have_as_many_items_as_in_english() -> None:
    assert len(re.findall(r"(?m)^（\d）", page())) == len([line for line in english() if line.mark.endswith(".")]) - 11
    rights = [text for name, text in japanese().items() if re.fullmatch(r"right/[a-z]+/text", name)]
    assert [text for text in rights if not text.endswith("権利")] == [japanese()["right/complaint/text"]]
    assert len(rights) == 7


def test_three_words_for_three_acts() -> None:
    """削除 delete, 消去 erasure, 廃棄 destroy, each where the English has its word and nowhere else."""
    for english_word, word in (("delet", "削除"), ("erasure", "消去"), ("destr", "廃棄")):
        there = {n for n, t in source().items() if re.search(english_word, t, re.IGNORECASE)}
        assert {n for n, t in japanese().items() if word in t} == there
    objection = {"right/objection/title", "right/objection/text"}
    complaint = {"right/complaint/title", "right/complaint/text"}
    assert {n for n, t in japanese().items() if "異議" in t} == objection
    assert {n for n, t in japanese().items() if "苦情" in t} == complaint


def test_what_the_english_leaves_open_stays_open() -> None:
    """No term of the act that would settle a question the English does not answer."""
    whole = "\n".join(japanese().values())
    settled = "委託|共同利用|第三者提供|処理|要配慮個人情報|安全管理|個人関連情報|本店|制定|施行"
    assert re.findall(settled, whole) == []


def test_the_sheet_for_counsel_names_units_that_exist() -> None:
    sheet = (ROOT / "docs" / "notes-for-counsel.ja.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z-]+/[a-z0-9/-]+)`", sheet)
    assert sorted(set(named) - set(source())) == []
    decisions = {n for n, e in catalog().entries.items() if re.search(r"\b(DECIDE|CHECK)\b", e.note)}
    assert sorted(decisions - set(named)) == []
