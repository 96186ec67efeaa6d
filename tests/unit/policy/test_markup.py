"""The inline subset of Markdown: what acts, what stays characters, where links may lead."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hoshin.policy.markup import Anchor, Plain, Stress, is_safe, parse, unsafe_links


def test_a_text_without_signs_is_plain() -> None:
    assert parse("Kept for {retention:default} & more.") == (Plain("Kept for {retention:default} & more."),)
    assert parse("") == ()


def test_a_plain_text_does_not_load_the_parser() -> None:
    code = (
        "import sys; from hoshin.policy.markup import parse; parse('a {b:c} <d> `e` & f'); "
        "print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_emphasis_strong_and_links_act() -> None:
    assert parse("a *b* **c** [d *e*](https://x.example/f_g)") == (
        Plain("a "),
        Stress((Plain("b"),), strong=False),
        Plain(" "),
        Stress((Plain("c"),), strong=True),
        Plain(" "),
        Anchor("https://x.example/f_g", (Plain("d "), Stress((Plain("e"),), strong=False))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <!-- no -->",
        "&amp; &copy; &#65;",
        "`code` ~~gone~~ ^up^ $x^2$ a_b_c",
        "<https://auto.example> https://bare.example",
        "[a][b] [c]",
        "# no heading",
        "{{ 7*7 }} {% raw %}",
        "a * b * c",
    ],
)
def test_everything_else_stays_characters(text: str) -> None:
    assert parse(text) == (Plain(text),)


def test_an_image_is_a_sign_and_a_link() -> None:
    assert parse("![i](https://x.example)") == (Plain("!"), Anchor("https://x.example", (Plain("i"),)))


def test_a_backslash_takes_a_sign_literally_and_no_letter() -> None:
    assert parse(r"\*a\* \[b\] \textbf{c}") == (Plain(r"*a* [b] \textbf{c}"),)


def test_placeholders_survive_in_words_and_in_targets() -> None:
    assert parse("は**{term:member}**を[一覧]({reference:cookie-list/url})で") == (
        Plain("は"),
        Stress((Plain("{term:member}"),), strong=True),
        Plain("を"),
        Anchor("{reference:cookie-list/url}", (Plain("一覧"),)),
        Plain("で"),
    )


def test_characters_that_shield_placeholders_come_through_themselves() -> None:
    assert parse("\U000f0000*{a:b2}*\U000f0001") == (Plain("\U000f0000*{a:b2}*\U000f0001"),)
    assert parse("x \U000f0001 *y* {ab:c}") == (
        Plain("x \U000f0001 "),
        Stress((Plain("y"),), strong=False),
        Plain(" {ab:c}"),
    )


@pytest.mark.parametrize(
    "target",
    [
        "https://a.example",
        "https://a.example/b?c=d#e",
        "mailto:a@b.example",
        "tel:+81-3-0000-0000",
        "#contact",
        "#a.b-c",
    ],
)
def test_safe_targets(target: str) -> None:
    assert is_safe(target)
    assert unsafe_links(f"[x]({target})") == ()


@pytest.mark.parametrize(
    "target",
    [
        "http://a.example",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "/path",
        "file:///etc/passwd",
        "vbscript:x",
        "mailto:",
        "https:",
        "#",
    ],
)
def test_other_targets_are_named(target: str) -> None:
    assert not is_safe(target)
    assert unsafe_links(f"a [x]({target}) b") == (target,)


def test_entities_in_a_target_do_not_hide_a_scheme() -> None:
    assert unsafe_links("[x](java&#115;cript:alert(1)) [y](&#106;avascript:b)") == (
        "javascript:alert(1)",
        "javascript:b",
    )


def test_a_target_that_is_a_placeholder_is_judged_by_its_value() -> None:
    assert unsafe_links("[x]({site:main/url}) [y]({site:main/url}/more)") == ("{site:main/url}/more",)


def test_unsafe_links_are_found_inside_emphasis_in_order() -> None:
    assert unsafe_links("**[a](x:1)** [b](y:2)") == ("x:1", "y:2")


@pytest.mark.parametrize("hostile", ["[", "*", "![[", "[a](", "**a *b", "_*", "\\", "[a](<"])
def test_hostile_repetition_ends_and_loses_no_words(hostile: str) -> None:
    text = hostile * (20_000 // len(hostile))
    assert parse(text) != ()
