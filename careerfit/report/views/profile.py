"""A role's profile as it is shown, in one language: the same for every format."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from careerfit.core import model
from careerfit.core.bank import SHARE
from careerfit.core.explain import marks
from careerfit.core.model import SECTIONS, Belief, Evidence, Pack, Role
from careerfit.report.blocks import ONLY, Code, Item, Page, Pair, Paragraph, Part, Section, Sentence, pieces
from careerfit.report.words import profile as words
from careerfit.report.words.numbers import count
from careerfit.text import Lang, Text


def profile_page(pack: Pack, role: Role, lang: Lang, sections: Collection[str] = ()) -> Page:
    """The profile of a role, whole or only some of its ``sections`` (in the profile's own order)."""
    wanted = [key for key in SECTIONS if not sections or key in sections]
    found = [profile_section(pack, role, key, lang) for key in wanted if role.section(key)]
    step = Code(words.REALITY_TRY.pick(lang), f"careerfit reality {role.slug}")
    steps = [Section("next", words.NEXT.pick(lang), (step,))] if role.beliefs else []
    rest = [] if sections else [_apart(apart(pack, role, lang), lang), *steps]
    return Page(
        title=role.name.clean(lang),
        lead=(Paragraph(pack.title.clean(lang), "quiet"), Paragraph(words.MARK_LEGEND.pick(lang), "quiet")),
        sections=(*found, *rest),
    )


def profile_section(pack: Pack, role: Role, key: str, lang: Lang) -> Section:
    """One section of a profile; expectations are paired with realities where the profile says how."""
    sentences = role.section(key)
    pairs = _pairs(pack, role, sentences, lang) if key == "expectations" else ()
    plain = tuple(sentence_block(pack, s.text, s.evidence, lang) for s in sentences)
    return Section(key, words.SECTION_TITLES[key].pick(lang), pairs or plain)


def sentence_block(pack: Pack, text: Text, evidence: Collection[Evidence], lang: Lang) -> Sentence:
    """A sentence, or a part of one, with what of the evidence lies within it."""
    inside = [e for e in evidence if e.phrase.pick(lang) in text.pick(lang)]
    names = dict.fromkeys(pack.facet(e.facet).name.clean(lang) for e in inside)
    return Sentence(pieces(text.pick(lang), [e.phrase.pick(lang) for e in inside]), tuple(names))


def _pairs(pack: Pack, role: Role, sentences: Collection[model.Sentence], lang: Lang) -> tuple[Pair, ...]:
    """Beliefs beside realities, if together they hold every sentence; else none, since nothing may be left out."""
    beliefs = [belief for belief in role.beliefs if belief.belief is not None]
    if not all(_covered(sentence, beliefs, lang) for sentence in sentences):
        return ()
    evidence = [e for sentence in sentences for e in sentence.evidence]
    expected, really = (Paragraph(label.pick(lang), "quiet") for label in (words.EXPECTED, words.REALLY))
    return tuple(
        Pair(
            (expected, sentence_block(pack, belief.belief, evidence, lang)),
            (really, *(sentence_block(pack, part, evidence, lang) for part in belief.reality)),
        )
        for belief in beliefs
        if belief.belief is not None
    )


def _covered(sentence: model.Sentence, beliefs: Collection[Belief], lang: Lang) -> bool:
    """Do the beliefs and their realities hold all of the sentence?"""
    rest = sentence.text.pick(lang)
    for belief in beliefs:
        for part in (belief.belief, *belief.reality):
            if part is not None:
                rest = rest.replace(part.pick(lang), "", 1)
    return not rest.strip()


def _apart(found: Apart, lang: Lang) -> Section:
    """What no other role asks for, what weighs more or less here, and what is the same nearly everywhere."""
    title = words.APART_ONE if found.others == 1 else words.APART
    only = tuple(Item(ONLY, one.facet, under=(Paragraph(f"“{one.phrase}”"),)) for one in found.only)
    same = words.SAME_ONE if found.others == 1 else words.SAME
    lists = ((words.MORE, found.more), (words.LESS, found.less), (same, found.shared))
    blocks = (
        Part(words.ONLY.pick(lang), only) if only else Part("", (Paragraph(words.ONLY_NONE.pick(lang)),)),
        *(Part(label.pick(lang), (Paragraph(" · ".join(names)),)) for label, names in lists if names),
    )
    return Section("apart", title.say(lang, others=count(found.others, lang)), blocks)


MORE_MOST, LESS_MOST = 5, 4
"""How many facets are named at most that weigh more here, and that only others ask for."""
WIDELY = 2
"""A facet that this role does not ask for is worth a word if others ask for it this much, all together."""


class Asked(NamedTuple):
    """A facet that a role asks for, in the words of its profile."""

    facet: str
    phrase: str


class Apart(NamedTuple):
    """What sets a role apart, as names of facets.

    ``only``: what no other role asks for; ``more``: what it asks for more than the others do on average; ``less``: what
    only others ask for; ``shared``: what of the whole field it asks for as nearly all others do.
    """

    others: int
    only: tuple[Asked, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    shared: tuple[str, ...]


def apart(pack: Pack, role: Role, lang: Lang) -> Apart:
    """What one role asks for that the others do not, or less, and the reverse; the largest difference comes first."""
    k = pack.role_index[role.slug]
    found = marks(pack, k)
    more = [mark.facet for mark in found if mark.relevance == 1 and not mark.alone]
    others = {facet.key: sum(row[t] for row in pack.relevance) for t, facet in enumerate(pack.facets)}
    less = [f.key for f, own in zip(pack.facets, pack.relevance[k], strict=True) if not own]
    less = sorted((key for key in less if others[key] >= WIDELY), key=lambda key: -others[key])
    return Apart(
        others=len(pack.roles) - 1,
        only=tuple(asked(pack, role, mark.facet, lang) for mark in found if mark.alone),
        more=tuple(pack.facet(key).name.clean(lang) for key in more[:MORE_MOST]),
        less=tuple(pack.facet(key).name.clean(lang) for key in less[:LESS_MOST]),
        shared=_shared(pack, k, lang),
    )


def asked(pack: Pack, role: Role, facet: str, lang: Lang) -> Asked:
    """A facet that a role asks for, with the strongest phrase that ties it to the role."""
    return Asked(pack.facet(facet).name.clean(lang), role.evidence(facet)[0].phrase.clean(lang))


def _shared(pack: Pack, k: int, lang: Lang) -> tuple[str, ...]:
    """The names of the facets of the whole field that the role itself and nearly all others ask for."""
    others = [row for m, row in enumerate(pack.relevance) if m != k]
    return tuple(
        facet.name.clean(lang)
        for t, facet in enumerate(pack.facets)
        if facet.key in pack.shared and pack.relevance[k][t] > 0
        if sum(row[t] > 0 for row in others) >= SHARE * len(others)
    )
