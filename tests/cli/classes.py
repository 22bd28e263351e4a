"""Classes of made-up people as files, for calls of ``careerfit cohort`` that hand something out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random

from careerfit.core.model import Pack
from careerfit.core.scoring import NEUTRAL_RATING

HOSTILE_NAMES = (
    'Siti "Ayu" O\'Neil',
    "../../etc/passwd",
    "..\\..\\windows",
    "CON",
    "aux.html",
    "\N{GRINNING FACE}\N{PARTY POPPER}",
    "x" * 300,
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "a\x1b[31mb",
    "a\u202eb",
    "Budi",
    "Budi",
    "BUDI",
    ".hidden",
    "trailing. ",
    "Ani/Ana",
    "nul\x07",
    "王小明",
    "",
)


def write_class(pack: Pack, path: Path, names: Sequence[str], seed: int = 5) -> Path:
    """People with these names: every fourth gives the same answer to all, every fifth says little of themselves, and
    every sixth refuses what the field asks for; the others are members of a role.
    """
    random = Random(seed)
    heads = ["Timestamp", "Nama", "Kelas", *(f"{n}. {item.text.id}" for n, item in enumerate(pack.items, 1))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for place, name in enumerate(names):
            role = pack.relevance[random.randrange(len(pack.roles))]
            cells = []
            for item in pack.items:
                t = pack.facet_index[item.facet]
                value = (1 if place % 6 == 5 else 4) if item.facet in pack.shared else 2.6 + 1.8 * role[t]
                keyed = NEUTRAL_RATING + item.keyed * (value - NEUTRAL_RATING) + random.gauss(0, 0.5)
                cells.append(str(min(5, max(1, round(keyed)))) if place % 4 != 3 else "3")
            if place % 5 == 4:
                cells[6:] = [""] * len(cells[6:])
            writer.writerow(["2026/11/20", name, "XI IPS 1", *cells])
    return path
