"""The pages of a study tell unwelcome figures as plainly as welcome ones, and no more than holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.report.blocks import Page
from careerfit.report.markdown import page_markdown
from careerfit.report.views.validation.brief import brief_page
from careerfit.report.views.validation.page import validation_page
from careerfit.text import Lang

from .studies import between, plain_study, study


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
    """Both pages say that means of small groups may give hints; neither claims to hold nothing of single persons."""
    for make in (brief_page, validation_page):
        for lang, words in (("en", "may still give hints"), ("id", "masih bisa memberi petunjuk")):
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


def test_a_share_that_would_tell_of_a_few_is_a_range(pack: Pack) -> None:
    """Both pages tell such a share as the two that it lies between, of people and in percent, and nothing exact."""
    found = dict(study(pack))
    found["verdicts"] = [{"kind": "clear", **between(98, 94 / 98, 1.0)}, *found["verdicts"][1:]]
    found["recovery"] = {**found["recovery"], "ahead_of_plain": {"first": None, "first_two": None}}
    whole, lay = said(validation_page(pack, found, "en")), said(brief_page(pack, found, "en"))
    assert "| clear | 96–100 % | 86–100 % | 98 |" in whole
    assert "93–100 %" in whole
    assert "the difference is not shown, since it would tell of one to four people" in whole
    assert "Of 98 people who got one, it was right for 94–98: 96–100 of 100 (plausibly between 86 and 100)" in lay
    assert "no advantage of the program could be shown" in lay


def test_who_was_told_a_role_clearly_stands_with_its_warning(pack: Pack) -> None:
    """The page for researchers says of each role how many of those are its members, with n and interval, that few tell
    too little, and that the mix of roles decides.
    """
    whole = said(validation_page(pack, study(pack), "en"))
    name, few, none = (pack.roles[k].name.en for k in (0, -2, -1))
    assert f"| {name} | 70.0 % | 60–80 % | 60 |" in whole
    assert f"{few}: 50 % (20–80 %), n = 12: too few to tell." in whole
    assert f"{none}: told clearly to fewer than five people" in whole
    assert "depend on how many people of each role took part" in whole


def test_people_in_doubt_are_not_counted_out_of_the_rest(pack: Pack) -> None:
    """Where one to four people are in doubt, the number of all others is told as a least one."""
    page = said(validation_page(pack, study(pack), "en"))
    assert "≥ 1,150 people whose answers raise no doubt" in page
    assert "n = ≥" not in page
    assert "1,150 people whose answers" in said(validation_page(pack, dict(study(pack)) | {"doubtful": 45}, "en"))
    assert "≥ 1,150" not in said(validation_page(pack, dict(study(pack)) | {"doubtful": 45}, "en"))
