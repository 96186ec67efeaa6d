"""A project's own look: themes and templates that replace the shipped ones, and what they may not do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from html_nodes import document, text
from html_sample import sample

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.overlay import MOST, Overlay
from hoshin.renderers.html import apart
from hoshin.renderers.html.render import render
from hoshin.renderers.html.style import SHEETS, page_style
from hoshin.renderers.look import Look


def project(tmp_path: Path, **files: str) -> Look:
    folder = tmp_path / "renderers" / "html"
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_text(content, encoding="utf-8")
    return Look(overlay=Overlay(tmp_path))


def test_a_projects_theme_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    page = render(sample("en"), project(tmp_path, theme__css=":root { --accent: #123456; }"))
    shipped = render(sample("en"), Look())
    assert b"--accent: #123456" in page
    assert b"--accent: #1f4a73" not in page
    assert b"--accent: #1f4a73" in shipped
    assert page_style(Look().overlay).source not in page.decode()


def test_the_theme_has_the_last_word() -> None:
    css = page_style(Overlay()).css
    assert [name.rpartition("/")[2] for name in SHEETS] == ["page.css", "theme.css"]
    assert css.index(".masthead") < css.index("--accent: #1f4a73")
    assert "/*" not in css


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("</style><script>alert(1)</script>", "</"),
        ("@IMPORT 'https://example.com/x.css';", "@IMPORT"),
        ("a { background: url(https://example.com/x.png) }", "url("),
        ("a { content: '<!--' }", "<!--"),
        ("</sty/* x */le>", "</"),
    ],
)
def test_a_theme_that_leaves_its_element_or_asks_for_more_is_refused(tmp_path: Path, sheet: str, found: str) -> None:
    with pytest.raises(HoshinError) as caught:
        render(sample("en"), project(tmp_path, theme__css=sheet))
    assert caught.value.message == "theme-refused"
    assert caught.value.args_ == {"file": "renderers/html/theme.css", "text": found}


def test_a_theme_outside_the_project_or_in_no_encoding_is_refused(tmp_path: Path) -> None:
    inside = project(tmp_path / "project")
    theme = tmp_path / "project/renderers/html/theme.css"
    (tmp_path / "secret.css").write_text("a{}", encoding="utf-8")
    theme.symlink_to(tmp_path / "secret.css")
    with pytest.raises(HoshinError, match="look-outside"):
        render(sample("en"), inside)
    theme.unlink()
    theme.write_bytes(b"\xff\xfe")
    with pytest.raises(HoshinError, match="look-encoding"):
        render(sample("en"), inside)


def test_a_projects_template_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    look = project(tmp_path, **{"footer.html__j2": "<footer>{{ title }} &middot; {{ meta.company }}</footer>"})
    page = render(document(title=text("<T>")), look).decode()
    assert "<footer>&lt;T&gt; &middot; words</footer>" in page


def test_a_template_that_comes_changes_or_goes_is_noticed(tmp_path: Path) -> None:
    look = project(tmp_path)
    footer = tmp_path / "renderers/html/footer.html.j2"
    shipped = render(sample("en"), look)
    footer.write_text("one\n", encoding="utf-8")
    assert render(sample("en"), look).endswith(b"one\n</body>\n</html>\n")
    footer.write_text("three\n", encoding="utf-8")
    assert render(sample("en"), look).endswith(b"three\n</body>\n</html>\n")
    footer.unlink()
    assert render(sample("en"), look) == shipped


def attacks() -> Iterator[tuple[str, str]]:
    """Templates that reach for Python or are wrong, and the error that the report names."""
    yield "{{ ''.__class__ }}", "SecurityError"
    yield "{{ ''.__class__.__mro__[1].__subclasses__() }}", "SecurityError"
    yield "{{ meta.__init__.__globals__ }}", "SecurityError"
    yield "{{ '{0.__class__}'.format(meta) }}", "SecurityError"
    yield "{{ self.__init__ }}", "SecurityError"
    yield "{{ label.update({'skip': 'x'}) }}", "SecurityError"
    yield "{{ cycler.__init__.__globals__.os }}", "SecurityError"
    yield "{{ range(10 ** 9) }}", "OverflowError"
    yield "{{ 1 / 0 }}", "ZeroDivisionError"
    yield "{{ nothing }}", "UndefinedError"
    yield "{{ meta.nothing }}", "UndefinedError"
    yield "{% if %}", "TemplateSyntaxError"
    yield "{% include '../../../pyproject.toml' %}", "TemplateNotFound"
    yield "{% include 'nowhere.html.j2' %}", "TemplateNotFound"
    yield "{% include 'footer.html.j2' %}", "RecursionError"
    yield "{% include 'page.css' %}", "TemplateNotFound"
    yield "{% import 'os' as os %}", "TemplateNotFound"
    yield "{{ 'x' + 1 }}", "TypeError"


@pytest.mark.parametrize(("template", "error"), list(attacks()))
def test_a_template_stays_in_the_sandbox(tmp_path: Path, template: str, error: str) -> None:
    look = project(tmp_path, **{"footer.html__j2": template})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert caught.value.message == "template-broken"
    assert str(caught.value.args_["reason"]).partition(":")[0] == error


@pytest.mark.parametrize(
    ("template", "line"), [("fine\n{% nonsense %}", 2), ("\n\n{{ nothing }}", 3), ("{{ 'x' + 1 }}", 1)]
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, template: str, line: int) -> None:
    look = project(tmp_path, **{"footer.html__j2": template})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert (caught.value.args_["file"], caught.value.args_["line"]) == ("renderers/html/footer.html.j2", line)


@pytest.mark.parametrize("name", ["page", "footer"])
def test_a_template_outside_the_project_is_refused(tmp_path: Path, name: str) -> None:
    look = project(tmp_path / "project")
    (tmp_path / "secret.j2").write_text("secret", encoding="utf-8")
    (tmp_path / f"project/renderers/html/{name}.html.j2").symlink_to(tmp_path / "secret.j2")
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert caught.value.message == "look-outside"
    assert caught.value.args_ == {"file": f"renderers/html/{name}.html.j2"}


def test_a_template_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    look = project(tmp_path, **{"footer.html__j2": endless})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    assert (caught.value.message, dict(caught.value.args_)) == ("template-timeout", {"seconds": "1"})


def test_a_template_that_asks_for_all_memory_is_stopped(tmp_path: Path) -> None:
    look = project(tmp_path, **{"footer.html__j2": "{{ 'x' * 9000000000 }}"})
    with pytest.raises(HoshinError) as caught:
        render(document(), look)
    file = "renderers/html/footer.html.j2"
    assert caught.value.args_ == {"file": file, "line": 1, "reason": "MemoryError"}


def test_a_child_that_says_nothing_is_a_fault_of_the_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = tmp_path / "python"
    silent.write_text("#!/bin/sh\nexit 9\n")
    silent.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(silent))
    with pytest.raises(HoshinError) as caught:
        render(document(), project(tmp_path, **{"footer.html__j2": ""}))
    assert caught.value.args_ == {"file": "renderers/html/page.html.j2", "line": 1, "reason": "exit 9"}


def test_a_file_of_the_look_has_a_greatest_size(tmp_path: Path) -> None:
    with pytest.raises(HoshinError) as caught:
        render(sample("en"), project(tmp_path, theme__css="a" * (MOST + 1)))
    assert (caught.value.message, caught.value.args_["limit"]) == ("look-too-large", MOST)
