"""A report as Markdown, for notes: the sections and their order are those of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby

from careerfit.report.blocks import (
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
    Quote,
    Sentence,
    Table,
)
from careerfit.report.markdown import markup as md


def page_markdown(page: Page) -> str:
    """A page in its full account."""
    title = md.heading(1, page.title) if page.title else ""
    topic = f"*{md.plain(page.topic)}*" if page.topic else ""
    blocks = [title, *_blocks(page.lead), topic]
    for section in page.sections:
        blocks += [md.heading(2, section.title) if section.title else "", *_blocks(section.blocks)]
    return md.page([*blocks, *_blocks(page.last)])


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Blocks as paragraphs of Markdown; items that follow one another are one list."""
    for is_list, run in groupby(blocks, lambda block: isinstance(block, Item | Code)):
        parts = chain.from_iterable(map(_block, run))
        yield from [md.bullets(parts)] if is_list else parts


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Sentence() | Code():
            yield _line(block)
        case Item():
            yield _item(block)
        case Quote():
            yield md.quoted(_line(block))
        case Bars():
            yield from _bars(block)
        case Table():
            yield _table(block)
        case Pair():
            yield from chain(_blocks(block.left), _blocks(block.right))
        case Part():
            yield md.heading(3, block.title) if block.title else ""
            yield from _blocks(block.blocks)


def _line(line: Line) -> str:
    """A line of a paragraph or of an item."""
    match line:
        case Paragraph():
            return md.strong(line.text) if line.tone == "strong" else md.plain(line.text)
        case Sentence():
            names = f"\\\n{NEITHER} {md.plain(f' {NEITHER} '.join(line.facets))}" if line.facets else ""
            return md.marked(line.pieces) + names
        case Quote():
            source = f"{md.plain(line.source)}: " if line.source else ""
            return f"{source}“{md.marked(line.pieces)}”"
        case Code():
            return _code(line)


def _item(item: Item) -> str:
    """An item of a list: its lines, and under them those of the items that it holds."""
    name = md.strong(item.name) if item.name else ""
    said = f" · {md.inline(item.said)}" if item.name and item.said else md.plain(item.said)
    points = f" ({md.inline(item.points)})" if item.points else ""
    first = f"{md.inline(item.mark)} {name}{said}{points}".lstrip()
    lines = [first, *(_line(block) for block in item.under if not isinstance(block, Item))]
    inner = [_item(block) for block in item.under if isinstance(block, Item)]
    return "\\\n  ".join(lines) + (f"\n{md.bullets(inner, indent=2)}" if inner else "")


def _code(code: Code) -> str:
    return f"{md.plain(code.sentence)} → {md.code(code.code)}" if code.sentence else md.code(code.code)


def _bars(bars: Bars) -> Iterator[str]:
    """A table where the bars have a head; a list of what they say where they have names."""
    if bars.head:
        rows = [(md.inline(one.rank), _named(one), md.inline(one.said), md.inline(one.score)) for one in bars.bars]
        yield md.table(("", *map(md.plain, bars.head[1:])), rows, right=(0, 3))
    elif any(one.name for one in bars.bars):
        yield md.bullets(f"{md.plain(one.name)}: {md.plain(one.said)}" for one in bars.bars)


def _named(one: Bar) -> str:
    return md.strong(one.name) if one.leads else md.plain(one.name)


def _table(table: Table) -> str:
    head, rows = (table.spoken, table.told) if table.told else (table.head, table.rows)
    right = [n for n, numeric in enumerate(table.numeric) if numeric]
    cells = [tuple(map(md.plain, row)) for row in rows]
    total = [tuple(md.strong(cell) if cell else "" for cell in table.total)] if table.total else []
    return md.table(tuple(map(md.plain, head)), [*cells, *total], right)
