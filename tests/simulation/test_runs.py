"""Simulations: the same seed gives the same people and the same figures, however the work is split."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import NoReturn

import pytest

from careerfit.core.confidence import leading
from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.results.result import evaluate
from careerfit.errors import DataError
from careerfit.simulation.forms import adaptive_lengths, balanced_order, fixed, one_each, quick_items, with_duels
from careerfit.simulation.respondents import (
    MODERATE,
    REALISTIC,
    Respondent,
    decisive,
    dice,
    low_in,
    member,
    popularity,
    straight,
    uneven,
)
from careerfit.simulation.runs import (
    FORMS,
    LOW_MEAN,
    PLAIN,
    STYLES,
    Outcome,
    Outcomes,
    Task,
    others,
    outcome,
    plain_ranking,
    run,
    run_all,
    stretches,
)
from tests.core.build import facet, pack_of, strengths
from tests.core.strategies import KINDS

FOUR = (1, -1, 1, -1)


@pytest.fixture(scope="module")
def small() -> Pack:
    """Three roles with a deal-breaker family and two facets of their own each, a trait and an interest."""
    facets = [facet("umum", keys=FOUR), *(facet(f"{r}{k[0]}", k) for r in "pqr" for k in KINDS)]
    rows = {"p": (1, 1, 1, 0, 0, 0, 0), "q": (1, 0, 0, 1, 1, 0, 0), "r": (1, 0, 0, 0, 0, 1, 1)}
    return pack_of(facets, rows, dict.fromkeys(rows, ("umum",)))


def test_forms_have_names() -> None:
    """The forms, and what each is compared with, have the names that are published."""
    assert ("traits", "one_each", "all", "quick_items", "quick") == FORMS
    assert ("plain_traits", "plain_one_each", "plain_all") == PLAIN


def test_an_outcome_is_the_result(small: Pack) -> None:
    """What a simulation notes of someone is what the program would tell them."""
    who = member(small, MODERATE, 1, Random(3))
    answers = Answers(dict(list(who.responses.items())[2:]), (DuelAnswer("pt", "qt", "left"),))
    result = evaluate(small, answers)
    found = outcome(small, who, answers)
    chances = {place.role: place.probability for place in result.ranking}

    assert (
        Outcome(
            role=1,
            ranking=tuple(small.role_index[place.role] for place in result.ranking),
            probabilities=tuple(chances[role.slug] for role in small.roles),
            kind=result.verdict.kind,
            named=leading(found.probabilities),
            flags=result.quality.flags,
            items=14,
            duels=1,
            careful=True,
        )
        == found
    )


def test_plain_ranking_by_hand(small: Pack) -> None:
    """A plain mean ranks roles by the facets of those kinds that each names, shared ones too."""
    answers = strengths(small, {"umum": 5, "pt": 1, "pi": 5, "qt": 4, "qi": 1, "rt": 2, "ri": 4})

    assert (1, 2, 0) == plain_ranking(small, answers, ("trait",))
    assert (0, 2, 1) == plain_ranking(small, answers, ("trait", "interest"))


def test_a_plain_mean_is_a_mean() -> None:
    """A role that names much has no advantage over one that names little."""
    facets = [facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (1, 1, 0), "q": (0, 0, 1)})

    assert (1, 0) == plain_ranking(pack, strengths(pack, {"a": 4, "b": 2, "c": 4}), ("trait",))


def test_plain_ranking_without_such_facets() -> None:
    """A role that names no facet of those kinds comes last."""
    pack = pack_of([facet("a", "interest"), facet("b")], {"p": (1, 0), "q": (0, 1)})

    assert (1, 0) == plain_ranking(pack, strengths(pack, {"a": 5, "b": 2}), ("trait",))


def single(pack: Pack, who: str, level: str, seed: int, number: int, lengths: tuple[int, ...] = ()) -> Outcomes:
    """What a run of nobody but the person of that number gives."""
    (found,) = run(pack, Task(who, level, seed, number, number + 1, lengths))
    return found


@pytest.mark.parametrize("number", [2, 5, 8, 11, 14])
def test_a_member_in_all_forms(small: Pack, number: int) -> None:
    """A member fills in every form, with the same responses, and each plain mean ranks what its form asked."""
    who = member(small, MODERATE, 2, Random(f"7/moderate/{number}"))
    found = single(small, "members", "moderate", 7, number)
    items = {"traits": one_each(small, ("trait",)), "one_each": one_each(small), "all": small.items}

    assert [*FORMS, *PLAIN] == list(found)
    assert {2} == {one.role for one in found.values()}
    for form, asked in items.items():
        answers = fixed(who, asked)
        kinds = ("trait",) if form == "traits" else ("trait", "interest")
        assert outcome(small, who, answers) == found[form]
        assert (
            Outcome(2, plain_ranking(small, answers, kinds), (), "", (), (), len(asked), 0, who.careful)
            == (found[f"plain_{form}"])
        )
    assert found["quick"].items == found["quick_items"].items
    assert 0 == found["quick_items"].duels <= found["quick"].duels


def test_members_take_turns(small: Pack) -> None:
    """Members belong to the roles in turn, by their number."""
    assert [0, 1, 2, 0, 1] == [single(small, "members", "moderate", 1, n)["all"].role for n in range(5)]


def test_people_differ(small: Pack) -> None:
    """Other numbers, seeds and levels are other people; the same are the same."""
    found = [
        single(small, "members", "moderate", 1, 0),
        single(small, "members", "moderate", 1, 3),
        single(small, "members", "moderate", 2, 0),
        single(small, "members", "realistic", 1, 0),
    ]

    assert found[0] == single(small, "members", "moderate", 1, 0)
    assert 4 == len({one["all"].probabilities for one in found})


def made_of(pack: Pack, who: Respondent) -> dict[str, Outcome]:
    """What all items and the quick form make of someone."""
    quick = with_duels(pack, who, quick_items(pack, who))
    return {"all": outcome(pack, who, fixed(who, pack.items)), "quick": outcome(pack, who, quick)}


def test_random_people(small: Pack) -> None:
    """People who answer at random are counted to the roles in turn."""
    for n in range(4):
        who = dice(small, n % 3, Random(f"5/moderate/random/{n}"))
        assert made_of(small, who) == single(small, "random", "moderate", 5, n)


def test_straight_people(small: Pack) -> None:
    """People who answer straight through take the five answers in turn, and all are flagged."""
    for n in range(7):
        who = straight(small, n % 3, (1, 2, 3, 4, 5, 1, 2)[n], Random(f"5/moderate/straight/{n}"))
        found = single(small, "straight", "moderate", 5, n)
        assert made_of(small, who) == found
        assert "long_run" in found["all"].flags


def test_low_people(small: Pack) -> None:
    """People low in a deal-breaker family have a latent mean of 1.5 there, and mostly are told that it is no fit."""
    kinds = []
    for n in range(15):
        who = low_in(small, MODERATE, "umum", 1.5, Random(f"5/moderate/low:umum/{n}"))
        found = single(small, "low:umum", "moderate", 5, n)
        kinds += [one.kind for one in found.values()]
        assert made_of(small, who) == found

    assert 1.5 == LOW_MEAN
    assert kinds.count("misfit") >= 22


@pytest.mark.parametrize("style", STYLES)
def test_people_of_other_styles(small: Pack, style: str) -> None:
    """Decisive and cautious people belong to the roles in turn, rate by two numbers, and waver as their level says."""
    high, low = map(int, style.partition(":")[2].split("/"))
    for n in range(4):
        who = decisive(small, n % 3, high, low, REALISTIC.noise, Random(f"5/realistic/{style}/{n}"))
        assert made_of(small, who) == single(small, style, "realistic", 5, n)


def test_uneven_people(small: Pack) -> None:
    """Uneven people are counted to the roles in turn, and don't waver."""
    for n in range(4):
        who = uneven(small, n % 3, 0.0, Random(f"5/moderate/uneven/{n}"))
        assert made_of(small, who) == single(small, "uneven", "moderate", 5, n)


def test_popular_people(small: Pack) -> None:
    """Members who claim what is popular find the same facets popular, all those of one seed."""
    more = popularity(small, Random("5/popular/0"))
    for n in range(4):
        who = member(small, MODERATE, n % 3, Random(f"5/moderate/popular/{n}"), popular=more)
        assert made_of(small, who) == single(small, "popular", "moderate", 5, n)


def test_who_else(pack: Pack, small: Pack) -> None:
    """Besides members a pack is tried on people who do not read, of other styles, and low in a deal-breaker family."""
    kinds = ("random", "straight", *STYLES, "uneven", "popular")

    assert ("decisive:5/1", "decisive:5/2", "decisive:4/1", "cautious:4/3", "cautious:3/1") == STYLES
    assert (*kinds, "low:umum") == others(small)
    assert (*kinds, *(f"low:{family}" for family in pack.breakers)) == others(pack)


@pytest.mark.parametrize("who", ["members", "lengths"])
def test_people_whose_roles_are_described_wrongly(small: Pack, who: str) -> None:
    """A task may say that descriptions are wrong: then members are other people; nobody else is."""
    right, wrong = (run(small, Task(who, "moderate", 9, 0, 6, (3,), share)) for share in (0.0, 0.5))
    others_right, others_wrong = (run(small, Task("uneven", "moderate", 9, 0, 6, (), share)) for share in (0.0, 0.5))

    assert right != wrong
    assert others_right == others_wrong
    drawn = [member(small, MODERATE, n % 3, Random(f"9/moderate/{n}"), 0.5) for n in range(6)]
    form, answers = ("all", small.items) if who == "members" else ("fixed:3", balanced_order(small, 3))
    expected = [outcome(small, one, fixed(one, answers)).ranking for one in drawn]
    assert expected == [one[form].ranking for one in wrong]


def test_lengths(small: Pack) -> None:
    """At each length the adaptive and the fixed form rank the roles as the result of the same answers would."""
    lengths = (2, 5, 9)
    for number in range(6):
        who = member(small, MODERATE, number % 3, Random(f"5/moderate/{number}"))
        adaptive = adaptive_lengths(small, who, lengths)
        found = single(small, "lengths", "moderate", 5, number, lengths)
        for length, given in zip(lengths, adaptive, strict=True):
            for form, answers in (("adaptive", given), ("fixed", fixed(who, balanced_order(small, 9)[:length]))):
                ranked = [small.role_index[place.role] for place in evaluate(small, answers).ranking]
                assert (who.role, ranked) == (found[f"{form}:{length}"].role, list(found[f"{form}:{length}"].ranking))


@pytest.mark.parametrize(
    "who", ["members", "random", "straight", "uneven", "popular", "cautious:4/3", "low:umum", "lengths"]
)
def test_the_same_however_it_is_split(small: Pack, who: str) -> None:
    """The same seed gives the same outcomes in one stretch or in many, in whatever order they run."""
    lengths = (3, 6) if who == "lengths" else ()
    whole = run(small, Task(who, "realistic", 9, 0, 7, lengths))
    parts = [run(small, Task(who, "realistic", 9, start, stop, lengths)) for start, stop in ((5, 7), (0, 2), (2, 5))]

    assert 7 == len(whole)
    assert whole == parts[1] + parts[2] + parts[0]


def test_stretches() -> None:
    """The work for so many people comes in stretches of 50 that leave nobody out and take nobody twice."""
    whole = Task("lengths", "moderate", 3, 10, 130, (2, 3), 0.5)

    assert [replace(whole, start=start, stop=stop) for start, stop in ((10, 60), (60, 110), (110, 130))] == stretches(
        whole
    )
    assert [replace(whole, stop=60)] == stretches(replace(whole, stop=60))


def test_all_tasks_side_by_side(small: Pack) -> None:
    """Tasks that are run side by side come out in their order, as each would alone, and the progress ends with all."""
    todo = [Task(who, "moderate", 3, start, start + 2) for who in ("members", "random") for start in (0, 2)]
    told: list[float] = []

    assert {task: run(small, task) for task in todo} == (found := run_all(small, todo, told.append))
    assert todo == list(found)
    assert 1.0 == max(told)


class Deadly:
    """Whoever reads this from another process ends without a word."""

    def __reduce__(self) -> tuple[Callable[[int], NoReturn], tuple[int]]:
        return os._exit, (9,)


def test_a_process_that_dies_is_told_of() -> None:
    """Where a process of a simulation ends all of a sudden, it is told how: that is no fault of careerfit."""
    with pytest.raises(DataError, match=r"engine stopped all of a sudden \(code 9\)"):
        run_all(Deadly(), [Task("members", "moderate", 3, 0, 2)])  # type: ignore[arg-type]


def test_the_shipped_pack(pack: Pack) -> None:
    """A simulation of the shipped pack goes through: a member in all forms, each as long as it may be."""
    found = single(pack, "members", "moderate", 1, 3)

    assert (3, len(pack.items), len(pack.facets)) == (found["all"].role, found["all"].items, found["one_each"].items)
    assert found["quick"].items <= 34
    assert found["quick"].duels <= 6
