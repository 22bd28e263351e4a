"""What a report says of the real people that a pack rests on: its reference group, and constants that were measured."""

from __future__ import annotations

from careerfit.core.model import Pack
from careerfit.report.blocks import Paragraph
from careerfit.report.words import validation as words
from careerfit.text import Lang, clean, number


def real_people(pack: Pack, lang: Lang) -> tuple[Paragraph, ...]:
    """The reference group and the measured constants in use, a sentence each; nothing where there are none."""
    used = ((words.GROUP, pack.reference), (words.MEASURED, pack.measured))
    return tuple(
        Paragraph(said.say(lang, people=number(one.people, lang), made=clean(one.made)), "quiet")
        for said, one in used
        if one is not None
    )
