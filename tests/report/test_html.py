"""The page to take along: self-contained, inert, ordered, in both languages."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from careerfit.core.results.result import Result
from careerfit.report.html.result import result_html
from careerfit.report.views.result.page import result_page
from careerfit.text import LANGUAGES, Lang

from .people import ABOUT, reality_of

VOID = {"meta", "rect", "line", "circle"}


class Outline(HTMLParser):
    """The elements of a page in order, with their attributes; complains of what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


def outline(page: str) -> Outline:
    """The elements of a page, all of them closed."""
    parser = Outline()
    parser.feed(page)
    parser.close()
    assert [] == parser.open
    return parser


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    """Each language."""
    found: Lang = request.param
    return found


@pytest.fixture
def page(result: Result, lang: Lang) -> str:
    """Each person's page in each language."""
    return result_html(result, lang, checks=reality_of(result))


def test_the_policy_allows_this_style_and_nothing_else(page: str) -> None:
    """The policy names the digest of the one style, and there is nothing else that it would have to allow."""
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    elements = outline(page).found
    assert policy in [attributes.get("content") for _, attributes in elements]
    forbidden = {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
    assert set() == forbidden & {tag for tag, _ in elements}
    assert [] == [name for _, attributes in elements for name in attributes if name == "style" or name.startswith("on")]


def test_nothing_points_outside(page: str) -> None:
    """The only links are to the other language on the same page; the style fetches nothing."""
    links = [a["href"] for tag, a in outline(page).found if tag == "a"]
    assert ["#id", "#en"] == sorted(str(link) for link in links)[::-1]
    assert [] == [a for _, a in outline(page).found if "src" in a or "srcset" in a]
    assert re.findall(r"url\(|@import|https?:", page) == []


def test_headings_have_an_order(page: str) -> None:
    """Each language has one first heading, and no level is skipped."""
    levels = [int(tag[1]) for tag, _ in outline(page).found if re.fullmatch(r"h[1-6]", tag)]
    assert 2 == levels.count(1)
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


def test_both_languages_are_on_the_page(result: Result, lang: Lang, page: str) -> None:
    """The page says the headline in both languages, each marked as such; its own comes last, so that it can hide."""
    elements = outline(page).found
    assert lang == dict(elements)["html"]["lang"]
    articles = [a["id"] for tag, a in elements if tag == "article"]
    assert [other for other in LANGUAGES if other != lang] + [lang] == articles
    assert articles == [a["lang"] for tag, a in elements if tag == "article"]
    for one in LANGUAGES:
        assert f"<h1>{result_page(result, one).title}</h1>".replace("'", "&#39;") in page


def test_drawings_are_for_the_eye_only(page: str) -> None:
    """Each drawing is hidden from screen readers, and stands in a table or beside a sentence that says the same."""
    drawings = [a for tag, a in outline(page).found if tag == "svg"]
    assert {"true"} == {a["aria-hidden"] for a in drawings}


def test_tables_say_what_their_columns_and_rows_are(page: str) -> None:
    """Every header cell has its scope."""
    assert [] == [a for tag, a in outline(page).found if tag == "th" and a.get("scope") not in {"col", "row"}]


def test_names_are_unique(page: str) -> None:
    """No two elements have the same id."""
    ids = [a["id"] for _, a in outline(page).found if "id" in a]
    assert len(ids) == len(set(ids))


def test_the_same_result_gives_the_same_page(result: Result) -> None:
    """A page has no clock and no chance in it."""
    assert result_html(result, "id") == result_html(result, "id")


def test_it_says_whose_it_is_and_of_which_day(result: Result) -> None:
    """The name, the day and the note stand over the headline of either language; without them nothing does."""
    page = result_html(result, "id", about=ABOUT)
    told = re.findall(r'<p class="about">(.*?)</p>', page)
    day = {"en": "Answered on 26 Nov 2026", "id": "Dijawab pada 26 Nov 2026"}
    assert [f"{ABOUT.name} · {day[lang]} · “{ABOUT.note}”" for lang in ("en", "id")] == told
    assert 'class="about"' not in result_html(result, "id")


def test_commands_are_folded_away(page: str) -> None:
    """No command of the program stands where it would be read unless it is unfolded."""
    unfolded = re.sub(r"<details>.*?</details>", "", page, flags=re.DOTALL)
    assert "careerfit " in page
    assert "careerfit " not in unfolded


def test_what_a_score_is_stands_by_the_first_ones(result: Result) -> None:
    """Where scores are shown, it is said once in each language what they are, right under them."""
    page = result_html(result, "id")
    scores = page.count('<table class="chances">')
    assert [scores // 2] * 2 == [page.count('<p class="quiet">Skor: '), page.count('<p class="quiet">Score: ')]
    assert scores == len(re.findall(r"</table>\s*<p class=\"quiet\">(?:Skor|Score): ", page))


def test_every_item_is_listed_with_its_answer(result: Result) -> None:
    """The table of answers holds every statement, with the response as it was given or a dash."""
    page = result_html(result, "id").partition('<article id="id"')[2].partition("<summary>Semua jawaban</summary>")[2]
    rows = re.findall(r'<th scope="row">(.*?)</th><td>(\d|–).*?</td>', page)
    given = result.answers.responses
    assert [(i.text.id, str(given.get(i.key, "–"))) for i in result.pack.items] == [(unescape(s), r) for s, r in rows]
