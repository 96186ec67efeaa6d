"""`hoshin translate`: what has to be translated, the files kept in step with the source, approvals, exchange."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.findings import as_text as findings_text
from hoshin.cli.reports.translation import as_json, as_markdown, as_text, changes_text, diffs_text
from hoshin.cli.words import translate_words
from hoshin.kernel.errors import NotThereError, UsageError
from hoshin.kernel.overlay import Overlay
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import timestamp
from hoshin.publish.languages import chosen_languages
from hoshin.publish.opening import Opened
from hoshin.publish.translating import EXPORTS, export, open_translations, write_approvals, write_import, write_sync
from hoshin.renderers.look import Look
from hoshin.translations.states import Translation
from hoshin.translations.syncing import Wish

_FORMATS: Final = MappingProxyType({"text": as_text, "json": as_json, "markdown": as_markdown})
_ROLES: Final = ("counsel", "reviewer")


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add ACTION, its words and the options of all actions."""
    actions = ", ".join(_ACTIONS)
    parser.add_argument("action", metavar="ACTION", help=words["translate.action"].format(actions=actions))
    parser.add_argument("words", metavar="ID", nargs="*", help=words["translate.words"])
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help=words["format"])
    parser.add_argument("--confirm", metavar="ID", nargs="+", default=[], help=words["translate.confirm"])
    rename = words["translate.rename"]
    parser.add_argument("--rename", metavar=("OLD", "NEW"), nargs=2, action="append", default=[], help=rename)
    parser.add_argument("--by", metavar="NAME", default="", help=words["translate.by"])
    parser.add_argument("--role", choices=_ROLES, default=None, help=words["translate.role"])
    parser.add_argument("--date", metavar="DATE", default="", help=words["translate.date"])
    to = words["translate.to"].format(formats=", ".join(EXPORTS))
    parser.add_argument("--to", metavar="FORMATS", default="", help=to)
    parser.add_argument("--out", metavar="DIR", default="build", help=words["render.out"])
    parser.add_argument("--dry-run", action="store_true", help=words["dry_run"])


def run(options: argparse.Namespace) -> Answer:
    """What the action gives."""
    action = _ACTIONS.get(options.action)
    if action is None:
        near = nearest(options.action, _ACTIONS) or "status"
        raise UsageError("unknown-action", action=options.action, near=near, actions=tuple(_ACTIONS))
    return action(options)


def _status(options: argparse.Namespace) -> Answer:
    """1 when somebody has to write or correct something."""
    _, made = _opened(options)
    out = _FORMATS[options.format](made, _language(options))
    return Answer(int(any(each.needs_work for one in made for each in one.units)), out, repeatable=True)


def _diff(options: argparse.Namespace) -> Answer:
    """1 when there is a difference, as for `hoshin diff`."""
    _, made = _opened(options)
    out, found = diffs_text(made, options.words, _language(options))
    return Answer(int(found), out, repeatable=True)


def _sync(options: argparse.Namespace) -> Answer:
    if options.words:
        raise UsageError("too-many-words", command="hoshin translate", word=options.words[0])
    opened, made = _opened(options)
    one = _one(made)
    wish = Wish(tuple(options.confirm), options.by, _date(options), tuple(map(tuple, options.rename)))
    done = write_sync(opened, one, wish)
    return _written(options, dict(done.to_write()), changes_text(done, one, _language(options), would=options.dry_run))


def _approve(options: argparse.Namespace) -> Answer:
    opened, made = _opened(options)
    if not options.words or not options.by or options.role is None:
        raise UsageError("approve-what")
    done = write_approvals(opened, _one(made), options.words, (options.by, options.role), _date(options))
    said = translate_words(_language(options))
    lines = [*done.units, *(said["skipped"].format(unit=name) for name in done.skipped)]
    key = "would-approve" if options.dry_run else "approved-in"
    head = said[key].format(count=len(done.units), file=done.file) if done.units else said["nothing-approved"]
    files = {done.file: done.after} if done.units else {}
    return _written(options, files, "\n".join([head, *(f"  {line}" for line in lines)]) + "\n")


def _export(options: argparse.Namespace) -> Answer:
    opened, made = _opened(options)
    formats = tuple(dict.fromkeys(word.strip() for word in (options.to or "").split(",") if word.strip()))
    if not formats or any(name not in EXPORTS for name in formats):
        wrong = next((name for name in formats if name not in EXPORTS), options.to or "")
        raise UsageError("unknown-format", format=wrong, formats=EXPORTS)
    look = Look(Overlay(project.root_of(options)), timestamp(opened.loaded))
    outputs = [export(opened, one, name, look, _language(options)) for one in made for name in formats]
    files = {f"{options.out}/{output.name}": output.data for output in outputs}
    return Answer(0, "".join(f"{name}\n" for name in files), tuple(files.items()))


def _import(options: argparse.Namespace) -> Answer:
    """1, and nothing written, when a text is refused."""
    if len(options.words) != 1:
        raise UsageError("import-what")
    name = options.words[0]
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise NotThereError("no-file", file=name, reason=error.strerror or type(error).__name__) from error
    opened, made = _opened(options)
    taken = write_import(opened, _one(made), name, data)
    said = translate_words(_language(options))
    if taken.findings:
        report = findings_text(taken.findings, Snapshot({name: data}), _language(options))
        return Answer(1, f"{said['refused']}\n\n{report}")
    if not taken.changed:
        return Answer(0, said["nothing-new"].format(file=name) + "\n")
    head = said["would-change" if options.dry_run else "changed"].format(files=taken.file)
    return _written(options, {taken.file: taken.after}, "\n".join([head, *(f"  {each}" for each in taken.changed), ""]))


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace], Answer]]] = MappingProxyType(
    {"status": _status, "sync": _sync, "diff": _diff, "approve": _approve, "export": _export, "import": _import}
)


def _written(options: argparse.Namespace, files: Mapping[str, bytes], out: str) -> Answer:
    root = project.root_of(options)
    kept = () if options.dry_run else tuple((str((root / name).resolve()), data) for name, data in files.items())
    return Answer(0, out, kept)


def _opened(options: argparse.Namespace) -> tuple[Opened, tuple[Translation, ...]]:
    opened = project.opened(options)
    chosen_languages(opened, options.lang)
    today = dt.date.today()  # noqa: DTZ011 - the day where the user is
    return opened, open_translations(opened, options.lang, today)


def _one(made: tuple[Translation, ...]) -> Translation:
    if len(made) != 1:
        raise UsageError("which-language", languages=tuple(each.locale for each in made))
    return made[0]


def _language(options: argparse.Namespace) -> str:
    return options.messages or messages_language(())


def _date(options: argparse.Namespace) -> str:
    """The day given, else today's. Raises UsageError for what is no day."""
    if not options.date:
        return dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    try:
        return dt.date.fromisoformat(options.date).isoformat()
    except ValueError as error:
        raise UsageError("bad-date", given=options.date) from error
