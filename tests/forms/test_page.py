"""The page as a file: what it holds, and what it does not."""

from __future__ import annotations

import json
import re

import pytest

from careerfit.core.model import Pack
from careerfit.forms.page import page_html
from careerfit.forms.template import digest, read
from careerfit.text import LANGUAGES, Lang, find_hidden

from .hostile import STRANGE, strange_pack

MOST_BYTES = 150_000
PLACE = re.compile(r'(?s)<script type="application/json" id="form">(.*?)</script>')


def form_of(html: str) -> dict[str, object]:
    """What the page gives its script."""
    found = PLACE.search(html)
    assert found is not None
    form: dict[str, object] = json.loads(found[1])
    return form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_small_and_needs_nothing_else(pack: Pack, lang: Lang) -> None:
    """The page is one file of at most 150 kB that names no other, and whose policy admits its own script and style."""
    html = page_html(pack, lang)
    policy = f"style-src '{digest(read('page.css'))}'; script-src '{digest(read('page.js'))}'"
    assert len(html.encode()) <= MOST_BYTES
    assert f"default-src 'none'; {policy}; base-uri 'none'; form-action 'none'" in html
    assert [] == re.findall(r"(?:src|href)\s*=|@import|url\(|https?:", html)


def test_it_holds_both_languages(pack: Pack) -> None:
    """Statements, scale and words are there in both languages; nothing is empty."""
    form = form_of(page_html(pack, "id"))
    for lang in LANGUAGES:
        said = [one[lang] for one in form["statements"]]  # type: ignore[attr-defined]
        assert sorted(item.text.pick(lang) for item in pack.items) == sorted(said)
        assert [step.pick(lang) for step in pack.scale] == form["scale"][lang]  # type: ignore[index]
        assert all(form["words"][lang].values())  # type: ignore[index]


def test_it_says_of_which_pack_it_is(pack: Pack) -> None:
    """The page, and the file that is saved from it, name the pack and its version."""
    html = page_html(pack, "id")
    assert 'content="careerfit:kesejahteraan-sosial 1.0"' in html
    assert form_of(html)["mark"] == "careerfit:kesejahteraan-sosial 1.0"


def test_every_word_has_a_place(pack: Pack) -> None:
    """All that the page is given to say is named by its template or its script."""
    places = read("page.html.j2") + read("page.js")
    said = form_of(page_html(pack, "id"))["words"]["id"]  # type: ignore[index]
    assert [] == [name for name in said if f'"{name}"' not in places]


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_texts_are_inert(small_pack: Pack, strange: str) -> None:
    """Markup, scripts and hidden characters in a pack's texts stay texts, and the page's own scripts are its only."""
    html = page_html(strange_pack(small_pack, strange), "id")
    assert ([2, 2], -1) == ([html.count("<script"), html.count("</script")], find_hidden(html, "\n"))
    assert 6 == len(form_of(html)["statements"])  # type: ignore[arg-type]
