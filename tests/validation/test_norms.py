"""A reference group: what is typical of people, and nothing of any one of them."""

from __future__ import annotations

import math

import numpy as np
import pytest
import yaml

from careerfit.core.model import LEAST_GROUP, Pack, Reference
from careerfit.core.scoring import with_reference
from careerfit.errors import DataError
from careerfit.pack.real_people import with_norms
from careerfit.simulation.respondents import LEVELS
from careerfit.validation.members import facet_means
from careerfit.validation.norms import Norms, norms, norms_yaml, rounded_to
from careerfit.validation.recovery import first_role
from tests.validation.populations import Faults, answers, people, scored

MADE = "2026-11-26"


def crowd(pack: Pack, count: int, seed: int) -> np.ndarray:
    """The answers of so many people, members of any role."""
    random = np.random.default_rng(seed)
    who = people(pack, LEVELS["realistic"], random.integers(0, len(pack.roles), count), random)
    return answers(pack, who, random, careless=False)


def group(pack: Pack, responses: np.ndarray) -> Norms:
    """The reference group of these people, none of them doubtful."""
    return norms(pack, responses, np.zeros(responses.shape[1], bool))


def test_typical_answers_are_the_means_of_the_people(pack: Pack) -> None:
    """Means and spreads are those of the people's facets, rounded; doubtful people are left out."""
    responses = crowd(pack, 400, 1)
    doubtful = np.arange(400) < 50
    found = norms(pack, responses, doubtful)
    values = facet_means(pack, responses[:, 50:])
    assert (350, 0.1) == (found.people, found.rounded_to)
    assert [one.mean for one in found.facets] == pytest.approx(list(values.mean(axis=1)), abs=0.05001)
    assert [one.sd for one in found.facets] == pytest.approx(list(values.std(axis=1, ddof=1)), abs=0.05001)
    assert {350} == {one.people for one in found.facets}


def test_people_who_left_gaps_count_where_they_answered(pack: Pack) -> None:
    """A facet's mean is that of its items' means, so that it does not hang on which items people were asked."""
    responses = crowd(pack, 400, 2)
    first, second = (n for n, item in enumerate(pack.items) if item.facet == pack.facets[0].key)
    responses[first, :200] = 0
    keyed = [
        np.where(r > 0, r if pack.items[n].keyed > 0 else 6 - r, np.nan)
        for n in (first, second)
        for r in [responses[n]]
    ]
    expected = np.mean([np.nanmean(one) for one in keyed])
    assert expected == pytest.approx(group(pack, responses).facets[0].mean, abs=0.05001)
    assert 200 == group(pack, responses).facets[0].people


def test_too_few_answers_are_refused_with_their_number(pack: Pack) -> None:
    """With fewer than 30 answers to any item nothing is made; what is missing is told by item and number."""
    responses = crowd(pack, 40, 3)
    responses[5, LEAST_GROUP - 1 :] = 0
    with pytest.raises(DataError) as raised:
        group(pack, responses)
    assert "needs at least 30 answers to each item; here the fewest are 29." in raised.value.headline.en
    assert [f"{pack.items[5].key}: 29 answers"] == [one.what.en for one in raised.value.problems]
    with pytest.raises(DataError, match="29"):
        group(pack, crowd(pack, 29, 3))
    assert 30 == group(pack, crowd(pack, 30, 3)).people


def test_the_file_is_read_back(pack: Pack, tmp_path) -> None:
    """The file that is written gives the pack the same typical answers; shared facets keep the middle."""
    found = group(pack, crowd(pack, 100, 4))
    file = tmp_path / "norms.yaml"
    file.write_text(norms_yaml(pack, found, MADE), encoding="utf-8")
    read = with_norms(pack, file)
    assert Reference(100, MADE, tuple(one.mean for one in found.facets)) == read.reference
    neutral = dict(zip(pack.facet_index, read.table.neutral, strict=True))
    assert {0.5} == {neutral[key] for key in pack.shared}
    assert (found.facets[-1].mean - 1) / 4 == list(neutral.values())[-1]


def test_nothing_of_single_people_is_in_the_file(pack: Pack) -> None:
    """The file holds the pack, the day, the number of people and three rounded numbers a facet, and no more."""
    held = yaml.safe_load(norms_yaml(pack, group(pack, crowd(pack, 30, 5)), MADE))
    assert {"pack", "fingerprint", "made", "people", "rounded_to", "facets"} == set(held)
    assert {frozenset({"people", "mean", "sd"})} == {frozenset(one) for one in held["facets"].values()}
    assert 0.3 == held["rounded_to"]
    for one in held["facets"].values():
        for value in (one["mean"], one["sd"]):
            assert 0 == pytest.approx(math.remainder(value, 0.3), abs=1e-9)


@pytest.mark.parametrize("count", [30, 39, 40, 79, 80, 1000])
def test_one_person_moves_a_mean_by_less_than_half_a_step(count: int) -> None:
    """The steps are at least twice what somebody who answers 1 in place of 5 moves the mean of a facet by."""
    assert 4 / count <= rounded_to(count) / 2 + 1e-12


def test_the_difference_of_two_files_tells_of_nobody(pack: Pack) -> None:
    """Whoever has the files of 30 people, and of them and one more, can pin down no facet of that one: everything from
    1 to 5 fits both files in nearly all cases, and in none does one value alone fit.
    """
    pinned, cut, facets = 0, 0.0, 0
    values = np.linspace(1, 5, 9)
    for seed in range(60):
        responses = crowd(pack, 31, 100 + seed)
        small, large = group(pack, responses[:, :30]), group(pack, responses)
        for one, other in zip(small.facets, large.facets, strict=True):
            low = 31 * (other.mean - large.rounded_to / 2) - 30 * (one.mean + small.rounded_to / 2)
            high = 31 * (other.mean + large.rounded_to / 2) - 30 * (one.mean - small.rounded_to / 2)
            fits = ((values >= low - 1e-9) & (values <= high + 1e-9)).sum()
            pinned += fits <= 1
            cut += 1 - fits / len(values)
            facets += 1
    assert (60 * len(pack.facets), 0) == (facets, pinned)
    assert cut / facets < 0.05


def test_most_figures_do_not_move_for_one_person(pack: Pack) -> None:
    """Where one of 30 people is replaced by another, at most one figure in five moves, and by one step."""
    moved, figures = 0, 0
    for seed in range(40):
        responses = crowd(pack, 31, 300 + seed)
        one, other = group(pack, responses[:, :30]), group(pack, responses[:, 1:])
        by = np.array([(a.mean - b.mean) / one.rounded_to for a, b in zip(one.facets, other.facets, strict=True)])
        assert np.abs(by).max() < 1.01
        moved, figures = moved + int((np.abs(by) > 0.5).sum()), figures + len(by)
    assert moved / figures < 0.2


def test_members_are_recovered_where_facets_are_claimed_unevenly(pack: Pack) -> None:
    """With facets shifted for everybody (sd 0.5), a group of 300 brings most of what is lost back: two thirds at least,
    at the realistic level. The full figures: ``python -m tests.validation norms``.
    """
    shares = np.zeros(3)
    for seed in range(6):
        random = np.random.default_rng([7, seed])
        shift = Faults(popular=tuple(random.normal(0, 0.5, len(pack.facets))))
        role, level = np.repeat(np.arange(len(pack.roles)), 150), LEVELS["realistic"]
        plain = answers(pack, people(pack, level, role, random), random)
        moved = answers(pack, people(pack, level, role, random, shift), random)
        others = people(pack, level, random.integers(0, len(pack.roles), 300), random, shift)
        made = group(pack, answers(pack, others, random))
        there = with_reference(pack, Reference(300, MADE, tuple(one.mean for one in made.facets)))
        for n, (used, given) in enumerate(((pack, plain), (pack, moved), (there, moved))):
            shares[n] += (first_role(scored(used, given, role).scores) == role).mean()
    not_shifted, shifted, with_group = shares
    assert with_group - shifted > 2 / 3 * (not_shifted - shifted)
