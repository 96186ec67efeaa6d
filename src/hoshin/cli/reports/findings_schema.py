"""The JSON Schema of what `hoshin check --format json` prints, for programs that read it: made from types."""

from __future__ import annotations

import json
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.json_schema import GenerateJsonSchema

from hoshin.schema.base import Frozen

FILE: Final = "hoshin-findings.schema.json"
"""Its name in the folder `schema`."""


class _Part(Frozen):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Sentences(_Part):
    """What is wrong and why it matters; what to write instead, empty where there is nothing to advise."""

    message: str
    help: str


class Waiver(_Part):
    """That people accept the finding: why, who said so, until which day."""

    reason: str
    by: str
    until: str


class Told(_Part):
    """One finding. `file`, `line` and `column` (from 1) are null where it stands nowhere.

    `fingerprint` survives rewording and moving. `texts` holds the sentences in both languages, `message` and `help`
    those of the language asked. `grounds`, `certain` and `confirmed` are there for rules of a law: citations as of the
    day of the check, whether facts decide, and whether counsel has compared the citations with the official text.
    """

    rule: str
    severity: Literal["error", "warning", "info"]
    path: str
    file: str | None
    line: Annotated[int, Field(ge=1)] | None
    column: Annotated[int, Field(ge=1)] | None
    message: str
    help: str
    fingerprint: Annotated[str, StringConstraints(pattern="^h1:[0-9a-f]{16}$")]
    texts: dict[Literal["en", "ja"], Sentences]
    waived: Waiver | None = None
    grounds: tuple[str, ...] | None = None
    certain: bool | None = None
    confirmed: bool | None = None


class Counts(_Part):
    """How many findings of each severity there are; waived ones apart, where there are any."""

    error: int
    warning: int
    info: int
    waived: int | None = None


class Findings(_Part):
    """The whole answer."""

    findings: tuple[Told, ...]
    counts: Counts


def schema_text() -> str:
    """The schema (2020-12) as it is committed: sorted keys, two spaces, a final line end."""
    made = {"$schema": GenerateJsonSchema.schema_dialect, **Findings.model_json_schema()}
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
