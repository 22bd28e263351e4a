"""What eight people are left with, literally, on the last 24 rows of their terminals."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .ways import FOLDER, WAYS, left_behind


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of a short name, in which the program is called: what is told of a file takes one row."""
    folder = Path(tempfile.mkdtemp(prefix="w"))
    monkeypatch.chdir(folder)
    yield folder
    monkeypatch.undo()
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", WAYS)
def test_the_last_rows_are_as_they_were(name: str, here: Path) -> None:
    """They are what they were when they were last looked at; ``python -m tests.e2e.ways`` writes them anew."""
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == left_behind(WAYS[name], here)
