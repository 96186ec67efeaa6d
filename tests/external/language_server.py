"""The YAML language server that common editors run, without an editor: it speaks LSP over standard input and output.

No network: the store of public schemas is off, and every schema is a file that the first line of the YAML file names.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from external.missing import file
from external.tools import CHECKERS, NODE_MODULES, CheckerBrokenError, playwright_node

WAIT = 60
"""Seconds for an answer of a server that may share one core with other tests."""
_SETTINGS: dict[str, Any] = {
    "yaml": {
        "validate": True, "hover": True, "completion": True, "format": {"enable": False},
        "schemaStore": {"enable": False, "url": ""}, "kubernetesCRDStore": {"enable": False}, "schemas": {},
        "yamlVersion": "1.2",
    },
    "http": {"proxyStrictSSL": True}, "[yaml]": {}, "editor": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """What an editor underlines: line and column counted from 1, the underlined text, and what it says."""

    line: int
    column: int
    marked: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the list that completion opens: its label, what it inserts, and the text beside it."""

    label: str
    inserts: str
    explained: str


class LanguageServer:
    """One running server. Each question opens a file, which need not be on the disk, and closes it again."""

    def __init__(self, folder: Path) -> None:
        """Start it for a project folder."""
        script = NODE_MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
        command = [playwright_node(), file(script, "yaml-language-server", CHECKERS), "--stdio"]
        self._process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: Queue[dict[str, Any]] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._number = 0
        self._folder = folder
        markup = {"contentFormat": ["markdown", "plaintext"]}
        item = {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        able = {"hover": markup, "completion": {"completionItem": item}, "publishDiagnostics": {}}
        self._ask(
            "initialize",
            {
                "processId": None, "rootUri": folder.as_uri(), "workspaceFolders": None,
                "capabilities": {"textDocument": able, "workspace": {"configuration": True}},
            },
        )  # fmt: skip
        self._send({"method": "initialized", "params": {}})

    def close(self) -> None:
        """Stop it."""
        self._ask("shutdown", None)
        self._send({"method": "exit"})
        self._process.wait(WAIT)
        self._reader.join(WAIT)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def diagnostics(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What is underlined in a file with this text."""
        uri = self._open(path, text)
        told = self._wait(lambda got: got.get("method") == "textDocument/publishDiagnostics" and _of(got, uri))
        self._close(uri)
        return tuple(sorted(_diagnostic(item, text) for item in told["params"]["diagnostics"]))

    def completion(self, path: str, text: str) -> tuple[Suggestion, ...]:
        """What is offered at the bar in the text."""
        uri, at = self._open_at(path, text)
        answer = self._ask("textDocument/completion", at)
        self._close(uri)
        return tuple(_suggestion(item) for item in answer["items"])

    def hover(self, path: str, text: str) -> str:
        """What is shown when the pointer rests on the bar in the text; empty where nothing is."""
        uri, at = self._open_at(path, text)
        answer = self._ask("textDocument/hover", at)
        self._close(uri)
        return str(answer["contents"]["value"]) if answer else ""

    def _open_at(self, path: str, text: str) -> tuple[str, dict[str, Any]]:
        before, _, after = text.partition("|")
        uri = self._open(path, before + after)
        at = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return uri, {"textDocument": {"uri": uri}, "position": at}

    def _open(self, path: str, text: str) -> str:
        uri = (self._folder / path).as_uri()
        self._number += 1  # the server keeps what it read of a version
        document = {"uri": uri, "languageId": "yaml", "version": self._number, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return uri

    def _close(self, uri: str) -> None:
        self._send({"method": "textDocument/didClose", "params": {"textDocument": {"uri": uri}}})
        self._wait(lambda got: got.get("method") == "textDocument/publishDiagnostics" and _of(got, uri, empty=True))

    def _ask(self, method: str, params: object) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda got: got.get("id") == number and "method" not in got)
        if "error" in answer:
            raise CheckerBrokenError(f"{method}: {answer['error']}")
        return answer["result"]

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            try:
                got = self._answers.get(timeout=WAIT)
            except Empty as fault:
                raise CheckerBrokenError(f"yaml-language-server is silent for {WAIT} s") from fault
            if "method" in got and "id" in got:
                self._send({"id": got["id"], "result": _reply(got)})
            elif wanted(got):
                return got

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                line = stream.readline()
            self._answers.put(json.loads(stream.read(length)))


def started(folder: Path) -> Iterator[LanguageServer]:
    """A server that is stopped at the end."""
    server = LanguageServer(folder)
    yield server
    server.close()


def _of(got: dict[str, Any], uri: str, *, empty: bool = False) -> bool:
    params = got["params"]
    return bool(params["uri"] == uri and not (empty and params["diagnostics"]))


def _reply(got: dict[str, Any]) -> object:
    """An answer to what the server asks: its settings, section by section; nothing to anything else."""
    if got["method"] != "workspace/configuration":
        return None
    return [_SETTINGS.get(item.get("section", ""), {}) for item in got["params"]["items"]]


def _diagnostic(item: dict[str, Any], text: str) -> Diagnostic:
    lines = text.split("\n")
    start, end = item["range"]["start"], item["range"]["end"]
    last = end["character"] if end["line"] == start["line"] else None
    marked = lines[start["line"]][start["character"] : last]
    return Diagnostic(start["line"] + 1, start["character"] + 1, marked, item["message"])


def _suggestion(item: dict[str, Any]) -> Suggestion:
    said = item.get("documentation") or ""
    inserted = item.get("textEdit", {}).get("newText") or item.get("insertText", "")
    return Suggestion(item["label"], inserted, said["value"] if isinstance(said, dict) else said)
