"""Lists of roles and of questions, as pages."""

from __future__ import annotations

from careerfit.core.document import distinctive
from careerfit.core.explain import MARKS_MOST
from careerfit.core.model import Pack
from careerfit.core.naming import short_name
from careerfit.report.blocks import Code, Item, Page, Paragraph, Part, Section
from careerfit.report.words import profile as words
from careerfit.report.words.result import WHOLE_FIELD
from careerfit.text import Lang, Text, clean


def roles_page(pack: Pack, lang: Lang, options: str = "") -> Page:
    """Every role with its slug, and what sets it apart most; ``options`` is appended to the command named."""
    step = Code(words.ROLES_NEXT.pick(lang), f"careerfit profile {short_name(pack, pack.roles[0].slug)}{options}")
    items = []
    for role in pack.roles:
        marks = " · ".join(pack.facet(key).name.clean(lang) for key in distinctive(pack, role)[:MARKS_MOST])
        told = [Paragraph(words.SPECIAL.say(lang, marks=marks))] if marks else []
        items.append(Item(name=role.name.clean(lang), under=(Code("", clean(role.slug)), *told)))
    parts = tuple(Part("", (item,)) for item in items)
    return Page(pack.title.clean(lang), (Section("roles", "", parts), Section("next", "", (step,))))


def questions_page(pack: Pack, lang: Lang) -> Page:
    """Every item: its key, whether it is reversed, and the statement; above them how to answer, in words."""
    scale = ", ".join(f"{n} = {step.clean(lang).lower()}" for n, step in enumerate(pack.scale, start=1))
    items = (
        Item(name=clean(item.key) + ("" if item.keyed > 0 else " (−)"), under=(Paragraph(item.text.clean(lang)),))
        for item in pack.items
    )
    return Page(
        title=words.QUESTIONS_TITLE.say(lang, count=len(pack.items)),
        lead=(Paragraph(words.QUESTIONS_LEAD.say(lang, scale=scale), "quiet"),),
        sections=(Section("questions", "", tuple(items)),),
    )


def facets_page(pack: Pack, lang: Lang, options: str = "") -> Page:
    """Every facet by its key, with its name: those of the whole field, then the traits and interests apart.

    ``options`` is appended to the command that it names.
    """
    groups: dict[Text, list[Item]] = {WHOLE_FIELD: [], words.TRAIT: [], words.INTEREST: []}
    for facet in pack.facets:
        kind = words.TRAIT if facet.kind == "trait" else words.INTEREST
        name = Item(name=clean(facet.key), said=facet.name.clean(lang))
        groups[WHOLE_FIELD if facet.key in pack.shared else kind].append(name)
    sections = [Section("facets", title.pick(lang), tuple(found)) for title, found in groups.items() if found]
    example = Code(words.FACETS_NEXT.pick(lang), f"careerfit score --answer {clean(pack.facets[0].key)}=5{options}")
    return Page(
        title=words.FACETS_TITLE.say(lang, count=len(pack.facets)),
        lead=(Paragraph(words.FACETS_LEAD.pick(lang), "quiet"),),
        sections=(*sections, Section("next", "", (example,))),
    )
