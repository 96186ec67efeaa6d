"""What changed between two policies: the events, and the changelog as people read it in both languages.

`old` and `new` hold only what the case is about; the rest comes from one minimal policy. `old-ja` and `new-ja` are
translations by unit id.
"""

from __future__ import annotations

from collections.abc import Mapping

from hoshin.diff.change import Applied, Report
from hoshin.diff.run import diff
from hoshin.document.changelog import Wordings, changelog_document
from hoshin.document.nodes import Block, Deleted, Inline, Inserted, ListBlock, Paragraph, plain
from hoshin.policy.load import Loaded, assemble, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse
from hoshin.translations.catalog import Catalog, Entry
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale
from hoshin.translations.localize import localize

INPUTS = frozenset({"old", "new", "old-ja", "new-ja"})
FRAME = "document:\n  title: Privacy Policy\n  source_locale: en\n"


def run(blocks: dict[str, str]) -> dict[str, str]:
    """`events`: class, kind, path and rules. `rules`: what each of these asks for and why.

    `en` and `ja`: the changelog with deleted and inserted words marked.
    """
    old, new = loaded(blocks["old"]), loaded(blocks["new"])
    texts = {role: translation(blocks.get(role, "")) for role in ("old-ja", "new-ja")}
    given = any(role in blocks for role in texts)
    report = diff(
        old,
        new,
        old_texts={"ja": texts["old-ja"]} if given else {},
        new_texts={"ja": texts["new-ja"]} if given else {},
    )
    pages = {
        language: page(
            report,
            (old, new) if language == "en" else (japanese(old, texts["old-ja"]), japanese(new, texts["new-ja"])),
            language,
        )
        for language in ("en", "ja")
    }
    judgements = "\n".join(judged(report)) or "none"
    return {"events": "\n".join(lines(report)) or "none", "rules": judgements, **pages}


def loaded(text: str) -> Loaded:
    reading = load_document(Snapshot({"policy/case/case.yaml": (FRAME + text).encode()}), "case")
    assert reading.loaded is not None, reading.findings
    return reading.loaded


def translation(text: str) -> Mapping[str, str]:
    value = parse(text.encode(), "ja.yaml").value if text else {}
    assert isinstance(value, dict)
    return {str(key): str(part) for key, part in value.items()}


def japanese(source: Loaded, texts: Mapping[str, str]) -> Loaded:
    entries = {name: Entry(target=text) for name, text in texts.items()}
    made = localize(source, Catalog("ja", "ja.yaml", entries, {}))
    return assemble(source.name, made.policy, source.places)


def lines(report: Report) -> list[str]:
    found = [
        f"{event.class_} {event.kind} {'/'.join(event.path)}"
        + (f" ({', '.join(event.rule_ids)})" if event.rules else "")
        for event in report.events
    ]
    found += [f"  explained: {claim.kind} {'/'.join(claim.path)}" for claim in report.claimed]
    return found + [f"  perhaps renamed: {pair.before} {pair.after}" for pair in report.suspected_renames]


def judged(report: Report) -> list[str]:
    """Each rule that judges something, with what it asks for and its grounds."""
    return [judgement(rule) for event in report.events for rule in event.rules]


def judgement(rule: Applied) -> str:
    grounds = "; ".join(f"{ground.law} {ground.ref}" for ground in rule.citations) or "no ground"
    japan = "; in Japan: " + "; ".join(f"{ground.law} {ground.ref}" for ground in rule.japan) if rule.japan else ""
    unconfirmed = "" if rule.confirmed else " (not confirmed by counsel)"
    return f"{rule.id} {rule.class_} {' '.join(rule.actions)}: {grounds}{japan}{unconfirmed}"


def page(report: Report, sides: tuple[Loaded, Loaded], language: str) -> str:
    wordings = Wordings(words(language, "changes"), words(language, "document"))
    made = changelog_document(report, *sides, read_locale(language, None), wordings)
    text = [plain(made.title), *(shown(block) for notice in made.notices for block in notice.blocks)]
    for section in made.sections:
        text.append(f"\n{plain(section.heading)}")
        for block in section.blocks:
            assert isinstance(block, ListBlock)
            for item in block.items:
                first, *rest = (shown(part) for part in item.blocks)
                text += [f"- {first}", *(f"  {line}" for line in rest)]
    return "\n".join(text)


def shown(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return "".join(mark(node) for node in block.children)


def mark(node: Inline) -> str:
    match node:
        case Deleted(children):
            return f"[-{plain(children)}-]"
        case Inserted(children):
            return f"{{+{plain(children)}+}}"
        case _:
            return plain((node,))
