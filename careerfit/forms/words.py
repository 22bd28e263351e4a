"""The sentences of all forms, in both languages. Nothing of what a pack holds stands here."""

from __future__ import annotations

from careerfit.core.model import Pack
from careerfit.text import Text

SECONDS_EACH = 7
"""How long a person takes for a statement, told at the beginning: rather too much than too little."""

HEADLINE = Text("Peran mana yang cocok untukmu?", "Which role fits you?")
HOW = Text(
    "Di sini ada {count} pernyataan tentang dirimu, kira-kira {minutes} menit. Pilih seberapa sesuai tiap pernyataan "
    "dengan dirimu. Tidak ada jawaban yang benar atau salah, dan yang tidak mau kamu jawab boleh dilewati.",
    "Here are {count} statements about you, about {minutes} minutes. Choose how much each of them is like you. No "
    "answer is right or wrong, and you may skip whatever you don't want to answer.",
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
        " · ".join(f"{n} = {step.clean('id')}" for n, step in enumerate(pack.scale, 1)),
        " · ".join(f"{n} = {step.clean('en')}" for n, step in enumerate(pack.scale, 1)),
    )
