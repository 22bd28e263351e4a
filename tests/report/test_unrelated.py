"""Roles that share nothing: of a field that there is not, nothing is said, and nothing stands empty."""

from __future__ import annotations

import pytest

from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import evaluate
from careerfit.report.blocks import Code, Page, Part, Section
from careerfit.report.html.result import result_html
from careerfit.report.views.compare import compare_page
from careerfit.report.views.lists import roles_page
from careerfit.report.views.profile import profile_page
from careerfit.report.views.result.page import result_page
from careerfit.text import LANGUAGES, Lang
from tests.core.build import facet, pack_of, strengths

from .pages import section_of

SLUGS = ("arsitek", "bidan", "dalang", "guru", "juru-masak", "penulis")
FACETS = [facet(f"{slug}-{n}") for slug in SLUGS for n in range(3)]
UNRELATED = pack_of(FACETS, {slug: [float(one.key.startswith(slug)) for one in FACETS] for slug in SLUGS})


def liking(*slugs: str) -> Answers:
    """Somebody who is strong in what these roles ask for, and low in all else."""
    return strengths(UNRELATED, {one.key: 5 if one.key.startswith(slugs) else 1 for one in FACETS})


PEOPLE = {
    "clear": liking("bidan"),
    "tie": liking("bidan", "guru"),
    "unclear": liking(*SLUGS[:5]),
    "nobody": Answers(),
}


def empty(page: Page) -> list[Section | Part]:
    """The sections and parts of a page that hold nothing."""
    parts = [block for section in page.sections for block in section.blocks if isinstance(block, Part)]
    return [one for one in (*page.sections, *parts) if not one.blocks]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_said_of_a_field(name: str, lang: Lang) -> None:
    """Nothing is shared: no field fit, no reality check where there are no beliefs, no empty section."""
    result = evaluate(UNRELATED, PEOPLE[name])
    page = result_page(result, lang)
    steps = [one.code for section in page.sections for one in section.blocks if isinstance(one, Code)]
    assert name in {result.verdict.kind, "nobody"}
    assert section_of(page, "field") is None
    assert [] == [step for step in steps if "reality" in step]
    assert [] == empty(page)
    html = result_html(result, lang).lower()
    assert [] == [said for said in ("bidang ini", "this field", "this line of work", "the field") if said in html]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_about_roles_hold_nothing_empty(lang: Lang) -> None:
    """Profiles without beliefs, a comparison of what has nothing in common, and the list have no empty sections."""
    pages = [
        *(profile_page(UNRELATED, role, lang) for role in UNRELATED.roles),
        compare_page(UNRELATED, SLUGS, lang),
        roles_page(UNRELATED, lang),
    ]
    assert [] == [one for page in pages for one in empty(page)]
    assert [] == [page for page in pages[: len(SLUGS)] if section_of(page, "next")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_counts_no_roles(pack: Pack, lang: Lang) -> None:
    """The shipped pack's title stays true when a role is added to it."""
    counted = {"id": ("satu", "dua", "tiga", "empat", "lima", "enam"), "en": ("one", "two", "three", "four", "five")}
    assert set() == {*pack.title.pick(lang).lower().split()} & {*counted[lang], *"123456789"}
