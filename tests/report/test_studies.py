"""The pages of a study tell unwelcome figures as plainly as welcome ones, and no more than holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.report.blocks import Page
from careerfit.report.markdown import page_markdown
from careerfit.report.views.validation import brief_page, validation_page
from careerfit.text import Lang

from .studies import plain_study, study


def said(page: Page) -> str:
    """Everything that a page says, title first."""
    return " ".join(page_markdown(page).replace("\\", "").split())


def compared(pack: Pack, value: float, low: float, high: float) -> Mapping[str, Any]:
    """A study in which roles come first that much more often than by the plain mean."""
    found = dict(study(pack))
    ahead = {"first": {"value": value, "low": low, "high": high}}
    found["recovery"] = {**found["recovery"], "ahead_of_plain": ahead}
    return found


@pytest.mark.parametrize(
    ("ahead", "lay", "full"),
    [
        ((0.098, 0.068, 0.128), "the program does better, beyond chance", "first 9.8 points more often than with"),
        ((-0.04, -0.09, 0.01), "no advantage of the program could be shown", "first 4.0 points less often than with"),
        ((-0.04, -0.07, -0.01), "the program does worse, beyond chance", "first 4.0 points less often than with"),
    ],
)
def test_the_plain_mean_is_told_whoever_wins(
    pack: Pack, ahead: tuple[float, float, float], lay: str, full: str
) -> None:
    """Both pages say whether the program finds more than a plain mean, fewer, or neither beyond chance."""
    found = compared(pack, *ahead)
    page, whole = said(brief_page(pack, found, "en")), said(validation_page(pack, found, "en"))
    assert f"puts the role of 63 of 100 people first: {lay}" in page
    assert full in whole
    assert ("no difference could be shown" in whole) == ("no advantage" in lay)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Of 84 people who answered twice, 57 got the same role first both times"),
        ("id", "Dari 84 orang yang menjawab dua kali, 57 mendapat peran pertama yang sama"),
    ],
)
def test_lay_readers_hear_of_people_who_answered_twice(pack: Pack, lang: Lang, words: str) -> None:
    """The short page says how many of them got the same role first, or that they are too few to tell."""
    assert words in said(brief_page(pack, study(pack), lang))
    assert "Fewer than five people answered twice" in said(brief_page(pack, plain_study(pack), "en"))


def test_lay_readers_hear_what_is_claimed_of_how_many(pack: Pack) -> None:
    """Shares stand beside the people they are of, what a clear result claims, and what lots would come to."""
    page = said(brief_page(pack, study(pack), "en"))
    assert "Of 1,195 people whose role is known, 866 got that role first: 72 of 100" in page
    assert "in the same mix of roles, the share would plausibly lie between 66 and 78 of 100" in page
    assert "claims to be right for at least 80 of 100 people. Of 98 people who got one, it was right for 90" in page
    assert "Of 140 people who got a tie, their role was among those named for 120" in page
    assert "By drawing lots alone: 45 of 100" in page


def test_no_more_privacy_is_claimed_than_holds(pack: Pack) -> None:
    """Both pages say that shares can tell small counts, and neither claims to hold nothing of single persons."""
    for make in (brief_page, validation_page):
        for lang, words in (("en", "can tell small counts"), ("id", "bisa menunjukkan hitungan kecil")):
            page = said(make(pack, study(pack), lang))
            assert words in page
            assert "single persons" not in page
            assert "data perorangan" not in page


@pytest.mark.parametrize(
    ("excess", "words"),
    [
        (
            (0.04, 0.02, 0.06),
            "the probabilities were too high: 4.0 points more than what was right, on average (2.0–6.0)",
        ),
        (
            (-0.04, -0.06, -0.02),
            "the probabilities were too low: 4.0 points less than what was right, on average (2.0–",
        ),
        ((0.01, -0.02, 0.04), ""),
    ],
)
def test_probabilities_that_were_off_are_called_so(pack: Pack, excess: tuple[float, float, float], words: str) -> None:
    """Both pages say that probabilities were too high or too low where that is beyond chance, and else neither."""
    found = dict(study(pack))
    found["calibration"] = {**found["calibration"], "excess": dict(zip(("value", "low", "high"), excess, strict=True))}
    for make in (brief_page, validation_page):
        page = said(make(pack, found, "en"))
        assert words in page
        assert bool(words) == ("the probabilities were too" in page)


def test_roles_with_too_few_people_are_named(pack: Pack) -> None:
    """Where no relevance could be looked at, the page names the roles that have too few people."""
    found = dict(study(pack)) | {"relevances": {"looked_at": 0, "contradicted": []}}
    names = " and ".join(role.name.en for role in pack.roles[-2:])
    assert f"Roles of fewer than 20 people: {names}." in said(validation_page(pack, found, "en"))
    found["roles"] = [{**one, "enough": True} for one in found["roles"]]
    assert "Roles of fewer than" not in said(validation_page(pack, found, "en"))
