"""Breaks that no table can hold: large files, links, pipes, rights, repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

_MORE = "policy/garden/more.yaml"


def _no_policy_folder(root: Path) -> None:
    shutil.rmtree(root / "policy")


def _policy_is_a_file(root: Path) -> None:
    shutil.rmtree(root / "policy")
    (root / "policy").write_text("document: {}\n", encoding="utf-8")


def _empty_policy_folder(root: Path) -> None:
    shutil.rmtree(root / "policy/garden")


def _documents_without_folder(root: Path) -> None:
    for path in sorted((root / "policy/garden").iterdir()):
        path.rename(root / "policy" / path.name)
    (root / "policy/garden").rmdir()


def _one_empty_file(root: Path) -> None:
    shutil.rmtree(root / "policy/garden")
    (root / "policy/garden").mkdir()
    (root / "policy/garden/document.yaml").touch()


def _byte_order_mark(root: Path) -> None:
    path = root / "policy/garden/facts.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def _windows_line_ends(root: Path) -> None:
    path = root / "policy/garden/facts.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _no_last_line_end(root: Path) -> None:
    path = root / "policy/garden/facts.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))


def _large_file(root: Path) -> None:
    with (root / _MORE).open("wb") as stream:
        stream.truncate(50_000_000)


def _many_files(root: Path) -> None:
    folder = root / "policy/garden/many"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number:05}.yaml").touch()


def _unreadable_file(root: Path) -> None:
    path = root / _MORE
    path.write_text("choices: []\n", encoding="utf-8")
    path.chmod(0)


def _unreadable_folder(root: Path) -> None:
    (root / "policy/garden/more").mkdir(mode=0)


def _folder_as_file(root: Path) -> None:
    (root / "policy/garden/more.yaml").mkdir()
    (root / "policy/garden/more.yaml/deep.yaml").write_text("choices: []\n", encoding="utf-8")


def _pipe_as_file(root: Path) -> None:
    os.mkfifo(root / _MORE)


def _link_to_device(root: Path) -> None:
    (root / _MORE).symlink_to("/dev/zero")


def _link_to_outer_file(root: Path) -> None:
    (root.parent / "secret.yaml").write_text("choices: []\n", encoding="utf-8")
    (root / _MORE).symlink_to(root.parent / "secret.yaml")


def _link_to_outer_folder(root: Path) -> None:
    (root.parent / "secret").mkdir()
    (root.parent / "secret/ja.yaml").write_text("units: {}\n", encoding="utf-8")
    (root / "translations/fr").symlink_to(root.parent / "secret")


def _link_to_outer_document(root: Path) -> None:
    (root / "policy/garden").rename(root.parent / "garden-policy")
    (root / "policy/garden").symlink_to(root.parent / "garden-policy")


def _link_to_itself(root: Path) -> None:
    (root / _MORE).symlink_to("more.yaml")


def _link_to_folder_above(root: Path) -> None:
    (root / "policy/garden/again").symlink_to(root / "policy")


def _link_to_nothing(root: Path) -> None:
    (root / _MORE).symlink_to("gone.yaml")


def _link_to_gone_folder(root: Path) -> None:
    (root / "policy/shop").symlink_to("gone")


def _folder_with_spaces(root: Path) -> None:
    (root / "policy/garden").rename(root / "policy/My Garden")


def _folder_in_japanese(root: Path) -> None:
    (root / "policy/garden").rename(root / "policy/庭")


def _folder_with_dots(root: Path) -> None:
    (root / "policy/garden").rename(root / "policy/...")


def _file_name_without_encoding(root: Path) -> None:
    path = os.fsencode(root / "policy/garden") + b"/\xff\xfe.yaml"
    with open(path, "wb") as stream:  # noqa: PTH123 - the name is bytes on purpose
        stream.write(b"choices: [\n")


def _alias_bomb(root: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for name, below in zip("bcdefgh", "abcdefg", strict=True):
        lines.append(f"{name}: &{name} [{', '.join(['*' + below] * 10)}]")
    (root / _MORE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _seventy_deep(root: Path) -> None:
    (root / _MORE).write_text("choices: " + "[" * 70 + "]" * 70 + "\n", encoding="utf-8")


def _thirty_thousand_brackets(root: Path) -> None:
    (root / _MORE).write_text("choices: " + "[" * 30_000 + "\n", encoding="utf-8")


def _many_values(root: Path) -> None:
    (root / _MORE).write_text("choices: [" + "a," * 300_000 + "a]\n", encoding="utf-8")


def _long_line(root: Path) -> None:
    (root / _MORE).write_text("# long\nchoices: " + "a" * 150_000 + "\n", encoding="utf-8")


def _replaced(root: Path, old: str, new: str) -> None:
    path = root / "policy/garden/facts.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _long_text(root: Path) -> None:
    _replaced(root, "title: Garden desk", "title: " + "desk " * 6_000)


def _text_beyond_its_type(root: Path) -> None:
    _replaced(root, "title: Garden desk", "title: |-\n" + "      desk desk desk desk\n" * 1_100)


def _long_key(root: Path) -> None:
    (root / _MORE).write_text("k" * 2_000 + ": 1\n", encoding="utf-8")


def _thousands_of_faults(root: Path) -> None:
    (root / _MORE).write_text("choices:\n" + "  -\n" * 5_000, encoding="utf-8")


def _long_translation(root: Path) -> None:
    path = root / "translations/ja/garden.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("宅配業者に引き渡します。", "宅配業者" * 7_500 + "に引き渡します。"), encoding="utf-8")


def _large_theme(root: Path) -> None:
    (root / "renderers/html").mkdir(parents=True)
    (root / "renderers/html/theme.css").write_text("a { color: red }\n" * 1_200_000, encoding="utf-8")


def _template_outside(root: Path) -> None:
    (root.parent / "secret.j2").write_text("secret", encoding="utf-8")
    (root / "renderers/html").mkdir(parents=True)
    (root / "renderers/html/footer.html.j2").symlink_to(root.parent / "secret.j2")


def _word_reference_outside(root: Path) -> None:
    (root.parent / "secret.docx").write_text("secret", encoding="utf-8")
    (root / "renderers/docx").mkdir(parents=True)
    (root / "renderers/docx/reference.docx").symlink_to(root.parent / "secret.docx")


def _second_document(root: Path) -> None:
    shutil.copytree(root / "policy/garden", root / "policy/shop")


def _folder_in_the_way(root: Path) -> None:
    (root / "out/garden.en.html/x").mkdir(parents=True)


def _read_only_output(root: Path) -> None:
    (root / "out").mkdir(mode=0o555)


def _broken_copy(root: Path) -> None:
    shutil.copytree(root / "policy", root / "copy/policy")
    (root / "copy/policy/garden/more.yaml").write_text("choices: [\n", encoding="utf-8")


def _repository(root: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=Garden", "-c", "user.email=desk@garden.example")
        subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)

    git("init", "--initial-branch=main")
    git("commit", "--allow-empty", "-m", "Before")
    git("tag", "before")
    git("add", ".")
    git("commit", "-m", "Policy")


MAKERS: dict[str, Callable[[Path], None]] = {
    name.removeprefix("_").replace("_", "-"): made
    for name, made in list(globals().items())
    if name.startswith("_") and callable(made) and not name.startswith("__")
}
"""Every break by the name that the table uses."""
