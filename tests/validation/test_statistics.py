"""The statistics of a study, held against those of independent libraries within 1e-6."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from careerfit.validation import calibration, intervals, reliability
from careerfit.validation.intervals import Resampling

pingouin = pytest.importorskip("pingouin")
factor = pytest.importorskip("statsmodels.multivariate.factor")
multitest = pytest.importorskip("statsmodels.stats.multitest")
proportion = pytest.importorskip("statsmodels.stats.proportion")
curves = pytest.importorskip("sklearn.calibration")
metrics = pytest.importorskip("sklearn.metrics")

EXACT = 1e-6


def items(n: int, people: int, seed: int) -> np.ndarray:
    """So many items of one facet, on the response scale, with unequal loadings."""
    random = np.random.default_rng(seed)
    common = random.normal(3.4, 0.8, people)
    strength = random.uniform(0.5, 1.2, (n, 1))
    return np.clip(np.rint(strength * common + random.normal(0.4, 0.8, (n, people))), 1, 5)


def drawn(people: int) -> Resampling:
    """Samples of people of one role."""
    return Resampling(np.zeros(people, int))


@pytest.mark.parametrize(("hits", "of"), [(0, 7), (1, 20), (13, 20), (250, 251), (5000, 10_000)])
def test_wilsons_interval(hits: int, of: int) -> None:
    """The interval of a share is statsmodels' Wilson interval."""
    low, high = proportion.proportion_confint(hits, of, alpha=0.05, method="wilson")
    found = intervals.wilson(hits, of)
    assert (low, high) == pytest.approx((found.low, found.high), abs=EXACT)
    assert hits / of == found.share


@pytest.mark.parametrize("n", [2, 3, 4, 8])
def test_alpha(n: int) -> None:
    """Cronbach's α is pingouin's."""
    values = items(n, 300, n)
    expected, _ = pingouin.cronbach_alpha(data=pd.DataFrame(values.T))
    found = reliability.alpha(reliability.moments(values).sum(axis=1, keepdims=True))
    assert expected == pytest.approx(float(found[0]), abs=EXACT)


@pytest.mark.parametrize("n", [3, 4, 8])
def test_omega(n: int) -> None:
    """McDonald's ω is that of the loadings of statsmodels' one factor, turned back into the items' units."""
    values = items(n, 400, 10 + n)
    fitted = factor.Factor(values.T, n_factor=1, method="pa", smc=True).fit(maxiter=100_000, tol=1e-14)
    sd = values.std(axis=1, ddof=1)
    common = float((sd * fitted.loadings[:, 0]).sum() ** 2)
    expected = common / (common + float((sd**2 * fitted.uniqueness).sum()))
    found = reliability.omega(reliability.moments(values).sum(axis=1, keepdims=True))
    assert expected == pytest.approx(float(found[0]), abs=EXACT)


def test_two_items_have_spearman_and_browns() -> None:
    """The reliability of two items is 2 r / (1 + r) of scipy's correlation, and not below their α."""
    values = items(2, 300, 8)
    sums = reliability.moments(values).sum(axis=1, keepdims=True)
    r = stats.pearsonr(*values).statistic
    found = float(reliability.spearman_brown(sums)[0])
    assert 2 * r / (1 + r) == pytest.approx(found, abs=EXACT)
    assert float(reliability.alpha(sums)[0]) <= found


@pytest.mark.parametrize("people", [5, 40, 900])
def test_the_interval_of_a_correlation(people: int) -> None:
    """Fisher's interval of a correlation is scipy's."""
    one, other = items(2, people, people)
    found = stats.pearsonr(one, other)
    expected = tuple(found.confidence_interval(0.95))
    assert expected == pytest.approx(reliability.interval_of_correlation(found.statistic, people), abs=EXACT)


def test_samples_are_worked_out_like_the_whole() -> None:
    """A coefficient of many samples at once is that of each by itself."""
    sums = np.stack([reliability.moments(items(4, 200, seed)).sum(axis=1) for seed in range(5)], axis=1)
    for statistic, off in ((reliability.alpha, 1e-12), (reliability.omega, 1e-4)):
        alone = [float(statistic(sums[:, [n]])[0]) for n in range(5)]
        assert alone == pytest.approx(list(statistic(sums)), abs=off)


def test_brier_score_and_reliability_diagram() -> None:
    """The Brier score and the tenths are scikit-learn's; the calibration error is the mean distance of these."""
    random = np.random.default_rng(3)
    shown = random.uniform(0.2, 1, 2000)
    right = random.random(2000) < shown**1.2
    found = calibration.calibration(shown, right, drawn(2000))
    share, mean = curves.calibration_curve(right, shown, n_bins=10)
    count, _ = np.histogram(shown, bins=10, range=(0, 1))
    assert metrics.brier_score_loss(right, shown) == pytest.approx(found.brier[0], abs=EXACT)
    assert list(share) == pytest.approx([one.right.share for one in found.tenths], abs=EXACT)
    assert list(mean) == pytest.approx([one.shown for one in found.tenths], abs=EXACT)
    expected = float(np.average(np.abs(share - mean), weights=count[count > 0]))
    assert expected == pytest.approx(found.error, abs=EXACT)


def test_the_excess_is_what_was_shown_less_what_was_right() -> None:
    """It is the mean of the differences, with an interval around it that leaves out 0 where all is shown too high."""
    random = np.random.default_rng(8)
    shown = random.uniform(0.5, 0.9, 2000)
    for off in (0.0, 0.1):
        right = random.random(2000) < shown - off
        value, low, high = calibration.calibration(shown, right, drawn(2000)).excess
        assert shown.mean() - right.mean() == pytest.approx(value)
        assert low < value < high
        assert (off > 0) == (low > 0)


def test_the_error_by_chance_is_what_truth_gives_on_average() -> None:
    """Where all that is shown is right, the calibration error is by chance what is said, on average."""
    random = np.random.default_rng(4)
    shown = np.repeat([0.35, 0.55, 0.75, 0.95], 60)
    errors, said, draws = [], [], drawn(240)
    for _ in range(400):
        found = calibration.calibration(shown, random.random(240) < shown, draws)
        errors.append(found.error)
        said.append(found.by_chance)
    assert float(np.mean(said)) == pytest.approx(float(np.mean(errors)), rel=0.06)


def test_bootstrap_of_a_share_and_of_a_mean() -> None:
    """The bootstrap's ends are scipy's percentile bootstrap's, up to the draws; groups stand for many people."""
    random = np.random.default_rng(5)
    for people in (300, 9000):
        values = random.normal(3, 1, people)
        found = drawn(people).of_mean(values)
        expected = stats.bootstrap((values,), np.mean, method="percentile", n_resamples=4000, batch=500, rng=1)
        width = expected.confidence_interval.high - expected.confidence_interval.low
        ends = tuple(expected.confidence_interval)
        assert ends == pytest.approx(found, abs=0.1 * width)


def test_how_much_the_bootstrap_wavers() -> None:
    """With other draws the ends of an interval move by about 2 % of its width, as the method says."""
    values, role = np.random.default_rng(10).normal(3, 1, 200), np.zeros(200, int)
    low, high = np.array([Resampling(role, seed).of_mean(values) for seed in range(60)]).T
    width = float((high - low).mean())
    assert 0.015 < float(low.std() + high.std()) / 2 / width < 0.03


@pytest.mark.parametrize("people", [300, 9000])
def test_the_bootstrap_draws_as_many_of_each_role(people: int) -> None:
    """The interval of a share is that of drawing each role anew by itself, by scipy's draws: what roles differ by
    widens it no further.
    """
    random = np.random.default_rng(9)
    role = np.sort(random.choice(3, people, p=[0.6, 0.3, 0.1]))
    hits = (random.random(people) < np.array([0.95, 0.5, 0.1])[role]).astype(float)
    order = random.permutation(people)
    found = Resampling(role[order]).of_mean(hits[order])
    sizes = np.bincount(role)

    def share(*parts: np.ndarray, axis: int) -> np.ndarray:
        return sum(size * part.mean(axis=axis) for size, part in zip(sizes, parts, strict=True)) / people

    parts = [hits[role == k] for k in range(3)]
    expected = stats.bootstrap(parts, share, method="percentile", n_resamples=4000, batch=500, rng=1)
    low, high = expected.confidence_interval
    assert (low, high) == pytest.approx(found, abs=0.1 * (high - low))
    plain = drawn(people).of_mean(hits[order])
    assert plain[1] - plain[0] > 1.1 * (high - low)


def test_corrected_for_many_comparisons() -> None:
    """Holm's correction is statsmodels'; missing ones are passed over."""
    p = np.random.default_rng(6).random(40) ** 3
    expected = multitest.multipletests(p, method="holm")[1]
    assert list(expected) == pytest.approx(list(intervals.holm(p)), abs=EXACT)
    with_gaps = np.insert(p, 7, np.nan)
    found = intervals.holm(with_gaps)
    assert math.isnan(found[7])
    assert list(expected) == pytest.approx(list(np.delete(found, 7)), abs=EXACT)


def test_normal_tails() -> None:
    """The tails of the normal distribution are scipy's."""
    z = np.linspace(-6, 6, 41)
    assert list(2 * stats.norm.sf(np.abs(z))) == pytest.approx(list(intervals.two_sided(z)), abs=1e-12)
    assert list(stats.norm.sf(z)) == pytest.approx(list(intervals.one_sided(z)), abs=1e-12)
    assert stats.norm.ppf(0.975) == pytest.approx(intervals.Z, abs=1e-12)


def test_correlations() -> None:
    """Pearson's and Spearman's correlations are scipy's, ties and all; Fisher's z is the difference of arctangents."""
    random = np.random.default_rng(7)
    one, other = random.normal(size=(2, 50))
    assert stats.pearsonr(one, other).statistic == pytest.approx(reliability.correlation(one, other), abs=EXACT)
    scores = np.round(random.normal(50, 3, (5, 30)))
    again = np.round(scores + random.normal(0, 2, scores.shape))
    expected = [stats.spearmanr(scores[:, p], again[:, p]).statistic for p in range(30)]
    assert expected == pytest.approx(list(reliability.spearman(scores, again)), abs=EXACT)
    assert (math.atanh(0.5) - math.atanh(0.3)) * 10 == pytest.approx(reliability.fisher(0.5, 0.3, 103))
