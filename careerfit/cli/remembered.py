"""The language that was last chosen at a terminal: a word in a file of its own, beside the history."""

from __future__ import annotations

import contextlib
from pathlib import Path

from careerfit.text import LANGUAGES, Lang

FILE = "language"


def remembered_language() -> Lang | None:
    """The language that was last chosen here; None where none was, or where it can't be read."""
    with contextlib.suppress(OSError, ValueError):
        word = (_folder() / FILE).read_text(encoding="ascii").strip()
        return next((lang for lang in LANGUAGES if lang == word), None)
    return None


def remember_language(lang: Lang) -> None:
    """Keep the language for the next call at a terminal; nothing can be done where that fails."""
    from careerfit.files.atomic import write_whole

    with contextlib.suppress(OSError):
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder / FILE, f"{lang}\n".encode(), mode=0o600)


def _folder() -> Path:
    from platformdirs import user_state_path

    folder = user_state_path("careerfit", appauthor=False)
    if not folder.is_absolute():
        raise FileNotFoundError(folder)  # a user without a home
    return folder
