"""What every report is made of: a page of sections, and in each a few kinds of block. How they look is not said here.

Views fill them in, in one language; ``screens``, ``markdown`` and ``html`` lay them out, all in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from careerfit.text import clean

FOR, AGAINST, NEITHER, ONLY = "▲", "▼", "·", "●"


class Piece(NamedTuple):
    """A stretch of a sentence, and whether it names a facet."""

    text: str
    marked: bool


class Paragraph(NamedTuple):
    """Words of our own: plain, ``strong`` where they are the point, ``quiet`` where they stand beside it."""

    text: str
    tone: Literal["plain", "strong", "quiet"] = "plain"


class Sentence(NamedTuple):
    """A sentence of a profile, or a part of one, and the names of the facets that its marked pieces stand for."""

    pieces: tuple[Piece, ...]
    facets: tuple[str, ...] = ()


class Quote(NamedTuple):
    """A sentence of a profile in quotation marks; ``source`` says whose it is, or where it stands.

    Where room is short, ``phrase`` stands for the whole, if there is one.
    """

    pieces: tuple[Piece, ...]
    source: str = ""
    phrase: str = ""


class Item(NamedTuple):
    """One of several things: its mark ("" for none of its own), its name, what is said of it, and what stands under it.

    ``points`` are told in the full account alone. ``aloud`` stands in for what is said of it where it is heard.
    """

    mark: str = ""
    name: str = ""
    said: str = ""
    points: str = ""
    under: tuple[Line | Item, ...] = ()
    aloud: str = ""


class Code(NamedTuple):
    """What can be typed or copied, and a sentence on what it is for; ``full``: for the full account alone.

    ``then`` are further commands under the same sentence.
    """

    sentence: str
    code: str
    full: bool = False
    then: tuple[str, ...] = ()


class Bar(NamedTuple):
    """A bar that is filled by a share (0 to 1), with what is said of it, and in fewer words (``brief``)."""

    share: float
    name: str = ""
    said: str = ""
    brief: str = ""
    rank: str = ""
    score: str = ""
    leads: bool = False


class Bars(NamedTuple):
    """Bars under one another; ``head`` names rank, name, what is said and score, if they can stand in a table.

    ``score`` says what the scores are, wherever they are shown. ``aloud`` says what the bars are, for the ear.
    """

    bars: tuple[Bar, ...]
    head: tuple[str, ...] = ()
    score: str = ""
    aloud: str = ""


class Table(NamedTuple):
    """Rows under a head; ``total`` is what the numbers above add up to.

    ``spoken`` has the head in words and ``told`` the rows, where they are numbers and signs otherwise.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()

    @property
    def numeric(self) -> tuple[bool, ...]:
        """Column by column: does it hold numbers, and nothing else but gaps?"""
        return tuple(bool(self.rows) and all(_is_number(row[n]) for row in self.rows) for n in range(len(self.head)))


class Pair(NamedTuple):
    """Blocks that belong side by side, where there is room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class Part(NamedTuple):
    """Blocks of a section that belong together, with or without a title."""

    title: str
    blocks: tuple[Block, ...]


Line: TypeAlias = Paragraph | Sentence | Quote | Code
Block: TypeAlias = Line | Item | Bars | Table | Pair | Part


class Section(NamedTuple):
    """Blocks under a heading, or without one; ``key`` names it for programs, ``full``: for the full account alone."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    full: bool = False


class Page(NamedTuple):
    """A report: what comes first, section after section, and what is to be seen last.

    ``topic`` says what it is about and ``about`` whose it is, where the page is all that one has.
    """

    title: str
    sections: tuple[Section, ...]
    lead: tuple[Block, ...] = ()
    last: tuple[Block, ...] = ()
    topic: str = ""
    about: tuple[str, ...] = ()


def sign(supports: bool | None) -> str:  # noqa: FBT001  # it is what the sign says
    """The sign of what speaks for something, against it, or neither."""
    return NEITHER if supports is None else FOR if supports else AGAINST


def beside(sections: Iterable[Section], *pairs: tuple[str, str]) -> list[tuple[Section, ...]]:
    """The sections in their order, each alone, or with the next one where the keys of both make one of the pairs."""
    rows: list[tuple[Section, ...]] = []
    for section in sections:
        if rows and (rows[-1][-1].key, section.key) in pairs:
            rows[-1] += (section,)
        else:
            rows.append((section,))
    return rows


def pieces(sentence: str, phrases: Iterable[str]) -> tuple[Piece, ...]:
    """The sentence, cleaned and cut where marks begin and end; joined again the pieces are the whole sentence."""
    text = clean(sentence)
    marked = [False] * len(text)
    for phrase in map(clean, phrases):
        begin = text.find(phrase)
        if begin >= 0:
            marked[begin : begin + len(phrase)] = [True] * len(phrase)
    cuts = [n for n in range(len(text) + 1) if n in (0, len(text)) or marked[n] != marked[n - 1]]
    return tuple(Piece(text[begin:end], marked[begin]) for begin, end in pairwise(cuts))


def _is_number(cell: str) -> bool:
    return cell in {"", "–"} or cell.strip("+-−% ").replace(".", "").replace(",", "").isdigit()
