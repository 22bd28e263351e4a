"""Lists of roles and of questions, as pages."""

from __future__ import annotations

from careerfit.core.document import distinctive
from careerfit.core.explain import MARKS_MOST
from careerfit.core.model import Item as Question
from careerfit.core.model import Pack, Role
from careerfit.report.blocks import Code, Item, Page, Paragraph, Part, Section
from careerfit.report.words import profile as words
from careerfit.text import Lang, clean


def roles_page(pack: Pack, lang: Lang) -> Page:
    """Every role with its slug, and what sets it apart most."""
    step = Code(words.ROLES_NEXT.pick(lang), f"careerfit profile {clean(pack.roles[0].slug)}")
    parts = tuple(Part("", (_role(pack, role, lang),)) for role in pack.roles)
    return Page(pack.title.clean(lang), (Section("roles", "", parts), Section("next", "", (step,))))


def questions_page(pack: Pack, lang: Lang) -> Page:
    """Every item: its key, whether it is reversed, and the statement; above them how to answer, in words."""
    scale = ", ".join(f"{n} = {step.clean(lang).lower()}" for n, step in enumerate(pack.scale, start=1))
    return Page(
        title=words.QUESTIONS_TITLE.say(lang, count=len(pack.items)),
        lead=(Paragraph(words.QUESTIONS_LEAD.say(lang, scale=scale), "quiet"),),
        sections=(Section("questions", "", tuple(_question(item, lang) for item in pack.items)),),
    )


def _role(pack: Pack, role: Role, lang: Lang) -> Item:
    marks = " · ".join(pack.facet(key).name.clean(lang) for key in distinctive(pack, role)[:MARKS_MOST])
    told = (Paragraph(words.SPECIAL.say(lang, marks=marks)),) if marks else ()
    return Item(name=role.name.clean(lang), under=(Code("", clean(role.slug)), *told))


def _question(item: Question, lang: Lang) -> Item:
    name = clean(item.key) if item.keyed > 0 else f"{clean(item.key)} (−)"
    return Item(name=name, under=(Paragraph(item.text.clean(lang)),))
