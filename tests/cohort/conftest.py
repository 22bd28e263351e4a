"""What the tests of cohorts share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from careerfit.cohort import run


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the process of the test, not in one of its own, whose start would take most of the time."""

    def supervised(work: Callable[..., Any], args: tuple[Any, ...], tell: Callable[[float], None], _: object) -> Any:
        return work(*args, tell)

    monkeypatch.setattr(run, "supervised", supervised)
