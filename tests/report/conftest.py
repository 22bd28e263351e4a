"""Fixtures for reports: the six people's results."""

from __future__ import annotations

import pytest

from careerfit.core.model import Pack
from careerfit.core.results.result import Result

from .people import PEOPLE, result_of


@pytest.fixture(params=PEOPLE)
def result(pack: Pack, request: pytest.FixtureRequest) -> Result:
    """The result of each of the six people."""
    return result_of(pack, request.param)


@pytest.fixture(scope="session")
def results(pack: Pack) -> dict[str, Result]:
    """The results of the six people by name."""
    return {name: result_of(pack, name) for name in PEOPLE}
