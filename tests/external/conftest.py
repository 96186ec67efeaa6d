"""The external checkers as fixtures. A missing one leaves the test out, or fails it where CI is set (see `missing`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from external import pages, pdf_tools, tools


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is `external`."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.external)


@pytest.fixture(scope="session")
def chromium() -> pages.Visit:
    """Opens pages and tells what it saw."""
    return pages.chromium()


@pytest.fixture(scope="session")
def java_vnu() -> tools.Checker:
    """The Nu HTML checker."""
    return tools.java_vnu()


@pytest.fixture(scope="session")
def html_validate() -> tools.Checker:
    """html-validate."""
    return tools.html_validate()


@pytest.fixture(scope="session")
def epubcheck() -> tools.Checker:
    """EPUBCheck."""
    return tools.epubcheck()


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The JavaScript of axe-core."""
    return tools.axe_source()


@pytest.fixture(scope="session")
def poppler() -> pdf_tools.Poppler:
    """Reads PDF files."""
    return pdf_tools.poppler()


@pytest.fixture(scope="session")
def qpdf() -> Callable[[Path], str]:
    """Complaints about the structure of a PDF."""
    return pdf_tools.qpdf()


@pytest.fixture(scope="session")
def soffice() -> Callable[[Path, str, Path], Path]:
    """Converts office files."""
    return tools.soffice()


@pytest.fixture(scope="session")
def outloud() -> tools.Checker:
    """PDF/UA-1 and semantic checks."""
    return pdf_tools.outloud()


@pytest.fixture(scope="session")
def pdfua() -> tools.Checker:
    """The machine-checkable part of PDF/UA-1."""
    return pdf_tools.pdfua()
