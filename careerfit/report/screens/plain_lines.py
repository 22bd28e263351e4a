"""A page as lines that can be read aloud: no bars, no signs that carry meaning alone, and headings to search for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    Quote,
    Sentence,
    Table,
)
from careerfit.report.words import result as words
from careerfit.report.words.profile import MARK_LEGEND
from careerfit.text import LANGUAGES, Lang, Text

SECTION = Text("Bagian {n}: {title}", "Section {n}: {title}")
"""What a heading begins with, so that one can jump from heading to heading by searching for the word."""
SIGNS: Mapping[str, Mapping[str, Text]] = {
    "shown": {},  # what stands out is named as a strength or as low already: there the signs say nothing more
    "reality": {FOR: words.GUESSED_RIGHT, AGAINST: words.GUESSED_WRONG, NEITHER: words.PASSED_OVER},
}
"""What the signs mean, by the section that they stand in."""
REASONS = {FOR: words.SUPPORTS, AGAINST: words.OPPOSES}
"""What they mean everywhere else."""


def page_lines(page: Page, lang: Lang, *, full: bool = True) -> list[str]:
    """The lines of a page, each as long as it is; unless ``full``, without what the full account alone holds."""
    told = _Told(lang, full=full)
    found = [page.title] if page.title else []
    found += told.blocks(page.lead)
    number = 0
    for section in page.sections:
        if section.full and not full:
            continue
        if section.title:
            number += 1
            found += ["", SECTION.say(lang, n=number, title=section.title)]
        found += _Told(lang, full=full, signs=SIGNS.get(section.key, REASONS)).blocks(section.blocks)
    return [*found, *told.blocks(page.last)]


class _Told:
    """How blocks are told in one language; ``signs``: what each sign is said as."""

    def __init__(self, lang: Lang, *, full: bool, signs: Mapping[str, Text] = REASONS) -> None:
        self._lang: Lang = lang
        self._full = full
        self._signs = signs

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Item() if block.mark and not block.name and block.mark not in REASONS and not block.mark.isdigit():
                return  # what explains a sign that is told in words here
            case Item():
                yield self._item(block)
                yield from self.blocks(block.under)
            case Bars():
                yield from [f"{block.aloud}:"] if block.aloud else []
                yield from map(_bar, block.bars)
            case Table():
                yield from _table(block)
            case Pair():
                yield from self.blocks((*block.left, *block.right))
            case Part():
                yield from [f"{block.title.rstrip(':')}:"] if block.title else []
                yield from self.blocks(block.blocks)
            case _:
                yield from self._line(block)

    def _line(self, line: Line) -> Iterator[str]:
        match line:
            case Paragraph():
                yield from [] if line.text in _LEGENDS[self._lang] else [line.text.replace(f" {NEITHER} ", ", ")]
            case Sentence():
                names = f" ({', '.join(line.facets)})" if line.facets else ""
                yield "".join(piece.text for piece in line.pieces) + names
            case Quote():
                is_short = line.phrase and not self._full
                words = line.phrase if is_short else "".join(piece.text for piece in line.pieces)
                yield f"{line.source}: “{words}”" if line.source else f"“{words}”"
            case Code() if self._full or not line.full:
                yield from [*([line.sentence] if line.sentence else []), line.code, *line.then]

    def _item(self, item: Item) -> str:
        sign = self._signs[item.mark].pick(self._lang) if item.mark in self._signs else ""
        sign = item.mark if item.mark.isdigit() else sign
        told = ", ".join(filter(None, (item.name, item.aloud or item.said)))
        points = f" ({item.points})" if item.points and self._full else ""
        return f"{sign}{': ' if sign else ''}{told}{points}"


def _bar(bar: Bar) -> str:
    told = ": ".join(filter(None, (bar.name, bar.said)))
    return f"{bar.rank}. {told}" if bar.rank else told


def _table(table: Table) -> Iterator[str]:
    head = table.spoken or table.head
    for row in (*(table.told or table.rows), *([table.total] if table.total else [])):
        cells = [f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True) if cell]
        yield f"{row[0]}: {', '.join(cells)}" if row[0] else ", ".join(cells)


_LEGENDS: dict[Lang, tuple[str, ...]] = {
    lang: tuple(one.pick(lang) for one in (words.LEGEND, words.LEGEND_BRIEF, MARK_LEGEND)) for lang in LANGUAGES
}
"""What explains signs that are words here."""
