"""A report as Markdown, for notes: sections in the order of the terminal, and no text that is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from careerfit.report.blocks import (
    NEITHER,
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
    Sentence,
    Table,
)
from careerfit.text import clean


def page_markdown(page: Page) -> str:
    """A page in its full account."""
    title = f"# {plain(page.title)}" if page.title else ""
    topic = f"*{plain(page.topic)}*" if page.topic else ""
    blocks = [title, plain(f" {NEITHER} ".join(page.about)), *_blocks(page.lead), topic]
    for section in page.sections:
        blocks += [f"## {plain(section.title)}" if section.title else "", *_blocks(section.blocks)]
    return "\n\n".join(filter(None, [*blocks, *_blocks(page.last)])) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Blocks as paragraphs of Markdown; items that follow one another are one list."""
    for is_list, run in groupby(blocks, lambda block: isinstance(block, Item | Code)):
        parts = chain.from_iterable(map(_block, run))
        yield from [bullets(parts)] if is_list else parts


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Sentence() | Code():
            yield _line(block)
        case Item():
            yield _item(block)
        case Quote():
            yield f"> {_line(block)}"
        case Bars():
            yield from _bars(block)
        case Table():
            yield _table(block)
        case Pair():
            yield from chain(_blocks(block.left), _blocks(block.right))
        case Part():
            yield f"### {plain(block.title)}" if block.title else ""
            yield from _blocks(block.blocks)


def _line(line: Line) -> str:
    """A line of a paragraph or of an item."""
    match line:
        case Paragraph():
            return strong(line.text) if line.tone == "strong" else plain(line.text)
        case Sentence():
            names = f"\\\n{NEITHER} {plain(f' {NEITHER} '.join(line.facets))}" if line.facets else ""
            return marked(line.pieces) + names
        case Quote():
            source = f"{plain(line.source)}: " if line.source else ""
            return f"{source}“{marked(line.pieces)}”"
        case Code():
            code = code_span(line.code)
            return f"{plain(line.sentence)} → {code}" if line.sentence else code


def _item(item: Item) -> str:
    """An item of a list: its lines, and under them those of the items that it holds."""
    name = strong(item.name) if item.name else ""
    said = f" · {inline(item.said)}" if item.name and item.said else plain(item.said)
    points = f" ({inline(item.points)})" if item.points else ""
    first = f"{inline(item.mark)} {name}{said}{points}".lstrip()
    lines = [first, *(_line(block) for block in item.under if not isinstance(block, Item))]
    inner = [_item(block) for block in item.under if isinstance(block, Item)]
    return "\\\n  ".join(lines) + (f"\n{bullets(inner, indent=2)}" if inner else "")


def _bars(bars: Bars) -> Iterator[str]:
    """A table where the bars have a head; a list of what they say where they have names."""
    if bars.head:
        names = [strong(one.name) if one.leads else plain(one.name) for one in bars.bars]
        rows = [
            (inline(one.rank), name, inline(one.said), inline(one.score))
            for one, name in zip(bars.bars, names, strict=True)
        ]
        yield grid(("", *map(plain, bars.head[1:])), rows, right=(0, 3))
        yield plain(bars.score)
    elif any(one.name for one in bars.bars):
        yield bullets(f"{plain(one.name)}: {plain(one.said)}" for one in bars.bars)


def _table(table: Table) -> str:
    head, rows = (table.spoken, table.told) if table.told else (table.head, table.rows)
    right = [n for n, numeric in enumerate(table.numeric) if numeric]
    cells = [tuple(map(plain, row)) for row in rows]
    total = [tuple(strong(cell) if cell else "" for cell in table.total)] if table.total else []
    return grid(tuple(map(plain, head)), [*cells, *total], right)


_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$&@^])")
_LEADING = re.compile(r"^([#+=:-]|\d+(?=[.)]))")
_LINKS = re.compile(r"://|(?<=www)\.", re.IGNORECASE)


def plain(text: str) -> str:
    """A text that Markdown shows as it is: no emphasis, links, code, HTML, headings, lists or tables come of it.

    Blanks before it are left out, since four of them would make it code.
    """
    return _LEADING.sub(_lead, inline(clean(text).lstrip()))


def inline(text: str) -> str:
    """A text within a line, where blanks count and no block can begin: shown as it is."""
    escaped = _SIGNS.sub(r"\\\1", clean(text))
    return _LINKS.sub(lambda found: found[0].replace("/", r"\/").replace(".", r"\."), escaped)


def strong(text: str) -> str:
    """The text in bold, blanks at its ends left outside."""
    shown = inline(text)
    bare = shown.strip()
    return shown.replace(bare, f"**{bare}**", 1) if bare else shown


def marked(parts: Iterable[Piece]) -> str:
    """A sentence with its marked phrases in bold."""
    whole = "".join(strong(piece.text) if piece.marked else inline(piece.text) for piece in parts)
    return _LEADING.sub(_lead, whole.lstrip())


def code_span(text: str) -> str:
    """The text as code, between more backticks than it holds in a row."""
    shown = clean(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence}{shown}{fence}" if fence == "`" else f"{fence} {shown} {fence}"


def bullets(items: Iterable[str], indent: int = 0) -> str:
    """Paragraphs of Markdown as a list."""
    return "\n".join(f"{' ' * indent}- {item}" for item in items)


def grid(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows of Markdown as a table; the columns in ``right`` are flush right."""
    numeric = set(right)
    rule = ["--:" if n in numeric else "---" for n in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def _lead(found: re.Match[str]) -> str:
    """A sign at the beginning with a backslash before it; behind a number, before the dot that follows."""
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"
