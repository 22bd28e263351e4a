"""Drafts keep to the limits of packs, which they know by numbers of their own: neither package knows the other."""

from __future__ import annotations

from careerfit.draft import source, statements_from_phrases
from careerfit.pack import limits


def test_drafts_and_packs_have_the_same_limits() -> None:
    """How long names, duel options and items of a draft are, and how many roles it has, is what packs may hold."""
    assert (limits.LONGEST_NAME, limits.LONGEST_DOING, limits.MOST_WORDS, limits.MOST_ROLES) == (
        statements_from_phrases.LONGEST_NAME,
        statements_from_phrases.LONGEST_DOING,
        statements_from_phrases.MOST_WORDS,
        source.MOST_ROLES,
    )
