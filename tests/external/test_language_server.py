"""The YAML language server guides a lawyer: no false alarm, exact faults, completion and hover in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from external.language_server import Diagnostic, LanguageServer, started
from external.missing import ROOT

from hoshin.cli.main import main

HEAD = "# yaml-language-server: $schema=../../schema/hoshin.schema.json\n"
POLICY = "policy/new/facts.yaml"
HOMES = {
    "openwork": [ROOT / "policy", ROOT / "translations", ROOT / "schema"],
    **{name: [ROOT / "examples" / name] for name in ("hinata", "marula", "tandem")},
}


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    yield from started(ROOT)


@pytest.mark.parametrize("name", HOMES)
def test_good_files_have_no_mark(server: LanguageServer, name: str) -> None:
    files = sorted(file for home in HOMES[name] for file in home.rglob("*.yaml"))
    marks = {
        file: told
        for file in files
        if (told := server.diagnostics(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")))
    }
    assert marks == {}
    assert len(files) > 9


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_new_project_has_no_mark(server: LanguageServer, tmp_path: Path, lang: str) -> None:
    assert main(["init", str(tmp_path / "new"), "--lang", lang]) == 0
    files = sorted((tmp_path / "new").rglob("*.yaml"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    assert {file: told for file in files if (told := server.diagnostics(str(file), texts[file]))} == {}
    assert len(files) == 6
    document = tmp_path / "new/policy/privacy/document.yaml"
    broken = texts[document] + "titel: x\n"
    assert [item.text for item in server.diagnostics(str(document), broken)] == ["Property titel is not allowed."]


NO_ID = (
    "Not an id: write lower case letters, digits and hyphens, beginning with a letter (2 to 64 characters), such as "
    "order-history. / id として使えません。英小文字で始め、英小文字・数字・ハイフンで書きます（2〜64字）。"
    "例：order-history"
)
NO_LIST = (
    "Write a list of entries (- id: …), or status and reason to say that there is none. / "
    "一覧（- id: …）を書くか、ないことを示す status と reason を書きます。"
)


def no_word(*words: str) -> str:
    shown = ", ".join(words)
    return (
        f"Not one of the words for this. Write one of: {shown}. / 選択肢にない語です。次のいずれかを書きます：{shown}"
    )


BAD: dict[str, tuple[str, tuple[Diagnostic, ...]]] = {
    "unknown key": (
        "purposes:\n  - id: news\n    titel: x\n",
        (Diagnostic(4, 5, "titel", "Property titel is not allowed."),),
    ),
    "unknown top key": ("purpose: []\n", (Diagnostic(2, 1, "purpose", "Property purpose is not allowed."),)),
    "wrong word": (
        "retention:\n  - id: all\n    then: burn\n",
        (Diagnostic(4, 11, "burn", no_word("delete", "destroy", "anonymise", "return", "archive", "block")),),
    ),
    "word of another type": (
        "retention:\n  - id: all\n    then: 3\n",
        (Diagnostic(4, 11, "3", no_word("delete", "destroy", "anonymise", "return", "archive", "block")),),
    ),
    "missing key": ("rights:\n  - right: eu-gdpr:A15\n", (Diagnostic(3, 5, "r", 'Missing property "id".'),)),
    "missing keys": (
        "commitments:\n  - text: x\n",
        (
            Diagnostic(3, 5, "t", 'Missing property "id".'),
            Diagnostic(3, 5, "t", 'Missing property "polarity".'),
        ),
    ),
    "a text where a list belongs": ("purposes: newsletter\n", (Diagnostic(2, 11, "newsletter", NO_LIST),)),
    "nothing where a list belongs": ("purposes:\ndata: []\n", (Diagnostic(2, 10, "", NO_LIST),)),
    "wrong denial": (
        "transfers:\n  status: no\n",
        (Diagnostic(3, 11, "no", no_word("unknown", "none", "not_required")),),
    ),
    "a number where a text belongs": (
        "contacts:\n  - id: desk\n    phone: 0312345678\n",
        (Diagnostic(4, 12, "0312345678", 'Incorrect type. Expected "string".'),),
    ),
    "bad id": ("purposes:\n  - id: News Letter\n", (Diagnostic(3, 9, "News Letter", NO_ID),)),
    "bad period": (
        "retention:\n  - id: all\n    period: 10 years\n",
        (
            Diagnostic(
                4, 13, "10 years",
                "Not a length of time: write P10Y for ten years, P6M for six months, P2W, P30D or PT72H. Or one of "
                "these words: indefinite, not_stored. / 期間ではありません。10年はP10Y、6か月はP6M、そのほかP2W、P30D、"
                "PT72Hのように書きます。または次の語を書きます：indefinite, not_stored",
            ),
        ),
    ),
    "bad choice of all": (
        "legal_bases:\n  - id: aa\n    basis: eu-gdpr:A6-1-f\n    data: all\n    purposes: [Any]\n",
        (
            Diagnostic(5, 11, "all", "Write any, or a list of ids. / any または id の一覧を書きます。"),
            Diagnostic(6, 16, "Any", NO_ID),
        ),
    ),
    "bad end": (
        "retention:\n  - id: all\n    until: {end_of: week}\n  - id: more\n    until: 3\n",
        (
            Diagnostic(4, 21, "week", no_word("month", "calendar_year", "fiscal_year")),
            Diagnostic(
                6, 12, "3",
                "Write an event in a word, such as withdrawal, or end_of with a unit of the calendar. / "
                "出来事を表す語（withdrawal など）か、end_of と暦の単位を書きます。",
            ),
        ),
    ),
    "a text without a name": (
        ("sections:\n  - id: aa\n    title: x\n    blocks:\n      - kind: paragraph\n        id: par\n"
        "        units:\n          - text: x\n          - of: purpose/news\n          - states: [purpose/news]\n"),
        (
            Diagnostic(9, 13, "t", 'Missing property "id".'),
            Diagnostic(11, 13, "s", 'Missing property "id".'),
            Diagnostic(11, 13, "s", 'Missing property "text".'),
        ),
    ),
    "bad blocks": (
        ("sections:\n  - id: aa\n    title: x\n    blocks:\n      - kind: picture\n        id: pic\n"
        "      - kind: list\n        id: lst\n        numbring: decimal\n      - kind: paragraph\n        id: par\n"),
        (
            Diagnostic(6, 15, "picture", no_word("paragraph", "list", "subheading", "address", "table")),
            Diagnostic(8, 9, "k", 'Missing property "items".'),
            Diagnostic(10, 9, "numbring", "Property numbring is not allowed."),
            Diagnostic(11, 9, "k", 'Missing property "units".'),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_marked_exactly(server: LanguageServer, name: str) -> None:
    text, marks = BAD[name]
    assert server.diagnostics(POLICY, HEAD + text) == marks


OTHER: dict[str, tuple[str, str, str, tuple[Diagnostic, ...]]] = {
    "translation": (
        "translations/ja/new.yaml",
        "translation",
        "units:\n  document/title:\n    en: x\n    ja: y\n    nota: z\n    same: false\n",
        (
            Diagnostic(6, 5, "nota", "Property nota is not allowed."),
            Diagnostic(7, 11, "false", "Value is not accepted. Valid values: true."),
        ),
    ),
    "locale": (
        "translations/ja/locale.yaml",
        "locale",
        "title_style: articles\ndates:\n  eras:\n    - name: x\n",
        (
            Diagnostic(2, 14, "articles", no_word("decimal", "article", "plain")),
            Diagnostic(5, 7, "n", 'Missing property "first_day".'),
        ),
    ),
    "glossary": (
        "translations/ja/glossary.yaml",
        "glossary",
        "terms:\n  - id: company\n    en: Company\n",
        (
            Diagnostic(3, 5, "i", 'Missing property "ja".'),
            Diagnostic(4, 9, "Company", 'Incorrect type. Expected "array".'),
        ),
    ),
    "approvals": (
        "translations/ja/approvals.yaml",
        "approvals",
        "openwork:\n  document/title:\n    pair: abc\n    by: A Lawyer\n    date: 2026-07-01\n    role: lawyer\n",
        (
            Diagnostic(
                4, 11, "abc",
                "Not a digest: copy it as hoshin check prints it (p1: and 64 characters). / 照合値ではありません。"
                "hoshin check が表示する値（p1: と64字）をそのまま写します。",
            ),
            Diagnostic(7, 11, "lawyer", no_word("counsel", "reviewer")),
        ),
    ),
    "vocabulary": (
        "schema/vocabulary.yaml",
        "vocabulary",
        "terms:\n  - id: division\n    label: {en: division}\n",
        (
            Diagnostic(3, 5, "i", 'Missing property "broader".'),
            Diagnostic(
                3, 9, "division",
                "Not a term: write prefix, colon and name, such as dpv:DirectMarketing or eu-gdpr:A6-1-f. / "
                "用語ではありません。接頭辞、コロン、名前の順に書きます。例：dpv:DirectMarketing、eu-gdpr:A6-1-f",
            ),
        ),
    ),
    "project": (
        "policy/project.yaml",
        "project",
        "default_documents: x\n",
        (Diagnostic(2, 1, "default_documents", "Property default_documents is not allowed."),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER)
def test_faults_of_the_other_files_are_marked_exactly(server: LanguageServer, name: str) -> None:
    path, kind, text, marks = OTHER[name]
    way = "../" * path.count("/") + f"schema/hoshin.{kind}.schema.json"
    assert server.diagnostics(path, f"# yaml-language-server: $schema={way}\n{text}") == marks


def labels(server: LanguageServer, text: str) -> set[str]:
    offered = server.completion(POLICY, HEAD + text)
    assert len({item.label for item in offered}) == len(offered), "an offer stands twice in the list"
    return {item.label for item in offered}


CARRIED = {
    "status", "reason", "scope", "condition", "modality", "bound", "completeness", "open_ended", "source_ref",
    "interpretation", "id", "formerly", "title", "text",
}  # fmt: skip


def test_the_top_keys_are_offered(server: LanguageServer) -> None:
    assert labels(server, "|") == {
        "document", "dates", "sections", "definitions", "controller", "parties", "officers", "contacts",
        "jurisdictions", "sites", "subjects", "contexts", "products", "data", "collection_methods",
        "collection_points", "technologies", "purposes", "legal_bases", "interests", "recipients", "transfers",
        "joint_uses", "retention", "rights", "requests", "commitments", "choices", "children",
        "automated_decisions", "security_measures", "derived_data", "amendments", "references", "precedence",
        "unplaced", "retired_ids",
    }  # fmt: skip


def test_keys_that_are_there_are_not_offered_again(server: LanguageServer) -> None:
    own = {"email", "phone", "url", "address", "hours", "same_address_as_controller", "handles"}
    rest = {"new contact / 窓口を追加"}  # writes what the entry lacks
    assert labels(server, "contacts:\n  - id: desk\n    e|\n") == (CARRIED - {"id"}) | own | rest


def test_words_are_offered_with_their_meaning(server: LanguageServer) -> None:
    offered = server.completion(POLICY, HEAD + "retention:\n  - id: all\n    then: |\n")
    assert {item.label: item.explained for item in offered} == {
        "delete": "deletion / 削除",
        "destroy": "destruction / 廃棄",
        "anonymise": "anonymisation / 匿名化",
        "return": "return / 返還",
        "archive": "archiving / 保管",
        "block": "blocking / 利用の停止",
    }


def test_periods_are_offered_as_examples_and_words(server: LanguageServer) -> None:
    assert labels(server, "retention:\n  - id: all\n    period: |\n") == {
        "P10Y", "P6M", "P2W", "PT72H", "indefinite", "not_stored",
    }  # fmt: skip


def test_legal_bases_are_offered_with_their_names(server: LanguageServer) -> None:
    assert labels(server, "legal_bases:\n  - id: aa\n    basis: |\n") == {
        "eu-gdpr:A6-1-a · consent / 同意",
        "eu-gdpr:A6-1-a-explicit-consent · explicit consent / 明示的な同意",
        "eu-gdpr:A6-1-a-non-explicit-consent · consent / 同意",
        "eu-gdpr:A6-1-b · performance of a contract / 契約の履行",
        "eu-gdpr:A6-1-b-contract-performance",
        "eu-gdpr:A6-1-b-enter-into-contract · steps before a contract",
        "eu-gdpr:A6-1-c · legal obligation / 法的義務",
        "eu-gdpr:A6-1-d · vital interests / 生命に関する利益",
        "eu-gdpr:A6-1-d-data-subject",
        "eu-gdpr:A6-1-d-natural-person",
        "eu-gdpr:A6-1-e · public interest or official authority",
        "eu-gdpr:A6-1-e-official-authority",
        "eu-gdpr:A6-1-e-public-interest · task in the public interest",
        "eu-gdpr:A6-1-f · legitimate interests / 正当な利益",
        "eu-gdpr:A6-1-f-controller",
        "eu-gdpr:A6-1-f-third-party",
    }


def test_the_kind_of_a_block_decides_what_is_offered(server: LanguageServer) -> None:
    start = "sections:\n  - id: aa\n    title: x\n    blocks:\n      - kind: "
    assert labels(server, start + "|\n") == {"paragraph", "list", "subheading", "address", "table"}
    keys = {"scope", "numbering", "terminators", "lead", "of", "within", "order", "completeness", "items"}
    assert labels(server, start + "list\n        id: lst\n        n|\n") == keys


def test_a_new_entry_is_written_whole(server: LanguageServer) -> None:
    offered = server.completion(POLICY, HEAD + "legal_bases:\n  - id: aa\n    basis: aa:b\n  |\n")
    written = {item.label: item.inserts for item in offered}
    assert written["new legal basis / 法的根拠を追加"] == (
        "- id: ${1:consent}\n  basis: ${2:eu-gdpr:A6-1-a}\n  purposes:\n    - ${3:newsletter}"
    )


HOVERS = {
    "a key": (
        "purposes:\n  - id: news\n    cat|ch_all: true\n",
        (
            "#### openness / 包括的な記載\n\n"
            "true for a purpose that is open to anything else (“and related purposes”).\n\n"
            "「その他関連する目的」のように限定のない目的なら true。\n\n"
        ),
    ),
    "a top key": (
        "join|t_uses: []\n",
        "#### joint use / 共同利用\n\nJoint use (APPI Art. 27(5)(iii)).\n\n共同利用（個人情報保護法27条5項3号）。\n\n",
    ),
    "a key that many facts have": (
        "rights:\n  - id: aa\n    completen|ess: exhaustive\n",
        (
            "#### completeness / 列挙の範囲\n\nWhether the text presents a list as the whole or as examples.\n\n"
            "列挙が全部か、例示か。\n\nAllowed Values:\n\n"
            "* `exhaustive`: complete: nothing else / 限定列挙：これがすべて\n"
            "* `non_exhaustive`: examples: there may be more / 例示列挙：ほかにもある\n\n"
        ),
    ),
    "a word": (
        "commitments:\n  - id: aa\n    polarity: on|ly\n",
        (
            "#### sense / 趣旨\n\nSense of the promise.\n\n約束の趣旨。\n\nAllowed Values:\n\n"
            "* `only`: only this is done / これに限る\n* `never`: never done / 決して行わない\n"
            "* `always`: always done / 必ず行う\n\n"
        ),
    ),
    "a key of a block": (
        "sections:\n  - id: aa\n    blocks:\n      - kind: table\n        id: tab\n        lay|out: rows\n",
        (
            "#### layout / 体裁\n\nHow facts are laid out.\n\n事実の並べ方。\n\nAllowed Values:\n\n"
            "* `rows`: a fact a row (default) / 1行に1つの事実（既定）\n"
            "* `records`: a small table for each fact / 事実ごとの小さな表\n\n"
        ),
    ),
}


@pytest.mark.parametrize("name", HOVERS)
def test_a_key_explains_itself_in_both_languages(server: LanguageServer, name: str) -> None:
    text, shown = HOVERS[name]
    source = f"Source: [hoshin.schema.json]({(ROOT / 'schema/hoshin.schema.json').as_uri()})"
    assert server.hover(POLICY, HEAD + text) == shown + source


def test_a_schema_in_one_language_speaks_that_one_only(server: LanguageServer, tmp_path: Path) -> None:
    assert main(["schema", "--lang", "ja", "--out", str(tmp_path / "schema")]) == 0
    shown = server.hover(str(tmp_path / POLICY), HEAD + "purpo|ses: []\n")
    assert shown.partition("\n\nSource")[0] == "#### 利用目的\n\n利用目的（GDPR 13条1項(c)、個人情報保護法17条）。"
