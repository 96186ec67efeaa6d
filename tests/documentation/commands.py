"""docs/commands.md and its Japanese twin: every command with its arguments and options, made from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

from documentation.reference import page_words

from hoshin.cli.main import VERBS
from hoshin.cli.options import Parser, common_options
from hoshin.cli.words import help_words

_VARIABLES = ("HOSHIN_CACHE", "HOSHIN_TRACEBACK", "NO_COLOR", "LANG")


def page(lang: str) -> str:
    """The whole page."""
    return "\n".join(_lines(lang)).rstrip("\n") + "\n"


def _lines(lang: str) -> Iterator[str]:
    words, said = page_words(lang), help_words(lang)
    yield from (f"# {words['commands-title']}", "", words["made"], "", words["commands-intro"], "")
    yield from ("| | |", "|---|---|")
    yield from (f"| [`hoshin {verb}`](#hoshin-{verb}) | {said[f'{verb}.about']} |" for verb in VERBS)
    for verb in VERBS:
        yield from _chapter(verb, lang)
    yield from ("", f"## {words['common']}", "", *_table(_common(lang), "option-head", lang))
    yield from ("", f"## {words['exits']}", "", words["exits-head"], "|---|---|")
    yield from (f"| {code} | {words[f'exit-{code}']} |" for code in range(4))
    yield from ("", f"## {words['variables']}", "", words["variables-head"], "|---|---|")
    yield from (f"| `{name}` | {words[name]} |" for name in _VARIABLES)


def parser_of(verb: str, lang: str = "en") -> Parser:
    """The parser of a command, with the options that only it has."""
    words = help_words(lang)
    parser = Parser(prog=f"hoshin {verb}", description=words[f"{verb}.about"], words=words)
    import_module(VERBS[verb]).add_options(parser, words)
    return parser


def actions(parser: Parser) -> list[argparse.Action]:
    """Every argument and option of a parser."""
    return list(parser._actions)  # noqa: SLF001 - argparse has no other way to ask


def _common(lang: str) -> list[argparse.Action]:
    parser = Parser(prog="hoshin", description="", words=help_words(lang))
    common_options(parser, help_words(lang))
    return actions(parser)


def _chapter(verb: str, lang: str) -> Iterator[str]:
    parser = parser_of(verb, lang)
    own = [action for action in actions(parser) if action.dest != "help"]
    arguments = [action for action in own if not action.option_strings]
    options = [action for action in own if action.option_strings]
    call = " ".join(["hoshin", verb, *(_metavar(action) for action in arguments), *(["[…]"] if options else [])])
    yield from ("", f"## `hoshin {verb}`", "", f"{help_words(lang)[f'{verb}.about']}", "", f"`{call}`")
    if arguments:
        yield from ("", *_table(arguments, "argument-head", lang))
    if options:
        yield from ("", *_table(options, "option-head", lang))


def _metavar(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest.upper())
    return f"[{name}]" if action.nargs in ("?", "*") else name


def _table(actions: list[argparse.Action], head: str, lang: str) -> list[str]:
    words = page_words(lang)
    rows = [f"| {_call(action)} | {_help(action, lang)} |" for action in actions]
    return [words[head], "|---|---|", *rows]


def _call(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"`{_metavar(action)}`"
    value = "" if action.nargs == 0 else f" {'|'.join(action.choices) if action.choices else action.metavar}"
    return " ".join(f"`{name}{value}`".replace("|", "\\|") for name in action.option_strings)


def _help(action: argparse.Action, lang: str) -> str:
    said = str(action.help).replace("|", "\\|")
    told = any(mark in said for mark in ("(default", "省略時"))
    if isinstance(action.default, str) and action.default and not told and action.dest != "help":
        said += page_words(lang)["default"].format(value=f"`{action.default}`")
    return said
