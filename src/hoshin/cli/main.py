"""The command line: finds the verb, reads its options, turns errors into exit codes. Verbs are imported when called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from hoshin.cli.options import Parser, common_options, messages_language, split_verb
from hoshin.cli.words import help_words
from hoshin.kernel.errors import HoshinError, UsageError
from hoshin.version import __version__

VERBS = {
    "check": "hoshin.cli.check",
    "render": "hoshin.cli.render",
    "diff": "hoshin.cli.diff",
    "query": "hoshin.cli.query",
    "schema": "hoshin.cli.schema",
}
"""Each command and the module behind it: `add_options(parser, words)` and `run(options) -> int`."""


_INTERRUPTED = 130
_INTERNAL = 70
"""A fault of the tool itself (EX_SOFTWARE of sysexits.h); HOSHIN_TRACEBACK=1 shows where."""


def run() -> NoReturn:
    """Entry point of the `hoshin` script."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; whatever the input, no traceback."""
    language = messages_language(arguments)
    try:
        return _dispatch(arguments, language)
    except HoshinError as error:
        from hoshin.cli.words import error_lines  # noqa: PLC0415 the catalogue is read only when something went wrong

        print("\n".join(error_lines(error, language)), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        _close_quietly()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("HOSHIN_TRACEBACK"):
            raise
        print("\n".join(_internal(error, language)), file=sys.stderr)
        return _INTERNAL


def _dispatch(arguments: Sequence[str], language: str) -> int:
    verb, rest = split_verb(arguments)
    if "--version" in rest and verb is None:
        print(f"hoshin {__version__}")
        return 0
    words = help_words(language)
    if verb is None:
        if rest and not {"-h", "--help"} & set(rest):
            raise UsageError("no-verb", given=" ".join(rest), verbs=tuple(VERBS))
        print(_overview(words))
        return 0
    if verb not in VERBS:
        from hoshin.policy.nearest import nearest  # noqa: PLC0415 only for the remedy of a mistyped verb

        raise UsageError("unknown-verb", verb=verb, near=nearest(verb, VERBS) or "check", verbs=tuple(VERBS))
    module = import_module(VERBS[verb])
    parser = Parser(prog=f"hoshin {verb}", description=words[f"{verb}.about"], words=words)
    common_options(parser, words)
    module.add_options(parser, words)
    code: int = module.run(parser.parse_args(rest))
    return code


def _overview(words: dict[str, str]) -> str:
    rows = [f"  {verb:<8} {words[f'{verb}.about']}" for verb in VERBS]
    return "\n".join([words["usage"], "", words["about"], "", words["commands"], *rows, "", words["more"]])


def _internal(error: Exception, language: str) -> list[str]:
    from hoshin.cli.words import error_lines  # noqa: PLC0415 the catalogue is read only when something went wrong

    return error_lines(HoshinError("internal", reason=f"{type(error).__name__}: {error}"), language)


def _close_quietly() -> None:
    """A reader that went away (`| head`) is no error; keep Python from complaining about it at exit."""
    sys.stderr.close()
