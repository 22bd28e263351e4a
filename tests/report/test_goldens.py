"""All screens and files, letter by letter: what people and scripts get to see."""

from __future__ import annotations

import pytest

from careerfit.core.model import Pack

from .goldens import FOLDER, goldens, to_ten_digits

GOLDENS = goldens()


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(pack: Pack, name: str) -> None:
    """Each output is what was last looked at and kept; ``python -m tests.report.goldens`` writes them anew."""
    assert to_ten_digits((FOLDER / name).read_text(encoding="utf-8")) == to_ten_digits(GOLDENS[name](pack))


def test_no_golden_is_left_over() -> None:
    """Every golden file is still made by something."""
    assert set(GOLDENS) == {path.name for path in FOLDER.iterdir()}
