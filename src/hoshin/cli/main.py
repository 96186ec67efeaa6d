"""The command line: finds the verb, reads its options, turns errors into exit codes. Verbs are imported when called."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language, project_folder, split_verb
from hoshin.kernel.errors import HoshinError, UsageError
from hoshin.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` itself costs more than the start of the tool
    from typing import NoReturn

VERBS = {
    "check": "hoshin.cli.check",
    "coverage": "hoshin.cli.coverage",
    "explain": "hoshin.cli.explain",
    "render": "hoshin.cli.render",
    "diff": "hoshin.cli.diff",
    "query": "hoshin.cli.query",
    "set": "hoshin.cli.set",
    "fmt": "hoshin.cli.fmt",
    "review": "hoshin.cli.review",
    "changes": "hoshin.cli.changes",
    "changelog": "hoshin.cli.changelog",
    "log": "hoshin.cli.log",
    "merge-check": "hoshin.cli.merge_check",
    "translate": "hoshin.cli.translate",
    "schema": "hoshin.cli.schema",
    "init": "hoshin.cli.init",
    "eject": "hoshin.cli.eject",
}
"""Each command and the module behind it: `add_options(parser, words)` and `run(options) -> Answer`."""
_NO_READERS = frozenset({"set", "fmt", "schema", "init", "eject"})
"""Commands that read few files of a project, or change what they read."""
_ALLOCATIONS = 200_000
"""Objects between two runs of the collector, which finds next to nothing in a command and takes a tenth of its time."""
_INTERRUPTED = 130
_INTERNAL = 70
"""A fault of the tool itself (EX_SOFTWARE of sysexits.h); HOSHIN_TRACEBACK=1 shows where."""


def run() -> NoReturn:
    """Entry point of the `hoshin` script: everything is written when `main` returns, so nothing is taken down."""
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # `main` has written and flushed its answer; who listened is gone
    os._exit(code)


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
    if verb in VERBS:
        return _answer(verb, rest, language)
    if verb is not None:
        from hoshin.policy.nearest import nearest  # noqa: PLC0415 only for the remedy of a mistyped verb

        raise UsageError("unknown-verb", verb=verb, near=nearest(verb, VERBS) or "check", verbs=tuple(VERBS))
    if rest and not {"-h", "--help"} & set(rest):
        raise UsageError("no-verb", given=" ".join(rest), verbs=tuple(VERBS))
    from hoshin.cli.words import help_words  # noqa: PLC0415 the catalogue is read only where it is shown

    print(_overview(help_words(language)))
    return 0


def _answer(verb: str, rest: list[str], language: str) -> int:
    """Answer from memory where the same was asked of the same files, else run the command."""
    from hoshin.cli import memory  # noqa: PLC0415 `--version` needs no memory

    key = memory.key_of([verb, *rest], project_folder(rest), language)
    answer = memory.recall(key) if key else None
    if answer is None:
        answer = _run(verb, rest, language)
        if key and answer.repeatable:
            memory.remember(key, answer)
    for name, data in answer.files:
        _keep(name, data)
    sys.stdout.write(answer.out)
    sys.stdout.flush()
    return answer.code


def _run(verb: str, rest: list[str], language: str) -> Answer:
    gc.set_threshold(_ALLOCATIONS)
    if verb in _NO_READERS:
        return _called(verb, rest, language)
    from hoshin.kernel.ahead import ahead  # noqa: PLC0415 none of these is needed where memory answers

    def read() -> None:
        from hoshin.publish.reading_ahead import read_ahead  # noqa: PLC0415 only the copy reads

        read_ahead(project_folder(rest), rest)

    with ahead(read):
        return _called(verb, rest, language)


def _called(verb: str, rest: list[str], language: str) -> Answer:
    from importlib import import_module  # noqa: PLC0415 none of these is needed where memory answers

    from hoshin.cli import plugins  # noqa: PLC0415 as above
    from hoshin.cli.options import Parser, common_options  # noqa: PLC0415 as above
    from hoshin.cli.words import help_words  # noqa: PLC0415 as above

    plugins.switch_off()
    words = help_words(language)
    module = import_module(VERBS[verb])
    parser = Parser(prog=f"hoshin {verb}", description=words[f"{verb}.about"], words=words)
    common_options(parser, words)
    module.add_options(parser, words)
    answer: Answer = module.run(parser.read(rest))
    return answer


def _keep(name: str, data: bytes) -> None:
    """Write a file, unless it stands there already byte for byte."""
    try:
        with open(name, "rb") as stream:
            if stream.read(len(data) + 1) == data:
                return
    except OSError:
        pass
    from hoshin.publish.write import write_file  # noqa: PLC0415 only where something has to be written

    write_file(name, data)


def _overview(words: dict[str, str]) -> str:
    wide = max(map(len, VERBS))
    rows = [f"  {verb:<{wide}} {words[f'{verb}.about']}" for verb in VERBS]
    return "\n".join([words["usage"], "", words["about"], "", words["commands"], *rows, "", words["more"]])


def _internal(error: Exception, language: str) -> list[str]:
    from hoshin.cli.words import error_lines  # noqa: PLC0415 the catalogue is read only when something went wrong

    return error_lines(HoshinError("internal", reason=f"{type(error).__name__}: {error}"), language)


def _close_quietly() -> None:
    """A reader that went away (`| head`) is no error; keep Python from complaining about it at exit."""
    sys.stderr.close()
