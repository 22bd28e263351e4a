"""The folder in which this program keeps what it remembers between calls."""

from __future__ import annotations

from errno import ENOENT
from os import strerror
from pathlib import Path


def state_folder() -> Path:
    """The folder for the state of this program, by the platform's custom; it may not be there yet.

    Raises ``FileNotFoundError`` for a user without a home: it would be another folder in every place.
    """
    from platformdirs import user_state_path

    try:
        folder = user_state_path("careerfit", appauthor=False)
    except RuntimeError as error:
        raise FileNotFoundError(ENOENT, strerror(ENOENT), "~") from error
    if not folder.is_absolute():
        raise FileNotFoundError(ENOENT, strerror(ENOENT), str(folder))
    return folder
