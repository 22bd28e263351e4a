"""Pages as lines to be read aloud: words for every sign, and headings to search for."""

from __future__ import annotations

import pytest

from careerfit.core.model import DuelAnswer, Pack
from careerfit.core.results.result import Result, evaluate
from careerfit.report.screens.plain_lines import page_lines
from careerfit.report.views.result.brief import brief_pages
from careerfit.report.views.result.page import result_page
from careerfit.report.views.result.reasons import said_of
from careerfit.text import LANGUAGES, Lang

from .pages import PAGES

SIGNS = frozenset("▲▼●◐○·█▉▊▋▌▍▎▏░━─│")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_sign_or_bar_is_left(pack: Pack, name: str, lang: Lang) -> None:
    """No page holds a sign that a screen reader passes over or spells out; every line says something or parts two."""
    lines = page_lines(PAGES[name](pack, lang), lang)
    assert [] == [line for line in lines if SIGNS & set(line)]
    assert [] == [line for line in lines if line != line.strip()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_can_be_jumped_to(result: Result, lang: Lang) -> None:
    """Every section with a title begins with the same word and its number, a blank line before it."""
    page = result_page(result, lang)
    word = {"id": "Bagian", "en": "Section"}[lang]
    lines = page_lines(page, lang)
    titles = [section.title for section in page.sections if section.title]
    heads = [n for n, line in enumerate(lines) if line.startswith(f"{word} ")]
    assert [f"{word} {n}: {title}" for n, title in enumerate(titles, 1)] == [lines[n] for n in heads]
    assert {""} == {lines[n - 1] for n in heads}


def test_what_speaks_for_a_role_and_against_it_is_said(results: dict[str, Result]) -> None:
    """Reasons begin with whether they speak for the role or not."""
    lines = page_lines(result_page(results["clear"], "id"), "id")
    assert "mendukung: Kepemimpinan, kamu 4 dan 4 dari 5 (+0,9 poin)" in lines
    assert "tidak mendukung: Mengambil keputusan yang tepat, kamu 2 dan 2 dari 5 (−0,9 poin)" in lines


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("id", ["tebakanmu tepat", "tebakanmu keliru", "dilewati"]),
        ("en", ["your guess was right", "your guess was wrong", "skipped"]),
    ],
)
def test_a_reality_check_says_whether_the_guess_was_right(
    results: dict[str, Result], lang: Lang, expected: list[str]
) -> None:
    """Before a statement stands whether it was judged rightly, not whether it speaks for a role."""
    result = results["clear"]
    role = result.pack.role(result.verdict.roles[0])
    guesses = (role.beliefs[0].holds, not role.beliefs[1].holds)
    lines = page_lines(result_page(result, lang, checks=[(role.slug, guesses)]), lang)
    statements = [belief.statement.pick(lang) for belief in role.beliefs[:3]]
    assert [f"{said}: {one}" for said, one in zip(expected, statements, strict=True)] == [
        line for line in lines if line.endswith(tuple(statements))
    ]


def test_evidence_and_chances_are_said_for_the_ear(pack: Pack, results: dict[str, Result]) -> None:
    """What a number counts out of is said, a choice is one of a pair, and chances are called chances."""
    lines = page_lines(brief_pages(results["clear"], "id")[0], "id", full=False)
    first = next(n for n, line in enumerate(lines) if line.startswith("1. "))
    assert lines[first - 1] == "Peluang menjadi yang paling cocok:"
    left, right = "kepemimpinan", "analisis"
    duel = DuelAnswer(left, right, "left")
    result = evaluate(pack, results["clear"].answers._replace(duels=(duel,)))
    expected = ("kamu 4 dan 4, dipilih", "kamu 4 dan 4 dari 5, dipilih di pilihan berpasangan")
    assert expected == said_of(result, left, "id")
