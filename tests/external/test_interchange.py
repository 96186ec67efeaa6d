"""The XLIFF export against the XML Schema of OASIS; the bilingual sheet on a narrow screen.

The schema lies in Debian's copy of Symfony's translation component. It is that of XLIFF 2.0; version 2.1 kept the
core's namespace and elements.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from external.missing import ROOT, file
from external.pages import Job, Visit
from lxml import etree
from overlay_world import POLICY, World

from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.opening import open_document
from hoshin.publish.translating import export, open_translations
from hoshin.renderers.look import Look

SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
STALE = World().approved().edit("You may ask us for a copy", "You must ask us for a copy")
WORLDS = [World(), World().approved(), World().approved(role="reviewer"), STALE, World({"policy/x/p.yaml": POLICY})]


class _Beside(etree.Resolver):
    """The schema's import of `xml:lang` and `xml:space` is the file beside it, whatever address it names."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # noqa: ARG002 - lxml's signature
        return self.resolve_filename(str(SCHEMAS / Path(system_url).name), context)


@cache
def schema() -> etree.XMLSchema:
    path = file(SCHEMAS / "xliff-core-2.0.xsd", "xliff-core-2.0.xsd", "apt-get install php-symfony-translation")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    return etree.XMLSchema(etree.parse(path, parser))


def complaints(data: bytes) -> list[str]:
    schema().validate(etree.fromstring(data))
    return [entry.message for entry in schema().error_log]


def exported(snapshot: Snapshot, document: str, to: str = "xliff", language: str = "en") -> bytes:
    opened = open_document(snapshot, document)
    (made,) = open_translations(opened, None)
    return export(opened, made, to, Look(), language).data


@pytest.mark.parametrize("world", WORLDS)
def test_every_state_is_valid(world: World) -> None:
    assert complaints(exported(world.snapshot, "x")) == []


def test_the_openwork_policy_is_valid() -> None:
    data = exported(read_snapshot(ROOT), "openwork")
    assert data.count(b"<unit ") > 100
    assert complaints(data) == []


FAULTS = [
    ('state="translated"', 'state="done"', "attribute 'state'"),
    ("<unit id=", "<unit ident=", "attribute 'ident'"),
    (' srcLang="en"', "", "attribute 'srcLang' is required"),
    (r"<source [^\n]*\n", "", "element is not expected"),
    ('<ph id="[^"]*"', "<ph", "attribute 'id' is required"),
]


@pytest.mark.parametrize(("pattern", "instead", "said"), FAULTS)
def test_the_schema_finds_what_is_planted(pattern: str, instead: str, said: str) -> None:
    text = exported(STALE.snapshot, "x").decode()
    spoilt = re.sub(pattern, instead, text, count=1)
    assert spoilt != text
    assert any(said in one for one in complaints(spoilt.encode()))


def test_the_sheet_is_as_wide_as_its_column_on_every_screen(chromium: Visit, tmp_path: Path) -> None:
    jobs: list[Job] = []
    for language in ("en", "ja"):
        sheet = exported(read_snapshot(ROOT), "openwork", "html", language).decode()
        page = re.sub(
            r"<meta http-equiv[^>]*>", "<style>.table { overflow: visible !important }</style>", sheet, count=1
        )
        assert page != sheet
        file_ = tmp_path / f"sheet.{language}.html"
        file_.write_text(page, encoding="utf-8")
        jobs += [Job(file_.as_uri(), width, actions=()) for width in (320, 360, 768, 1280)]
    seen = chromium(jobs)
    assert {job.state: sight.scroll_width - sight.client_width for job, sight in zip(jobs, seen, strict=True)} == {
        job.state: 0 for job in jobs
    }
