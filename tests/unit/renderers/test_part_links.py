"""A reference to a part of an article leads to that part in every format that has links inside a file."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from made_up_policy import document

from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer

POLICY = """\
document: {title: Policy, source_locale: en}
purposes: [{id: orders, title: Orders, text: handling orders}]
sections:
  - id: data
    title: Data
    blocks:
      - {kind: paragraph, id: first, units: [{id: first-text, text: First.}]}
      - kind: list
        id: kinds
        numbering: decimal
        items:
          - id: photos
            units: [{id: photos-text, text: photos}]
            blocks:
              - kind: list
                id: sources
                numbering: lower_alpha
                items: [{id: shop, units: [{id: shop-text, text: shop}]}]
      - {kind: list, id: uses, numbering: upper_alpha, lead: [{id: uses-lead, text: "Uses:"}], of: purposes}
  - id: links
    title: Links
    blocks:
      - kind: paragraph
        id: all
        units:
          - id: all-text
            text: |-
              {article:data/first} {article:data/kinds} {article:data/photos} {article:data/shop}
              {article:data/uses/orders} {article:data/uses-lead}
"""
TARGETS = {"data.first", "data.photos", "data.shop", "data.uses.orders", "data.uses.lead"}
PATTERNS = {
    "docx": (r'w:anchor="([^"]+)"', r'<w:bookmarkStart [^>]*w:name="([^"]+)"'),
    "odt": (r'xlink:href="#([^"]+)"', r'<text:bookmark(?:-start)? text:name="([^"]+)"'),
    "epub": (r'href="(?:ch001.xhtml)?#([^"]+)"', r'\bid="([^"]+)"'),
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", ["html", "md"])
def test_in_a_text(kind: str, lang: str) -> None:
    text = renderer(kind)(document(POLICY, lang), Look()).decode()
    links = set(re.findall(r'href="#([^"]+)"' if kind == "html" else r"\]\(#([^)]+)\)", text))
    assert links & TARGETS == TARGETS
    assert TARGETS - set(re.findall(r' id="([^"]+)"', text)) == set()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("kind", PATTERNS)
def test_in_an_archive(kind: str, lang: str) -> None:
    links, anchors = PATTERNS[kind]
    with zipfile.ZipFile(io.BytesIO(renderer(kind)(document(POLICY, lang), Look()))) as archive:
        names = [name for name in archive.namelist() if name.endswith(("xml", "xhtml"))]
        text = "".join(archive.read(name).decode() for name in names)
    assert set(re.findall(links, text)) & TARGETS == TARGETS
    assert TARGETS - set(re.findall(anchors, text)) == set()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_pdf_refuses_a_link_that_leads_nowhere(lang: str) -> None:
    assert renderer("pdf")(document(POLICY, lang), Look()).startswith(b"%PDF")
