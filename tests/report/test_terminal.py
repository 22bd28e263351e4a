"""From a screen to a stream: width, colour, encodings, and nothing cut."""

from __future__ import annotations

import re
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.cells import cell_len
from rich.text import Text

from careerfit.core.model import Answers, Pack
from careerfit.core.result import Result, evaluate
from careerfit.report.screens.compare import compare_screen
from careerfit.report.screens.layout import bar, text
from careerfit.report.screens.lists import questions_screen, roles_screen, table_screen
from careerfit.report.screens.profile import profile_screen
from careerfit.report.screens.result import result_screen
from careerfit.report.screens.terminal import ColorMode, find_width, print_to, render, wants_color
from careerfit.report.views.compare import compare_view
from careerfit.report.views.profile import profile_view
from careerfit.report.views.result import result_view
from careerfit.text import LANGUAGES, Lang

from .people import reality_of

WIDTHS = (20, 33, 40, 59, 60, 75, 76, 80, 100, 120, 200)
DRAWN = re.compile("[█▉▊▋▌▍▎▏]")


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
def test_row_9_colour(color: ColorMode, env: dict[str, str], terminal: bool, expected: bool) -> None:
    """Colour comes on a terminal that can show it, unless declined; and wherever it is demanded."""
    assert expected == wants_color(Terminal() if terminal else StringIO(), color, env)


def test_row_9_no_escape_without_colour() -> None:
    """Without colour not even bold text brings an escape byte."""
    stream = Terminal()
    print_to(stream, Text("berat", style="bold red underline"), color="never", env={})
    assert "berat\n" == stream.getvalue()


def test_colour_when_wanted() -> None:
    """With colour a bold text is bold."""
    stream = Terminal()
    print_to(stream, Text("berat", style="bold"), env={})
    assert "\x1b[1mberat\x1b[0m\n" == stream.getvalue()


@pytest.mark.parametrize(("columns", "expected"), [("57", 57), ("0", 80), ("-3", 80), ("x", 80), ("²", 80), ("", 80)])
def test_width(columns: str, expected: int) -> None:
    """COLUMNS counts where it is a number; a stream that is no terminal is 80 wide."""
    assert expected == find_width(StringIO(), {"COLUMNS": columns})


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_row_12_poor_encodings(encoding: str) -> None:
    """Where an encoding lacks the drawn signs, plain ones stand in for them, one for one."""
    stream = TextIOWrapper(BytesIO(), encoding=encoding, errors="replace")
    print_to(stream, text("▲ a ▼ b ● c ◐ d █▌ −1"), env={})
    stream.flush()
    raw = stream.detach()
    assert isinstance(raw, BytesIO)
    assert b"+ a - b # c + d == -1\n" == raw.getvalue()


def test_no_trailing_blanks(pack: Pack) -> None:
    """No line ends in blanks, also not those of tables."""
    page = render(compare_screen(compare_view(pack, [role.slug for role in pack.roles], "id")), 80)
    assert [] == [line for line in page.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_row_10_results_fit(result: Result, lang: Lang, width: int) -> None:
    """A result fits the width, and says all that it says at any other."""
    screen = result_screen(result_view(result, lang, reality=reality_of(result)))
    page = render(screen, width)
    assert [] == [line for line in page.splitlines() if cell_len(line) > width]
    assert letters(render(screen, 120)) == letters(page)
    assert "…" not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_result_ends_with_verdict_and_code(result: Result, lang: Lang) -> None:
    """The last lines, which are what a small window shows, say the verdict and the code, even after all the points."""
    view = result_view(result, lang, reality=reality_of(result))
    for verbose in (False, True):
        last = render(result_screen(view, verbose=verbose), 80).rstrip("\n").split("\n\n")[-1]
        label = {"id": "Kode jawaban", "en": "Answer code"}[lang]
        assert f"{view.headline} {label}: {result.code}" == " ".join(last.split())


def test_a_result_without_answers_has_no_code(pack: Pack) -> None:
    """Where nothing was answered there is nothing to replay."""
    assert "CF1-" not in render(result_screen(result_view(evaluate(pack, Answers()), "id")), 80)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_row_10_other_screens_fit(pack: Pack, lang: Lang, width: int) -> None:
    """Profiles, comparisons and lists fit the width; nothing is cut."""
    slugs = [role.slug for role in pack.roles]
    screens = [
        profile_screen(profile_view(pack, pack.roles[0], lang)),
        compare_screen(compare_view(pack, slugs, lang)),
        compare_screen(compare_view(pack, slugs[:2], lang)),
        roles_screen(pack, lang),
        questions_screen(pack, lang),
    ]
    for number, screen in enumerate(screens):
        page = render(screen, width)
        assert [] == [line for line in page.splitlines() if cell_len(line) > width]
        assert "…" not in page
        if number in {0, 3, 4}:
            assert letters(render(screen, 120)) == letters(page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_signs_stand_apart_from_names(pack: Pack, lang: Lang, width: int) -> None:
    """In a comparison no sign touches a facet's name, and none of the legend is left at the end of its line."""
    slugs = [role.slug for role in pack.roles]
    pages = [render(compare_screen(compare_view(pack, slugs[-n:], lang)), width) for n in (2, 3, 5)]
    torn = re.compile(r"\w[●◐·]|^ *● .*\w.*[◐·]$")
    assert [] == [line for page in pages for line in page.splitlines() if torn.search(line)]


def test_every_sign_is_one_cell_and_one_code_point(result: Result) -> None:
    """All that is not a letter, digit or usual punctuation takes one cell."""
    page = render(result_screen(result_view(result, "id"), verbose=True), 80)
    assert set() == {char for char in set(page) - {"\n"} if cell_len(char) != 1}


@pytest.mark.parametrize(
    ("share", "expected"), [(0, ""), (0.0001, "▏"), (0.05, "▍"), (0.5, "████"), (0.55, "████▍"), (1, "████████")]
)
def test_bars(share: float, expected: str) -> None:
    """A bar is exact to the eighth of a cell, and something is never shown as nothing."""
    assert expected == bar(share, 8)


def test_tables_become_blocks_where_they_are_too_wide() -> None:
    """A table that does not fit is told row by row, each cell with its name."""
    table = table_screen("T", ["nama", "skor"], [["Kepala Bagian", "70,1"], ["Manajer", ""]])
    assert "\n T\n\n nama           skor\n Kepala Bagian  70,1\n Manajer\n\n" == render(table, 40)
    assert "\n T\n\n nama: Kepala Bagian\n skor: 70,1\n\n nama: Manajer\n\n" == render(table, 20)
