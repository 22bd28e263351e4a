"""Fixtures that every test may use."""

from __future__ import annotations

import pytest

from careerfit.core.model import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The shipped pack."""
    from careerfit.pack import load_pack

    return load_pack()
