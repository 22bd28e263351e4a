"""The pages about many people: a class at a glance and a group on one page, as words and in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.answer_code import MISTYPED, encode
from careerfit.core.model import Answers, Pack
from careerfit.report.blocks import Paragraph
from careerfit.report.html.group import class_html, summary_html
from careerfit.report.views.people.group import cohort_page
from careerfit.report.views.people.group_in_words import summary_view
from careerfit.report.views.people.school_class import Person, class_view, findings, looks, matter
from careerfit.report.words.people import HEADS, KINDS, NAMES
from careerfit.sheets.cells import NO_CODE
from careerfit.text import LANGUAGES, Lang
from tests.photos import class_page

from .pages import group
from .test_browser import BROKEN, CHROMIUM, OVERFLOW, PAPER, axe, playwright

MADE = datetime(2026, 11, 26, tzinfo=UTC)
WIDTHS = (360, 1000)


def person(pack: Pack, verdict: str | None = "clear", flags: tuple[str, ...] = (), row: int = 1, **more: Any) -> Person:
    """Somebody with a result."""
    given = {item.key: n % 5 + 1 for n, item in enumerate(pack.items)}
    roles = tuple(role.slug for role in pack.roles[: {"clear": 1, "tie": 2}.get(verdict or "", 0)])
    code, leader = encode(pack, Answers(given)), roles[0] if roles else ""
    found = Person(row, "", f"P{row}", "", verdict, leader, roles, 0.86 if roles else None, 60.0, 74, flags, code, "")
    return found._replace(**more)


def people_of_all_kinds(pack: Pack) -> list[Person]:
    """One of each kind, the last to be talked to first."""
    alike = encode(pack, Answers(dict.fromkeys(pack.item_by_key, 3)))
    found = [
        person(pack),
        person(pack, "tie"),
        person(pack, "unclear", answered=0, code=""),
        person(pack, None, answered=0, code="", error="empati-1: x"),
        person(pack, "unclear", answered=9),
        person(pack, "unclear"),
        person(pack, "unclear", code=alike),
        person(pack, "unclear", ("inconsistent",)),
        person(pack, "misfit", ("inconsistent",)),
    ]
    return [one._replace(row=row, name=f"P{row}") for row, one in enumerate(found, 1)]


def test_what_is_the_matter(pack: Pack) -> None:
    """Each kind of result is told apart, and has words of its own in which to begin."""
    assert [*reversed(KINDS)] == [matter(pack, one) for one in people_of_all_kinds(pack)]


@pytest.mark.parametrize(
    ("verdict", "flags", "error", "expected"),
    [
        ("clear", (), "", ""),
        ("clear", ("long_run",), "", "Ada deretan panjang jawaban yang sama"),
        ("clear", (), "empati-1: x", "Ada isian yang tidak terbaca"),
        ("tie", (), "", "Bandingkan peran-peran itu bersama"),
        ("tie", ("inconsistent",), "", "Bandingkan peran-peran itu bersama"),
        ("unclear", ("long_run", "inconsistent"), "", "Ajak mengisi sekali lagi"),
        (
            "misfit",
            ("long_run",),
            "empati-1: x",
            "Ada deretan panjang jawaban yang sama; ada isian yang tidak terbaca",
        ),
    ],
)
def test_what_to_look_at(pack: Pack, verdict: str, flags: tuple[str, ...], error: str, expected: str) -> None:
    """In a few words; of a clear result nothing, unless something is odd about it."""
    assert expected == looks(pack, person(pack, verdict, flags, error=error), "id")


@pytest.mark.parametrize(("answered", "told"), [(43, "; 31 pernyataan tidak dijawab"), (60, "")])
def test_many_gaps_are_told_where_nothing_stands_out(pack: Pack, answered: int, told: str) -> None:
    """They may be why; a few are not worth a word."""
    one = person(pack, "unclear", ("inconsistent",), answered=answered)
    assert f"Ajak mengisi sekali lagi{told}" == looks(pack, one, "id")


def test_a_misfit_says_what_is_low(pack: Pack) -> None:
    """The thing that nearly every role asks for, with the mean of its answers: the rest may well be high."""
    given = {item.key: 3 + 2 * item.keyed for item in pack.items}
    low = [item for item in pack.items if pack.facet(item.facet).family == pack.breakers[0]]
    code = encode(pack, Answers(given | {item.key: 3 - item.keyed for item in low}))
    family = pack.families[pack.breakers[0]].id
    assert f"{family}: 2 dari 5" == looks(pack, person(pack, "misfit", code=code), "id")


def test_who_could_not_be_scored_is_named_with_the_reason(pack: Pack) -> None:
    """A code that is cut off, a cell without one, and anything else each say what to do; so does the table's hint."""
    errors = [f"{HEADS['code'].en}: {MISTYPED.en}", f"{HEADS['code'].en}: {NO_CODE.en}", "1. I like …: x"]
    bad = [person(pack, None, row=n, answered=0, code="", error=error) for n, error in enumerate(errors, 2)]
    told = findings(pack, [*bad, *(bad[1]._replace(row=row, name="") for row in range(5, 15))], "en").told
    assert [
        "A code that is mistyped or cut off, so not scored yet: P2 (row 2). Ask for the code again, all of it.",
        "No code is in the cell for it, so these can't be scored yet: P3 (row 3), Row 5, Row 6, Row 7, Row 8, Row 9, "
        "Row 10, Row 11, and 3 more. Where that is the rest of a message from the row above, remove the row; otherwise "
        "ask for the code.",
        "Can't be scored yet: P4 (row 4). The column 'Cells that could not be read' says why.",
    ] == list(told)
    assert [
        "The code is mistyped or cut off; ask for it again",
        "No code is in the cell for it",
        "Look at the row in the file of answers",
    ] == [looks(pack, one, "en") for one in bad]


def test_who_has_no_name_among_others_is_told(pack: Pack) -> None:
    """By the row; where nobody has one there is nobody to tell apart."""
    codes = [encode(pack, Answers({item.key: n for item in pack.items})) for n in (1, 2)]
    people = [person(pack, row=row, code=code) for row, code in enumerate(codes, 2)]
    nameless = [one._replace(name="") for one in people]
    assert ("Without a name, and so called by the row: Row 3.",) == findings(pack, [people[0], nameless[1]], "en").told
    nobody = findings(pack, nameless, "en")
    assert ((), 2, False) == (nobody.told, nobody.nameless, nobody.known)


def test_bars_add_up_to_the_people_in_the_title(pack: Pack) -> None:
    """Who answered nothing or can't be scored is told apart, and in no bar."""
    view = class_view(pack, people_of_all_kinds(pack), {}, "id", MADE)
    assert "Hasil kelas: 7 orang" == view.title
    assert 7 == sum(int(bar.said) for bar in view.verdicts.bars)


@pytest.mark.parametrize("verdict", ["clear", "tie", "unclear", "misfit"])
def test_few_answers_are_told_whatever_the_verdict(pack: Pack, verdict: str) -> None:
    """Whoever answered less than half is to be talked to first, and isn't counted among the clear or their roles; how
    many they answered stands beside them.
    """
    people = [person(pack, verdict, answered=36), person(pack, answered=37, row=2)]
    view = class_view(pack, people, {}, "id", MADE)
    assert [("Baru sedikit yang dijawab", ["P1"])] == [
        (talk.title, [one.called for one in talk.people]) for talk in view.talks
    ]
    assert ["36", "37"] == [one.answered for one in view.entries]
    assert "Dijawab (dari 74)" == view.heads["answered"]
    assert 1 == sum(int(bar.said) for bar in view.leaders.bars)
    assert "Minta melengkapi" == view.entries[0].look
    assert '<td data-head="Dijawab (dari 74)">36</td>' in class_html(view, "id")


def test_one_person_is_told_in_the_singular(pack: Pack) -> None:
    """A group of one, one row that can't be used, and one without answers: in English, none of them is several."""
    summary = {**group(pack, 4), "people": 2, "bad": 1, "silent": 1}
    view, page = summary_view(pack, summary, "en", MADE, in_full=False), cohort_page(pack, summary, "en")
    rows, answers = "1 more row can't be used.", "No answer at all stands in 1 more row."
    assert ["1 person", rows, answers] == [page.title, *(one.text for one in page.lead if isinstance(one, Paragraph))]
    counts = ["Not counted: 1 more row that could not be read.", "Not counted: 1 more who answered no statement."]
    assert ("A picture of the group: 1 person", counts) == (view.title, list(view.lead[1:3]))
    note = class_view(pack, [person(pack)], {}, "en", MADE).labels["leaders_note"]
    assert note.startswith("The first role of 1 person with")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whom_to_talk_to_first(pack: Pack, lang: Lang) -> None:
    """Reasons come in their order, each with its people; those whose result is clear are in none."""
    people = people_of_all_kinds(pack)
    view = class_view(pack, people, {1: "1.html", 9: "9.html"}, lang, MADE)
    assert [NAMES[kind].pick(lang) for kind in KINDS[:-1]] == [talk.title for talk in view.talks]
    assert ("P9", "9.html") == view.talks[0].people[0][:2]
    assert "P1" not in {one.called for talk in view.talks for one in talk.people}
    assert [one.name for one in people] == [one.called for one in view.entries]


def test_a_class_without_trouble(pack: Pack) -> None:
    """Where all is clear nobody comes first; where nobody has a class there is no column of it."""
    view = class_view(pack, [person(pack, row=row) for row in range(1, 4)], {}, "id", MADE)
    assert ((), False) == (view.talks, "class" in view.heads)
    assert ["3"] == [bar.said for bar in view.verdicts.bars]


@pytest.mark.parametrize(
    ("clear", "tie", "title"),
    [
        (20, 8, "The roles that come first most often, of 28 people with one clear role or two or three alike"),
        (20, None, "The roles that come first most often, of those with one clear role or two or three alike"),
        (None, 8, "The roles that come first most often, of those with one clear role or two or three alike"),
    ],
)
def test_the_first_roles_say_of_how_many(pack: Pack, clear: int | None, tie: int | None, title: str) -> None:
    """Unless that would tell a number that is withheld."""
    summary = {**group(pack), "verdicts": {"clear": clear, "tie": tie, "unclear": 9, "misfit": 10}}
    view = summary_view(pack, summary, "en", MADE, in_full=False)
    assert title == view.groups[1][0]
    assert "The field doesn't fit yet" == view.groups[0][1].bars[-1].name


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this computer")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "most"), [("class", 2), ("summary", 1), ("in full", 1)])
def test_it_fits_prints_and_can_be_read_aloud(
    browser: Any, pack: Pack, tmp_path: Path, name: str, most: int, lang: Lang
) -> None:
    """At all sizes nothing overflows, nothing is fetched, axe finds no fault; so many sheets of paper hold it."""
    if name == "class":
        content = class_page(35, lang)
    else:
        view = summary_view(pack, group(pack), lang, MADE, in_full=name == "in full")
        content = summary_html(view, lang).encode()
    (tmp_path / "page.html").write_bytes(content)
    page, asked = browser.new_page(color_scheme="dark" if lang == "en" else "light"), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert [0, []] == [page.evaluate(script) for script in (OVERFLOW, BROKEN)]
    assert [] == [fault["id"] for fault in axe.Axe().run(page).response["violations"]]
    assert [(tmp_path / "page.html").as_uri()] == asked
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    assert [0, []] == [page.evaluate(script) for script in (OVERFLOW, BROKEN)]
    assert 1 <= page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= most
    page.close()
