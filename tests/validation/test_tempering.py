"""The tempering constant: its parts against independent computations, and what it comes to where the model is wrong."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import integrate, optimize, special, stats

from careerfit.core.model import Pack
from careerfit.validation import tempering
from careerfit.validation.members import Members
from careerfit.validation.tempering import Temper, combined, likely_roles, solved, temper
from tests.validation.populations import WRONG, population

RIGHT = 2.92
"""The constant that is right for careful people at the moderate level."""


def scores(people: int, seed: int, temper: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Normal logits (4 × P) of members of four roles, and their roles."""
    random = np.random.default_rng(seed)
    role = random.integers(0, 4, people)
    logits = random.normal(0, 1, (4, people)) + 1.2 * np.eye(4)[:, role]
    return logits / temper, role


def careful(members: Members) -> Members:
    """Those whose answers raise no doubt."""
    return members.only(~members.doubtful)


def test_the_direct_estimate_makes_the_roles_likeliest() -> None:
    """It is where scipy finds the largest likelihood."""
    logits, role = scores(500, 1)

    def unlikely(c: float) -> float:
        return -float(special.log_softmax(c * logits, axis=0)[role, np.arange(500)].sum())

    expected = optimize.minimize_scalar(unlikely, bracket=(0.5, 2), tol=1e-12).x
    found, _ = solved(logits, (np.arange(4)[:, None] == role).astype(float), 2.0)
    assert expected == pytest.approx(found, abs=1e-6)


def test_likely_roles_are_those_of_a_discriminant_analysis() -> None:
    """How likely each role is by normal scores follows from scipy's densities of each role's mean and covariance."""
    logits, role = scores(400, 2)
    apart = (logits[:-1] - logits[-1:]).T
    parts = [apart[role == k] for k in range(4)]
    weights = [
        len(part) * stats.multivariate_normal.pdf(apart, part.mean(axis=0), np.cov(part, rowvar=False))
        for part in parts
    ]
    assert weights / np.sum(weights, axis=0) == pytest.approx(likely_roles(logits, role), abs=1e-6)


@pytest.mark.parametrize("apart", [0.0, 0.1, 0.25, 0.6])
def test_both_are_joined_by_bayes_rule(apart: float) -> None:
    """Mean and standard deviation are those of the posterior, integrated numerically over the truth."""
    covariance = np.array([[0.0073, 0.0009], [0.0009, 0.0012]])
    direct, implied = 1.0 + apart, 1.0

    def weight(truth: float) -> float:
        kinds = ((tempering.NEAR, tempering.FITTING), (tempering.FAR, 1 - tempering.FITTING))
        return sum(
            share
            * stats.multivariate_normal.pdf(
                [direct - truth, implied - truth], cov=covariance + np.diag([0.0, spread**2])
            )
            for spread, share in kinds
        )

    def moment(power: int) -> float:
        return integrate.quad(lambda t: t**power * weight(t), 0, 3, points=[1, 1 + apart], limit=500)[0]

    mean = moment(1) / moment(0)
    expected = (mean, math.sqrt(moment(2) / moment(0) - mean**2))
    assert expected == pytest.approx(combined(direct, implied, covariance), abs=1e-6)


def test_where_scores_are_normal_the_interval_is_narrower(pack: Pack) -> None:
    """Both estimates together waver less than either people's roles or normal scores alone may be off."""
    found = temper(pack, careful(population(pack, "moderate", 200, np.random.default_rng(3))), 0.717)
    both, direct = (math.log(one.high / one.low) for one in (found.both, found.direct))
    assert both < 0.8 * direct
    assert found.both.low < found.both.value < found.both.high


@pytest.mark.parametrize("wrong", WRONG)
def test_the_model_may_be_wrong(pack: Pack, wrong: str) -> None:
    """Where people's scores are not normal, or descriptions partly wrong, both together come to what people's roles
    say, which is another constant than the one that is right for the rest.
    """
    members = WRONG[wrong](pack, "moderate", 300, np.random.default_rng(4))
    found: Temper = temper(pack, careful(members), 0.717)
    assert found.direct.low < found.both.value < found.direct.high
    if wrong == "relevances":
        assert found.both.high < RIGHT
    else:
        assert not found.direct.low < found.implied.value < found.direct.high
        assert found.direct.value == pytest.approx(found.both.value, rel=0.05)


def test_nothing_is_told_of_people_whose_role_always_comes_first(pack: Pack) -> None:
    """Then nobody tells how sure is too sure: there is no estimate."""
    members = careful(population(pack, "moderate", 30, np.random.default_rng(5)))
    members = members._replace(role=members.scores.argmax(axis=0))
    assert all(math.isnan(one.value) for one in temper(pack, members, 0.717))


def test_few_members_have_the_direct_estimate_alone(pack: Pack) -> None:
    """Where a role has fewer than 20 members, nothing is taken to be normal."""
    found = temper(pack, careful(population(pack, "realistic", 15, np.random.default_rng(6))), 0.84)
    assert math.isnan(found.implied.value)
    assert found.both == found.direct
