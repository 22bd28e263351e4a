"""Scores against the weighted sum model of a library for multi-criteria decisions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods import WSM  # type: ignore[import-untyped]

from careerfit.core.model import Pack
from careerfit.core.scoring import facet_values, scores

from . import oracle
from .strategies import SOME, answers, packs


def criteria(row: oracle.Array, common: np.ndarray) -> tuple[oracle.Array, np.ndarray]:
    """A role's weights, adding up to 1, and whether more of a facet speaks for the role (1) or against it (−1)."""
    apart = np.where(common, 0.0, row - row[~common].mean()) if (~common).any() else np.zeros_like(row)
    positive = apart[apart > 1e-12].sum()
    contrast = apart / positive / 4 if positive else apart
    weights = np.where(common, 0.5 / max(1, common.sum()), contrast)
    return np.abs(weights), np.where(weights < 0, -1, 1)


def keep(x: oracle.Array, cost: bool = False) -> oracle.Array:
    """Values from 0 to 1 need no more than turning round where less is better."""
    return 1 - x if cost else x


@given(packs(), st.data())
@settings(SOME, max_examples=200)
def test_scores_are_a_weighted_sum(pack: Pack, data: st.DataObject) -> None:
    """People are alternatives, facets criteria: the library's preference is the score, role by role.

    Its checks of the matrix are left out: they refuse or deplore people who are alike.
    """
    people = [data.draw(answers(pack)) for _ in range(4)]
    values = [facet_values(pack, one) for one in people]
    matrix = np.array([[v.x for v in row] for row in values])
    found = np.array([scores(pack, row) for row in values])

    for k, row in enumerate(np.array(pack.relevance)):
        weights, types = criteria(row, oracle.shared(pack))
        used = weights > 0
        total = weights.sum()
        if not used.any():
            assert [50.0] * 4 == found[:, k].tolist()
            continue
        preference = WSM(keep)(matrix[:, used], weights[used] / total, types[used], validation=False)
        assert (50 + 100 * total * (preference - 0.5)).tolist() == pytest.approx(found[:, k].tolist(), abs=1e-9)
