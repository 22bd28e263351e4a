"""The model of one person once more, as one big normal distribution: no closed forms, only matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from careerfit.core.model import Answers, Pack
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, BASE, USUAL, Style
from careerfit.core.scoring import OTHER, PREFERRED

Array: TypeAlias = NDArray[np.float64]
Observation: TypeAlias = tuple[int, int, float]
"""A facet's position, a key (0 for a duel), and a keyed response."""


def observations(pack: Pack, answers: Answers, *, duels: bool = True) -> list[Observation]:
    """What was answered, one keyed response at a time."""
    found: list[Observation] = []
    for key, response in answers.responses.items():
        item = pack.item_by_key[key]
        found.append((pack.facet_index[item.facet], item.keyed, response if item.keyed > 0 else 6 - response))
    for duel in answers.duels if duels else ():
        found += [(pack.facet_index[duel.preferred], 0, PREFERRED), (pack.facet_index[duel.other], 0, OTHER)]
    return found


def means(pack: Pack, style: Style) -> Array:
    """Roles by facets: the keyed response expected of a member."""
    asked = np.array(pack.relevance)
    asked[:, [one.key in pack.shared for one in pack.facets]] = 1
    separation = pack.separation if style == USUAL else style.separation
    said = np.array([np.nan if mean is None else mean for mean in pack.reference.means] if pack.reference else [np.nan])
    typical = np.where(np.isnan(said) | np.array(pack.table.shared), BASE + separation * asked.mean(axis=0), said)
    return typical + separation * (asked - asked.mean(axis=0))


@dataclass(frozen=True)
class Posterior:
    """Level, agreement and a deviation for each facet, after the answers: role by role, and their common covariance."""

    weights: Array
    mean: Array
    covariance: Array
    log_evidence: float
    roles: Array

    def look(self, t: int, key: int) -> tuple[Array, Array]:
        """What a response to facet ``t`` with that key is expected to be, role by role, and what it depends on."""
        row = np.zeros(self.mean.shape[1])
        row[0], row[1], row[2 + t] = 1, key, 1
        return self.roles[:, t] + self.mean @ row, row

    def information(self, t: int, key: int) -> float:
        """The weighted variance of the expected responses over the variance of the response itself."""
        expected, row = self.look(t, key)
        return spread(expected, self.weights) / float(row @ self.covariance @ row + USUAL.noise**2)


def spread(values: Array, weights: Array) -> float:
    """The weighted variance."""
    return float(weights @ (values - weights @ values) ** 2)


def posterior(pack: Pack, seen: list[Observation], style: Style = USUAL) -> Posterior:
    """Bayes' rule for normal distributions, with all roles equally likely beforehand."""
    size = 2 + len(pack.facets)
    start = np.zeros(size)
    start[1] = AGREEMENT
    prior = np.diag([style.level**2, AGREEMENT_SD**2, *[style.deviation**2] * len(pack.facets)])
    roles = means(pack, style)
    rows = np.zeros((len(seen), size))
    for n, (t, key, _) in enumerate(seen):
        rows[n, 0], rows[n, 1], rows[n, 2 + t] = 1, key, 1
    total = rows @ prior @ rows.T + style.noise**2 * np.eye(len(seen))
    gain = prior @ rows.T @ np.linalg.inv(total)
    off = np.array([[y - roles[k, t] - rows[n] @ start for n, (t, _, y) in enumerate(seen)] for k in range(len(roles))])
    off = off.reshape(len(roles), len(seen))
    fit = -0.5 * np.einsum("ki,ij,kj->k", off, np.linalg.inv(total), off)
    log = fit - 0.5 * (np.linalg.slogdet(total)[1] + len(seen) * np.log(2 * np.pi))
    top = log.max()
    return Posterior(
        weights=np.exp(log - top) / np.exp(log - top).sum(),
        mean=start + off @ gain.T,
        covariance=prior - gain @ rows @ prior,
        log_evidence=float(top + np.log(np.exp(log - top).mean())),
        roles=roles,
    )
