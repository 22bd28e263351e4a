"""What lists of roles and questions say, in every format."""

from __future__ import annotations

from careerfit.core.document import distinctive
from careerfit.core.explain import MARKS_MOST
from careerfit.core.model import Pack, Role
from careerfit.report.words import profile as words
from careerfit.text import Lang


def questions_lead(pack: Pack, lang: Lang) -> str:
    """How to answer, with the scale in words."""
    scale = ", ".join(f"{n} = {step.clean(lang).lower()}" for n, step in enumerate(pack.scale, start=1))
    return words.QUESTIONS_LEAD.say(lang, scale=scale)


def special_marks(pack: Pack, role: Role, lang: Lang) -> tuple[str, ...]:
    """The names of the facets that set this role apart most."""
    return tuple(pack.facet(key).name.clean(lang) for key in distinctive(pack, role)[:MARKS_MOST])
