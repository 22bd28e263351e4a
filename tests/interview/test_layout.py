"""Pages on screens of any size: nothing is cut, and nothing is wider than the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth
from rich.cells import cell_len

from careerfit.core.model import Pack
from careerfit.interview.layout import draw, fill
from careerfit.interview.pages import Block, Page, Pair, Paragraph
from careerfit.interview.reality import RealityCheck, ask, tell
from careerfit.text import LANGUAGES, MARKER, Lang, typed, wrap

from .fakes import Talk

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)


def shown(page: Page, columns: int, rows: int, selected: int | None = None, note: str = "") -> list[str]:
    """The rows of a drawing as text."""
    return ["".join(text for _, text in row.line).rstrip() for row in draw(page, selected, note, (columns, rows))]


def page(*body: Block, choices: tuple[str, ...] = ("go",), note: str = "") -> Page:
    return Page(body, choices, "go on", {"leave": "leave"}, note=note)


# Wrapping -----------------------------------------------------------------------------------------------------------


@given(st.lists(WORDS), st.integers(2, 60))
def test_wrapping_loses_nothing(words: list[str], width: int) -> None:
    """All characters come out in their order, whatever the width."""
    text = " ".join(words)
    assert "".join(text.split()) == "".join("".join(wrap(text, width)).split())


@given(st.lists(WORDS), st.integers(2, 60))
def test_no_wrapped_line_is_too_wide(words: list[str], width: int) -> None:
    """Every line fits, in cells rather than characters."""
    assert max(map(cell_len, wrap(" ".join(words), width))) <= width


def test_wrapping_breaks_between_words() -> None:
    """Lines end at words; only a word that is longer than the line is broken."""
    assert wrap("satu dua tiga", 8) == ["satu dua", "tiga"]
    assert wrap("a sangatpanjangsekali b", 8) == ["a", "sangatpa", "njangsek", "ali b"]
    assert wrap("", 8) == [""]
    assert wrap("a sangatpanjangsekali b", 8, breaks=False) == ["a", "sangatpanjangsekali", "b"]


def test_what_hangs_is_indented() -> None:
    """All lines but the first are indented, and still fit."""
    assert wrap("satu dua tigaempatlima", 8, hanging=2) == ["satu dua", "  tigaem", "  patlim", "  a"]


def test_filling_keeps_parts_whole() -> None:
    """Parts go side by side as long as there is room, and are never broken."""
    assert fill(["satu", "dua", "tiga"], " · ", 10) == [["satu", "dua"], ["tiga"]]


# Pages --------------------------------------------------------------------------------------------------------------


def pages(pack: Pack, lang: Lang) -> list[Page]:
    """Every page that an interview and a reality check can show, in one language; all items and all beliefs."""
    found = []
    for mode in ("quick", "full"):
        talk = Talk(pack, mode, lang=lang, introduce=True)
        found.append(talk.page)
        talk.press(0)
        found.append(talk.press("help").page)
        talk.press(0)
        while not talk.flow.done:
            found.append(talk.page)
            if not talk.page.position:
                break
            talk.press(2 % len(talk.page.choices), seconds=0.5)
    for role in pack.roles:
        check = RealityCheck(role)
        for _ in role.beliefs:
            found.append(ask(check).page(lang))
            check.answer(said=False)
            found.append(tell(check).page(lang))
            check.go_on()
    return found


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_is_wider_than_the_screen(pack: Pack, lang: Lang, columns: int) -> None:
    """On any screen every row of every page fits, also as the terminal library counts cells."""
    for one in pages(pack, lang):
        for row in shown(one, columns, 24, 0, "note " * 20):
            assert get_cwidth(row) == cell_len(row) <= columns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_fits_forty_by_twenty(pack: Pack, lang: Lang) -> None:
    """At 40 columns and 20 rows nothing but long quotations needs scrolling, remarks and all."""
    long = [one for one in pages(pack, lang) if len(draw(one, one.selected, "", (40, 20))) > 20]
    assert [] == [one for one in long if not any(isinstance(block, Pair) for block in one.body)]


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_on_a_page_is_cut(pack: Pack, lang: Lang, columns: int) -> None:
    """Every word of a page stands on the screen where it has rows enough, and no "…" anywhere."""
    for one in pages(pack, lang):
        text = " ".join(shown(one, columns, 40))
        said = [b.text for b in one.body if isinstance(b, Paragraph)]
        said += [part for b in one.body if isinstance(b, Pair) for part in (*b.left, *b.right)]
        for word in " ".join([*said, *one.choices, *one.heading, one.title, one.note]).split():
            assert word in text
        assert "…" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_choices_are_at_most_34_cells(pack: Pack, lang: Lang) -> None:
    """At 40 columns no line of a choice is longer than 34 cells."""
    for one in pages(pack, lang):
        for row in draw(one, None, "", (40, 20)):
            assert all(cell_len(text.strip()[3:].strip()) <= 34 for style, text in row.line if style == "class:choice")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_signs_are_single_code_points_of_width_one(pack: Pack, lang: Lang) -> None:
    """Every character that is drawn takes one cell, to rich and to the terminal library alike."""
    signs = {char for one in pages(pack, lang) for row in shown(one, 80, 24, 0) for char in row}
    assert {1} == {get_cwidth(sign) for sign in signs} | {cell_len(sign) for sign in signs}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_terminal_without_the_drawn_signs_gets_typed_ones(pack: Pack, lang: Lang) -> None:
    """The interview's own pages can be shown in ASCII; only texts of the pack may go beyond."""
    for one in pages(pack, lang):
        if one.title:
            continue
        parts = [part for row in draw(one, 0, "", (80, 24)) for part in row.line]
        own = [text for style, text in parts if style not in {"class:statement", "class:choice"}]
        assert [] == [text for text in own if not typed(text).isascii()]


def test_what_follows_a_statement_does_not_jump(pack: Pack) -> None:
    """On a usual screen the choices of all items stand on the same rows."""
    talk = Talk(pack, "full", lang="id")
    places = set()
    for _ in range(len(pack.items) - 1):
        rows = shown(talk.page, 80, 24)
        places.add(next(n for n, row in enumerate(rows) if row.strip().startswith("1  ")))
        talk.press(1)
        talk.session.offered_to_stop = True
    assert len(places) == 1


def test_air_gives_way_before_words() -> None:
    """With ever fewer rows, blank ones go first, and the words stay in their order."""
    one = page(Paragraph("title", "title"), Paragraph("text"), choices=("a", "b"), note="note")
    words = [row for row in shown(one, 40, 30) if row]
    for rows in range(24, len(words) - 1, -1):
        drawn = shown(one, 40, rows)
        assert words == [row for row in drawn if row]
        assert len(drawn) <= rows


def test_a_pair_stands_side_by_side_where_there_is_room() -> None:
    """Wide screens show both texts beside each other, narrow ones under one another."""
    one = page(Pair(("Left", "one two"), ("Right", "three")))
    assert any("Left" in row and "Right" in row for row in shown(one, 80, 24))
    narrow = [row.strip() for row in shown(one, 40, 24)]
    assert narrow.index("Left") < narrow.index("one two") < narrow.index("Right") < narrow.index("three")


def test_the_choice_that_is_marked_is_marked_without_colour() -> None:
    """A sign stands before the marked choice, and it is where the screen has to look."""
    rows = draw(page(choices=("first", "second")), 1, "", (40, 24))
    assert [f"{MARKER} 2  second"] == ["".join(t for _, t in row.line).strip() for row in rows if row.is_focus]


def test_the_bar_fills_with_the_share() -> None:
    """The bar under the heading is as long as the text is wide, and fills in proportion."""
    one = Page((), ("a",), "", {}, heading=("1/2",), share=0.5)
    bar = next(row for row in shown(one, 80, 24) if "━" in row).strip()
    assert (34, 34) == (bar.count("━"), bar.count("─"))


@given(st.lists(WORDS, min_size=1, max_size=30), st.integers(24, 130), st.integers(5, 50))
def test_any_text_fits_any_screen(words: list[str], columns: int, rows: int) -> None:
    """Whatever a pack says, no row is wider than a screen of 24 columns or more."""
    one = page(Paragraph(" ".join(words), "statement"), choices=(" ".join(words), "b"))
    assert all(cell_len(row) <= columns for row in shown(one, columns, rows, 0))
