"""Text meant to do harm, wherever it comes from, and a pack that is full of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from careerfit.core.model import Belief, Evidence, Facet, Item, Pack, Role, Sentence, Text

HARMFUL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "&lt;script&gt;",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m",
    "\x07\x08\x00\x7f\x85\x90",
    "\u202eevil\u202c",
    "\u2066x\u2069\u200b\u200d\ufeff\u00ad",
    "\u2028\u2029\r\n\t",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "[bold]x[/bold]",
    "[/x]",
    "[link](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "https://evil.example www.evil.example a@evil.example",
    "`code` ``x`` **bold** _it_ ~~s~~",
    "| a | b |",
    "# heading",
    "1. one",
    "- item",
    "> quote",
    "{{ 7 * 7 }} {% raw %} {n}",
    "\ud800",
    "${7*7}",
    "://x",
    "”><b onmouseover=alert(1)>",
)

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
    return replace(
        pack,
        title=bad(pack.title),
        scale=tuple(map(bad, pack.scale)),
        families={key: bad(name) for key, name in pack.families.items()},
        facets=tuple(map(facet, pack.facets)),
        roles=tuple(map(role, pack.roles)),
        items=items,
        item_by_key={one.key: one for one in items},
    )
