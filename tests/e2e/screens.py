"""What the quiz and the reality check look like: every kind of screen, at one size and in one language.

They are walked through in a terminal, or, for a fraction of the time, drawn by the same program without one.

``python -m tests.e2e.screens`` writes them to ``tests/e2e/screens/``; the tests compare. Look at what has changed
before committing it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, TypeAlias

from careerfit.history.opening import default_folder
from careerfit.text import Lang

from .drawn import Drawn
from .player import leave, player

FOLDER = Path(__file__).with_name("screens")
SIZES = ((20, 24), (40, 9), (40, 20), (80, 24), (120, 40))
SMALLEST = (40, 20)
"""On smaller screens pages are seen in part, and what tells them may be out of sight."""
ROLE = "pengelola-program-kesejahteraan-sosial"
WORDS: dict[str, tuple[str, str]] = {
    "introduction": ("Peran mana yang", "Which role fits"),
    "first": ("1 dari paling", "1 of at most"),
    "second": ("2 dari paling", "2 of at most"),
    "fourth": ("4 dari paling", "4 of at most"),
    "before": ("Jawabanmu tadi", "Your answer before"),
    "help": ("Bantuan", "Help"),
    "saved": ("tersimpan", "saved"),
    "resume": ("Mulai baru", "Start anew"),
    "duel": ("Mana yang lebih", "Which would you rather"),
    "tie": ("Jawab sisanya", "Answer the rest"),
    "statement": ("Benar atau tidak?", "True or not?"),
    "told": ("Kata profilnya", "What the profile says"),
    "sum": ("tidak mengubah", "does not change"),
}


def file_of(lang: Lang, columns: int, rows: int) -> Path:
    """Where the screens of a language and a size are kept."""
    return FOLDER / f"{lang}-{columns}x{rows}.txt"


class Seen(Protocol):
    """A terminal, or what stands in for one."""

    def press(self, *keys: str) -> None:
        """Press keys, by their names or as they are."""
        ...

    def see(self, text: str) -> str:
        """The screen, once it says this."""
        ...


Said: TypeAlias = Callable[[str], str]
"""A screen's name → what tells that it is there; "" where that may be out of sight."""
Opened: TypeAlias = Callable[..., AbstractContextManager[Seen]]
"""Opens a terminal for a call of the program, of so many columns and rows, in an environment."""


def screens(lang: Lang, columns: int, rows: int, opened: Opened = Drawn) -> str:
    """All screens of a language and a size, one after the other under their names."""

    def terminal(*args: str, env: str | None = lang) -> AbstractContextManager[Seen]:
        return opened(*args, columns=columns, rows=rows, env={"CAREERFIT_LANG": env})

    is_small = columns < SMALLEST[0] or rows < SMALLEST[1]

    def said(name: str) -> str:
        return "" if is_small else WORDS[name][0 if lang == "id" else 1]

    found = [*_beginning(lang, terminal, said), *_end(terminal, said), *_reality(terminal, said)]
    return "".join(f"{f' {name} '.center(columns, '=')}\n{screen}" for name, screen in found)


def _beginning(lang: Lang, opened: Opened, said: Said) -> Iterator[tuple[str, str]]:
    steps: list[tuple[tuple[str, ...], str]] = [
        (("1" if lang == "id" else "2",), "introduction"),
        (("enter",), "first"),
        (("4",), "second"),
        (("2", "5", "left"), "before"),
        (("?",), "help"),
        (("enter", "enter"), "fourth"),
    ]
    with opened("quiz", env=None) as terminal:
        yield "language", terminal.see("Bahasa / Language")
        for keys, name in steps:
            terminal.press(*keys)
            yield name, terminal.see(said(name))
        terminal.press("down")
        yield "marked", terminal.see(said("fourth") and "1  ")
    with opened("quiz", env=None) as terminal:
        yield "resume", terminal.see(said("resume"))


def _end(opened: Opened, said: Said) -> Iterator[tuple[str, str]]:
    one = player(verdict="tie", duels=True)
    assert one.duels_at is not None
    duels = len(one.keys) - one.duels_at
    shutil.rmtree(default_folder())  # else it is asked which of two quizzes is meant
    leave(one, duels)
    with opened("quiz", "--resume") as terminal:
        yield "duel", terminal.see(said("duel"))
        for position, key in enumerate(one.keys[-duels:], one.duels_at + 1):
            terminal.see(said("duel") and f"{position} ")
            terminal.press(key)
        yield "tie", terminal.see(said("tie"))


def _reality(opened: Opened, said: Said) -> Iterator[tuple[str, str]]:
    with opened("reality", ROLE) as terminal:
        for number in ("1/", "2/", "3/"):
            terminal.see(said("statement") and number)
            yield f"statement {number[0]}", terminal.see(said("statement"))
            terminal.press("2")
            yield f"told {number[0]}", terminal.see(said("told"))
            terminal.press("enter")
        yield "sum", terminal.see(said("sum"))


def main() -> None:
    """Write all screens."""
    FOLDER.mkdir(exist_ok=True)
    for lang in ("id", "en"):
        for columns, rows in SIZES:
            with tempfile.TemporaryDirectory() as home:
                os.environ.update(HOME=home, XDG_STATE_HOME=home)
                file_of(lang, columns, rows).write_text(screens(lang, columns, rows), encoding="utf-8")


if __name__ == "__main__":
    main()
