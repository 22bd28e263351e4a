"""What a terminal shows as an SVG picture: the same bytes for the same screen, and nothing from outside in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TypeAlias

import pyte
from pyte.screens import Char

SIZE, CELL, LINE = 14, 8.4, 19
"""In pixels: the letters, the width that each of them takes, and the height of a row."""
SIDE, BAR = 18, 34
"""In pixels: the margin around the text, and the height of the bar with the title."""

PAPER, EDGE, DEFAULT, DIM = "#15181e", "#22262f", "#d9dee7", "#a3adba"
COLORS = {
    "default": DEFAULT,
    "red": "#ff8b87",
    "green": "#74d68a",
    "brown": "#efc05f",  # the name that the terminal gives to yellow
    "blue": "#8ab8ff",
    "magenta": "#d9a5f0",
    "cyan": "#5fcbe0",
    "white": "#ffffff",
}
FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

EIGHTHS = "▏▎▍▌▋▊▉█"
LINES = {"━": 3, "─": 1}
"""Signs that are drawn as boxes, so that they join in any font: their height in pixels."""
SIGNS = "▲▼●◐○❯←→↑↓"
"""Signs that a font may lack or draw wide: each one stands alone."""
_LETTER = rf"[^\s{EIGHTHS}━─{SIGNS}]"
PIECES = re.compile(rf"[{EIGHTHS}]+|━+|─+|[{SIGNS}]|{_LETTER}+(?: {_LETTER}+)*")

Style: TypeAlias = tuple[str, bool, bool, bool]
"""Colour, and whether bold, in italics and underlined."""
Row: TypeAlias = list[Char]


class Paper(pyte.Screen):
    """A screen that also remembers what is faint, which it keeps as what blinks."""

    def select_graphic_rendition(self, *attrs: int, **rest: object) -> None:
        faint = not {38, 48} & set(attrs)
        super().select_graphic_rendition(*(5 if faint and n == 2 else n for n in attrs), **rest)


@dataclass(frozen=True, slots=True)
class Shot:
    """What stands on a screen of ``columns``, without the empty rows around it."""

    columns: int
    rows: list[Row]

    @classmethod
    def of(cls, written: bytes, columns: int, rows: int) -> Shot:
        """What a terminal of that size shows after these bytes."""
        paper = Paper(columns, rows)
        pyte.ByteStream(paper).feed(written)
        found = [[paper.buffer[y][x] for x in range(columns)] for y in range(rows)]
        inked = [y for y, row in enumerate(found) if text_of(row)]
        return cls(columns, found[min(inked) : max(inked) + 1] if inked else [])

    def split(self, heading: str) -> tuple[Shot, Shot]:
        """What stands above the row that says this, and what stands from there on."""
        at = next(y for y, row in enumerate(self.rows) if text_of(row).strip().startswith(heading))
        above = self.rows[:at]
        while above and not text_of(above[-1]):
            above.pop()
        return Shot(self.columns, above), Shot(self.columns, self.rows[at:])


def text_of(row: Row) -> str:
    """A row as text, without blanks at its end."""
    return "".join(char.data for char in row).rstrip()


def svg(shot: Shot, title: str) -> str:
    """The picture, with a bar on top that says ``title``."""
    width, height = num(shot.columns * CELL + 2 * SIDE), num(BAR + len(shot.rows) * LINE + 2 * SIDE)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="{FONTS}" font-size="{SIZE}" role="img">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{width}" height="{height}" rx="9" fill="{PAPER}"/>',
            f'<path d="M0 {BAR}V9a9 9 0 0 1 9-9H{num(float(width) - 9)}a9 9 0 0 1 9 9V{BAR}z" fill="{EDGE}"/>',
            letters(title, SIDE, 22, (DIM, False, False, False)),
            *(mark for y, row in enumerate(shot.rows) for mark in drawn(row, BAR + SIDE + y * LINE)),
            "</svg>\n",
        ]
    )


def drawn(row: Row, top: float) -> Iterator[str]:
    """A row's text and boxes; every piece stands at its own place and is as wide as its cells, whatever the font."""
    x = 0
    for style, chars in groupby(row, style_of):
        text = "".join(char.data for char in chars)
        for found in PIECES.finditer(text):
            yield piece(found[0], SIDE + (x + found.start()) * CELL, top, style)
        x += len(text)


def piece(text: str, x: float, top: float, style: Style) -> str:
    if text[0] in EIGHTHS:
        return box(x, top + 3, sum(EIGHTHS.index(sign) + 1 for sign in text) / 8 * CELL, LINE - 6, style[0])
    if text[0] in LINES:
        height = LINES[text[0]]
        return box(x, top + (LINE - height) / 2, len(text) * CELL, height, style[0])
    return letters(text, x, top + LINE * 0.72, style)


def letters(text: str, x: float, y: float, style: Style) -> str:
    color, bold, italics, underscore = style
    looks = (' font-weight="700"' if bold else "") + (' font-style="italic"' if italics else "")
    looks += ' text-decoration="underline"' if underscore else ""
    fit = f'textLength="{num(len(text) * CELL)}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{num(x)}" y="{num(y)}" {fit} fill="{color}"{looks}>{escape(text, quote=False)}</text>'


def box(x: float, y: float, width: float, height: float, color: str) -> str:
    return f'<rect x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}" fill="{color}"/>'


def style_of(char: Char) -> Style:
    color = DIM if char.blink and char.fg == "default" else COLORS[char.fg]
    return color, char.bold, char.italics, char.underscore


def num(value: float) -> str:
    """A length with two decimals at most."""
    return f"{round(value, 2):g}"


def colors() -> Iterable[str]:
    """Every colour that text may have."""
    return (*COLORS.values(), DIM)
