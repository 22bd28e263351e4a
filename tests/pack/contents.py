"""What a pack holds, to be compared."""

from __future__ import annotations

from careerfit.core.model import Pack


def content(pack: Pack) -> list[object]:
    """Everything that a pack holds, in the order of its fields."""
    return [getattr(pack, name) for name in Pack.__annotations__]
