"""Packs and histories that hold a stranger's words wherever they can hold words."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import yaml

from careerfit.errors import DataError
from careerfit.pack import load_pack
from tests.hostile import HOSTILE

BASE = Path(__file__).parents[1] / "pack" / "base"
"""A small pack of two roles."""
Tree: TypeAlias = Any
Spot: TypeAlias = tuple[str | int, ...]
WORDS = {"id", "en"}
"""The keys under which a pack keeps text; everything else is a key or one of a few known words."""
EVERY = 24
"""Each place of a pack is tried with every twenty-fourth text, each with others than the one before."""
COLUMNS = ("note", "name", "version", "fingerprint", "code", "mode", "lang", "verdict", "roles")


@cache
def files() -> dict[str, Tree]:
    """The small pack's files by their names, as plain values."""
    return {
        path.relative_to(BASE).as_posix(): yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(BASE.rglob("*.yaml"))
    }


def with_one_changed(hostile: Sequence[str]) -> Iterator[tuple[str, dict[str, Tree]]]:
    """The words and a pack that holds them in one place, for every text and every key, with some of the words each."""
    places = [(file, spot, is_key) for file, tree in files().items() for spot, is_key in _places(tree)]
    for turn, (file, spot, is_key) in enumerate(places):
        for words in hostile[turn % EVERY :: EVERY]:
            change = renamed if is_key else replaced
            yield words, {**files(), file: change(files()[file], spot, words)}


def _places(tree: Tree) -> list[tuple[Spot, bool]]:
    """Every text and every key within a tree; is it a key?"""
    return [*((spot, False) for spot, _ in spots(tree)), *((spot, True) for spot in branches(tree))]


def replaced(tree: Tree, spot: Spot, words: str) -> Tree:
    """The tree with other words at one place."""
    return changed(tree, lambda at, text: words if at == spot else text)


def spots(tree: Tree, where: Spot = ()) -> Iterator[tuple[Spot, str]]:
    """Every text value within a tree, and where it is."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        if isinstance(value, str):
            yield (*where, key), value
        else:
            yield from spots(value, (*where, key))


def branches(tree: Tree, where: Spot = ()) -> Iterator[Spot]:
    """Every key of a mapping within a tree."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        if isinstance(tree, dict):
            yield (*where, key)
        yield from branches(value, (*where, key))


def changed(tree: Tree, change: Callable[[Spot, str], str], where: Spot = ()) -> Tree:
    """The tree with another text in place of each."""
    if isinstance(tree, dict):
        return {key: changed(value, change, (*where, key)) for key, value in tree.items()}
    if isinstance(tree, list):
        return [changed(value, change, (*where, n)) for n, value in enumerate(tree)]
    return change(where, tree) if isinstance(tree, str) else tree


def renamed(tree: Tree, spot: Spot, name: str) -> Tree:
    """The tree with another name for one key."""
    head, *rest = spot
    if isinstance(tree, list):
        return [renamed(value, tuple(rest), name) if n == head else value for n, value in enumerate(tree)]
    new = name if not rest else head
    return {
        (new if key == head else key): renamed(value, tuple(rest), name) if rest and key == head else value
        for key, value in tree.items()
    }


def said_everywhere(words: str | Callable[[int], str]) -> dict[str, Tree]:
    """The files of a pack with those words before every text; a phrase is all of its sentence.

    A belief and what is real keep their words, which stand in a sentence that has them.
    """
    count = iter(range(10_000))
    prefix = words if callable(words) else lambda _: words

    def change(where: Spot, text: str) -> str:
        is_ours = where[-1] in WORDS and not {"belief", "reality"} & set(where)
        return f"{prefix(next(count))} {text}" if is_ours else text

    found = {name: changed(tree, change) for name, tree in files().items()}
    for tree in found.values():
        for sentences in tree.get("sections", {}).values():
            for sentence in sentences:
                for phrase in sentence.get("names", {}).values():
                    phrase.update({lang: sentence[lang] for lang in WORDS})
    return found


def allowed(turn: int = 0) -> Callable[[int], str]:
    """One hostile text after the other, of those that a pack may hold, another one first at each turn."""
    found = allowed_texts()
    return lambda n: found[(n + turn) % len(found)]


@cache
def allowed_texts() -> list[str]:
    """The hostile texts that a pack may hold."""
    with TemporaryDirectory() as folder:
        place = Path(folder, "tried")
        return [text for text in HOSTILE.values() if is_sound(write_pack(place, said_everywhere(text)))]


def is_sound(folder: Path) -> bool:
    """Can this pack be loaded?"""
    try:
        load_pack(folder)
    except DataError:
        return False
    return True


def write_pack(folder: Path, trees: dict[str, Tree]) -> Path:
    """The folder, with these files; every character that is not ASCII is written as an escape."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, tree in trees.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(in_yaml(tree), encoding="ascii")
    return folder


def in_yaml(tree: Tree) -> str:
    """Plain values as YAML in ASCII, with an escape for every character that is not."""
    return re.sub(r"[^\n -~]", lambda found: f"\\U{ord(found[0]):08x}", json.dumps(tree, ensure_ascii=False))


def edit_history(file: Path, column: str, words: str) -> None:
    """Put words into a column of all attempts, as with an editor for databases."""
    value = words.encode("utf-8", "replace").decode()
    if column == "roles":
        value = json.dumps([[value, value, value]])
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE attempt SET {column} = ?", (value,))
    connection.close()
