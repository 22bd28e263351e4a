"""Packs, and a browser to fill forms in with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.pack import load_pack

from .fill import CHROMIUM, chromium


@pytest.fixture(scope="session")
def small_pack() -> Pack:
    """A pack of three facets."""
    return load_pack(Path(__file__).parents[1] / "pack" / "base")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this computer")
    with chromium() as found:
        yield found
