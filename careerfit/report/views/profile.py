"""A role's profile as it is shown, in one language: the same for every format."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from careerfit.core.model import SECTIONS, Belief, Evidence, Pack, Role, Sentence
from careerfit.report.views.apart import Apart, apart
from careerfit.report.views.marks import Piece, pieces
from careerfit.report.words import profile as words
from careerfit.text import Lang, Text


class SentenceView(NamedTuple):
    """A sentence, or a part of one, with its marked phrases and the names of the facets they stand for."""

    pieces: tuple[Piece, ...]
    facets: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(piece.text for piece in self.pieces)


class PairView(NamedTuple):
    """What people expect, beside what it is really like."""

    belief: SentenceView
    reality: tuple[SentenceView, ...]


class SectionView(NamedTuple):
    """One section; ``pairs`` instead of ``sentences`` where expectations stand beside realities."""

    key: str
    title: str
    sentences: tuple[SentenceView, ...]
    pairs: tuple[PairView, ...] = ()


class ProfileView(NamedTuple):
    """The page about one role; ``apart`` is None where only some sections are wanted."""

    lang: Lang
    slug: str
    name: str
    field: str
    sections: tuple[SectionView, ...]
    apart: Apart | None


def profile_view(pack: Pack, role: Role, lang: Lang, sections: Collection[str] = ()) -> ProfileView:
    """The profile of a role, whole or only some of its ``sections`` (in the profile's own order)."""
    wanted = [key for key in SECTIONS if not sections or key in sections]
    views = [section_view(pack, role, key, lang) for key in wanted if role.section(key)]
    return ProfileView(
        lang=lang,
        slug=role.slug,
        name=role.name.clean(lang),
        field=pack.title.clean(lang),
        sections=tuple(views),
        apart=None if sections else apart(pack, role, lang),
    )


def section_view(pack: Pack, role: Role, key: str, lang: Lang) -> SectionView:
    """One section of a profile; expectations are paired with realities where the profile says how."""
    title = words.SECTION_TITLES[key].pick(lang)
    sentences = role.section(key)
    if key == "expectations" and (pairs := _pairs(pack, role, sentences, lang)):
        return SectionView(key, title, (), pairs)
    return SectionView(key, title, tuple(sentence_view(pack, s.text, s.evidence, lang) for s in sentences))


def sentence_view(pack: Pack, text: Text, evidence: Collection[Evidence], lang: Lang) -> SentenceView:
    """A sentence, or a part of one, with what of the evidence lies within it."""
    inside = [e for e in evidence if e.phrase.pick(lang) in text.pick(lang)]
    names = dict.fromkeys(pack.facet(e.facet).name.clean(lang) for e in inside)
    return SentenceView(pieces(text.pick(lang), [e.phrase.pick(lang) for e in inside]), tuple(names))


def _pairs(pack: Pack, role: Role, sentences: Collection[Sentence], lang: Lang) -> tuple[PairView, ...]:
    """Beliefs beside realities, if together they hold every sentence; else none, since nothing may be left out."""
    beliefs = [belief for belief in role.beliefs if belief.belief is not None]
    if not all(_covered(sentence, beliefs, lang) for sentence in sentences):
        return ()
    evidence = [e for sentence in sentences for e in sentence.evidence]
    return tuple(
        PairView(
            sentence_view(pack, belief.belief, evidence, lang),
            tuple(sentence_view(pack, part, evidence, lang) for part in belief.reality),
        )
        for belief in beliefs
        if belief.belief is not None
    )


def _covered(sentence: Sentence, beliefs: Collection[Belief], lang: Lang) -> bool:
    """Do the beliefs and their realities hold all of the sentence?"""
    rest = sentence.text.pick(lang)
    for belief in beliefs:
        for part in (belief.belief, *belief.reality):
            if part is not None:
                rest = rest.replace(part.pick(lang), "", 1)
    return not rest.strip()
