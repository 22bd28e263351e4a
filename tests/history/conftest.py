"""A history of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerfit.history.store import Store

from .made import Clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the history is kept; not made yet."""
    return tmp_path / "state" / "careerfit"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open history, empty."""
    with Store(folder, clock=Clock()) as opened:
        yield opened
