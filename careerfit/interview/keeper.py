"""Where answers are kept while an interview runs: the seam to whatever saves them."""

from __future__ import annotations

from typing import Protocol

from careerfit.interview.machine import Entry
from careerfit.text import Lang, Text


class Keeper(Protocol):
    """Keeps an interview as it goes, so that it can go on later. None of these calls raises an error.

    ``keeps`` says whether what was answered is being kept; ``trouble`` is why not, where that was not the user's wish.
    """

    @property
    def keeps(self) -> bool:
        """Is what was answered being kept?"""
        ...

    @property
    def trouble(self) -> Text | None:
        """Why it is not, if something went wrong."""
        ...

    def save(self, position: int, entry: Entry) -> None:
        """Keep the answer to the question of that number, from 1, in place of an earlier one.

        Called at once after each answer, and back only when it is safe: the next question shows afterwards.
        """
        ...

    def extend(self) -> None:
        """Note that a quick interview goes on to all items."""
        ...

    def speak(self, lang: Lang) -> None:
        """Note the language that was chosen."""
        ...


class NoKeeper:
    """Keeps nothing: by the user's wish, or because of ``trouble``."""

    keeps = False

    def __init__(self, trouble: Text | None = None) -> None:
        self.trouble = trouble

    def save(self, position: int, entry: Entry) -> None:
        """Do nothing."""

    def extend(self) -> None:
        """Do nothing."""

    def speak(self, lang: Lang) -> None:
        """Do nothing."""
