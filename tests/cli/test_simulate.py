"""A simulation from the command line: its options reach the people who are made up."""

from __future__ import annotations

import json

import pytest

from careerfit.core.model import Pack
from careerfit.simulation import runs
from careerfit.simulation.figures import form_figures

from .conftest import Program

PEOPLE = 10


@pytest.mark.parametrize(("options", "wrong"), [((), 0.0), (("--wrong", "0.3"), 0.3)])
def test_the_figures_are_those_of_the_level_and_the_share_that_is_wrong(
    program: Program, pack: Pack, options: tuple[str, ...], wrong: float
) -> None:
    """One level is run where one is named, and members are drawn as if so much of the descriptions were wrong."""
    call = program("simulate", "--people", str(PEOPLE), "--seed", "5", "--level", "weak", *options, "--format", "json")
    found = json.loads(call.out)
    members = runs.run(pack, runs.Task("members", "weak", 5, 0, PEOPLE, wrong=wrong))
    complete = [one["all"] for one in members]  # type: ignore[index]
    expected = form_figures(pack, "all", "weak", complete)

    assert (0, 5, wrong) == (call.code, found["seed"], found["wrong"])
    assert {"weak"} == {row["level"] for row in found["forms"]}
    assert expected == next(row for row in found["forms"] if row["form"] == "all")


def test_every_kind_of_people_has_a_name(program: Program, pack: Pack) -> None:
    """On the screen each kind of people that the pack is tried on is named in words, not by its key."""
    call = program("simulate", "--people", str(PEOPLE), "--level", "moderate")

    assert 0 == call.code
    for name in (
        "decisive members (5/1)",
        "cautious members (4/3)",
        "uneven but consistent",
        "claiming what is popular",
    ):
        assert name in call.out
    assert not [kind for kind in runs.others(pack) if ":" in kind and kind in call.out]


@pytest.mark.parametrize("share", ["-0.1", "1.1", "some"])
def test_a_share_lies_between_none_and_all(program: Program, share: str) -> None:
    """Anything else is refused, and told where."""
    call = program("simulate", "--wrong", share)

    assert 2 == call.code
    assert "--wrong" in call.err


def test_a_role_is_answered_about_first(program: Program, pack: Pack) -> None:
    """How often its members are found, in the first line and in the JSON, as the figures of all roles have it."""
    slug = pack.roles[1].slug
    call = program("simulate", "--people", "40", "--level", "moderate", "--role", slug)
    found = json.loads(
        program("simulate", "--people", "40", "--level", "moderate", "--role", slug, "--format", "json").out
    )
    complete = next(form for form in found["forms"] if form["form"] == "all")

    assert call.out.strip().startswith(f"{pack.roles[1].name.en}: {round(100 * complete['per_role'][slug])} of 100")
    assert (slug, complete["per_role"][slug]) == (found["role"][0]["role"], found["role"][0]["first"]["all"])
    assert f"That is only {found['role'][0]['people']} people, told as of 100" in " ".join(call.out.split())
    assert 40 / len(pack.roles) == found["role"][0]["people"]


def test_a_role_that_is_none_is_refused(program: Program) -> None:
    """Before anybody is made up."""
    assert 2 == program("simulate", "--role", "astronaut").code
