"""The language that was last chosen at a terminal: a word in a file of its own, beside the history."""

from __future__ import annotations

import contextlib

from careerfit.files.state import state_folder
from careerfit.text import LANGUAGES, Lang

FILE = "language"


def remembered_language() -> Lang | None:
    """The language that was last chosen here; None where none was, or where it can't be read."""
    with contextlib.suppress(OSError, ValueError):
        word = (state_folder() / FILE).read_text(encoding="ascii").strip()
        return next((lang for lang in LANGUAGES if lang == word), None)
    return None


def remember_language(lang: Lang) -> None:
    """Keep the language for the next call at a terminal; nothing can be done where that fails."""
    from careerfit.files.atomic import write_whole

    with contextlib.suppress(OSError):
        folder = state_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder / FILE, f"{lang}\n".encode(), mode=0o600)
