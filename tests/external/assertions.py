"""What every page and every PDF of the tool must stand. Each assertion tells all faults at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from external.pages import AxeFinding, Job, Sight, chromium
from external.pdf_tools import outloud, pdfua, poppler, qpdf
from external.tools import html_validate, java_vnu

SIZES = ((320, 640), (360, 740), (1280, 900))
GRAVE = frozenset({"serious", "critical"})
PDFUA_CANNOT_RUN = frozenset({"UA-14-001"})
"""Rules that pdfua 0.1.3 itself fails to run (it stumbles over an array attribute of lists)."""


def report(title: str, faults: Iterable[object]) -> None:
    """Fail with one line a fault, if there are any."""
    lines = [str(fault) for fault in faults]
    if lines:
        raise AssertionError(f"{title}: {len(lines)} faults\n" + "\n".join(lines))


def assert_html_valid(paths: Sequence[Path]) -> None:
    """No message at all from the Nu checker and html-validate.

    The Nu checker trims a style before it compares it with a hash of the CSP, so a style must not begin or end with
    white space.
    """
    report("HTML", [*java_vnu()(paths), *html_validate()(paths)])


def assert_accessible(paths: Sequence[Path], *, unsure: Collection[str] = ()) -> None:
    """WCAG 2.2 AA as far as a machine sees it, in light and dark, at 320, 360 and 1280 px.

    Zero axe violations and nothing grave that axe is unsure of beyond the rules named in `unsure`; no sideways
    scrolling; no request beyond the page, nothing refused by its CSP, no message in the console; every link and control
    reached by Tab in document order with a visible mark. Without JavaScript the same holds, axe excepted.
    """
    jobs = [job for path in paths for job in states(path.resolve().as_uri())]
    seen = chromium()(jobs)
    report(
        "Accessibility", [line for job, sight in zip(jobs, seen, strict=True) for line in faults(job, sight, unsure)]
    )


def states(url: str) -> list[Job]:
    """The page in every state that counts; the keyboard once for each width, and once without JavaScript."""
    shown = [
        Job(url, width, height, scheme, actions=("keyboard", "axe") if scheme == "light" else ("axe",))
        for width, height in SIZES
        for scheme in ("light", "dark")
    ]
    return [*shown, Job(url, 360, 740, javascript=False, actions=("keyboard",))]


def faults(job: Job, sight: Sight, unsure: Collection[str] = ()) -> list[str]:
    """What is wrong with one page in one state."""
    found = [f"axe {line(item)}" for item in sight.violations]
    found += [
        f"axe is unsure: {line(item)}" for item in sight.incomplete if item.impact in GRAVE and item.rule not in unsure
    ]
    if sight.scroll_width > sight.client_width:
        found.append(f"scrolls sideways: {sight.scroll_width} px of content in {sight.client_width} px (WCAG 1.4.10)")
    found += [f"requests {url}" for url in sight.requests]
    found += [f"its CSP refuses {what}" for what in sight.refused]
    found += [f"console: {text}" for text in sight.console]
    found += keyboard_faults(sight)
    return [f"{job.state}{'' if job.javascript else ', no JavaScript'}: {fault}" for fault in found]


def keyboard_faults(sight: Sight) -> list[str]:
    """Whatever Tab does not reach, reaches out of order, or reaches without a mark (WCAG 2.1.1, 2.4.3, 2.4.7)."""
    found = [f"Tab never reaches {name}" for name in sight.focusable if name not in sight.reached]
    if not found and sight.reached != sight.focusable:
        found.append(f"Tab leaves the order of the document: {sight.reached} instead of {sight.focusable}")
    return found + [f"no focus mark on {name}" for name in sight.unmarked]


def line(item: AxeFinding) -> str:
    """An axe finding in one line."""
    return f"{item.rule} ({item.impact}) {item.target} {item.html[:160]}"


def assert_pdf_accessible(paths: Sequence[Path]) -> None:
    """PDF/UA-1 and PDF/A-3 as far as outloud, pdfua, qpdf and poppler see it; every font embedded, none of Type 3."""
    said = [item for item in outloud()(paths) if item.level == "error"]
    said += [
        item
        for item in pdfua()(paths)
        if item.level == "error" or (item.level == "skipped" and item.rule not in PDFUA_CANNOT_RUN)
    ]
    report("PDF", [*said, *damage(paths), *(f"{path.name}: {fault}" for path in paths for fault in pdf_faults(path))])


def damage(paths: Sequence[Path]) -> list[str]:
    """What qpdf says of files that are not whole."""
    return [f"{path.name}: qpdf: {fault}" for path in paths if (fault := qpdf()(path))]


def pdf_faults(path: Path) -> list[str]:
    """What poppler tells of one file: tags, title, language, the marks of PDF/A-3 and PDF/UA-1, fonts."""
    read = poppler()
    info, xmp = read.info(path), read.metadata(path)
    found = [] if info.get("Tagged") == "yes" else ["is not tagged"]
    if not info.get("Title"):
        found.append("has no title")
    marks = {
        "a language": r"<dc:language>.*?<rdf:li>[a-z]{2}",
        "the mark of PDF/A-3a": r"<pdfaid:part>3</pdfaid:part>\s*<pdfaid:conformance>A</pdfaid:conformance>",
        "the mark of PDF/UA-1": r"<pdfuaid:part>1</pdfuaid:part>",
    }
    found += [f"lacks {name} in its XMP" for name, mark in marks.items() if not re.search(mark, xmp, re.DOTALL)]
    for font in read.fonts(path):
        if not font.embedded:
            found.append(f"does not embed {font.name}")
        if not font.unicode:
            found.append(f"cannot be searched: {font.name} has no Unicode map")
        if font.type == "Type 3":
            found.append(f"uses the Type 3 font {font.name}")
    return found
