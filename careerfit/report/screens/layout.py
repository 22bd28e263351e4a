"""The blocks that screens are made of: they wrap, stack and indent by the width that there is, and cut nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careerfit.report.views.marks import Piece

WIDEST = 100
"""Lines longer than this tire the eye."""
NARROW = 60
"""Below this, what would stand side by side is stacked."""
ROOMY = 76
"""From here on two columns of prose stand side by side."""

HEADING, QUIET, GOOD, BAD, MARKED, COMMAND = "bold", "dim", "green", "yellow", "underline", "cyan"
_PARTIAL = " ▏▎▍▌▋▊▉"


class ByWidth:
    """A renderable that is built for the width it gets."""

    def __init__(self, build: Callable[[int], RenderableType]) -> None:
        self._build = build

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._build(options.max_width)


def text(content: str = "", style: str = "") -> Text:
    """A text that wraps at words, and within a word only where the word is longer than the line."""
    return Text(content, style=style, overflow="fold", no_wrap=False)


def runs(*parts: tuple[str, str]) -> Text:
    """A text of several parts, each (content, style)."""
    whole = text()
    for content, style in parts:
        whole.append(content, style=style or None)
    return whole


def marked(parts: Iterable[Piece], style: str = "") -> Text:
    """A sentence with its marked phrases underlined."""
    return runs(*((piece.text, f"{style} {MARKED}".strip() if piece.marked else style) for piece in parts))


def page(blocks: Iterable[RenderableType | None]) -> RenderableType:
    """Blocks under one another with air between, within comfortable margins."""
    spaced: list[RenderableType] = [""]
    for block in blocks:
        if block is not None:
            spaced += [block, ""]

    def build(width: int) -> RenderableType:
        left = _margin(width)
        return Padding(Group(*spaced), (0, max(0, width - left - WIDEST), 0, left), expand=False)

    return ByWidth(build)


def section(title: str, body: Iterable[RenderableType | None]) -> RenderableType:
    """A heading, and under it, indented, the body."""
    return Group(text(title, HEADING), indented(Group(*(block for block in body if block is not None))))


def indented(block: RenderableType) -> RenderableType:
    """A block a little to the right."""
    return ByWidth(lambda width: Padding(block, (0, 0, 0, _margin(width)), expand=False))


def hanging(mark: Text | str, body: RenderableType) -> RenderableType:
    """A mark, and beside it a body whose further lines stand under its first."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(mark, body)
    return grid


def beside(
    left: RenderableType, right: RenderableType, *, roomy: int = ROOMY, shares: tuple[int, int] = (1, 1)
) -> RenderableType:
    """Two blocks side by side where there is room, else under one another."""

    def build(width: int) -> RenderableType:
        if width < roomy:
            return Group(left, "", right)
        grid = Table.grid(padding=(0, 4, 0, 0), expand=True, pad_edge=False)
        grid.add_column(ratio=shares[0], overflow="fold")
        grid.add_column(ratio=shares[1], overflow="fold")
        grid.add_row(left, right)
        return grid

    return ByWidth(build)


def step(sentence: str, command: str) -> RenderableType:
    """Something to do, and under it, on a line of its own so that it can be copied, the command for it."""

    def build(width: int) -> RenderableType:
        line = text(command, COMMAND)
        return Group(text(sentence), line if width < NARROW else indented(line))

    return ByWidth(build)


def stacked(blocks: Iterable[RenderableType], *, air: bool = True) -> RenderableType:
    """Blocks under one another, with a blank line between them if ``air``."""
    lines: list[RenderableType] = []
    for block in blocks:
        if lines and air:
            lines.append("")
        lines.append(block)
    return Group(*lines)


def bar(share: float, width: int) -> str:
    """A bar that fills ``share`` (0 to 1) of ``width`` cells, to the eighth of a cell; never nothing for something."""
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_PARTIAL[rest] if rest else "")


def _margin(width: int) -> int:
    return 1 if width < NARROW else 2
