"""Benchmarks run only where they are asked for by name: ``pytest tests/benchmarks``."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out this folder unless an argument of the call names it, or a file in it."""
    asked = any("benchmarks" in arg for arg in config.args)
    return None if asked or collection_path.suffix != ".py" else True
