"""A page as rows of styled text for a screen of any size: wraps at words, cuts nothing, gives up air before words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from rich.cells import cell_len

from careerfit.interview.pages import Block, Drawing, Line, Page, Pair, Paragraph
from careerfit.text import MARKER, wrap

WIDEST = 68
"""Longer lines tire the eye."""
WIDEST_DRAWN = 76
"""What is laid out elsewhere, with bars beside long names, may be this wide."""
ROOMY = 60
"""From here on a pair stands side by side, and margins are comfortable."""
BETWEEN = 4
"""Cells between the two sides of a pair."""
FEWEST = 20
"""The rows of a screen on which all has to fit; what there is more becomes air on top."""

KEPT, SAID_TWICE, GAP, AIR = 0, 1, 2, 3
"""How readily a row gives way where rows are short: never; the line on top, and an only choice, which Enter takes
anyhow; before them, blanks between blocks; and first of all, any other blank."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the screen: of the marked choice (``is_focus``), or of the keys, which always show (``is_foot``)."""

    line: Line
    gives_way: int = KEPT
    is_focus: bool = False
    is_foot: bool = False


FULL, REST = "━", "─"
"""What the bar is drawn with, each one cell wide."""


def draw(page: Page, selected: int | None, note: str, size: tuple[int, int], typed: str = "") -> list[Row]:
    """The page on a screen of ``size`` (columns, rows), with that choice selected; ``note`` beats the page's own.

    ``typed`` is what has been typed so far where the page asks for a line.

    Where rows are short, some give way; where that does not help, all but spare blanks are there to be scrolled.
    """
    columns, height = size
    widest = WIDEST_DRAWN if any(isinstance(block, Drawing) for block in page.body) else WIDEST
    width = max(8, min(widest, columns - 2 * _margin(columns)))
    rows = _without_spare([*_top(height), *_rows(page, selected, note or page.note, (width, height), typed)], height)
    indent = " " * max(_margin(columns), (columns - widest) // 2)
    return [replace(row, line=[("", indent), *row.line]) if row.line else row for row in rows]


def _margin(columns: int) -> int:
    return 1 if columns < ROOMY else 2


def _top(height: int) -> list[Row]:
    """Free rows on top: the same for every page, so that nothing jumps."""
    return [Row([], AIR)] * max(0, min(4, (height - FEWEST) // 2))


def _without_spare(rows: list[Row], height: int) -> list[Row]:
    if sum(row.gives_way == KEPT for row in rows) > height:
        given = (AIR,) if height >= FEWEST else (AIR, SAID_TWICE)
        return [row for row in rows if row.gives_way not in given]
    for level in (AIR, GAP, SAID_TWICE):
        spare = [n for n, row in enumerate(rows) if row.gives_way == level]
        drop = set(spare[max(0, len(spare) - max(0, len(rows) - height)) :])
        rows = [row for n, row in enumerate(rows) if n not in drop]
    return rows


def _rows(page: Page, selected: int | None, note: str, size: tuple[int, int], typed: str) -> Iterator[Row]:
    """Heading, body, choices, note and keys, with gaps between them."""
    width, height = size
    if page.title or page.heading:
        yield from _heading(page, width)
        yield Row([], GAP)
    below = [*_choices(page, selected, width, typed), *_below(page, note, width)]
    room = height - sum(row.gives_way != AIR for row in below) - 1
    for n, block in enumerate(page.body):
        if n and not (_is_row(block) and _is_row(page.body[n - 1])):
            yield Row([], GAP)
        yield from _block(block, width, room)
    yield Row([], GAP)
    yield from below


def _choices(page: Page, selected: int | None, width: int, typed: str) -> Iterator[Row]:
    """What can be chosen, or what has been typed."""
    if page.entry is not None:
        *above, last = wrap(typed, width - 3)
        yield from (Row([("class:marked", f"  {line}")]) for line in above)
        yield Row([("class:marked", f"{MARKER} {last}▏")], is_focus=True)
        return
    drawn = [[*_choice(n, choice, width, is_selected=n == selected)] for n, choice in enumerate(page.choices)]
    if page.is_menu and width >= ROOMY:
        yield from _side_by_side(drawn, width)
        return
    for rows in drawn:
        yield from rows if len(drawn) > 1 else (replace(row, gives_way=SAID_TWICE) for row in rows)


def _side_by_side(drawn: list[list[Row]], width: int) -> Iterator[Row]:
    """Choices in two columns, down the left one first; under one another where one of them is too wide for that."""
    half, rows = (len(drawn) + 1) // 2, width // 2
    if any(len(one) > 1 or _cells(one[0].line) >= rows for one in drawn):
        yield from chain.from_iterable(drawn)
        return
    for left, right in zip_longest(drawn[:half], drawn[half:], fillvalue=None):
        line = [*left[0].line] if left else []
        line += [("", " " * (rows - _cells(line))), *right[0].line] if right else []
        yield Row(line, is_focus=any(one[0].is_focus for one in (left, right) if one))


def _cells(line: Line) -> int:
    return sum(cell_len(text) for _, text in line)


def _below(page: Page, note: str, width: int) -> Iterator[Row]:
    """What stands under the choices: the note and the keys."""
    yield Row([], GAP)
    if note:
        yield from (Row([("class:note", line)]) for line in wrap(note, width))
        yield Row([], GAP)
    yield from _keys(page, width)


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.tone == "row"


def _heading(page: Page, width: int) -> Iterator[Row]:
    pieces = [piece for part in (page.title, *page.heading) if part for piece in wrap(part, width)]
    for parts in fill(pieces, " · ", width):
        yield Row([("class:heading", " · ".join(parts))], SAID_TWICE)
    if page.share is not None:
        done = round(page.share * width)
        yield Row([("class:bar", FULL * done), ("class:rest", REST * (width - done))], SAID_TWICE)


def _block(block: Block, width: int, room: int) -> Iterator[Row]:
    if isinstance(block, Drawing):
        yield from (Row(line) if line else Row([], GAP) for line in block.rows(width, room))
        return
    if isinstance(block, Pair):
        yield from _pair(block, width)
        return
    lines = [block.text] if block.tone == "row" and cell_len(block.text) <= width else wrap(block.text, width)
    yield from (Row([(f"class:{block.tone}", line)]) for line in lines)
    yield from [Row([], AIR)] * (len(wrap(block.room_for, width)) - len(lines))


def fill(parts: list[str], gap: str, width: int) -> list[list[str]]:
    """Parts that must not be broken, as many to a line as go with ``gap`` between them."""
    lines: list[list[str]] = [[]]
    for part in parts:
        if lines[-1] and cell_len(gap.join([*lines[-1], part])) > width:
            lines.append([])
        lines[-1].append(part)
    return lines


def _pair(pair: Pair, width: int) -> Iterator[Row]:
    if width < ROOMY - 2 * _margin(width):
        for n, (title, text) in enumerate((pair.left, pair.right)):
            if n:
                yield Row([], GAP)
            yield from (Row([("class:label", line)]) for line in wrap(title, width))
            yield from (Row([("class:text", line)]) for line in wrap(text, width))
        return
    half = (width - BETWEEN) // 2
    left, right = (
        [("class:label", title), *(("class:text", line) for line in wrap(text, half))]
        for title, text in (pair.left, pair.right)
    )
    for one, other in zip_longest(left, right, fillvalue=("", "")):
        yield Row([one, ("", " " * (half + BETWEEN - cell_len(one[1]))), other])


def _choice(n: int, choice: str, width: int, *, is_selected: bool) -> Iterator[Row]:
    style = "class:marked" if is_selected else "class:choice"
    lead = f"{MARKER if is_selected else ' '} {n + 1}  "
    for i, line in enumerate(wrap(choice, width - cell_len(lead))):
        yield Row([(style, (lead if i == 0 else " " * cell_len(lead)) + line)], is_focus=is_selected and i == 0)


def _keys(page: Page, width: int) -> Iterator[Row]:
    keys = {f"{key} {does}": (key, does) for key, does in page.keys("–", "←")}
    for parts in fill(list(keys), "   ", width):
        line: Line = []
        for n, part in enumerate(parts):
            key, does = keys[part]
            line += [("", "   ")] if n else []
            line += [("class:key", key), ("class:does", f" {does}")]
        yield Row(line, is_foot=True)
