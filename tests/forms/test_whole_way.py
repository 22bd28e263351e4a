"""A class by every way: whatever form its students fill in, the same results come of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careerfit.cohort import run
from careerfit.core.model import Pack

from .fill import NODE, students
from .whole_way import CLASS, HANDS, WAYS, compare

HANDFUL = slice(4, 6)
"""One who answers everything, and one who leaves gaps."""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the process of the test."""

    def supervised(work: Callable[..., Any], args: tuple[Any, ...], tell: Callable[[float], None], _: object) -> Any:
        return work(*args, tell)

    monkeypatch.setattr(run, "supervised", supervised)


@pytest.mark.slow
@pytest.mark.skipif(NODE is None, reason="no node on this computer")
def test_every_way_ends_in_the_same(browser: Any, pack: Pack, tmp_path: Path) -> None:
    """Sheet, Google form, survey, page and codes give each student the same result and report, and one class, table
    and summary, all of them those of the core's codes; ``python -m tests.forms.whole_way`` does so with a whole class.
    """
    found = [*compare(pack, students(pack, CLASS)[HANDFUL], tmp_path, browser)]
    assert [(way, []) for way in (*WAYS, *(f"page by {how}" for how in HANDS))] == found
