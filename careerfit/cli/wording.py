"""Help texts in both languages, for declarations that have room for one string."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from careerfit.text import Lang

F = TypeVar("F", bound=Callable[..., Any])
PROGRAM = "careerfit"

_INDONESIAN: dict[str, str] = {}
"""Every help text in Indonesian by its English one, which is what the parser is given: it has room for one string."""


def both(id: str, en: str) -> str:  # noqa: A002  # the languages are called so everywhere
    """The English help text, with the Indonesian one kept for ``pick``. English ones that are equal mean the same."""
    _INDONESIAN[en] = id
    return en


def pick(text: str | None, lang: Lang) -> str:
    """A help text in one language; a text that has only one is returned as it is, and none as an empty one."""
    return (_INDONESIAN.get(text, text) if lang == "id" else text) if text else ""


def explained(text: str) -> Callable[[F], F]:
    """A decorator that gives a command's function the text of its help page."""

    def keep(function: F) -> F:
        function.help_text = text  # type: ignore[attr-defined]
        return function

    return keep
