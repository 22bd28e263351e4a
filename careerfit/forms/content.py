"""What every form holds: a pack's statements in one mixed order, the pack's mark, and the sentences around them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from careerfit.core.model import Facet, Item, Pack
from careerfit.text import LANGUAGES, Text, clean

Member = TypeVar("Member")

SECONDS_EACH = 7
"""How long a person takes for a statement, told at the beginning: rather too much than too little."""

HEADLINE = Text("Peran mana yang cocok untukmu?", "Which role fits you?")
HOW = Text(
    "Di sini ada {count} pernyataan tentang dirimu, kira-kira {minutes} menit. Pilih seberapa sesuai tiap pernyataan "
    "dengan dirimu. Tidak ada jawaban yang benar atau salah, dan yang tidak mau kamu jawab boleh dilewati.",
    "Here are {count} statement{count_s} about you, about {minutes} minute{minutes_s}. Choose how much each of them is "
    "like you. No answer is right or wrong, and you may skip whatever you don't want to answer.",
)
NAME = Text("Nama", "Name")
CLASS = Text("Kelas", "Class")
DATE = Text("Tanggal", "Date")
PAGE = 10
"""So many statements stand on a page of what asks them in parts."""
PART = Text("Bagian {n} dari {of}", "Part {n} of {of}")


def how(pack: Pack) -> Text:
    """What is asked of a person and how long it takes, said before the first statement of any form."""
    minutes = max(1, round(len(pack.items) * SECONDS_EACH / 60))
    return HOW.fill(count=len(pack.items), minutes=minutes)


def scale_line(pack: Pack) -> Text:
    """The scale in one line: each number with its words."""
    return Text(
        *(" · ".join(f"{n} = {step.clean(lang)}" for n, step in enumerate(pack.scale, 1)) for lang in LANGUAGES)
    )


def statements(pack: Pack) -> tuple[Item, ...]:
    """The pack's items as every form asks them: mixed, always alike, those of one facet or family far apart.

    Of two facets that follow one another, one begins with an item of the other key, so that neither half of a form
    holds all of one key; which of them does is mixed, too.
    """
    families: dict[str, list[Facet]] = {}
    for facet in sorted(pack.facets, key=_lot):
        families.setdefault(facet.family, []).append(facet)
    facets = _spread(list(families.values()))
    turned = [(_lot(facets[n - n % 2])[0] + n) % 2 for n in range(len(facets))]
    return tuple(_spread([facet.items[::-1] if turned[n] else facet.items for n, facet in enumerate(facets)]))


def _lot(facet: Facet) -> bytes:
    """What is drawn for a facet, always the same."""
    return sha256(facet.key.encode()).digest()


def _spread(groups: Sequence[Sequence[Member]]) -> list[Member]:
    """The members of all groups in one row, in which each group's are evenly far from one another."""
    placed = [
        ((n + shift / len(groups)) / len(group), member)
        for shift, group in enumerate(groups)
        for n, member in enumerate(group)
    ]
    return [member for _, member in sorted(placed, key=lambda place: place[0])]


def form_mark(pack: Pack) -> str:
    """The pack's name and version, as they stand wherever a form's answers end up."""
    return clean(f"careerfit:{pack.name} {pack.version}")
