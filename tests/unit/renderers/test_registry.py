"""Formats by name, and the JSON of a document."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from made_up_policy import document

from hoshin.document.nodes import Language
from hoshin.document.policy import Edition
from hoshin.kernel.errors import UsageError
from hoshin.renderers.look import Look
from hoshin.renderers.registry import FORMATS, renderer


def test_every_format_has_a_renderer() -> None:
    assert tuple(FORMATS) == ("html", "pdf", "docx", "odt", "epub", "md", "txt", "json")
    assert all(callable(renderer(name)) for name in FORMATS)


def test_an_unknown_format_is_a_wrong_call() -> None:
    with pytest.raises(UsageError) as caught:
        renderer("doc")
    assert caught.value.message == "unknown-format"


def test_the_table_loads_no_engine() -> None:
    code = (
        "import sys; import hoshin.renderers.registry; "
        "print(sorted({'typst', 'jinja2', 'pypandoc', 'subprocess'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_json_is_sorted_readable_and_ends_its_line() -> None:
    made = document(edition=Edition(languages=(Language("en", "English"), Language("ja", "日本語"))))
    data = renderer("json")(made, Look())
    content = json.loads(data)
    assert {name: content[name] for name in ("document", "kind", "lang", "title", "meta")} == {
        "document": "books",
        "kind": "policy",
        "lang": "en",
        "title": "Privacy Policy of Aoba",
        "meta": {
            "company": "Aoba Books Ltd.",
            "version": "1.2.0",
            "effective": "2026-07-01",
            "source_lang": "en",
            "languages": ["en", "ja"],
        },
    }
    assert content["policy"] == json.loads(made.data)
    assert data == (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    assert "“{term:member}”" in data.decode()


def test_other_data_can_stand_in_for_the_policy() -> None:
    assert json.loads(renderer("json")(document(), Look(policy_json='{"a": 1}')))["policy"] == {"a": 1}
