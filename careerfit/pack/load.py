"""Folder → pack, strictly: either everything is right, or every problem is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerfit.core.model import Pack
from careerfit.errors import DataError, Problem
from careerfit.pack.faults import refuse
from careerfit.pack.files import CATALOGUE_FILE, read_folder
from careerfit.pack.messages import HEADLINE
from careerfit.pack.read import read_pack
from careerfit.pack.rules import broken_rules
from careerfit.pack.wording import say

_PACKAGE = Path(__file__).resolve().parent.parent
SHIPPED = (_PACKAGE / "profiles", _PACKAGE.parent / "profiles")
"""Where the shipped pack stands: inside the installed package, or beside it in a checkout."""


def load_pack(path: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack.

    Raises ``DataError`` with every problem of every file, each with file, line and path.
    """
    folder = read_folder(shipped_folder() if path is None else Path(path))
    refuse([*folder.faults, *broken_rules(folder)])
    return read_pack(folder)


def shipped_folder(places: Sequence[Path] = SHIPPED) -> Path:
    """The first of the places that holds a pack. Raises ``DataError`` where none does."""
    for folder in places:
        if (folder / CATALOGUE_FILE).is_file():
            return folder
    raise DataError(HEADLINE, [Problem(str(places[0]), say("no-shipped"))])
