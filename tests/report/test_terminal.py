"""From a screen to a stream: width, colour, encodings, and nothing cut."""

from __future__ import annotations

import re
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.cells import cell_len
from rich.text import Text

from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import Result, evaluate
from careerfit.report.blocks import Bar, Bars, Block, Code, Item, Page, Paragraph, Piece, Quote, Section, Table
from careerfit.report.screens.page import bar, page_screen, text
from careerfit.report.screens.terminal import ColorMode, find_width, print_to, render, wants_color
from careerfit.report.views.result.page import result_page
from careerfit.text import LANGUAGES, Lang

from .pages import PAGES

WIDTHS = (20, 33, 40, 59, 60, 75, 76, 100, 200)
"""Narrow, and on both sides of each width from which something is laid out otherwise."""
DRAWN = re.compile("[█▉▊▋▌▍▎▏░]")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def letters(page: str) -> list[str]:
    """What is written on a page, whatever the lines and columns."""
    return sorted(DRAWN.sub("", "".join(page.split())))


@pytest.mark.parametrize(
    ("color", "env", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {}, True, False),
    ],
)
def test_colour(color: ColorMode, env: dict[str, str], terminal: bool, expected: bool) -> None:
    """Colour comes on a terminal that can show it, unless declined; and wherever it is demanded."""
    assert expected == wants_color(Terminal() if terminal else StringIO(), color, env)


def test_no_escape_without_colour() -> None:
    """Without colour not even bold text brings an escape byte."""
    stream = Terminal()
    print_to(stream, Text("berat", style="bold red underline"), color="never", env={})
    assert "berat\n" == stream.getvalue()


def test_bold_where_colour_is_wanted() -> None:
    """With colour a bold text is bold."""
    stream = Terminal()
    print_to(stream, Text("berat", style="bold"), env={})
    assert "\x1b[1mberat\x1b[0m\n" == stream.getvalue()


@pytest.mark.parametrize(("columns", "expected"), [("57", 57), ("0", 80), ("-3", 80), ("x", 80), ("²", 80), ("", 80)])
def test_width(columns: str, expected: int) -> None:
    """COLUMNS counts where it is a number; a stream that is no terminal is 80 wide."""
    assert expected == find_width(StringIO(), {"COLUMNS": columns})


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_poor_encodings(encoding: str) -> None:
    """Where an encoding lacks the drawn signs, plain ones stand in for them, one for one."""
    stream = TextIOWrapper(BytesIO(), encoding=encoding, errors="replace")
    print_to(stream, text("▲ a ▼ b ● c ◐ d █▌ −1"), env={})
    stream.flush()
    raw = stream.detach()
    assert isinstance(raw, BytesIO)
    assert b"^ a v b # c + d == -1\n" == raw.getvalue()


def shown(*blocks: Block, width: int = 80, full: bool = False) -> str:
    """What a terminal shows of blocks under a title."""
    return render(page_screen(Page("T", (Section("", "", blocks),)), full=full), width)


COPIED = re.compile(r"careerfit .*|CF1-\w+|[a-z]+(-[a-z]+)+")
"""A line that is to be copied: a command, an answer code or a role's slug."""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_fits(pack: Pack, name: str, lang: Lang) -> None:
    """At any width no line is longer or ends in blanks, nothing is cut, and all is said that is said elsewhere.

    Only what is to be copied may be longer: it stands whole, from the first column on.
    """
    page = PAGES[name](pack, lang)
    drawn = {width: render(page_screen(page), width) for width in (WIDTHS if lang == "id" else (40, 200))}
    too_long = {
        width: [one for one in text.splitlines() if cell_len(one) > width and not COPIED.fullmatch(one)]
        for width, text in drawn.items()
    }
    assert {} == {width: lines for width, lines in too_long.items() if lines}
    assert [] == [line for text in drawn.values() for line in text.splitlines() if line != line.rstrip()]
    assert [] == [width for width, text in drawn.items() if "…" in text]
    if not any(isinstance(block, Table) for section in page.sections for block in section.blocks):
        assert {tuple(letters(drawn[200]))} == {tuple(letters(text)) for text in drawn.values()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_result_ends_with_verdict_and_code(result: Result, lang: Lang) -> None:
    """The last lines, which are what a small window shows, say the verdict and the code, even after all the points."""
    page = result_page(result, lang)
    for full in (False, True):
        last = render(page_screen(page, full=full), 80).rstrip("\n").split("\n\n")[-1]
        label = {"id": "Kode jawaban", "en": "Answer code"}[lang]
        assert f"{page.title} {label}: {result.code}" == " ".join(last.split())


def test_a_result_without_answers_has_no_code(pack: Pack) -> None:
    """Where nothing was answered there is nothing to replay."""
    assert "CF1-" not in render(page_screen(result_page(evaluate(pack, Answers()), "id")), 80)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_signs_stand_apart_from_names(pack: Pack, lang: Lang, width: int) -> None:
    """In a comparison no sign touches a facet's name, and none stands at the end of its explanation's line."""
    pages = [render(page_screen(PAGES[name](pack, lang)), width) for name in ("compare-two", "compare-all")]
    torn = re.compile(r"\w[●◐·]|^ *● .*\w.*[◐·]$")
    assert [] == [line for page in pages for line in page.splitlines() if torn.search(line)]


def test_every_sign_is_one_cell_and_one_code_point(result: Result) -> None:
    """All that is not a letter, digit or usual punctuation takes one cell."""
    page = render(page_screen(result_page(result, "id")), 80)
    assert set() == {char for char in set(page) - {"\n"} if cell_len(char) != 1}


@pytest.mark.parametrize(
    ("share", "expected"), [(0, ""), (0.0001, "▏"), (0.05, "▍"), (0.5, "████"), (0.55, "████▍"), (1, "████████")]
)
def test_bars(share: float, expected: str) -> None:
    """A bar is exact to the eighth of a cell, and something is never shown as nothing."""
    assert expected == bar(share, 8)


def test_tables_become_blocks_where_they_are_too_wide() -> None:
    """A table that does not fit is told row by row, each cell with its name; numbers stand flush right."""
    rows = (("Kepala Bagian Kesejahteraan", "70,1", "ya"), ("Manajer", "–", ""))
    table = Table(("nama", "skor", "seri"), rows, total=("semua", "9,0", ""))
    assert [
        "nama                         skor  seri",
        "Kepala Bagian Kesejahteraan  70,1  ya",
        "Manajer                         –",
        "semua                         9,0",
    ] == [line.strip() for line in shown(table, width=41).splitlines()[3:-1]]
    assert [
        " nama",
        " Kepala Bagian",
        " Kesejahteraan",
        "  skor: 70,1",
        "  seri: ya",
        " Manajer",
        "  skor: –",
        " semua",
        "  skor: 9,0",
    ] == shown(table, width=20).splitlines()[3:-1]


def test_bars_line_up_whatever_they_say() -> None:
    """Beside the labels where there is room, else under them, bars begin and end at the same columns."""
    bars = Bars((Bar(1, "Kepala Bagian", "9 dari 10", rank="1", leads=True), Bar(0.5, "Manajer", "1", rank="2")))
    assert ["1  Kepala Bagian  ██████████████████████████████  9 dari 10"] == lines(bars, 80)[:1]
    assert ["2  Manajer        ███████████████░░░░░░░░░░░░░░░  1"] == lines(bars, 80)[1:]
    assert ["1 Kepala Bagian", "█████████████████████████  9 dari 10", "2 Manajer"] == lines(bars, 40)[:3]
    assert "████████████▌░░░░░░░░░░░░  1" == lines(bars, 40)[3]


def lines(block: Block, width: int) -> list[str]:
    """The lines of one block, without their margin."""
    return [line.strip() for line in shown(block, width=width).splitlines()[3:-1]]


def test_only_the_full_account_has_everything() -> None:
    """What is marked as full, points and whole quotations are left out of the short account."""
    quote = Quote((Piece("Ia tenang, juga ", marked=False), Piece("saat ramai", marked=True)), "Cocok", "saat ramai")
    blocks = (Item("▲", "Tenang", "kamu 4", "+1 poin", (quote,)), Code("Ulangi", "careerfit x", full=True))
    page = Page("T", (Section("a", "A", blocks), Section("b", "B", (Paragraph("rinci"),), full=True)))
    short, full = (render(page_screen(page, full=full), 80).split("\n") for full in (False, True))
    assert ["  A", "    ▲ Tenang · kamu 4", "      “saat ramai”"] == short[3:-2]
    assert [
        "  A",
        "    ▲ Tenang · kamu 4 (+1 poin)",
        "      Cocok:",
        "        “Ia tenang, juga saat ramai”",
        "    Ulangi",
        "      careerfit x",
        "",
        "  B",
        "    rinci",
    ] == full[3:-2]
