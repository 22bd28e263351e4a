"""One root error, with a message meant for the user, in both languages, and the exit code that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from careerfit.text import Lang, Text

MOST_SUGGESTIONS = 10
"""Later ones of the same kind get none: each takes a comparison with all that is known."""
DID_YOU_MEAN = Text("Maksud kamu '{word}'?", "Did you mean '{word}'?")


class Problem(NamedTuple):
    """One thing that is wrong: where (file, line and path, or the flag), what, and what to do instead."""

    where: str
    what: Text

    def line(self, lang: Lang) -> str:
        """The problem in one line."""
        return f"{self.where}: {self.what.pick(lang)}" if self.where else self.what.pick(lang)


class CareerfitError(Exception):
    """Anything that ends a command with a message instead of a result.

    ``headline`` says what went wrong as a whole; ``problems`` are all the single faults, printed a line each.
    """

    exit_code = 1

    def __init__(self, headline: Text, problems: Sequence[Problem] = ()) -> None:
        super().__init__(headline.en)
        self.headline = headline
        self.problems = tuple(problems)

    def lines(self, lang: Lang) -> list[str]:
        """The whole message, a line each."""
        return [self.headline.pick(lang), *(f"  {problem.line(lang)}" for problem in self.problems)]

    def __str__(self) -> str:
        return "\n".join(self.lines("en"))


class DataError(CareerfitError):
    """The data or the system is at fault: a missing, unreadable or malformed file, a broken pack, a full disk."""

    exit_code = 1


class UsageError(CareerfitError):
    """The call is at fault: an unknown flag, role or facet, or a bad value."""

    exit_code = 2


def did_you_mean(word: str, known: Sequence[str], told: int = 0) -> Text:
    """A suggestion to append to a message: what is known and comes close to ``word``, else what has it as one part.

    Keys have parts where hyphens are. It is empty where nothing is like the word, and where so many problems of the
    kind have been ``told`` before that no more are suggested.
    """
    from difflib import get_close_matches

    if told >= MOST_SUGGESTIONS:
        return Text("", "")
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    close = close or [one for one in known if word.lower() in one.split("-")][:1]
    if not close:
        return Text("", "")
    return Text(*(f" {words}" for words in DID_YOU_MEAN.fill(word=close[0])))
