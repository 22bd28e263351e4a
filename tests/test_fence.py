"""The fence around the user's own folders."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from .conftest import FORBIDDEN, OWN_HOME


@pytest.mark.parametrize("place", FORBIDDEN)
def test_own_folders_are_out_of_reach(place: str) -> None:
    """A test that opens anything of the user's own fails loudly, whatever it does it with."""
    with pytest.raises(AssertionError, match="the user's own"):
        Path(place).read_bytes()
    with pytest.raises(AssertionError, match="the user's own"):
        sqlite3.connect(f"{place}/history.db")


def test_each_test_has_a_home_of_its_own(own_folders: Path) -> None:
    """The home that the program sees is a folder of the test, not the user's."""
    assert own_folders == Path.home()
    assert own_folders != OWN_HOME
