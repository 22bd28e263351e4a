"""The paper: what stands on it, and that it prints on few sheets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.forms.content import form_mark, statements
from careerfit.forms.paper import paper_html
from careerfit.text import LANGUAGES, Lang, find_hidden

from .hostile import STRANGE, strange_pack

PRINTED = """
() => ({
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  circles: document.querySelectorAll(".circle").length,
})
"""


def parts(pack: Pack, lang: Lang) -> tuple[str, str]:
    """What students get, and the teacher's sheet."""
    students, _, teacher = paper_html(pack, lang).partition('<section class="teacher">')
    return students, teacher


@pytest.mark.parametrize("lang", LANGUAGES)
def test_students_get_numbered_statements_and_no_keys(pack: Pack, lang: Lang) -> None:
    """Every statement stands in a numbered line with five circles; no key, and nothing of what it measures."""
    students, _ = parts(pack, lang)
    rows = re.findall(r'<tr><td>(\d+)</td><th scope="row">(.*?)</th>(.*?)</tr>', students)
    expected = [(str(n), item.text.pick(lang)) for n, item in enumerate(statements(pack), 1)]
    assert expected == [(number, text.replace("&#39;", "'")) for number, text, _ in rows]
    assert {5} == {circles.count('class="circle"') for *_, circles in rows}
    assert [] == [item.key for item in pack.items if item.key in students]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_teacher_gets_the_keys_by_number(pack: Pack, lang: Lang) -> None:
    """The last sheet tells the key of every number, and the pack's name and version."""
    _, teacher = parts(pack, lang)
    keys = re.findall(r"<tr><td>(\d+)</td><td>([a-z0-9-]+)</td></tr>", teacher)
    assert [(str(n), item.key) for n, item in enumerate(statements(pack), 1)] == keys
    assert f"[{form_mark(pack)}]" in teacher


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_texts_are_inert(small_pack: Pack, strange: str) -> None:
    """Markup and hidden characters in a pack's texts stay texts."""
    html = paper_html(strange_pack(small_pack, strange), "id")
    assert (0, -1) == (html.count("<script"), find_hidden(html, "\n"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_prints_on_two_sides_and_a_sheet_for_the_teacher(
    browser: Any, pack: Pack, tmp_path: Path, lang: Lang
) -> None:
    """On A4 the statements take two pages and the keys a third; nothing is cut off, and axe finds no fault."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    file = tmp_path / "paper.html"
    file.write_text(paper_html(pack, lang), encoding="utf-8")
    page = browser.new_page(viewport={"width": 718, "height": 1050})
    page.goto(file.as_uri())
    assert [] == [fault["id"] for fault in axe.Axe().run(page).response["violations"]]
    page.emulate_media(media="print")
    assert {"over": 0, "circles": 5 * len(pack.items)} == page.evaluate(PRINTED)
    pages = [page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")]
    page.evaluate("document.querySelector('.teacher').remove()")
    pages.append(page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n"))
    assert [3, 2] == pages
    page.close()
