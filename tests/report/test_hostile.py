"""Text of packs and answers that means harm comes out inert, in every format."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import StringIO

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careerfit.core.model import Pack
from careerfit.pack.answers_file import template_file
from careerfit.report.blocks import (
    Bar,
    Bars,
    Block,
    Code,
    Item,
    Page,
    Pair,
    Paragraph,
    Part,
    Quote,
    Section,
    Sentence,
    Table,
    pieces,
)
from careerfit.report.csv import (
    attempts_csv,
    csv_text,
    export_csv,
    questions_csv,
    result_csv,
    roles_csv,
    safe_cell,
)
from careerfit.report.html.result import result_html
from careerfit.report.html.template import environment
from careerfit.report.markdown import code_span, page_markdown, plain
from careerfit.report.screens.page import page_screen
from careerfit.report.screens.terminal import render
from careerfit.report.views.history import attempt_page, difference_page, list_page, verdict_then
from careerfit.text import FORMULA, clean
from tests.hostile import uncoloured, unseen

from .attempts import differing, four, poisoned_attempt
from .hostile import HARMFUL, WORST, poisoned, texts
from .pages import PAGES
from .people import result_of

INERT = {"inline", "text", "softbreak", "hardbreak", "code_inline", "html_entity"}
BLOCKS = re.compile(
    r"(heading|paragraph|bullet_list|list_item|blockquote|table|thead|tbody|tr|th|td|strong|em)_(open|close)"
)


def page_html(page: Page) -> str:
    """The sections of a page as HTML."""
    macros = environment().get_template("blocks.html.j2").module
    return "".join(map(macros.card, page.sections))  # type: ignore[attr-defined]


FORMATS: dict[str, Callable[[Page], str]] = {
    "screen": lambda page: render(page_screen(page), 80),
    "narrow screen in colour": lambda page: uncoloured(render(page_screen(page), 40, styled=True)),
    "Markdown": page_markdown,
    "HTML": page_html,
}


def page_of(text: str) -> Page:
    """A page with every kind of block, and the text wherever a block can hold one."""
    quote = Quote(pieces(f"a {text} b", [text]), text, text)
    line = Item(text, text, text, text, (Paragraph(text), quote, Code(text, text), Item(said=text)))
    blocks: tuple[Block, ...] = (
        *(Paragraph(text, tone) for tone in ("plain", "strong", "quiet")),
        Sentence(pieces(text, [text]), (text, text)),
        quote,
        line,
        Item("▲", text, text),
        Code(text, text),
        Bars((Bar(0.5, text, text, text, text, text, leads=True), Bar(0.1, text, text)), (text, text, text, text)),
        Bars((Bar(0.5, text, text),)),
        Table((text, text), ((text, text), ("1", "2")), (text, text), (text, text), ((text, text), (text, text))),
        Pair((Paragraph(text),), (Sentence(pieces(text, [])),)),
        Part(text, (Paragraph(text), line)),
    )
    return Page(text, (Section("a", text, blocks), Section("b", "", blocks)), blocks, (Paragraph(text),), text)


def tokens(markdown: str) -> list[Token]:
    """All tokens of a Markdown text as GitHub understands it, those within lines too."""
    found = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(markdown)
    return [inner for token in found for inner in [token, *(token.children or [])]]


class Tags(HTMLParser):
    """The tags of a page, and its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)


def parsed(page: str) -> Tags:
    """The tags of a page."""
    parser = Tags()
    parser.feed(page)
    parser.close()
    return parser


@given(texts)
def test_clean_text_has_nothing_unseen(text: str) -> None:
    """Cleaned text steers no terminal and hides nothing, and cleaning again changes nothing."""
    assert set() == unseen(clean(text)) | ({"\n"} & set(clean(text)))
    assert clean(text) == clean(clean(text))


def test_clean_keeps_what_is_meant_to_be_read() -> None:
    """Brackets, quotes and letters of all scripts stay; a break or a tab becomes a space."""
    assert "[b] “é” 漢字 a b c" == clean("[b] “é” 漢字 a\tb\nc")


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20)
@given(text=texts)
def test_no_block_lets_anything_unseen_out(form: str, text: str) -> None:
    """Whatever a block holds, in no format does a character come out that steers or hides."""
    assert set() == unseen(FORMATS[form](page_of(text)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_block_is_shown_in_every_format(form: str) -> None:
    """No kind of block is passed over: what it says stands in each format."""
    item = Item("▲", "nama", "dikata", "poin", (Paragraph("bawah"), Item(said="dalam")))
    blocks: tuple[Block, ...] = (
        Paragraph("paragraf"),
        Sentence(pieces("kalimat", []), ("faset",)),
        Quote(pieces("kutipan", []), "sumber"),
        item,
        Code("guna", "perintah"),
        Bars((Bar(0.5, "batang", "label", rank="1"),), ("urutan", "peran", "peluang", "skor")),
        Table(("kepala", "kolom"), (("baris", "12"),), ("jumlah", "13")),
        Pair((Paragraph("kiri"),), (Paragraph("kanan"),)),
        Part("bagian", (Paragraph("isi"),)),
    )
    shown = FORMATS[form](Page("", (Section("a", "judul", blocks),)))
    expected = {
        *("paragraf", "kalimat", "faset", "kutipan", "sumber", "▲", "nama", "dikata", "poin", "bawah", "dalam", "guna"),
        *("perintah", "batang", "label", "kepala", "kolom", "baris", "12", "jumlah", "13", "kiri", "kanan", "bagian"),
        *("isi", "judul"),
    }
    assert set() == {word for word in expected if word not in shown}


def test_brackets_are_no_markup_on_a_terminal() -> None:
    """What would be a style for the library that draws is shown as it is."""
    drawn = render(page_screen(page_of("[bold]x[/bold]")), 200)
    assert drawn.count("x") == drawn.count("[bold]x[/bold]") > len(page_of("").sections)


@settings(max_examples=20)
@given(texts)
def test_no_block_is_markup_in_markdown(text: str) -> None:
    """No text becomes a link, an image, HTML, code or a block of its own."""
    kinds = {token.type for token in tokens(page_markdown(page_of(text)))}
    assert set() == {kind for kind in kinds if kind not in INERT and not BLOCKS.fullmatch(kind)}


@settings(max_examples=20)
@given(texts)
def test_no_block_is_markup_in_html(text: str) -> None:
    """A page has the same tags and attributes with harmful text as with any other."""
    expected, found = parsed(page_html(page_of("x"))), parsed(page_html(page_of(text if clean(text).strip() else "x")))
    assert expected.tags == found.tags
    assert expected.attributes == found.attributes


@given(texts)
def test_markdown_shows_text_as_it_is(text: str) -> None:
    """Escaped text comes out of Markdown as one paragraph that says the same."""
    words = clean(text).split()
    found = [token for token in tokens(plain(text)) if token.type in {"text", "code_inline", "text_special"}]
    assert words == " ".join("".join(token.content for token in found).split()).split()


@given(texts)
def test_markdown_code_ends_where_it_should(text: str) -> None:
    """A command stays one piece of code, whatever backticks are in it."""
    inner = [token for token in tokens(f"x {code_span(text)} y") if token.type == "code_inline"]
    assert 1 == len(inner) or not clean(text).strip()


@given(st.lists(texts, min_size=1, max_size=3))
def test_no_cell_is_a_formula(row: list[str]) -> None:
    """No cell of text, and no head, begins like a formula, also behind blanks; every row is whole."""
    page = csv_text({text: lambda _, text=text: text for text in row}, [0])
    cells = [cell for line in csv.reader(StringIO(page)) for cell in line]
    assert 2 * len(set(row)) == len(cells)
    assert [] == [cell for cell in cells if cell.lstrip(" ").startswith(FORMULA)]
    assert set() == unseen(page)


@pytest.mark.parametrize("text", HARMFUL)
def test_cells(text: str) -> None:
    """A harmful text is no formula as a cell."""
    assert not safe_cell(text).startswith(FORMULA)


@pytest.fixture(scope="module")
def bad(pack: Pack) -> Pack:
    """The shipped pack, full of text that means harm."""
    return poisoned(pack, WORST)


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_pack_on_every_page(bad: Pack, name: str) -> None:
    """With a pack that is full of harm, no page lets out anything unseen, and none is more than words in Markdown."""
    page = PAGES[name](bad, "id")
    shown = [render(page_screen(page), 80), page_markdown(page)]
    assert [set(), set()] == list(map(unseen, shown))
    kinds = {token.type for token in tokens(shown[1])}
    assert set() == {kind for kind in kinds if kind not in INERT and not BLOCKS.fullmatch(kind)}


def test_a_hostile_history(pack: Pack) -> None:
    """Whatever a note, a pack's or a role's name, or a mode in the history holds, no page lets anything unseen out."""
    first, second = (poisoned_attempt(one, WORST) for one in four(pack)[:2])
    found, *_ = differing(pack, "real")
    pages = [
        list_page([first, second], [], "id"),
        attempt_page(first, "id", "another", 2),
        difference_page(found, first, second, "en"),
    ]
    assert [set()] * 6 == [
        unseen(shown) for page in pages for shown in (render(page_screen(page), 40), page_markdown(page))
    ]
    assert set() == unseen(verdict_then(first, "id"))


@pytest.mark.parametrize("name", ["clear", "tie-of-two", "misfit"])
def test_a_hostile_pack_in_the_report(pack: Pack, bad: Pack, name: str) -> None:
    """The report to take along has the same tags and attributes with a pack that is full of harm as without."""
    page = result_html(result_of(bad, name), "id")
    expected, found = parsed(result_html(result_of(pack, name), "id")), parsed(page)
    assert set(expected.tags) == set(found.tags)
    assert expected.attributes == found.attributes
    assert set() == unseen(page)


def test_a_hostile_pack_in_a_spreadsheet(bad: Pack) -> None:
    """Every cell is a plain number or harmless text, and every row is whole."""
    attempts = [poisoned_attempt(one, WORST) for one in four(bad)]
    results = [result_csv(result_of(bad, name), "id") for name in ("clear", "misfit")]
    lists = [roles_csv(bad, "en"), questions_csv(bad, "id"), attempts_csv(attempts), export_csv(attempts)]
    for page in [*results, *lists]:
        rows = list(csv.reader(StringIO(page)))
        assert {len(rows[0])} == {len(row) for row in rows}
        assert [] == [cell for row in rows for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
        assert set() == unseen(page)


def is_number(cell: str) -> bool:
    """Is a cell a number that a spreadsheet reads as one?"""
    return re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell) is not None


@settings(max_examples=3)
@given(texts)
def test_template(pack: Pack, poison: str) -> None:
    """An answers file with harmful statements still holds its keys and nothing else."""
    loaded = yaml.safe_load(template_file(poisoned(pack, poison), "id"))
    assert dict.fromkeys(pack.item_by_key) == loaded
    assert json.dumps(loaded)
