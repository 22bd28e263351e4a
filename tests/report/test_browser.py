"""The page to take along in a real browser: sizes, colour schemes, paper, and accessibility."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.core.results.result import Result
from careerfit.report.html.result import result_html
from careerfit.report.html.validation import validation_html

from .people import ABOUT, PEOPLE, reality_of
from .studies import study

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTHS = (360, 768, 1280)
PARTS = ("", "#en")
LOOKS = [*((name, "light", part) for name in PEOPLE for part in PARTS), *(("clear", "dark", part) for part in PARTS)]
"""Whose page is looked at, in which colours and which language: colours are the same on all pages."""
PAPER = {"width": 710, "height": 1050}
"""What the margins leave of A4, in pixels."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """
() => [...document.querySelectorAll("article:not(.other:not(:target)) *")]
  .filter(e => !e.closest(".hidden, .scroll") && e.getClientRects().length)
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
  .map(e => e.outerHTML.slice(0, 80))
"""
WIDE = """
() => [...document.querySelectorAll("article:not(.other:not(:target)) .scroll")]
  .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1)
  .map(e => e.ariaLabel)
"""
"""Tables that are wider than the column that they stand in."""
BROKEN = r"""
() => {
  const found = [], all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (all.nextNode()) {
    const node = all.currentNode;
    if (node.parentElement.closest("code, thead, .hidden") || !node.parentElement.getClientRects().length) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  }
  return found;
}
"""
"""Words, outside of commands and of heads that are repeated, which are broken over two lines."""
SMALLEST = """
() => Math.min(...[...document.querySelectorAll("article:not(.other:not(:target)) *")]
  .filter(e => e.getClientRects().length && !e.closest(".hidden"))
  .filter(e => [...e.childNodes].some(n => n.nodeType == Node.TEXT_NODE && n.data.trim()))
  .map(e => parseFloat(getComputedStyle(e).fontSize)))
"""
MISSING = """
() => [...document.querySelectorAll("article")].filter(e => e.getClientRects().length)
  .flatMap(e => [...e.querySelectorAll("section")])
  .filter(e => !e.getClientRects().length).map(e => e.className)
"""
POINT = 96 / 72
"""Pixels."""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this computer")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def pages(results: dict[str, Result], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each person, as a file."""
    folder = tmp_path_factory.mktemp("pages")
    made = {name: folder / f"{name}.html" for name in PEOPLE}
    for name, path in made.items():
        result = results[name]
        path.write_text(result_html(result, "id", checks=reality_of(result), about=ABOUT), encoding="utf-8")
    return made


@pytest.mark.parametrize(("name", "scheme", "part"), LOOKS)
def test_it_fits_asks_for_nothing_and_can_be_read_aloud(
    browser: Any, pages: dict[str, Path], name: str, scheme: str, part: str
) -> None:
    """At all sizes nothing overflows, nothing is fetched or complained of, and axe finds no fault."""
    page = browser.new_page(color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(pages[name].as_uri() + part)
        assert 0 == page.evaluate(OVERFLOW)
        assert [] == page.evaluate(OUTSIDE)
        assert [] == page.evaluate(BROKEN)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert [] == [fault["id"] for fault in axe.Axe().run(page).response["violations"]]
    assert {pages[name].as_uri()} == {url.partition("#")[0] for url in asked}
    assert [] == said
    page.close()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", PEOPLE)
def test_it_prints_on_two_pages(browser: Any, pages: dict[str, Path], name: str, part: str) -> None:
    """All sections fit two pages of A4, in either language and at 9 pt at least; no word is broken."""
    page = browser.new_page(viewport=PAPER)
    page.goto(pages[name].as_uri() + part)
    page.emulate_media(media="print")
    assert [0, [], [], []] == [page.evaluate(script) for script in (OVERFLOW, OUTSIDE, MISSING, BROKEN)]
    assert page.evaluate(SMALLEST) >= 9 * POINT - 0.01
    printed = page.pdf(prefer_css_page_size=True)
    assert 1 <= printed.count(b"/Type /Page\n") <= 2
    page.close()


def test_the_other_language_is_a_link_away(browser: Any, pages: dict[str, Path]) -> None:
    """One language is seen at a time, and the link at the top changes it, back and forth."""
    page = browser.new_page()
    page.goto(pages["clear"].as_uri())
    seen = "[...document.querySelectorAll('article')].filter(e => e.getClientRects().length).map(e => e.lang).join()"
    shown = [page.evaluate(seen)]
    for text in ("Read in English", "Baca dalam bahasa Indonesia"):
        page.get_by_text(text).click()
        shown.append(page.evaluate(seen))
    assert ["id", "en", "id"] == shown
    page.close()


STUDIES = [("full", "", "light"), ("full", "#en", "dark"), ("brief", "", "dark"), ("brief", "#en", "light")]
"""The pages of a study, in either language and in either colours."""


@pytest.mark.parametrize(("words", "part", "scheme"), STUDIES)
def test_a_study_fits_reads_aloud_and_prints_on_two_pages(
    browser: Any, pack: Pack, tmp_path: Path, words: str, part: str, scheme: str
) -> None:
    """At all sizes nothing overflows and axe finds no fault; on paper it takes two pages of A4 at most, in a print that
    can be read, with each table within its column.
    """
    file = tmp_path / "study.html"
    file.write_text(validation_html(pack, study(pack), "id", brief=words == "brief"), encoding="utf-8")
    page = browser.new_page(color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(file.as_uri() + part)
        assert [0, []] == [page.evaluate(script) for script in (OVERFLOW, OUTSIDE)]
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert [] == [fault["id"] for fault in axe.Axe().run(page).response["violations"]]
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    assert [0, [], []] == [page.evaluate(script) for script in (OVERFLOW, OUTSIDE, WIDE)]
    assert page.evaluate(SMALLEST) >= 8.5 * POINT - 0.01
    assert [] == said
    page.close()
