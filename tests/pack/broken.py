"""Broken packs: a sound one, and the changes that a ``fault.yaml`` tells."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from careerfit.errors import DataError
from careerfit.pack import load_pack
from careerfit.text import Lang

BASE = Path(__file__).parent / "base"


def build(root: Path, fault: Mapping[str, Any]) -> None:
    """The base pack at ``root`` with the changes of a fault, in their order."""
    shutil.copytree(BASE, root)
    for change in fault["change"]:
        target = root / change["file"]
        (action,) = set(change) - {"file", "by", "times"}
        _ACTIONS[action](target, change)


def messages(root: Path, lang: Lang) -> list[str]:
    """The problems that loading that pack tells, a line each; none if it loads."""
    try:
        load_pack(root)
    except DataError as error:
        return [problem.line(lang) for problem in error.problems]
    return []


def _replace(target: Path, change: Mapping[str, Any]) -> None:
    text = target.read_text(encoding="utf-8")
    assert text.count(change["replace"]) == 1, f"{change['replace']!r} must stand once in {target.name}"
    target.write_text(text.replace(change["replace"], change["by"]), encoding="utf-8")


def _write(target: Path, change: Mapping[str, Any]) -> None:
    target.write_text(change["write"] * change.get("times", 1), encoding="utf-8")


def _bytes(target: Path, change: Mapping[str, Any]) -> None:
    target.write_bytes(bytes.fromhex(change["bytes"]))


def _remove(target: Path, _change: Mapping[str, Any]) -> None:
    if target.is_dir():
        target.rmdir()
    else:
        target.unlink()


def _copies(target: Path, change: Mapping[str, Any]) -> None:
    for number in range(change["copies"]):
        shutil.copy(target, target.with_stem(f"{target.stem}-{number}"))


def _link(target: Path, change: Mapping[str, Any]) -> None:
    target.unlink(missing_ok=True)
    target.symlink_to(change["link"])


def _folder(target: Path, _change: Mapping[str, Any]) -> None:
    target.mkdir()


def _rename(target: Path, change: Mapping[str, Any]) -> None:
    target.rename(target.parents[1] / change["rename"])


_ACTIONS = {
    "replace": _replace,
    "write": _write,
    "bytes": _bytes,
    "remove": _remove,
    "copies": _copies,
    "link": _link,
    "folder": _folder,
    "rename": _rename,
}
