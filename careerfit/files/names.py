"""What a person is called, as a part of a file's name."""

from __future__ import annotations

import re
import unicodedata

MOST = 40
"""So many characters of a file's name are somebody's name."""


def part_of_name(called: str) -> str:
    """The words of a name in small letters and digits of ASCII, a hyphen before each; "" where there are none."""
    plain = unicodedata.normalize("NFKD", called).encode("ascii", "ignore").decode().lower()
    return f"-{re.sub('[^a-z0-9]+', '-', plain).strip('-')}"[: MOST + 1].rstrip("-")
