"""Help texts in two languages, in the one string that a declaration of an option has room for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from careerfit.text import Lang

F = TypeVar("F", bound=Callable[..., Any])
PROGRAM = "careerfit"

_SEPARATOR = "\x1f"


def both(id: str, en: str) -> str:  # noqa: A002  # the languages are called so everywhere
    """One text in both languages, to be taken apart by ``pick`` when help is made."""
    return f"{id}{_SEPARATOR}{en}"


def pick(text: str | None, lang: Lang) -> str:
    """The text in one language; a text that has only one is returned as it is, and none as an empty one."""
    indonesian, separator, english = (text or "").partition(_SEPARATOR)
    return english if separator and lang == "en" else indonesian


def explained(text: str) -> Callable[[F], F]:
    """A decorator that gives a command's function the text of its help page."""

    def keep(function: F) -> F:
        function.help_text = text  # type: ignore[attr-defined]
        return function

    return keep
