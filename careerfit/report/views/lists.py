"""Lists of roles and of questions, as pages."""

from __future__ import annotations

from careerfit.core.explain import MARKS_MOST
from careerfit.core.model import Facet, Pack
from careerfit.core.results.json_documents import distinctive
from careerfit.core.role_names import short_name
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


def facet_groups(pack: Pack, lang: Lang) -> dict[str, list[Facet]]:
    """Title → facets: those of the whole field, then the traits and the interests that tell roles apart, if any."""
    groups: dict[Text, list[Facet]] = {WHOLE_FIELD: [], words.TRAIT: [], words.INTEREST: []}
    for facet in pack.facets:
        kind = words.TRAIT if facet.kind == "trait" else words.INTEREST
        groups[WHOLE_FIELD if facet.key in pack.shared else kind].append(facet)
    return {title.pick(lang): facets for title, facets in groups.items() if facets}


def facets_page(pack: Pack, lang: Lang, options: str = "") -> Page:
    """Every facet by its key, with its name: those of the whole field, then the traits and interests apart.

    ``options`` is appended to the command that it names.
    """
    sections = (
        Section("facets", title, tuple(Item(name=clean(facet.key), said=facet.name.clean(lang)) for facet in facets))
        for title, facets in facet_groups(pack, lang).items()
    )
    example = Code(words.FACETS_NEXT.pick(lang), f"careerfit score --answer {clean(pack.facets[0].key)}=5{options}")
    return Page(
        title=words.FACETS_TITLE.say(lang, count=len(pack.facets)),
        lead=(Paragraph(words.FACETS_LEAD.pick(lang), "quiet"),),
        sections=(*sections, Section("next", "", (example,))),
    )
