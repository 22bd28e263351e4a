"""A role's profile as it is shown, in one language: the same for every format."""

from __future__ import annotations

from collections.abc import Collection

from careerfit.core import model
from careerfit.core.explain import marks
from careerfit.core.model import SECTIONS, Belief, Evidence, Pack, Role
from careerfit.core.relevance import SHARE
from careerfit.core.role_names import short_name
from careerfit.report.blocks import ONLY, Code, Item, Page, Pair, Paragraph, Part, Section, Sentence, pieces
from careerfit.report.words import profile as words
from careerfit.report.words.numbers import count
from careerfit.text import Lang, Text

MORE_MOST, LESS_MOST = 5, 4
"""How many facets are named at most that weigh more here, and that only others ask for."""
WIDELY = 2
"""A facet that this role does not ask for is worth a word if others ask for it this much, all together."""


def profile_page(pack: Pack, role: Role, lang: Lang, sections: Collection[str] = (), options: str = "") -> Page:
    """The profile of a role, whole or only some of its ``sections`` (in the profile's own order).

    ``options`` is appended to the command that it names.
    """
    wanted = [key for key in SECTIONS if not sections or key in sections]
    found = [profile_section(pack, role, key, lang) for key in wanted if role.section(key)]
    step = Code(words.REALITY_TRY.pick(lang), f"careerfit reality {short_name(pack, role.slug)}{options}")
    steps = [Section("next", words.NEXT.pick(lang), (step,))] if role.beliefs else []
    rest = [] if sections else [_apart(pack, role, lang), *steps]
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


def _apart(pack: Pack, role: Role, lang: Lang) -> Section:
    """What no other role asks for, what weighs more or less here, and what is the same nearly everywhere.

    The largest difference comes first; what is the same is what of the whole field nearly all others ask for, too.
    """
    k = pack.role_index[role.slug]
    others = [row for m, row in enumerate(pack.relevance) if m != k]
    found = marks(pack, k)
    more = [mark.facet for mark in found if mark.relevance == 1 and not mark.alone][:MORE_MOST]
    less, same = {}, []
    for facet, own, *theirs in zip(pack.facets, pack.relevance[k], *others, strict=True):
        if not own and sum(theirs) >= WIDELY:
            less[facet.key] = sum(theirs)
        if own and facet.key in pack.shared and sum(e > 0 for e in theirs) >= SHARE * len(others):
            same.append(facet.key)
    less_first = sorted(less, key=lambda key: -less[key])[:LESS_MOST]
    only = tuple(
        Item(ONLY, pack.facet(mark.facet).name.clean(lang), under=(Paragraph(f"“{phrase}”"),))
        for mark in found
        if mark.alone
        for phrase in [role.evidence(mark.facet)[0].phrase.clean(lang)]
    )
    lists = ((words.MORE, more), (words.LESS, less_first), (words.SAME if others[1:] else words.SAME_ONE, same))
    named = [(label, " · ".join(pack.facet(key).name.clean(lang) for key in keys)) for label, keys in lists if keys]
    blocks = (
        Part(words.ONLY.pick(lang), only) if only else Part("", (Paragraph(words.ONLY_NONE.pick(lang)),)),
        *(Part(label.pick(lang), (Paragraph(names),)) for label, names in named),
    )
    title = words.APART if others[1:] else words.APART_ONE
    return Section("apart", title.say(lang, others=count(len(others), lang)), blocks)
