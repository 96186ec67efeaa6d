"""Notices about a text: draft, translated from what, not yet translated."""

from __future__ import annotations

from made_up_policy import document

from hoshin.document.nodes import Document, Foreign, Notice, plain
from hoshin.document.policy import Edition
from hoshin.document.standing import Standing
from hoshin.document.walk import deep, lines_of
from hoshin.kernel.overlay import Overlay
from hoshin.translations.catalogues import words
from hoshin.translations.locale import load_locale


def made(standing: Standing, missing: frozenset[str] = frozenset(), lang: str = "ja") -> Document:
    return document(lang=lang, edition=Edition(standing=standing, untranslated=missing))


def shown(notice: Notice) -> tuple[str, tuple[str, ...]]:
    return notice.kind, tuple(plain(line) for line in lines_of((notice,)))


def test_nothing_to_say_is_no_notice() -> None:
    assert made(Standing()).notices == ()


def test_a_draft_is_called_a_draft_in_both_languages() -> None:
    english = load_locale("en", Overlay())
    (notice,) = made(Standing(draft=True, source=english, source_words=words("en", "document"))).notices
    assert shown(notice) == (
        "draft",
        (
            "この日本語の文章は、確認を受けていない翻訳の暫定版です。人による承認を受けていません。",
            "This Japanese text is an unreviewed draft translation (暫定版); it has not been approved by a person.",
        ),
    )
    languages = [node.lang for line in lines_of((notice,)) for node in deep(line) if isinstance(node, Foreign)]
    assert languages == ["en"]


def test_a_draft_alone_is_said_in_its_own_language() -> None:
    (notice,) = made(Standing(draft=True), lang="en").notices
    assert shown(notice)[1] == (
        "This English text is an unreviewed draft translation (暫定版); it has not been approved by a person.",
    )


def test_which_source_was_translated() -> None:
    (plain_one,) = made(Standing(source_digest="s1:00")).notices
    (versioned,) = made(Standing(source_digest="s1:00", source_version="1.2.0")).notices
    assert shown(plain_one) == ("version", ("この文章は、英語の原文（s1:00）を翻訳したものです。",))
    assert shown(versioned) == ("version", ("この文章は、英語の原文のバージョン1.2.0（s1:00）を翻訳したものです。",))


def test_how_many_passages_lack_a_translation() -> None:
    (one,) = made(Standing(), frozenset({"a/b"}), "en").notices
    (two,) = made(Standing(), frozenset({"a/b", "a/c"}), "en").notices
    assert shown(one) == (
        "language",
        ("One passage of this text has no translation of its present wording yet and stands in English.",),
    )
    assert shown(two) == (
        "language",
        ("2 passages of this text have no translation of their present wording yet and stand in English.",),
    )
