"""Is there somebody to ask?"""

from __future__ import annotations

import sys
from typing import Any

from careerfit.errors import UsageError
from careerfit.text import Text


def is_terminal(stream: Any) -> bool:
    """Is that stream a terminal; a closed one is none."""
    return stream is not None and stream.isatty()


def someone_can_answer() -> bool:
    """Are keys read from a terminal, and questions (which go to standard error) seen on one?"""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def require_terminal(otherwise: Text) -> None:
    """Raise ``UsageError``, which says what to do instead, where nobody could answer: piped junk is no answer."""
    if not someone_can_answer():
        raise UsageError(
            Text(f"Perintah ini perlu terminal. {otherwise.id}", f"This command needs a terminal. {otherwise.en}")
        )
