"""A third language needs one folder and no code; pseudo-locales show what is not translated; Japanese as source."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from overlay_world import POLICY, World
from ruamel.yaml import YAML

from hoshin.document.closing import CLOSING
from hoshin.document.nodes import (
    Block,
    Document,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Section,
    Text,
    Unit,
    Value,
    plain,
)
from hoshin.kernel.text import unit_digest
from hoshin.policy.load import load_document
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import build, documents
from hoshin.publish.gate import check_document
from hoshin.publish.opening import open_document
from hoshin.renderers.look import Look
from hoshin.translations.pseudo import pseudo
from hoshin.translations.states import translation

HOME = Path(__file__).resolve().parents[3]
SHIPPED = HOME / "src/hoshin/translations/en"
GERMAN_UNITS = {
    "year": "Jahr", "month": "Monat", "week": "Woche", "day": "Tag", "hour": "Stunde", "minute": "Minute",
    "second": "Sekunde",
}  # fmt: skip
MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
OVERLAY = """\
units:
  document/title:
    en: |-
      Privacy Policy
    de: |-
      Datenschutzerklärung
  retention/default/text:
    en: |-
      We do not keep data longer than {retention:default}.
    de: |-
      Wir bewahren Daten nicht länger als {retention:default} auf.
  right/access/text:
    en: |-
      You may ask us for a copy of your data.
    de: |-
      Sie können von uns eine Kopie Ihrer Daten verlangen.
  right/restriction/text:
    en: |-
      You may ask us to restrict the processing of your data.
    de: |-
      Sie können die Einschränkung der Verarbeitung Ihrer Daten verlangen.
"""
SECTIONS = """\
sections:
  - id: rights
    title: Your rights
    blocks:
      - kind: list
        id: list
        of: rights
      - kind: paragraph
        id: keep
        units: [{id: kept, text: "{retention:default/text}"}]
"""
GOVERNING = "governing: {language: en, others: reference}\n"
LINTS = """\
lints:
  negations: [nicht, kein, keine, nie]
  below: [unter]
  at_most: [höchstens]
  at_least: [mindestens]
  above: [über, "länger als"]
"""


def german_locale() -> str:
    text = (SHIPPED / "locale.yaml").read_text(encoding="utf-8")
    for english, german in GERMAN_UNITS.items():
        plural = german + ("n" if german.endswith("e") else "e")
        text = text.replace(f'"{{count}} {english}"', f'"{{count}} {german}"')
        text = text.replace(f'"{{count}} {english}s"', f'"{{count}} {plural}"')
    months = re.search(r"month_names: \[.*\]", text)
    assert months is not None
    return text.replace(months[0], f"month_names: [{', '.join(MONTHS)}]") + GOVERNING + LINTS


def project(overlay: str = OVERLAY, **more: str) -> Snapshot:
    policy = POLICY.replace("locales: [en, ja]", "locales: [en, de]") + SECTIONS
    overlay += "  section/rights/title: {en: Your rights, de: Ihre Rechte}\n"
    overlay += '  section/rights/kept: {en: "{retention:default/text}", de: "{retention:default/text}"}\n'
    folder = {
        name: (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8") for name in ("document", "labels", "changes")
    }
    files = {"locale": german_locale(), "x": overlay, **folder, **more}
    texts = {
        "policy/x/p.yaml": policy,
        **{f"translations/de/{name}.yaml": text for name, text in files.items() if text},
    }
    return Snapshot({name: text.encode() for name, text in texts.items()})


def told(snapshot: Snapshot) -> list[tuple[str, str]]:
    found = check_document(snapshot, "x")
    return [(item.rule, item.path) for item in found if item.rule.startswith(("tr-", "de-", "DOC119", "DOC124"))]


def test_a_folder_is_all_that_german_needs() -> None:
    snapshot = project()
    assert told(snapshot) == [("tr-draft", "translations/de/x.yaml")]
    (german,) = documents(open_document(snapshot, "x"), ["de"])
    text = " ".join(plain(node) for node in _inlines(german.sections))
    assert "Wir bewahren Daten nicht länger als 10 Jahre auf." in text
    (output,) = build([german], ["html"], Look())
    assert '<html lang="de"' in output.data.decode()


def _inlines(sections: tuple[Section, ...]) -> list[Inlines]:
    def inside(blocks: tuple[Block, ...]) -> list[Inlines]:
        found: list[Inlines] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                found.append(block.children)
            elif isinstance(block, ListBlock):
                found += [inline for item in block.items for inline in inside(item.blocks)]
        return found

    return [inline for section in sections for inline in inside(section.blocks)]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("nicht länger als {retention:default}", "länger als {retention:default}", "de-negation"),
        ("nicht länger als {retention:default}", "nicht mindestens {retention:default}", "de-boundary"),
        ("als {retention:default}", "als 10 Jahre", "de-literal"),
        ("als {retention:default}", "als eine Weile", "de-placeholder"),
        ("eine Kopie", "5 Kopien", "de-number"),
    ],
)
def test_the_core_lints_speak_german(old: str, new: str, rule: str) -> None:
    assert old in OVERLAY
    assert rule in {name for name, _ in told(project(OVERLAY.replace(old, new)))}


def test_what_a_language_lacks_is_told() -> None:
    assert ("DOC124", "contents") in told(project(document="skip: Zum Text\n"))
    assert ("DOC124", "de") in told(project(document=""))
    strange = project(document=(SHIPPED / "document.yaml").read_text(encoding="utf-8") + "contens: x\n")
    assert ("DOC119", "contens") in told(strange)


def test_a_project_may_change_single_words_of_a_page() -> None:
    files = {**World().files, "translations/ja/document.yaml": "contents: もくじ\n"}
    snapshot = Snapshot({name: text.encode() for name, text in files.items()})
    (japanese,) = documents(open_document(snapshot, "x"), ["ja"])
    labels = dict(japanese.meta.labels)
    assert labels["contents"] == "もくじ"
    assert labels["version"] == "バージョン"


VISIBLE = re.compile(r"<(script|style|title)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
FOREIGN = re.compile(r'<(span|p|i|bdi)\b[^>]* lang="(?:en|ja)"[^>]*>.*?</\1>', re.DOTALL)
"""What is said in another language on purpose: the draft notice in the source's."""
BARE = re.compile(r'(?<=class="bare">).*?(?=</a>)')
"""An address that is printed as it is; it holds the places where it may break."""
MARKS = r"\(?[A-Za-z]{1,5}[.)]|; and"
"""Marks of list items, and the word between the last two."""
ROOTS = [(HOME, "openwork"), (HOME / "examples/tandem", "rides"), (HOME / "examples/hinata", "privacy")]


@pytest.mark.parametrize(("root", "name"), ROOTS, ids=[name for _, name in ROOTS])
def test_no_word_of_a_page_is_typed_into_a_template(root: Path, name: str) -> None:
    """With `qps` every letter stands in ⟦⟧, but what is made of values: numbers, dates, names of countries."""
    opened = open_document(read_snapshot(root), name)
    (page,) = build(documents(opened, ["qps"]), ["html"], Look())
    text = BARE.sub(lambda link: re.sub(r"<[^>]*>", "", link[0]), page.data.decode())
    values = sorted(_values(next(documents(opened, ["qps"])).sections), key=len, reverse=True)
    body = html.unescape(VISIBLE.sub("\n", FOREIGN.sub("\n", text[text.index("<body") :])))
    while re.search(r"⟦[^⟦⟧]*⟧", body):
        body = re.sub(r"⟦[^⟦⟧]*⟧", " ", body)
    left = {line.strip() for line in body.split("\n") if re.search(r"[^\W\d_]", line)}
    assert {line for line in left if not _is_value(line, values)} == set()


def _values(sections: tuple[Section, ...]) -> set[str]:
    found: set[str] = set()

    def look(nodes: Inlines) -> None:
        for node in nodes:
            if isinstance(node, Value):
                found.add(plain(node.children))
            look(getattr(node, "children", ()))

    for inlines in _inlines(sections):
        look(inlines)
    return found


def _without_values(inlines: Inlines) -> Inlines:
    found: list[Inline] = []
    for node in inlines:
        if isinstance(node, Value):
            found.append(Text("値"))
        elif isinstance(node, Unit):
            found.append(Unit(node.id, _without_values(node.children)))
        else:
            found.append(node)
    return tuple(found)


def _is_value(line: str, values: list[str]) -> bool:
    """Whether nothing but values of facts, languages' names and machine names stands in the line."""
    known = re.compile(
        rf"(?<!\w)(?:{MARKS})(?!\w)|"
        r"English|Japanese|英語|日本語|[a-z]+:[A-Za-z0-9-]+|https?://\S+|\S+@\S+|[a-z_]+\.\S+|\d+ \w+"
    )
    rest = re.sub(r"https?://\S+", " ", line)
    for value in values:
        rest = rest.replace(value, " ")
    return not re.search(r"[^\W\d_]", known.sub(" ", rest))


@pytest.mark.parametrize("name", ["openwork"])
def test_a_page_of_nothing_but_one_character_has_no_space_in_it(name: str) -> None:
    opened = open_document(read_snapshot(HOME), name)
    (document,) = documents(opened, ["qps-ja"])
    for inlines in _inlines(document.sections):
        assert not re.search(r"永 +永", plain(_without_values(inlines)))
    outputs = build([document], ["pdf", "html"], Look())
    assert outputs[0].data.startswith(b"%PDF")


def test_a_pseudo_text_keeps_placeholders_and_sentences() -> None:
    text = "We keep {retention:default}. See [here](https://x.example/a). Ask *us*."
    accented = pseudo(text, "qps")
    assert "{retention:default}" in accented
    assert "](https://x.example/a)" in accented
    assert re.fullmatch(r"⟦.*⟧", accented)
    assert accented.count("~") == round(0.35 * len("WekeepSeehereAskus"))
    forever = pseudo(text, "qps-ja")
    assert set(re.sub(r"\{[^{}]*\}", "", forever)) == {"永", "。"}
    assert forever.count("。") == 3
    assert pseudo("", "qps") == ""


def test_japanese_as_source_is_the_same_work() -> None:
    snapshot = read_snapshot(HOME / "examples/hinata")
    loaded = load_document(snapshot, "privacy").loaded
    assert loaded is not None
    assert loaded.policy.document.source_locale == "ja"
    made = translation(snapshot, loaded, "en")
    assert {each.state for each in made.units} == {"draft"}
    unit = next(unit for unit in loaded.units if "ません。" in unit.text)
    changed = {
        name: data.replace(
            unit.text.split("\n")[0].encode(), unit.text.split("\n")[0].replace("ません", "ます").encode()
        )
        for name, data in snapshot.files.items()
        if name.startswith("policy/")
    }
    other = Snapshot({**snapshot.files, **changed})
    again = load_document(other, "privacy").loaded
    assert again is not None
    stale = [each for each in translation(other, again, "en").units if each.state == "stale"]
    assert [(each.id, each.staleness) for each in stale] == [(unit.id, "critical")]
    assert unit_digest(unit.text, "ja").startswith("s1:")


def test_every_language_has_as_many_parts() -> None:
    """Node counts are equal: structure comes from the source alone, but for lines that a language has for itself."""

    def shape(value: object) -> object:
        if isinstance(value, Document):
            body = [section for section in value.sections if not section.id.startswith(CLOSING)]
            return [shape(each) for each in body]
        blocks = getattr(value, "blocks", None) or getattr(value, "items", None) or getattr(value, "sections", None)
        if isinstance(blocks, tuple):
            return type(value).__name__, [shape(each) for each in blocks]
        return type(value).__name__

    for root, name in ROOTS:
        opened = open_document(read_snapshot(root), name)
        made = list(documents(opened, ["en", "ja", "qps", "qps-ja"]))
        assert len({str(shape(each)) for each in made}) == 1
        assert len({each.meta.effective for each in made}) == 1


def test_the_yaml_of_a_third_language_is_plain_data() -> None:
    assert YAML(typ="safe").load(german_locale())["lints"]["below"] == ["unter"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("Wir geben Ihre Daten weiter.", "critical"),
        ("Wir dürfen Ihre Daten nicht weitergeben.", "critical"),
        ("Wir geben Ihre Angaben nicht weiter.", "substantive"),
        ("Wir geben Ihre Daten nicht weiter!", "cosmetic"),
    ],
)
def test_a_german_source_has_the_words_of_duty_of_its_own_folder(now: str, expected: str) -> None:
    before = "Wir geben Ihre Daten nicht weiter."
    policy = "document: {title: Datenschutz, source_locale: de, locales: [de, en]}\nrights:\n"
    policy += '  - {id: access, right: "eu-gdpr:A15", text: %s}\n'
    overlay = "units:\n  document/title: {de: Datenschutz, en: Privacy Policy}\n"
    overlay += f"  right/access/text: {{de: {before}, en: We do not pass your data on.}}\n"
    locale = german_locale().replace("  below:", "  critical: [darf, dürfen, muss]\n  below:")
    files = {
        "policy/x/p.yaml": policy % now,
        "translations/de/locale.yaml": locale,
        "translations/en/x.yaml": overlay,
    }
    snapshot = Snapshot({name: text.encode() for name, text in files.items()})
    loaded = load_document(snapshot, "x").loaded
    assert loaded is not None
    found = {each.id: each.staleness for each in translation(snapshot, loaded, "en").units}
    assert found["right/access/text"] == expected
