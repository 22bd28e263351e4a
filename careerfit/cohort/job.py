"""What is asked for, and what came of it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from careerfit.sheets.columns import Columns
from careerfit.text import Lang

Engine: TypeAlias = Literal["local", "spark"]
PEOPLE = "people.jsonl"
"""The file in which results are handed on, for what is made of them: an object a person, with all of a scorer's."""


class Job(NamedTuple):
    """A file of people (``-`` for CSV on standard input), where their results go ("" for nowhere), what computes them,
    and in which language the column ``error`` speaks. ``known_by`` is the head of what people are known by, ``sheet``
    that of a workbook, as far as they were named; ``handed_on``: are results made into something else?
    """

    source: str
    target: str
    engine: Engine = "local"
    master: str = "local[*]"
    strict: bool = False
    lang: Lang = "id"
    known_by: str = ""
    sheet: str = ""
    handed_on: bool = False


class Outcome(NamedTuple):
    """What came of the rows of a file: ``people`` who answered anything and were scored, of whom ``noted`` have cells
    that could not be taken; ``bad`` rows that could not be scored; ``silent`` ones, of somebody who answered nothing;
    ``twice``: what several rows are known by. And its columns, how many rows were ``skipped`` since they hold heads or
    titles, and how many a spreadsheet counts ``above`` those of people.
    """

    people: int = 0
    noted: int = 0
    bad: int = 0
    silent: int = 0
    twice: tuple[str, ...] = ()
    columns: Columns = Columns(())
    skipped: int = 0
    above: int = 0
