"""A report on a terminal: it wraps, stacks and indents by the width that there is, and cuts nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from careerfit.report.blocks import (
    AGAINST,
    FOR,
    NEITHER,
    Bar,
    Bars,
    Block,
    Code,
    Item,
    Line,
    Page,
    Pair,
    Paragraph,
    Part,
    Piece,
    Quote,
    Section,
    Sentence,
    Table,
    beside,
)
from careerfit.report.screens.terminal import WHOLE

WIDEST = 100
"""Lines longer than this tire the eye."""
NARROW = 60
"""Below this, what would stand side by side is stacked."""
ROOMY = 76
"""From here on two columns of prose stand side by side."""
SHORTEST, LONGEST = 10, 30
"""A bar's cells; with less room for it, what it stands for is told on lines of its own."""
LEAST = 18
"""Cells that a column of words needs; where there is no room for that, a table is told row by row."""

TWO_COLUMNS = ("cocok", "tidak_cocok")
"""Sections that stand side by side."""
UNEVEN = (3, 2)
"""The shares of two columns: who a role suits takes more words than whom it does not suit."""

HEADING, QUIET, GOOD, BAD, MARKED, COMMAND = "bold", "dim", "green", "yellow", "underline", "cyan"
UNBROKEN = Style.parse(COMMAND)
TONES = {"plain": "", "strong": HEADING, "quiet": QUIET}
MARKS = {FOR: GOOD, AGAINST: BAD}
_PARTIAL = " ▏▎▍▌▋▊▉"
TRACK = "░"
"""What a bar could fill, so that its share of the whole can be seen."""


class ByWidth:
    """A renderable that is built for the width it gets."""

    def __init__(self, build: Callable[[int], RenderableType]) -> None:
        self._build = build

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._build(options.max_width)


def page_screen(page: Page, *, full: bool = True) -> RenderableType:
    """A page under comfortable margins; unless ``full``, without what the full account alone holds."""
    return _framed(Group("", page_body(page, full=full), ""))


def brief_screen(pages: Sequence[Page], most: int) -> RenderableType:
    """The first of some pages, each shorter than the one before, that takes at most so many rows; else the last."""
    return _framed(FirstThatFits([page_body(page) for page in pages], most))


def page_body(page: Page, *, full: bool = True) -> RenderableType:
    """A page without margins; unless ``full``, without what the full account alone holds."""
    sections = [section for section in page.sections if full or not section.full]
    rows = [_row(row, full=full) for row in beside(sections, TWO_COLUMNS)]
    head = [text(page.title, HEADING)] if page.title else []
    ends = [Group(*head, *_stacked(page.lead, full=full)), *rows, Group(*_stacked(page.last, full=full))]
    spaced: list[RenderableType] = []
    for block in ends:
        if not isinstance(block, Group) or block.renderables:
            spaced += ["", block] if spaced else [block]
    return Group(*spaced)


def _framed(body: RenderableType) -> RenderableType:
    def build(width: int) -> RenderableType:
        left = _margin(width)
        return Padding(body, (0, max(0, width - left - WIDEST), 0, left), expand=False)

    return ByWidth(build)


class FirstThatFits:
    """The first of some renderables that takes at most so many rows at the width it gets; else the last."""

    def __init__(self, tries: Sequence[RenderableType], most: int) -> None:
        self._tries = tries
        self._most = most

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        *others, last = self._tries
        fits = (one for one in others if len(console.render_lines(one, options, pad=False)) <= self._most)
        yield next(fits, last)


def text(content: str = "", style: str | Style = "") -> Text:
    """A text that wraps at words, and within a word only where the word is longer than the line."""
    return Text(content, style=style, overflow="fold", no_wrap=False)


def bar(share: float, width: int) -> str:
    """A bar that fills ``share`` (0 to 1) of ``width`` cells, to the eighth of a cell; never nothing for something."""
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_PARTIAL[rest] if rest else "")


def _row(sections: Sequence[Section], *, full: bool) -> RenderableType:
    drawn = [_section(section, full=full) for section in sections]
    return _beside(drawn[0], drawn[1], UNEVEN) if len(drawn) > 1 else drawn[0]


def _section(section: Section, *, full: bool) -> RenderableType:
    body = Group(*_stacked(section.blocks, full=full))
    return Group(text(section.title, HEADING), _indented(body)) if section.title else body


def _stacked(blocks: Iterable[Block], *, full: bool) -> Iterator[RenderableType]:
    """Blocks under one another, with air around those that are more than a line or two."""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Code) and block.full and not full:
            continue
        if before is not None and _are_apart(before, block):
            yield ""
        yield from _block(block, full=full)
        before = block


def _are_apart(*two: Block) -> bool:
    """Does a blank line stand between the two: beside what is large, and from sentence to sentence?"""
    large = any(isinstance(block, Part | Pair | Table) for block in two)
    return large or all(isinstance(block, Sentence) for block in two)


def _block(block: Block, *, full: bool) -> Iterator[RenderableType]:
    match block:
        case Item():
            yield _item(block, full=full)
        case Bars():
            yield _bars(block)
        case Table():
            yield _table(block)
        case Pair():
            yield _beside(Group(*_stacked(block.left, full=full)), Group(*_stacked(block.right, full=full)))
        case Part():
            yield from [text(block.title, QUIET)] if block.title else []
            yield from _stacked(block.blocks, full=full)
        case _:
            yield from _line(block, full=full)


def _line(line: Line, *, full: bool) -> Iterator[RenderableType]:
    match line:
        case Paragraph():
            yield text(line.text, TONES[line.tone])
        case Sentence():
            yield _marked(line.pieces)
            if line.facets:
                yield text(f"{NEITHER} " + f" {NEITHER} ".join(line.facets), QUIET)
        case Quote() if line.phrase and not full:
            yield text(f"“{line.phrase}”", QUIET)
        case Quote():
            yield from [text(f"{line.source}:", QUIET)] if line.source else []
            yield _indented(Text.assemble("“", _marked(line.pieces), "”", overflow="fold"))
        case Code():
            yield _code(line)


def _item(item: Item, *, full: bool) -> RenderableType:
    points = f" ({item.points})" if item.points and full else ""
    said = f" · {item.said}" if item.name and item.said else item.said
    line = Text.assemble((item.name, HEADING), said + points, overflow="fold")
    return _hanging(Text(item.mark or NEITHER, MARKS.get(item.mark, "")), line, *_stacked(item.under, full=full))


def _code(code: Code) -> RenderableType:
    """What it is for, and the commands, each on a line of its own, so that it can be copied."""
    sentence = [text(code.sentence)] if code.sentence else []

    def build(width: int) -> RenderableType:
        indent = 0 if width < NARROW or not sentence else _margin(width)
        return Group(*sentence, *(_command(command, width, indent) for command in (code.code, *code.then)))

    return ByWidth(build)


def _command(command: str, width: int, indent: int) -> RenderableType:
    """A command, indented; one that is too long for that is not broken but left to the terminal as a whole."""
    if cell_len(command) > width - indent:
        return text(command, UNBROKEN + Style(meta={WHOLE: command}))
    return Padding(text(command, COMMAND), (0, 0, 0, indent), expand=False)


def _bars(bars: Bars) -> RenderableType:
    """A bar a line; each under its label where the labels leave no room."""
    ranked, named, said = (
        max(cell_len(one) + 2 if one else 0 for one in column)
        for column in zip(*((one.rank, one.name, _label(one)) for one in bars.bars), strict=True)
    )

    def build(width: int) -> RenderableType:
        room = min(LONGEST, width - ranked - named - said)
        if room < SHORTEST or (width < NARROW and named):
            room = max(SHORTEST, min(LONGEST, width - ranked - said))
            return Group(*(_stacked_bar(one, room) for one in bars.bars))
        used = (ranked, named, room, said)
        grid = Grid.grid(padding=(0, 2, 0, 0))
        for _ in filter(None, used):
            grid.add_column(no_wrap=True)
        for one in bars.bars:
            cells = (Text(one.rank, justify="right"), Text(one.name, _name(one)), _drawn(one, room), Text(_label(one)))
            grid.add_row(*compress(cells, used))
        return grid

    return ByWidth(build)


def _stacked_bar(one: Bar, room: int) -> RenderableType:
    """The name, and on a line of its own the bar and what is said of it."""
    name = [text(one.name, _name(one))] if one.name else []
    label = f"  {_label(one)}" if _label(one) else ""
    lines = [*name, Text.assemble(_drawn(one, room), label, overflow="fold")]
    return _hanging(one.rank, *lines) if one.rank else Group(*lines)


def _drawn(one: Bar, room: int) -> Text:
    filled = bar(one.share, room)
    return Text.assemble((filled, GOOD if one.leads else ""), (TRACK * (room - cell_len(filled)), QUIET))


def _label(one: Bar) -> str:
    return one.brief or one.said


def _name(one: Bar) -> str:
    return HEADING if one.leads else ""


def _table(table: Table) -> RenderableType:
    """A column each, or where that is too wide, a row after the other with each cell named."""
    rows = [table.head, *table.rows, *([table.total] if table.total else [])]
    widths = [max(cell_len(row[n]) for row in rows) for n in range(len(table.head))]
    needed = sum(width if number else min(width, LEAST) for width, number in zip(widths, table.numeric, strict=True))

    def build(width: int) -> RenderableType:
        return _grid(table) if needed + 2 * len(widths) - 2 <= width else _row_by_row(table)

    return ByWidth(build)


def _grid(table: Table) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for numeric in table.numeric:
        grid.add_column(justify="right" if numeric else "left", overflow="fold", no_wrap=numeric)
    grid.add_row(*(text(name, HEADING) for name in table.head))
    for row in table.rows:
        grid.add_row(*map(text, row))
    if table.total:
        grid.add_row(*(text(cell, HEADING) for cell in table.total))
    return grid


def _row_by_row(table: Table) -> RenderableType:
    from rich.columns import Columns  # few screens are so narrow

    blocks: list[RenderableType] = [text(table.head[0], HEADING)] if table.head[0] else []
    for row in [*table.rows, *([table.total] if table.total else [])]:
        named = [text(f"{name}: {cell}") for name, cell in zip(table.head[1:], row[1:], strict=True) if cell]
        blocks += [text(row[0]), _indented(Columns(named, padding=(0, 3)))]
    return Group(*blocks)


def _marked(parts: Iterable[Piece]) -> Text:
    """A sentence with its marked phrases underlined."""
    return Text.assemble(*((piece.text, MARKED if piece.marked else "") for piece in parts), overflow="fold")


def _indented(block: RenderableType) -> RenderableType:
    return ByWidth(lambda width: Padding(block, (0, 0, 0, _margin(width)), expand=False))


def _hanging(mark: Text | str, *lines: RenderableType) -> RenderableType:
    """A mark, and beside it lines whose further lines stand under the first."""
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(mark, Group(*lines))
    return grid


def _beside(left: RenderableType, right: RenderableType, shares: tuple[int, int] = (1, 1)) -> RenderableType:
    """Two blocks side by side where there is room, else under one another."""

    def build(width: int) -> RenderableType:
        if width < ROOMY:
            return Group(left, "", right)
        grid = Grid.grid(padding=(0, 4, 0, 0), expand=True, pad_edge=False)
        for share in shares:
            grid.add_column(ratio=share, overflow="fold")
        grid.add_row(left, right)
        return grid

    return ByWidth(build)


def _margin(width: int) -> int:
    return 1 if width < NARROW else 2
