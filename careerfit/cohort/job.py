"""What is asked for, and what came of it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from careerfit.text import Lang

Engine: TypeAlias = Literal["local", "spark"]


class Job(NamedTuple):
    """A file of people (``-`` for CSV on standard input), where their results go, what computes them, and in which
    language the column ``error`` speaks.
    """

    source: str
    target: str
    engine: Engine = "local"
    master: str = "local[*]"
    strict: bool = False
    lang: Lang = "id"


class Outcome(NamedTuple):
    """What came of the rows of a file: ``people`` who answered anything and were scored, of whom ``noted`` have cells
    that could not be taken; ``bad`` rows that could not be scored; ``silent`` ones, of somebody who answered nothing.

    And of its columns: ``missing`` items, ``others`` that were left alone, rows of heads that were ``skipped``.
    """

    people: int = 0
    noted: int = 0
    bad: int = 0
    silent: int = 0
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    skipped: int = 0
