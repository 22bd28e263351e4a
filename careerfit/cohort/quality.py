"""How the answers of many people were given: as in ``core/quality.py`` and ``core/person.py``, with the shapes of
``arrays``. In sums, responses count from the middle of the scale, 3 → 0, so that a missing one is 0 and adds nothing.
"""

from __future__ import annotations

from math import log, pi
from typing import NamedTuple

import numpy as np

from careerfit.cohort.arrays import UNANSWERED, Array, Truth, Weights, Whole, by_facet, over_facets
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, CHOICES, UNEVEN_NOISE, UNEVEN_SHARE, Style
from careerfit.core.quality import INCOHERENT, LONG_RUN
from careerfit.core.scoring import NEUTRAL_RATING


class Tally(NamedTuple):
    """What is known of people. Facet by facet (T × P): ``count`` of responses, ``total`` of the keyed ones, ``keys``,
    the sum of the keys. Over all items (P): ``answered``, ``raw`` and ``squares``, the sums of the responses as they
    were given and of their squares.
    """

    count: Array  # type: ignore[assignment]  # nobody needs the method of tuples that it hides
    total: Array
    keys: Array
    answered: Array
    raw: Array
    squares: Array


def tally(weights: Weights, responses: Whole, given: Truth) -> Tally:
    """Counts and sums of responses (I × P, 1 to 5) as far as they were ``given`` (I × P, or I × 1 where all were)."""
    away = (responses - np.int8(NEUTRAL_RATING)) * given
    count, total, keys = (by_facet(weights, values) for values in (given, away * weights.keyed, given * weights.keyed))
    answered, raw, squares = (values.sum(axis=0, dtype=np.int16).astype(float) for values in (given, away, away**2))
    return Tally(count, total, keys, answered, raw, squares)


def long_run(responses: Whole) -> Truth:
    """Are ten responses running (I × P, in the pack's order) alike, unanswered ones (0) left out of account (P)?"""
    last, run, longest = np.zeros((3, responses.shape[1]), np.int8)
    for row in responses:
        given = (row != UNANSWERED).view(np.int8)
        change = (row - last) * given
        run *= (change == 0).view(np.int8)
        run += given
        last += change
        np.maximum(longest, run, out=longest)
    return longest >= LONG_RUN


def inconsistent(weights: Weights, known: Tally) -> Truth:
    """Do dice explain the answers far better than any person does (P)? The person is a mean over styles: whom the
    first explains well enough is consistent whatever the others say.
    """
    (style, share, means), *others = weights.styles
    found = log(share) + coherence(style, means, known)
    if len(doubtful := np.flatnonzero(found <= INCOHERENT)):
        rest = Tally(*(sums if sums.shape[-1] == 1 else sums.take(doubtful, -1) for sums in known))  # 1: one for all
        logs = [log(share) + coherence(style, means, rest) for style, share, means in others]
        found[doubtful] = np.logaddexp.reduce([found[doubtful], *logs, log(UNEVEN_SHARE) + self_agreement(rest)])
    return found <= INCOHERENT


def coherence(style: Style, means: Array, known: Tally) -> Array:
    """The log of how much better a person of one style explains the answers than dice do, with role, level and tendency
    to agree integrated out (P). ``a``, ``b``, ``d``: precisions of level, both together, tendency; ``level`` and
    ``agreement``: the linear terms; ``g``: a facet's weight, its own deviation included, which ``own`` takes out again.
    """
    n, total, keys = known.count, known.total, known.keys
    precise, prior_a, prior_d = 1 / style.noise**2, 1 / style.level**2, 1 / AGREEMENT_SD**2
    g = 1 / (style.noise**2 + n * style.deviation**2)
    own, one = style.deviation**2 * precise, np.ones((1, len(n)))
    counts, balance = g * n, g * keys
    *sums, weighed = over_facets(np.vstack([means, np.ones(len(n))]), g, total)
    a, b = prior_a + counts.sum(axis=0), balance.sum(axis=0)
    d = prior_d + precise * known.answered - own * over_facets(one, balance, keys)[0]
    fit = np.array(sums) - 0.5 * means**2 @ counts
    level = weighed - means @ counts
    agreement = AGREEMENT * prior_d + precise * known.raw - own * over_facets(one, balance, total)[0] - means @ balance
    constant = -0.5 * (AGREEMENT**2 * prior_d + precise * known.squares - own * over_facets(one, g, total**2)[0])
    constant += known.answered * (log(CHOICES) - 0.5 * log(2 * pi))
    constant += 0.5 * ((known.answered - len(n)) * log(precise) + np.log(g.prod(axis=0)))
    det = a * d - b * b
    fit += (level * (d * level - 2 * b * agreement) + a * agreement**2) / (2 * det)
    top = fit.max(axis=0)
    return constant + 0.5 * np.log(prior_a * prior_d / det) + top + np.log(np.exp(fit - top).mean(axis=0))


def self_agreement(known: Tally) -> Array:
    """The same of somebody uneven, whose facets lie anywhere alike often (P)."""
    n, total, keys = np.maximum(known.count, 1), known.total, known.keys
    precise, prior = 1 / UNEVEN_NOISE**2, 1 / AGREEMENT_SD**2
    precision = prior + precise * (known.answered - (keys**2 / n).sum(axis=0))
    natural = AGREEMENT * prior + precise * (known.raw - (total * keys / n).sum(axis=0))
    constant = -0.5 * (AGREEMENT**2 * prior + precise * (known.squares - (total**2 / n).sum(axis=0)))
    constant += ((n - 1) * (log(CHOICES) + 0.5 * log(precise / (2 * pi))) - 0.5 * np.log(n)).sum(axis=0)
    return constant + 0.5 * (natural**2 / precision + np.log(prior / precision))
