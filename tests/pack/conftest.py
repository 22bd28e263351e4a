"""Small packs to break and to compare."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .broken import BASE

Edit = Callable[..., Path]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of a small sound pack: two roles, three facets, one of them a role's own."""
    shutil.copytree(BASE, tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture
def edited(base: Path) -> Edit:
    """A function that puts a text in the place of another, in a file of the small pack, and gives its folder."""

    def edit(file: str, old: str, new: str) -> Path:
        text = (base / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (base / file).write_text(text.replace(old, new), encoding="utf-8")
        return base

    return edit
