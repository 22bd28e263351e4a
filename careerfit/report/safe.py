"""Text that is not our own, made harmless before it is shown anywhere."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from careerfit.core.model import Lang, Text

_HIDDEN = frozenset({"Cc", "Cf", "Cs"})
"""Unicode's control, format (zero-width, bidi) and surrogate characters: none of them is ever meant to be read."""
_NO_CHARACTER = 0xFFFE
"""The last two places of each plane: YAML, for one, refuses to read them."""
_BREAKS = frozenset({"Zl", "Zp"})


def clean(text: str) -> str:
    """The text without control, format and surrogate characters; breaks and tabs become a space.

    What is left can neither steer a terminal nor reorder or hide what stands beside it. Brackets and other printable
    characters are kept as they are.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_harmless, text))


def shown(text: Text, lang: Lang) -> str:
    """One language of a text, cleaned."""
    return clean(text.pick(lang))


@lru_cache(maxsize=4096)
def _harmless(char: str) -> str:
    if char.isspace() or unicodedata.category(char) in _BREAKS:
        return " "
    is_none = ord(char) & _NO_CHARACTER == _NO_CHARACTER
    return "" if is_none or unicodedata.category(char) in _HIDDEN else char
