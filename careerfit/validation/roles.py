"""Whose role is which, and whose attempt is whose: from what columns of a file say to numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from careerfit.core.model import Pack
from careerfit.errors import Problem, UsageError
from careerfit.text import LANGUAGES, Text
from careerfit.validation.members import NOBODY, Whole

NO_ROLE = Text(
    "Tidak ada isian di kolom itu yang menyebut peran dari paket ini. Yang bisa dipakai, atau namanya dalam salah satu "
    "bahasa:",
    "No cell of that column names a role of this pack. These can be used, or their names in either language:",
)


def role_numbers(pack: Pack, texts: Sequence[str], places: Whole) -> Whole:
    """Everybody's role (P), or ``NOBODY``: ``places`` are those of what they said among ``texts`` (−1 for nothing).

    A role is its slug or its name in either language; case does not matter. Raises ``UsageError`` where no text is.
    """
    known = {name.casefold(): k for k, role in enumerate(pack.roles) for name in _names(role)}
    numbers = np.array([known.get(" ".join(text.casefold().split()), NOBODY) for text in texts] + [NOBODY])
    if (numbers == NOBODY).all():
        raise UsageError(NO_ROLE, [Problem("", Text(role.slug, role.slug)) for role in pack.roles])
    found: Whole = numbers[places]
    return found


def person_numbers(places: Whole) -> Whole:
    """A number for whose attempt each is (P); whoever is not named is somebody else each time."""
    unnamed = places < 0
    found: Whole = np.where(unnamed, places.max(initial=0) + 1 + np.cumsum(unnamed), places)
    return found


def _names(role: Any) -> list[str]:
    return [role.slug, *(role.name.pick(lang) for lang in LANGUAGES)]
