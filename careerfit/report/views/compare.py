"""Roles side by side: what all of them ask for alike, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerfit.core.model import Facet, Pack
from careerfit.core.role_names import short_name
from careerfit.report.blocks import Block, Code, Item, Page, Paragraph, Part, Section, Table
from careerfit.report.views.result.contrasts import own_words
from careerfit.report.words import profile as words
from careerfit.report.words.numbers import capital, count
from careerfit.text import Lang

SIGNS = {1.0: "●", 0.5: "◐", 0.0: "·"}


def compare_page(pack: Pack, slugs: Sequence[str], lang: Lang, options: str = "") -> Page:
    """Roles side by side, in the order given: what all ask for, what differs, and their own words.

    ``options`` is appended to the commands that it names.
    """
    names = [pack.role(slug).name.clean(lang) for slug in slugs]
    columns = zip(*(pack.relevance[pack.role_index[slug]] for slug in slugs), strict=True)
    rows = {facet.key: column for facet, column in zip(pack.facets, columns, strict=True)}
    equal = [facet for facet in pack.facets if min(rows[facet.key]) == max(rows[facet.key]) > 0]
    names_of_equal = [
        name if rows[facet.key][0] >= 1 else words.A_LITTLE.say(lang, facet=name)
        for facet in sorted(equal, key=lambda facet: facet.key not in pack.shared)
        for name in [facet.name.clean(lang)]
    ]
    same = " · ".join(names_of_equal) or words.COMPARE_SAME_NONE.pick(lang)
    own = [Part("", own_words(pack, slug, lang)) for slug in slugs]
    steps = zip(names, slugs, strict=True)
    sections = (
        Section("same", words.COMPARE_SAME.pick(lang), (Paragraph(same),)),
        Section("different", words.COMPARE_DIFFERENT.pick(lang), _differing(pack, names, rows, lang)),
        Section("profiles", words.COMPARE_PROFILES.pick(lang), tuple(part for part in own if part.blocks)),
        Section(
            "next",
            words.NEXT.pick(lang),
            tuple(
                Code(words.READ.say(lang, role=name), f"careerfit profile {short_name(pack, slug)}{options}")
                for name, slug in steps
            ),
        ),
    )
    return Page(
        title=capital(words.COMPARE_TITLE.say(lang, count=count(len(names), lang))),
        lead=tuple(Item(str(n), name) for n, name in enumerate(names, 1)),
        sections=tuple(section for section in sections if section.blocks),
    )


def legend(lang: Lang) -> tuple[Item, ...]:
    """What the signs mean."""
    return tuple(Item(sign, said=words.MARK_WORDS[relevance].pick(lang)) for relevance, sign in SIGNS.items())


def _differing(
    pack: Pack, names: Sequence[str], rows: Mapping[str, tuple[float, ...]], lang: Lang
) -> tuple[Block, ...]:
    """A table of the traits that differ, and one of the interests."""
    differing = [facet for facet in pack.facets if min(rows[facet.key]) < max(rows[facet.key])]
    kinds = ((words.TRAIT, "trait"), (words.INTEREST, "interest"))
    groups = [(title.pick(lang), [facet for facet in differing if facet.kind == kind]) for title, kind in kinds]
    tables = [_table(title, facets, names, rows, lang) for title, facets in groups if facets]
    if not tables:
        return (Paragraph(words.COMPARE_NO_DIFFERENCE.pick(lang)),)
    return *legend(lang), *tables


def _table(
    title: str, facets: Sequence[Facet], names: Sequence[str], rows: Mapping[str, tuple[float, ...]], lang: Lang
) -> Table:
    """A facet a line, a role a column; the facets that the first role asks for most come first."""
    ordered = sorted(facets, key=lambda facet: tuple(-e for e in rows[facet.key]))
    return Table(
        head=(title, *(str(n) for n in range(1, len(names) + 1))),
        rows=tuple((f.name.clean(lang), *(SIGNS[e] for e in rows[f.key])) for f in ordered),
        told=tuple((f.name.clean(lang), *(words.MARK_WORDS[e].pick(lang) for e in rows[f.key])) for f in ordered),
    )
