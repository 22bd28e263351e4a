"""Text meant to do harm, wherever it comes from, and a pack that is full of it."""

from __future__ import annotations

from hypothesis import strategies as st

from careerfit.core.model import Belief, Evidence, Facet, Item, Pack, Role, Sentence
from careerfit.text import Text
from tests.hostile import HOSTILE

HARMFUL = tuple(text for text in HOSTILE.values() if len(text) < 400)

WORST = " ".join(
    HOSTILE[name]
    for name in (
        "formula behind a blank",
        "title",
        "override",
        "zero width",
        "line and paragraph separators",
        "half of a pair",
        "rich style",
        "script",
        "Markdown",
        "Markdown link",
        "template",
        "quotes",
    )
)
"""One of each kind of harm in one text."""

texts = st.lists(st.one_of(st.sampled_from(HARMFUL), st.text(max_size=8)), min_size=1, max_size=3).map(" ".join)
"""Harmful bits and any characters at all, mixed."""


def poisoned(pack: Pack, poison: str) -> Pack:
    """The pack with the text at both ends of everything that it says; each phrase is its whole sentence."""

    def bad(text: Text) -> Text:
        return Text(f"{poison}{text.id}{poison}", f"{poison}{text.en}{poison}")

    def evidence(one: Evidence) -> Evidence:
        return one._replace(quote=bad(one.quote), phrase=bad(one.quote))

    def sentence(one: Sentence) -> Sentence:
        return one._replace(text=bad(one.text), evidence=tuple(map(evidence, one.evidence)))

    def belief(one: Belief) -> Belief:
        said = None if one.belief is None else bad(one.belief)
        return one._replace(statement=bad(one.statement), belief=said, reality=tuple(map(bad, one.reality)))

    def role(one: Role) -> Role:
        sentences, beliefs = tuple(map(sentence, one.sentences)), tuple(map(belief, one.beliefs))
        return one._replace(name=bad(one.name), sentences=sentences, beliefs=beliefs)

    def item(one: Item) -> Item:
        return one._replace(text=bad(one.text))

    def facet(one: Facet) -> Facet:
        return one._replace(name=bad(one.name), doing=bad(one.doing), items=tuple(map(item, one.items)))

    items = tuple(map(item, pack.items))
    return pack._replace(
        title=bad(pack.title),
        scale=tuple(map(bad, pack.scale)),
        families={key: bad(name) for key, name in pack.families.items()},
        facets=tuple(map(facet, pack.facets)),
        roles=tuple(map(role, pack.roles)),
        items=items,
        item_by_key={one.key: one for one in items},
    )
