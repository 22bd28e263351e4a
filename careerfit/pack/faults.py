"""What is wrong in a pack, and where: file, line and path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from careerfit.errors import DataError, Problem
from careerfit.pack.messages import HEADLINE
from careerfit.pack.wording import message
from careerfit.text import Text, escape

MOST_FAULTS = 1000
"""Nobody mends more at once; whoever makes a pack of a million faults shall not fill the memory with them."""
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of its file: keys, and positions in lists from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``line`` counts from 1, and 0 stands for the file as a whole."""

    file: str
    line: int
    path: Path
    what: Text

    def problem(self) -> Problem:
        """The fault as the user reads it: ``roles/x.yaml:12: sections.cocok[1]: …``."""
        place = f"{escape(self.file, 500)}:{self.line}" if self.line else escape(self.file, 500)
        return Problem(f"{place}: {spell(self.path)}" if self.path else place, self.what)


@dataclass(slots=True)
class Faults:
    """All that was found in one file."""

    file: str
    found: list[Fault] = field(default_factory=list)

    def add(self, line: int, path: Path, code: str, **params: object) -> None:
        """Note one fault, with the message of that code."""
        self.found.append(Fault(self.file, line, path, message(code, **params)))


@dataclass(slots=True)
class Remarks:
    """Faults of one file's values by their paths alone; the tree knows the lines."""

    found: list[tuple[Path, Text]] = field(default_factory=list)

    def add(self, path: Path, code: str, **params: object) -> None:
        """Note one fault, with the message of that code."""
        self.found.append((path, message(code, **params)))


def spell(path: Path) -> str:
    """A path in one word: ``sections.cocok[1].names.analisis``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{escape(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def problems(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """The first ``MOST_FAULTS`` faults as problems, sorted by file and line; a last one says if there are more."""
    rest = iter(faults)
    found = sorted(islice(rest, MOST_FAULTS), key=lambda f: (f.file, f.line, spell(f.path), f.what.en))
    more = [Problem("", message("more", most=MOST_FAULTS))] if next(rest, None) is not None else []
    return (*(fault.problem() for fault in found), *more)


def refuse(faults: Iterable[Fault]) -> None:
    """Raise ``DataError`` with every fault, if there is any."""
    found = problems(faults)
    if found:
        raise DataError(HEADLINE, found)
