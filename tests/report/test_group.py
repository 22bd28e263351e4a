"""The pages about many people: a class at a glance and a group on one page, as words and in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.report.html.group import class_html, summary_html
from careerfit.report.views.people import Person, class_view, looks, matter
from careerfit.report.views.summary import summary_view
from careerfit.report.words.people import KINDS, NAMES
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
            "Mulai dari minatnya yang lain; ada deretan panjang jawaban yang sama; ada isian yang tidak terbaca",
        ),
    ],
)
def test_what_to_look_at(pack: Pack, verdict: str, flags: tuple[str, ...], error: str, expected: str) -> None:
    """In a few words; of a clear result nothing, unless something is odd about it."""
    assert expected == looks(pack, person(pack, verdict, flags, error=error), "id")


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
        (20, None, "The roles that come first most often"),
        (None, 8, "The roles that come first most often"),
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
