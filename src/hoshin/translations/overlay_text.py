"""The text of a YAML file with a mapping of entries: entries put in, taken out, renamed, all in one pass.

Everything is a splice of the text that people wrote, so comments and spellings stay; what is read afterwards is
compared with what was meant (`Rewrite.done`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ruamel.yaml.error import YAMLError

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Severity
from hoshin.policy.editing.change import same
from hoshin.policy.editing.layout import laid_out
from hoshin.policy.editing.nodes import Entry, at, read_nodes
from hoshin.policy.editing.written import written
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml

_INDENT: Final = "  "
Body = Mapping[str, Yaml]


def block(name: str, body: Body) -> str:
    """An entry as the house writes it below its mapping: texts as `|-`, one sentence a line as they stand."""
    lines = [f"{_INDENT}{_key(name)}:"]
    lines += [f"{_INDENT * 2}{_key(key)}: {_value(value)}" for key, value in body.items()]
    return "\n".join(lines) + "\n"


def line(name: str, body: Body) -> str:
    """An entry on one line."""
    return f"{_INDENT}{_key(name)}: {written(dict(body), 0, flow=True)}\n"


def _key(name: str) -> str:
    return written(name, 0, flow=True) if not name.replace("/", "").replace("-", "").isalnum() else name


def _value(value: Yaml) -> str:
    return written(value, 6, style="|") if isinstance(value, str) and value else written(value, 6, flow=True)


class Rewrite:
    """Changes of the mapping under the key `root` of a file, collected and then made at once.

    Text of an entry is what `block` or `line` gives; it is parsed when the whole is proved.
    """

    def __init__(self, file: str, data: bytes, root: str) -> None:
        """Lay the file out first, so that entries can be moved between files as they stand."""
        self.file, self.data, self.root = file, data, root
        self._adds: list[tuple[str, str, str]] = []
        self._drops: set[str] = set()
        self._renames: dict[str, str] = {}
        self._texts: dict[tuple[str, str], str] = {}
        text = data.decode("utf-8")
        try:
            self._text = laid_out(text) if text.strip() else ""
            node = at(read_nodes(self._text), (self.root,)) if self._text else None
        except YAMLError as error:
            raise self._refused from error
        self._entries: dict[str, Entry] = {}
        if node is not None and node.kind == "map" and not node.flow:
            self._entries = {str(entry.value.path[-1]): entry for entry in node.entries}
        elif (
            node is not None and node.end > node.start and self._text[node.start : node.end] not in ("{}", "null", "~")
        ):
            raise self._refused

    @property
    def _refused(self) -> HoshinError:
        return HoshinError("edit-not-here", file=self.file, path=self.root)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries in the order of the file, before the changes."""
        return tuple(self._entries)

    def put(self, name: str, text: str, after: Sequence[str] = ()) -> None:
        """Add an entry behind the last of `after` that the file has, or in front of all others."""
        anchor = next((each for each in reversed(after) if each in self._entries), "")
        self._adds.append((anchor, name, text))

    def drop(self, name: str) -> str:
        """Take an entry out and give it as it stood, for another file."""
        self._drops.add(name)
        start, end = self._span(name)
        return self._text[start:end].rstrip("\n") + "\n"

    def rename(self, old: str, new: str) -> None:
        """Give an entry another name."""
        self._renames[old] = new

    def set_text(self, name: str, key: str, text: str) -> None:
        """Replace one text of an entry, as a block text."""
        self._texts[name, key] = text

    def has_texts(self, name: str, keys: Sequence[str]) -> bool:
        """Whether the entry holds these texts on lines of its own, so that `set_text` can replace them."""
        entry = self._entries.get(name)
        if entry is None or entry.value.flow:
            return False
        texts = [at(entry.value, (key,)) for key in keys]
        return all(text is not None and text.kind == "scalar" and not text.anchored for text in texts)

    def done(self) -> bytes:
        """The new bytes. Raises HoshinError `edit-unsafe` when they would not read as meant."""
        if not (self._adds or self._drops or self._renames or self._texts):
            return self._text.encode()
        new = self._spliced()
        new = laid_out(new) if new.strip() else ""
        before, after = parse(self._text.encode(), self.file), parse(new.encode(), self.file)
        if any(item.severity is Severity.ERROR for item in after.findings) or not same(
            after.value, self._meant(before.value)
        ):
            raise HoshinError("edit-unsafe", file=self.file, path=self.root)
        return new.encode()

    def _spliced(self) -> str:
        pieces = sorted(self._splices(), key=lambda piece: (piece[0], piece[1]))
        parts: list[str] = []
        position = 0
        for start, end, text in pieces:
            parts += [self._text[position:start], text]
            position = max(position, end)
        parts.append(self._text[position:])
        made = "".join(parts)
        if not self._entries and self._adds:
            return self._with_root("".join(text for _, _, text in self._adds))
        return made if len(self._drops) < len(self._entries) or self._adds else self._without_root(made)

    def _splices(self) -> Iterator[tuple[int, int, str]]:
        for name in self._drops:
            yield (*self._span(name), "")
        for old, new in self._renames.items():
            entry = self._entries[old]
            assert entry.key is not None  # noqa: S101 an entry of a mapping has one
            yield entry.key.start, entry.key.end, _key(new)
        for (name, key), text in self._texts.items():
            value = at(self._entries[name].value, (key,))
            if value is None or value.anchored or self._entries[name].value.flow:
                raise HoshinError("edit-not-here", file=self.file, path=f"{self.root}/{name}/{key}")
            yield value.start, value.end, _value(text)
        for anchor in dict.fromkeys(anchor for anchor, _, _ in self._adds):
            text = "".join(text for at_, _, text in self._adds if at_ == anchor)
            if anchor:
                point = self._span(anchor)[1]
                yield point, point, text if self._text[:point].endswith("\n") else f"\n{text}"
            elif self._entries:
                first = next(iter(self._entries.values())).start
                point = self._text.rfind("\n", 0, first) + 1
                yield point, point, text

    def _span(self, name: str) -> tuple[int, int]:
        """From the beginning of the entry's first line to the end of its last one."""
        entry = self._entries[name]
        start = self._text.rfind("\n", 0, entry.start) + 1
        end = self._text.find("\n", entry.value.end)
        return start, len(self._text) if end < 0 else end + 1

    def _with_root(self, entries: str) -> str:
        """The file with the mapping begun: its key may stand there empty, or not at all."""
        kept = [each for each in self._text.splitlines() if not each.startswith(f"{_key(self.root)}:")]
        head = "\n".join(kept).strip("\n")
        gap = "\n\n" if head else ""
        return f"{head}{gap}{_key(self.root)}:\n{entries}"

    def _without_root(self, text: str) -> str:
        """The file without a mapping that has lost its last entry."""
        return "\n".join(each for each in text.split("\n") if each.rstrip() != f"{_key(self.root)}:")

    def _meant(self, value: Yaml) -> Yaml:
        whole: dict[str, Yaml] = dict(value) if isinstance(value, dict) else {}
        around = whole.get(self.root)
        inner: dict[str, Yaml] = dict(around) if isinstance(around, dict) else {}
        for (name, key), text in self._texts.items():
            body = inner[name]
            inner[name] = {**body, key: text} if isinstance(body, dict) else body
        inner = {self._renames.get(name, name): body for name, body in inner.items() if name not in self._drops}
        for _, name, text in self._adds:
            read = parse(f"{self.root}:\n{text}".encode(), self.file).value
            body = read[self.root] if isinstance(read, dict) else None
            inner[name] = body[name] if isinstance(body, dict) else None
        whole.pop(self.root, None)
        return ({**whole, self.root: inner} if inner else whole) or None
