"""What lists of roles and questions say, in every format."""

from __future__ import annotations

from careerfit.core.model import Pack, Role
from careerfit.report.views.apart import apart
from careerfit.report.words import profile as words
from careerfit.text import Lang


def questions_lead(pack: Pack, lang: Lang) -> str:
    """How to answer, with the scale in words."""
    scale = ", ".join(f"{n} = {step.clean(lang).lower()}" for n, step in enumerate(pack.scale, start=1))
    return words.QUESTIONS_LEAD.say(lang, scale=scale)


def special_marks(pack: Pack, role: Role, lang: Lang) -> tuple[str, ...]:
    """The names of the facets that only this role asks for, or where there are none, that weigh more in it."""
    special = apart(pack, role, lang)
    return tuple(one.facet for one in special.only) or special.more
