"""Sentences with the phrases in them that name a facet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careerfit.text import clean


class Piece(NamedTuple):
    """A stretch of a sentence, and whether it names a facet."""

    text: str
    marked: bool


def pieces(sentence: str, phrases: Iterable[str]) -> tuple[Piece, ...]:
    """The sentence, cleaned and cut where marks begin and end; joined again the pieces are the whole sentence."""
    text = clean(sentence)
    cuts: list[Piece] = []
    at = 0
    for begin, end in _merged(_found(text, phrases)):
        cuts += [Piece(text[at:begin], marked=False), Piece(text[begin:end], marked=True)]
        at = end
    cuts.append(Piece(text[at:], marked=False))
    return tuple(piece for piece in cuts if piece.text)


def _found(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    spans = []
    for phrase in map(clean, phrases):
        begin = text.find(phrase) if phrase else -1
        if begin >= 0:
            spans.append((begin, begin + len(phrase)))
    return sorted(spans)


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping spans as one."""
    last: tuple[int, int] | None = None
    for begin, end in spans:
        if last is not None and begin <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (begin, end)
    if last is not None:
        yield last
